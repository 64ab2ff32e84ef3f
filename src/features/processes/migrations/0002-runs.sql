-- A process that is gone through once. It keeps the version that it was started with, whatever is published meanwhile.
create table process_runs (
  org_id uuid not null,
  id uuid not null,
  process_id uuid not null,
  version_id uuid not null,
  started_by uuid,
  -- Whose it is; null: anybody's who reads the process.
  doer_id uuid,
  location_id uuid,
  started_at timestamptz not null,
  due_at timestamptz,
  state text not null check (state in ('open', 'finished', 'stopped')),
  ended_at timestamptz check ((ended_at is null) = (state = 'open')),
  ended_by uuid,
  stopped_why text not null default '' check (length(stopped_why) <= 500),
  -- When it was told that it is late: once.
  escalated_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, process_id) references processes (org_id, id) on delete cascade,
  foreign key (org_id, version_id) references process_versions (org_id, id),
  foreign key (org_id, started_by) references people (org_id, id) on delete set null (started_by),
  foreign key (org_id, doer_id) references people (org_id, id) on delete set null (doer_id),
  foreign key (org_id, ended_by) references people (org_id, id) on delete set null (ended_by),
  foreign key (org_id, location_id) references locations (org_id, id) on delete set null (location_id)
);
create index process_runs_by_process on process_runs (org_id, process_id, started_at);
create index process_runs_by_doer on process_runs (org_id, doer_id) where state = 'open';
create index process_runs_due on process_runs (org_id, due_at) where state = 'open' and escalated_at is null;
select coact_tenant_table('process_runs');

-- Pictures as evidence. Sealed, as they show whatever stood before the camera.
create table run_pictures (
  org_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  sealed bytea not null,
  mime text not null check (mime in ('image/jpeg', 'image/png')),
  made_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, run_id) references process_runs (org_id, id) on delete cascade
);
select coact_tenant_table('run_pictures');

-- What was done: evidence. Nothing is written over; what was taken back stays, with when and by whom.
create table run_entries (
  org_id uuid not null,
  -- Chosen by whoever sends it: sent twice, it counts once.
  id uuid not null,
  run_id uuid not null,
  step_id uuid not null,
  person_id uuid,
  -- When it was done by the clock of the device, and when it arrived: a phone may have had no network.
  done_at timestamptz not null,
  arrived_at timestamptz not null,
  value numeric,
  within boolean,
  choice int,
  words text not null default '' check (length(words) <= 1000),
  picture_id uuid,
  taken_back_at timestamptz,
  taken_back_by uuid,
  primary key (org_id, id),
  foreign key (org_id, run_id) references process_runs (org_id, id) on delete cascade,
  foreign key (org_id, person_id) references people (org_id, id) on delete set null (person_id),
  foreign key (org_id, taken_back_by) references people (org_id, id) on delete set null (taken_back_by),
  foreign key (org_id, picture_id) references run_pictures (org_id, id)
);
-- Of two who do the same step at the same time, one has done it.
create unique index run_entries_one_of_each on run_entries (org_id, run_id, step_id) where taken_back_at is null;
select coact_tenant_table('run_entries');
