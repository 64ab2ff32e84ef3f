-- How an organisation counts time and what it asks of a schedule. One row, made when it is first asked for.
create table schedule_settings (
  org_id uuid primary key references organisations (org_id),
  week_start text not null default 'MO' check (week_start in ('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')),
  period_weeks smallint not null default 2 check (period_weeks between 1 and 4),
  -- The first day of any one period; all others follow from it.
  period_from date not null,
  weekend text[] not null default '{SA,SU}',
  -- Rules as in rules/rule.ts, ids of packs that are switched on.
  rules jsonb not null,
  packs text[] not null default '{}',
  -- Weights of the last stage: rank, preference, fairness, cost, overtime, stability; 0 to 100 each.
  weights jsonb not null,
  scheduling_order text not null default 'simple' check (scheduling_order in ('simple', 'detailed')),
  -- What is said of time about which a person said nothing.
  unstated text not null default 'as_stated' check (unstated in ('available', 'unavailable', 'as_stated')),
  trades text not null default 'rules' check (trades in ('off', 'rules', 'approval')),
  trade_deadline_minutes int not null default 60 check (trade_deadline_minutes between 0 and 20160),
  claims text not null default 'first' check (claims in ('first', 'picked')),
  time_clock boolean not null default false,
  -- Columns of the payroll export: their names and what stands in them.
  payroll_columns jsonb not null default '[]',
  revision int not null default 1,
  changed_at timestamptz not null
);
select coact_tenant_table('schedule_settings');

create table holidays (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  day date not null,
  name text not null check (length(name) between 1 and 100),
  -- Null: at every location.
  location_id uuid,
  primary key (org_id, id),
  foreign key (org_id, location_id) references locations (org_id, id)
);
create unique index holidays_one_per_day on holidays (org_id, day, location_id) nulls not distinct;
select coact_tenant_table('holidays');

-- A role is a job at a location.
create table work_roles (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  location_id uuid not null,
  department_id uuid,
  name text not null check (length(name) between 1 and 100),
  name_key text generated always as (folded(name)) stored,
  colour text not null check (colour ~ '^[a-z]{3,10}$'),
  -- What an hour costs to begin with, in minor units of the organisation's currency, sealed.
  rate_sealed bytea,
  -- Simple scheduling order: 1 is filled first; null after all ranked.
  importance smallint check (importance between 1 and 1000),
  archived_at timestamptz,
  created_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, location_id) references locations (org_id, id),
  foreign key (org_id, department_id) references departments (org_id, id)
);
create unique index work_roles_one_per_name on work_roles (org_id, location_id, name_key);
select coact_tenant_table('work_roles');

-- Simple scheduling order by day of the week: 0 is Monday.
create table weekday_importance (
  org_id uuid not null references organisations (org_id),
  weekday smallint not null check (weekday between 0 and 6),
  importance smallint not null check (importance between 1 and 1000),
  primary key (org_id, weekday)
);
select coact_tenant_table('weekday_importance');

-- Qualifications are kept with people; what a role asks of them is kept here.
create table role_conditions (
  org_id uuid not null,
  role_id uuid not null,
  qualification_id uuid not null,
  condition text not null check (condition in ('must_have', 'must_not_have', 'must_be', 'must_not_be')),
  primary key (org_id, role_id, qualification_id, condition),
  foreign key (org_id, role_id) references work_roles (org_id, id) on delete cascade
);
select coact_tenant_table('role_conditions');

-- Who knows a role, and what an hour of theirs costs in it where that is not the role's own rate (sealed, minor units).
create table role_people (
  org_id uuid not null,
  id uuid not null,
  role_id uuid not null,
  person_id uuid not null,
  rate_sealed bytea,
  primary key (org_id, id),
  unique (org_id, role_id, person_id),
  foreign key (org_id, role_id) references work_roles (org_id, id) on delete cascade,
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade
);
create index role_people_by_person on role_people (org_id, person_id);
select coact_tenant_table('role_people');

-- Management ranks: 1 is best, 0 is never; no row: after all ranked. Weekday -1: every day.
create table ranks (
  org_id uuid not null,
  role_id uuid not null,
  person_id uuid not null,
  weekday smallint not null check (weekday between -1 and 6),
  rank smallint not null check (rank between 0 and 100),
  primary key (org_id, role_id, person_id, weekday),
  foreign key (org_id, role_id) references work_roles (org_id, id) on delete cascade,
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade
);
select coact_tenant_table('ranks');

-- One mechanism for the shifts of a role and for what people say of their time (calendar/series.ts).
create table calendar_series (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  role_id uuid,
  person_id uuid,
  zone text not null,
  starts text not null check (starts ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d$'),
  minutes int not null check (minutes between 15 and 2160),
  rule jsonb,
  exceptions jsonb not null default '[]',
  colour text,
  -- Of a role: needs, breakMinutes, label. Of a person: kind.
  payload jsonb not null,
  revision int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (org_id, id),
  check ((role_id is null) <> (person_id is null)),
  foreign key (org_id, role_id) references work_roles (org_id, id) on delete cascade,
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade
);
create index calendar_series_by_role on calendar_series (org_id, role_id) where role_id is not null;
create index calendar_series_by_person on calendar_series (org_id, person_id) where person_id is not null;
select coact_tenant_table('calendar_series');
