-- Keys for programs: what each may, until when. Of the key itself only the hash is kept.
create table api_keys (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  name text not null,
  rights text[] not null check (cardinality(rights) > 0 and rights <@ array['read', 'publish', 'webhooks']),
  key_hash bytea not null,
  made_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  -- The day only: when exactly a program runs is nobody's business.
  last_used_on date,
  primary key (org_id, id)
);
create index api_keys_by_hash on api_keys (key_hash);
select coact_tenant_table('api_keys');
-- Whose a key is, is asked before the organisation is known.
grant select (org_id, id, rights, key_hash, expires_at, revoked_at, last_used_on) on api_keys to coact_directory;
create policy directory on api_keys for select to coact_directory using (true);
