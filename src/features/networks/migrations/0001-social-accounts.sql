-- An employee's connected account. That it exists is known; what it was used for never is: no column here changes
-- when something is shared. Ids are random, the day is the finest time.
create table social_accounts (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  network text not null,
  state text not null check (state in ('active', 'reconnect')),
  connected_on date not null,
  granted_scope text not null,
  profile bytea not null,
  session bytea,
  refresh_due timestamptz,
  primary key (org_id, id),
  unique (org_id, person_id, network),
  check (state = 'active' or session is null)
);
select coact_tenant_table('social_accounts');
create index social_accounts_refresh_due on social_accounts (refresh_due) where refresh_due is not null;
grant select (org_id, id, refresh_due) on social_accounts to coact_directory;
create policy directory on social_accounts for select to coact_directory using (true);

-- Who refreshes an account's session right now: a refresh token works once, and a transaction must not stay open
-- while a network answers.
create table refresh_leases (
  org_id uuid not null,
  account_id uuid not null,
  holder uuid not null,
  until timestamptz not null,
  primary key (org_id, account_id)
);
select coact_tenant_table('refresh_leases');

-- Sessions that ended here and are still to be ended at the network. They name no person.
create table revocations (
  org_id uuid not null,
  id uuid not null,
  network text not null,
  session bytea not null,
  queued_on date not null,
  primary key (org_id, id)
);
select coact_tenant_table('revocations');
grant select (org_id, id) on revocations to coact_directory;
create policy directory on revocations for select to coact_directory using (true);

-- A way to connect that somebody has been offered or is on. Who and for what is sealed under a key that is destroyed
-- at the end of the way.
create table connect_attempts (
  org_id uuid not null,
  id uuid not null,
  purpose text not null check (purpose in ('link', 'sign_in', 'undo')),
  token_hash bytea not null unique,
  browser_hash bytea,
  sealed bytea not null,
  expires_at timestamptz not null,
  primary key (org_id, id)
);
select coact_tenant_table('connect_attempts');
grant select (org_id, id, token_hash, expires_at) on connect_attempts to coact_directory;
create policy directory on connect_attempts for select to coact_directory using (true);

-- Followers of all connected accounts of a network together. An account's own number is never kept.
create table reach_totals (
  org_id uuid not null,
  network text not null,
  day date not null,
  total bigint not null,
  accounts integer not null,
  primary key (org_id, network, day)
);
select coact_tenant_table('reach_totals');
