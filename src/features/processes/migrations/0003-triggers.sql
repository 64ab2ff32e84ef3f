-- What begins a run by itself: a time, the first shift of a day at a location, somebody who joins or leaves.
create table process_triggers (
  org_id uuid not null,
  id uuid not null,
  process_id uuid not null,
  kind text not null check (kind in ('schedule', 'shift', 'joining', 'leaving')),
  -- No reference: that the location is gone is told, and nothing begins.
  location_id uuid,
  -- Of `schedule`: on which days, and when by the clock at the location, or else of the organisation.
  repeat jsonb,
  at_time text check (at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  -- Of `shift`: how long before it begins.
  minutes_before int not null check (minutes_before between 0 and 720),
  -- How long there is to go through it; null: no time by which it is to be done.
  within_minutes int check (within_minutes between 5 and 43200),
  doer text not null check (doer in ('anyone', 'person', 'role', 'manager', 'opener')),
  doer_id uuid,
  doer_role_id uuid,
  -- Of `shift`: whether a day without one is told.
  tell_without boolean not null,
  paused boolean not null,
  -- What was before is none of its concern: when it was made, changed, or went on after a pause.
  since timestamptz not null,
  -- Why it could not begin the last time; told once, until it can again.
  problem text check (problem in ('not_held', 'no_location', 'person_left', 'not_meant', 'no_manager')),
  made_by uuid,
  made_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, process_id) references processes (org_id, id) on delete cascade,
  foreign key (org_id, doer_id) references people (org_id, id) on delete set null (doer_id),
  foreign key (org_id, made_by) references people (org_id, id) on delete set null (made_by)
);
create index process_triggers_by_process on process_triggers (org_id, process_id);
select coact_tenant_table('process_triggers');

alter table process_runs
  -- Whose it is where it is nobody's by name: anybody's who knows the role.
  add column doer_role_id uuid,
  add column trigger_id uuid,
  -- Whom it is about: who joined or left.
  add column about_id uuid,
  -- When it was to begin; with `started_at` it says how late it was begun.
  add column planned_at timestamptz,
  -- How often it has changed hands: whoever gets it is told anew.
  add column hands int not null default 0,
  add foreign key (org_id, about_id) references people (org_id, id) on delete set null (about_id),
  add foreign key (org_id, trigger_id) references process_triggers (org_id, id) on delete set null (trigger_id);

-- Each time that a trigger was to begin something: its key is what makes it happen once.
create table process_starts (
  org_id uuid not null,
  trigger_id uuid not null,
  -- A local time, a local day, or who joined or left and when.
  occurrence text not null,
  planned_at timestamptz not null,
  -- `waiting`: to be begun at once. `empty`: begun, and stopped as no shift was left on that day.
  state text not null check (state in ('waiting', 'begun', 'skipped', 'empty')),
  why text not null default '' check (why in ('', 'too_late', 'not_held', 'no_location', 'no_shift')),
  run_id uuid,
  -- Of `shift`: when it begins, and until when the run goes to whoever begins first.
  until timestamptz,
  -- Of `joining` and `leaving`: who, and whom they reported to then.
  person_id uuid,
  manager_id uuid,
  primary key (org_id, trigger_id, occurrence),
  foreign key (org_id, trigger_id) references process_triggers (org_id, id) on delete cascade,
  foreign key (org_id, run_id) references process_runs (org_id, id) on delete set null (run_id),
  foreign key (org_id, person_id) references people (org_id, id) on delete set null (person_id),
  foreign key (org_id, manager_id) references people (org_id, id) on delete set null (manager_id)
);
create index process_starts_waiting on process_starts (org_id, trigger_id) where state = 'waiting';
select coact_tenant_table('process_starts');

-- Who is told of what is late in a process, and after how long. No row: the one who answers for it, at once.
create table process_alarms (
  org_id uuid not null,
  process_id uuid not null,
  -- Minutes after it was due; null: not told.
  owner_after int check (owner_after between 0 and 10080),
  manager_after int check (manager_after between 0 and 10080),
  -- A step is late when it has been next for so much longer than it takes; null: steps are not watched.
  step_after int check (step_after between 1 and 10080),
  primary key (org_id, process_id),
  foreign key (org_id, process_id) references processes (org_id, id) on delete cascade
);
select coact_tenant_table('process_alarms');

-- Who was told of what is late: each once. And whose message was replaced as they may not read it any more.
create table run_alarms (
  org_id uuid not null,
  run_id uuid not null,
  -- A step, the run itself, or of `lost` a person.
  about uuid not null,
  stage text not null check (stage in ('doer', 'owner', 'manager', 'lost')),
  told_at timestamptz not null,
  primary key (org_id, run_id, about, stage),
  foreign key (org_id, run_id) references process_runs (org_id, id) on delete cascade
);
select coact_tenant_table('run_alarms');

-- The same of runs that were late before there were stages.
insert into run_alarms (org_id, run_id, about, stage, told_at)
  select org_id, id, id, stage, escalated_at from process_runs cross join (values ('doer'), ('owner')) as told (stage)
  where escalated_at is not null;
drop index process_runs_due;
alter table process_runs drop column escalated_at;
create index process_runs_open on process_runs (org_id, due_at) where state = 'open';
