-- The way in for an organisation's identity provider (SCIM 2.0). Of its token only the hash is kept.
create table scim_tokens (
  org_id uuid not null references organisations (org_id),
  token_hash bytea not null,
  made_by uuid not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (org_id)
);
create index scim_tokens_by_hash on scim_tokens (token_hash);
select coact_tenant_table('scim_tokens');
-- Whose a token is, is asked before the organisation is known.
grant select (org_id, token_hash) on scim_tokens to coact_directory;
create policy directory on scim_tokens for select to coact_directory using (true);

-- What the identity provider calls a person, beside what is known of them anyway.
create table scim_users (
  org_id uuid not null,
  person_id uuid not null,
  -- Keyed hashes of userName and externalId, to find people by; what these are is in the sealed column.
  user_name_key bytea not null,
  external_id_key bytea,
  sealed bytea not null,
  updated_at timestamptz not null,
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade
);
create unique index scim_users_one_per_user_name on scim_users (org_id, user_name_key);
create index scim_users_by_external_id on scim_users (org_id, external_id_key);
select coact_tenant_table('scim_users');

-- Whom the identity provider has deactivated, it can bring back; whom a manager has, it can't.
alter table people drop constraint people_deactivated_by_check;
alter table people add constraint people_deactivated_by_check check (deactivated_by in ('member', 'slack', 'scim'));
