-- Reviews of many wages at once: a budget, people, and what is chosen for each. What comes of it are ordinary proposals.
create table pay_cycles (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  -- The first day of what is proposed.
  from_day date not null,
  -- What all raises may cost in a year, in one currency: amounts are never converted.
  budget bigint not null check (budget >= 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- For so much work a week somebody who is paid by the hour is reckoned with.
  weekly_minutes integer not null check (weekly_minutes > 0),
  -- cycles/guideline.ts, Guidelines.
  guidelines jsonb not null,
  state text not null check (state in ('draft', 'open', 'submitted', 'closed', 'cancelled')),
  -- Counts what was set up, not what is chosen: it tells nobody that somebody else has chosen.
  revision integer not null,
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (org_id, id)
);
select coact_tenant_table('pay_cycles');

-- What a manager has of the budget for those who report to them.
create table pay_cycle_shares (
  org_id uuid not null,
  cycle_id uuid not null,
  manager_id uuid not null,
  budget bigint not null check (budget >= 0),
  primary key (org_id, cycle_id, manager_id),
  foreign key (org_id, cycle_id) references pay_cycles (org_id, id) on delete cascade,
  foreign key (org_id, manager_id) references people (org_id, id) on delete cascade
);
select coact_tenant_table('pay_cycle_shares');

create table pay_cycle_lines (
  org_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  person_id uuid not null,
  -- Counts what was chosen for this person: who wrote on what they have not read is told so.
  version integer not null,
  -- cycles/sealing.ts, Choice: from what to what, and why. Null: nothing is chosen.
  sealed bytea,
  chosen_by uuid,
  chosen_at timestamptz,
  -- Who submitted it, until it is a proposal: what was cut short goes on from here.
  going_by uuid,
  -- The proposal that it has become.
  raise_id uuid,
  primary key (org_id, id),
  foreign key (org_id, cycle_id) references pay_cycles (org_id, id) on delete cascade,
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade,
  check ((sealed is null) = (chosen_by is null) and (sealed is null) = (chosen_at is null)),
  check (sealed is not null or (going_by is null and raise_id is null)),
  check (going_by is null or raise_id is null)
);
create unique index pay_cycle_lines_one_each on pay_cycle_lines (org_id, cycle_id, person_id);
create unique index pay_cycle_lines_raise on pay_cycle_lines (org_id, raise_id) where raise_id is not null;
create index pay_cycle_lines_person on pay_cycle_lines (org_id, person_id);
select coact_tenant_table('pay_cycle_lines');

-- Why a cycle was submitted over its budget.
create table pay_cycle_overrides (
  org_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  by_id uuid not null,
  at timestamptz not null,
  sealed bytea not null,
  primary key (org_id, id),
  foreign key (org_id, cycle_id) references pay_cycles (org_id, id) on delete cascade
);
create index pay_cycle_overrides_by_cycle on pay_cycle_overrides (org_id, cycle_id, at);
select coact_tenant_table('pay_cycle_overrides');
