create table audit_entries (
  org_id uuid not null,
  seq bigint not null check (seq > 0),
  at timestamptz not null,
  actor_kind text not null,
  actor_id text not null,
  action text not null,
  target_kind text not null,
  target_id text not null,
  detail jsonb not null,
  previous bytea not null,
  hash bytea not null,
  primary key (org_id, seq)
);
select coact_tenant_table('audit_entries');
-- Append-only: the application's role can add and read, and nothing else.
revoke update, delete on audit_entries from coact_app;
