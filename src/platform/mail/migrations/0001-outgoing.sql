-- Mails on their way. A row is sealed, because mails hold addresses and one-time links, and is gone once sent.
create table outgoing_mails (
  org_id uuid not null,
  id uuid not null,
  sealed bytea not null,
  created_at timestamptz not null,
  primary key (org_id, id)
);
select coact_tenant_table('outgoing_mails');
