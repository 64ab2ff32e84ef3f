-- Append-only against the tables' owner too: the only way around is to take these triggers away, which `coact audit
-- verify` shows, as it shows the tampering that follows.
create function coact_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit log is append-only: % of % is refused', lower(tg_op), tg_table_name
    using errcode = 'insufficient_privilege';
end $$;

create trigger audit_entries_stay before update or delete on audit_entries
  for each statement execute function coact_refuse_change();
create trigger audit_entries_whole before truncate on audit_entries
  for each statement execute function coact_refuse_change();

-- What is asked: by whom, which act, to what, when; newest first.
create index audit_entries_by_actor on audit_entries (org_id, actor_id, seq desc);
create index audit_entries_by_action on audit_entries (org_id, action, seq desc);
create index audit_entries_by_target on audit_entries (org_id, target_id, seq desc);
create index audit_entries_by_time on audit_entries (org_id, at);

-- Number and hash of each chain's last entry, sealed under the organisation's key, written with every entry: whoever has
-- the database alone can't cut entries off, nor put forged ones behind, without its showing.
create table audit_ends (
  org_id uuid primary key,
  sealed bytea not null
);
select coact_tenant_table('audit_ends');
revoke delete on audit_ends from coact_app;
create trigger audit_ends_stay before delete on audit_ends
  for each statement execute function coact_refuse_change();
create trigger audit_ends_whole before truncate on audit_ends
  for each statement execute function coact_refuse_change();

-- A head a day, numbered without gap and sealed. Whoever puts an older end back contradicts a head that was kept.
create table audit_heads (
  org_id uuid not null,
  id uuid not null,
  number integer not null check (number > 0),
  seq bigint not null check (seq > 0),
  hash bytea not null,
  at timestamptz not null,
  sealed bytea not null,
  primary key (org_id, number),
  unique (org_id, id)
);
select coact_tenant_table('audit_heads');
-- The seal alone may be written anew, when data keys rotate.
revoke update, delete on audit_heads from coact_app;
grant update (sealed) on audit_heads to coact_app;
create trigger audit_heads_stay before update of org_id, id, number, seq, hash, at or delete on audit_heads
  for each statement execute function coact_refuse_change();
create trigger audit_heads_whole before truncate on audit_heads
  for each statement execute function coact_refuse_change();
