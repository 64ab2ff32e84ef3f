create table data_keys (
  org_id uuid not null,
  id uuid not null,
  wrapped bytea not null,
  root_key_id text not null,
  state text not null check (state in ('active', 'retired')),
  created_at timestamptz not null,
  primary key (org_id, id)
);
select coact_tenant_table('data_keys');
create unique index data_keys_one_active on data_keys (org_id) where state = 'active';

create table root_key_marks (id text primary key, created_at timestamptz not null);
select coact_global_table('root_key_marks', 'names the root key of the installation, without revealing it');

create table instance_secrets (name text primary key, sealed bytea not null);
select coact_global_table('instance_secrets', 'keys of the installation itself, sealed under the root key');
