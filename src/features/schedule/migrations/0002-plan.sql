-- A stretch of time that is scheduled and published as one.
create table periods (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  first_day date not null,
  days smallint not null check (days between 7 and 28),
  created_at timestamptz not null,
  -- Counts changes of the plan, so that two who edit at once notice each other.
  revision int not null default 1,
  primary key (org_id, id)
);
create unique index periods_one_per_day on periods (org_id, first_day);
select coact_tenant_table('periods');

-- The shifts of a period: occurrences of the roles' series, written down when the period is opened and brought up to date when a
-- series is changed. One that a person has is never removed, only cancelled.
create table shifts (
  org_id uuid not null,
  id uuid not null,
  period_id uuid not null,
  role_id uuid not null,
  series_id uuid not null,
  -- Which occurrence of the series (the RECURRENCE-ID as a local time).
  occurrence text not null,
  zone text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  -- The local day on which it begins.
  day date not null,
  needs smallint not null check (needs between 0 and 500),
  break_minutes smallint not null default 0 check (break_minutes between 0 and 600),
  label text,
  colour text,
  -- Detailed scheduling order: lower is filled first; null after all ranked.
  importance smallint check (importance between 1 and 1000),
  cancelled_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, period_id) references periods (org_id, id),
  foreign key (org_id, role_id) references work_roles (org_id, id)
);
create unique index shifts_one_per_occurrence on shifts (org_id, series_id, occurrence);
create index shifts_by_day on shifts (org_id, day);
create index shifts_by_period on shifts (org_id, period_id);
select coact_tenant_table('shifts');

-- Who works what, as the scheduler has it now. Usually the whole shift; a part where one was given away.
create table assignments (
  org_id uuid not null,
  id uuid not null,
  shift_id uuid not null,
  person_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  made_by text not null check (made_by in ('hand', 'solver', 'trade', 'claim')),
  -- Stays when the schedule is updated.
  pinned boolean not null default false,
  -- Why a rule was overruled, by whom.
  overruled_why text,
  overruled_by uuid,
  created_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, shift_id) references shifts (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id),
  -- Nobody is in two places at once, whoever writes and however many at a time.
  constraint assignments_no_double_booking
    exclude using gist (org_id with =, person_id with =, tstzrange(starts_at, ends_at) with &&)
);
create index assignments_by_shift on assignments (org_id, shift_id);
create index assignments_by_person on assignments (org_id, person_id, starts_at);
select coact_tenant_table('assignments');

-- What can be undone: each step with what it changed.
create table plan_steps (
  org_id uuid not null,
  id uuid not null,
  period_id uuid not null,
  -- In order; the highest that is not undone is undone first.
  number int not null,
  person_id uuid not null,
  words text not null,
  removed jsonb not null,
  added jsonb not null,
  made_at timestamptz not null,
  undone_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, period_id) references periods (org_id, id)
);
create unique index plan_steps_in_order on plan_steps (org_id, period_id, number);
select coact_tenant_table('plan_steps');

-- One "Update schedule": asked for, at work, done, and taken or not.
create table plan_updates (
  org_id uuid not null,
  id uuid not null,
  period_id uuid not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed', 'taken', 'dropped')),
  -- Null: all locations.
  location_ids uuid[],
  seed bigint not null,
  seconds int not null check (seconds between 1 and 900),
  asked_by uuid not null,
  asked_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  stop_asked_at timestamptz,
  -- Best so far, bound, missing, seconds.
  progress jsonb,
  -- Assignments, stages, unfilled, how it ended.
  outcome jsonb,
  -- Of the period when it was read; taking it notices what changed since.
  plan_revision int not null,
  problem text,
  primary key (org_id, id),
  foreign key (org_id, period_id) references periods (org_id, id)
);
create index plan_updates_by_period on plan_updates (org_id, period_id, asked_at);
create unique index plan_updates_one_at_work on plan_updates (org_id, period_id) where state in ('waiting', 'running');
select coact_tenant_table('plan_updates');

-- Each time that people are told: published by a scheduler, or changed by a trade or claim.
create table publications (
  org_id uuid not null,
  id uuid not null,
  period_id uuid not null,
  -- Within the period, from 1.
  number int not null,
  kind text not null check (kind in ('publish', 'trade', 'claim')),
  -- Null: the whole period.
  location_id uuid,
  published_by uuid not null,
  published_at timestamptz not null,
  why text,
  primary key (org_id, id),
  foreign key (org_id, period_id) references periods (org_id, id)
);
create unique index publications_in_order on publications (org_id, period_id, number);
select coact_tenant_table('publications');

-- What each person was told and until when that held: the evidence of every version. Never changed but for its end and "seen".
create table published_shifts (
  org_id uuid not null,
  id uuid not null,
  publication_id uuid not null,
  -- The publication that replaced it; null: it holds.
  ended_by uuid,
  period_id uuid not null,
  person_id uuid not null,
  shift_id uuid not null,
  role_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  zone text not null,
  break_minutes smallint not null default 0,
  -- Pay that the change to this owes by a rule pack, and that its end owes, in minutes.
  premium_minutes int not null default 0,
  end_premium_minutes int not null default 0,
  seen_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, publication_id) references publications (org_id, id),
  foreign key (org_id, shift_id) references shifts (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id)
);
create unique index published_shifts_one_that_holds on published_shifts (org_id, shift_id, person_id, starts_at) where ended_by is null;
create index published_shifts_by_person on published_shifts (org_id, person_id, starts_at) where ended_by is null;
create index published_shifts_by_period on published_shifts (org_id, period_id);
select coact_tenant_table('published_shifts');
