-- That people read what holds and confirm it. Asked of a version: what is published later asks anew only where it is said to.
create table readings (
  org_id uuid not null,
  id uuid not null,
  process_id uuid not null,
  -- From which version on a confirmation counts. Small changes after it ask nobody again.
  version_id uuid not null,
  -- What is different, in the words of who published it; empty where nothing held before.
  changed text not null default '' check (length(changed) <= 1000),
  due_on date not null,
  -- Days between two reminders, and the last day of them; null: no reminders, and no last day.
  remind_every int check (remind_every between 1 and 60),
  remind_until date,
  -- Questions with their right answers. Null: nothing is asked but to confirm.
  quiz jsonb,
  asked_by uuid,
  asked_at timestamptz not null,
  -- When people were last reminded by hand, and by whom.
  reminded_at timestamptz,
  reminded_by uuid,
  ended_at timestamptz,
  ended_by uuid,
  primary key (org_id, id),
  foreign key (org_id, process_id) references processes (org_id, id) on delete cascade,
  foreign key (org_id, version_id) references process_versions (org_id, id),
  foreign key (org_id, asked_by) references people (org_id, id) on delete set null (asked_by),
  foreign key (org_id, reminded_by) references people (org_id, id) on delete set null (reminded_by),
  foreign key (org_id, ended_by) references people (org_id, id) on delete set null (ended_by)
);
create unique index readings_one_open on readings (org_id, process_id) where ended_at is null;
create index readings_by_process on readings (org_id, process_id, asked_at);
select coact_tenant_table('readings');

-- Of whom it is asked. No row: of everybody whom the process is meant for.
create table reading_audiences (
  org_id uuid not null,
  reading_id uuid not null,
  kind text not null check (kind in ('person', 'role', 'department', 'location')),
  ref uuid not null,
  primary key (org_id, reading_id, kind, ref),
  foreign key (org_id, reading_id) references readings (org_id, id) on delete cascade
);
create index reading_audiences_by_ref on reading_audiences (org_id, ref);
select coact_tenant_table('reading_audiences');

-- How far each of them is. Which answers of a quiz were wrong is kept nowhere.
create table reading_people (
  org_id uuid not null,
  reading_id uuid not null,
  person_id uuid not null,
  -- When they were told of it, and when last reminded.
  told_at timestamptz,
  reminded_at timestamptz,
  tries int not null default 0 check (tries >= 0),
  tried_at timestamptz,
  passed_at timestamptz,
  confirmed_at timestamptz,
  -- What they had before them when they confirmed.
  version_id uuid,
  how text check (how in ('web')),
  primary key (org_id, reading_id, person_id),
  check ((confirmed_at is null) = (version_id is null) and (confirmed_at is null) = (how is null)),
  foreign key (org_id, reading_id) references readings (org_id, id) on delete cascade,
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade,
  foreign key (org_id, version_id) references process_versions (org_id, id)
);
create index reading_people_by_person on reading_people (org_id, person_id);
select coact_tenant_table('reading_people');
