-- Calls of programs that gave them a name (Idempotency-Key), with the answer once there is one. A row lives for 24 hours.
create table repeated_calls (
  org_id uuid not null,
  id uuid not null,
  key_id uuid not null,
  name_hash bytea not null,
  asked_hash bytea not null,
  sealed bytea,
  begun_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, key_id, name_hash)
);
create index repeated_calls_by_age on repeated_calls (org_id, begun_at);
select coact_tenant_table('repeated_calls');
