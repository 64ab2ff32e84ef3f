-- What somebody worked, as it holds now: clocked by themselves, or put in by a correction. Times are whole minutes.
create table clock_entries (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- The published shift that it was matched with; null: work that nobody planned.
  shift_id uuid,
  role_id uuid,
  location_id uuid,
  -- Of the location: what the clock there showed.
  zone text not null,
  -- The local day on which it begins: to this day it belongs.
  day date not null,
  starts_at timestamptz not null,
  -- Null: it runs.
  ends_at timestamptz check (ends_at >= starts_at),
  -- Pairs of minutes since 1970 in order; the last one has no end while it runs.
  breaks jsonb not null default '[]',
  -- How many versions there are of it in clock_versions.
  version int not null default 1,
  -- Taken out by a correction.
  removed_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id),
  foreign key (org_id, shift_id) references shifts (org_id, id),
  foreign key (org_id, role_id) references work_roles (org_id, id),
  foreign key (org_id, location_id) references locations (org_id, id),
  -- Nobody works twice at once; what runs has no end, so that it excludes a second one too.
  constraint clock_entries_no_overlap
    exclude using gist (org_id with =, person_id with =, tstzrange(starts_at, ends_at) with &&) where (removed_at is null)
);
create index clock_entries_by_day on clock_entries (org_id, day);
create index clock_entries_by_person on clock_entries (org_id, person_id, starts_at);
create index clock_entries_by_time on clock_entries (org_id, starts_at);
create unique index clock_entries_one_running on clock_entries (org_id, person_id) where ends_at is null and removed_at is null;
select coact_tenant_table('clock_entries');

-- What somebody says was otherwise than the clock has it: asked for and decided, or put in at once by who may decide.
create table clock_corrections (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- Null until it is approved, where nothing was clocked.
  entry_id uuid,
  kind text not null check (kind in ('add', 'change', 'remove')),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at >= starts_at),
  breaks jsonb not null,
  role_id uuid,
  zone text not null,
  state text not null check (state in ('asked', 'approved', 'declined', 'withdrawn')),
  reason_sealed bytea not null,
  answer_sealed bytea,
  asked_by uuid not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id),
  foreign key (org_id, entry_id) references clock_entries (org_id, id),
  foreign key (org_id, role_id) references work_roles (org_id, id),
  check (kind = 'add' or entry_id is not null)
);
create unique index clock_corrections_one_asked on clock_corrections (org_id, entry_id) where state = 'asked';
create index clock_corrections_by_person on clock_corrections (org_id, person_id, starts_at);
create index clock_corrections_by_state on clock_corrections (org_id, state, asked_at);
select coact_tenant_table('clock_corrections');

-- Every version that an entry had, in order: the evidence. Written once and never changed.
create table clock_versions (
  org_id uuid not null,
  entry_id uuid not null,
  number int not null,
  act text not null check (act in ('in', 'break', 'back', 'out', 'correction')),
  starts_at timestamptz not null,
  ends_at timestamptz,
  breaks jsonb not null,
  shift_id uuid,
  role_id uuid,
  removed boolean not null,
  made_by uuid not null,
  made_at timestamptz not null,
  correction_id uuid,
  -- Made by the caller for each press of a button: the same press twice is one act.
  key text check (length(key) between 1 and 100),
  primary key (org_id, entry_id, number),
  foreign key (org_id, entry_id) references clock_entries (org_id, id),
  foreign key (org_id, correction_id) references clock_corrections (org_id, id)
);
create unique index clock_versions_one_per_key on clock_versions (org_id, made_by, key) where key is not null;
select coact_tenant_table('clock_versions');
revoke update on clock_versions from coact_app;

-- Hours of a person in a period that somebody approved; no row, or none approved: they are open.
create table timesheets (
  org_id uuid not null,
  person_id uuid not null,
  first_day date not null,
  days smallint not null check (days between 7 and 28),
  approved_by uuid not null,
  -- Null: opened again by a correction.
  approved_at timestamptz,
  -- What was approved.
  worked_minutes int not null,
  primary key (org_id, person_id, first_day),
  foreign key (org_id, person_id) references people (org_id, id)
);
select coact_tenant_table('timesheets');
