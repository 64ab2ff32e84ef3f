-- A data key is made as pending, seals once it is active, only opens once it is retired, and is destroyed (its row goes)
-- when nothing carries its id any more. A lookup key never seals: keyed hashes are derived from it, and stay comparable.
alter table data_keys drop constraint data_keys_state_check;
alter table data_keys add constraint data_keys_state_check check (state in ('pending', 'active', 'retired'));
alter table data_keys add column purpose text not null default 'sealing' check (purpose in ('sealing', 'lookup'));
-- Whether the organisation's own key, which no backup of the database holds, is needed beside the root key to unwrap it.
alter table data_keys add column bound boolean not null default false;
alter table data_keys add column activated_at timestamptz;
alter table data_keys add column retired_at timestamptz;
-- Never less than how often the key has sealed: processes take blocks in advance.
alter table data_keys add column encryptions bigint not null default 0 check (encryptions >= 0);
drop index data_keys_one_active;
create unique index data_keys_one_active on data_keys (org_id, purpose) where state = 'active';
create unique index data_keys_one_pending on data_keys (org_id, purpose) where state = 'pending';

-- The installation's own values stand under the keys of "no organisation", in units of work of the owner.
create policy installation on data_keys to coact_owner
  using (org_id = '00000000-0000-0000-0000-000000000000') with check (org_id = '00000000-0000-0000-0000-000000000000');
-- Which organisations are due is asked over all of them; what is wrapped is not granted.
grant select (org_id, id, root_key_id, state, purpose, bound, created_at, activated_at, retired_at, encryptions)
  on data_keys to coact_directory;
create policy directory on data_keys for select to coact_directory using (true);

alter table root_key_marks add column state text not null default 'active'
  check (state in ('pending', 'active', 'retired'));
create unique index root_key_marks_one_active on root_key_marks (state) where state = 'active';
create unique index root_key_marks_one_pending on root_key_marks (state) where state = 'pending';
-- The database itself refuses to forget a root key that something is still wrapped under, and a data key wrapped under a
-- root key that is already forgotten: whichever process is late, nothing is lost.
alter table data_keys add constraint data_keys_root foreign key (root_key_id) references root_key_marks (id);

create table former_root_keys (
  id text primary key,
  emptied_at timestamptz not null,
  destroyed_at timestamptz
);
select coact_global_table('former_root_keys', 'root keys of the installation that nothing is wrapped under any more');
