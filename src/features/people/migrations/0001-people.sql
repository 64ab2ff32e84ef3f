create table organisations (
  org_id uuid primary key,
  name text not null check (length(name) between 1 and 100),
  time_zone text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- Figures of fewer people than this are not shown. It can be raised; three is the floor.
  small_group int not null default 5 check (small_group >= 3),
  setup_done_at timestamptz,
  created_at timestamptz not null
);
select coact_tenant_table('organisations');
-- A user's list of organisations, and whether there is any at all, are asked before one is chosen.
grant select (org_id, name) on organisations to coact_directory;
create policy directory on organisations for select to coact_directory using (true);

-- What a share, a click and a noticed request are worth, each from a moment on: history keeps the value of its day.
create table event_values (
  org_id uuid not null references organisations (org_id),
  valid_from timestamptz not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  awareness int not null check (awareness between 0 and 100000000),
  share int not null check (share between 0 and 100000000),
  click int not null check (click between 0 and 100000000),
  primary key (org_id, valid_from)
);
select coact_tenant_table('event_values');

create table people (
  org_id uuid not null,
  id uuid not null,
  -- Whoever signs in as this person; null for those who only use Slack.
  user_id uuid,
  slack_user_id text,
  name text not null check (length(name) <= 200),
  -- The address, sealed, and its keyed hash for looking it up within the organisation.
  email_sealed bytea,
  email_key bytea,
  roles text[] not null,
  state text not null check (state in ('active', 'invited', 'deactivated')),
  deactivated_by text check (deactivated_by in ('member', 'slack')),
  joined_at timestamptz,
  created_at timestamptz not null,
  primary key (org_id, id),
  check ((state = 'deactivated') = (deactivated_by is not null)),
  check ((email_sealed is null) = (email_key is null))
);
create unique index people_one_per_user on people (org_id, user_id);
create unique index people_one_per_slack_user on people (org_id, slack_user_id);
create unique index people_one_per_address on people (org_id, email_key);
create index people_of_user on people (user_id);
select coact_tenant_table('people');
-- Which organisations a user belongs to is asked before one is chosen.
grant select (org_id, id, user_id, state, joined_at) on people to coact_directory;
create policy directory on people for select to coact_directory using (true);

create table installation_claims (
  single boolean primary key default true check (single),
  org_id uuid not null,
  claimed_at timestamptz not null
);
select coact_global_table('installation_claims', 'says which organisation the first owner of an installation founds');
