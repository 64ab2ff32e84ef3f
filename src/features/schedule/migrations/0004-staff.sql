-- What people wish: hours a week, whether they pick up extra shifts, what they like and dislike.
create table preferences (
  org_id uuid not null,
  person_id uuid not null,
  wanted_minutes int check (wanted_minutes between 0 and 10080),
  extra_shifts boolean not null,
  likings jsonb not null,
  changed_at timestamptz not null,
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade
);
select coact_tenant_table('preferences');

-- What is different for one person (rules/rule.ts, PersonalRules).
create table personal_rules (
  org_id uuid not null,
  person_id uuid not null,
  rules jsonb not null,
  changed_at timestamptz not null,
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade
);
select coact_tenant_table('personal_rules');

-- Kinds of absence: holiday, illness, parental leave. With accrual they have a balance for each person.
create table time_off_kinds (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  name_key text generated always as (folded(name)) stored,
  colour text not null check (colour ~ '^[a-z]{3,10}$'),
  accrual text not null check (accrual in ('none', 'year', 'month')),
  -- Granted for a whole year, whether at once or in twelfths.
  minutes_a_year int not null check (minutes_a_year between 0 and 527040),
  -- What a whole day off takes from the balance.
  day_minutes int not null check (day_minutes between 15 and 1440),
  archived_at timestamptz,
  created_at timestamptz not null,
  primary key (org_id, id)
);
create unique index time_off_kinds_one_per_name on time_off_kinds (org_id, name_key);
select coact_tenant_table('time_off_kinds');

create table time_off_requests (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind_id uuid not null,
  -- As the person said it, on the clock on the wall in this zone.
  zone text not null,
  starts text not null check (starts ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d$'),
  ends text not null check (ends ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d$'),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  -- What it takes from the balance.
  minutes int not null check (minutes >= 0),
  state text not null check (state in ('asked', 'approved', 'declined', 'withdrawn')),
  note_sealed bytea,
  reason_sealed bytea,
  asked_by uuid not null,
  asked_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade,
  foreign key (org_id, kind_id) references time_off_kinds (org_id, id),
  -- Nobody is off twice at once, whoever asks and however many at a time.
  constraint time_off_no_overlap exclude using gist (org_id with =, person_id with =, tstzrange(starts_at, ends_at) with &&)
    where (state in ('asked', 'approved'))
);
create index time_off_requests_by_person on time_off_requests (org_id, person_id, starts_at);
create index time_off_requests_by_state on time_off_requests (org_id, state, starts_at);
select coact_tenant_table('time_off_requests');

-- The ledger of balances: granted by the year or month, used by approved requests, corrected by hand. The sum is the balance.
create table time_off_entries (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind_id uuid not null,
  entry text not null check (entry in ('granted', 'used', 'corrected')),
  minutes int not null,
  -- Of a grant the year or month it is for, so that each comes once.
  granted_for text,
  request_id uuid,
  day date not null,
  made_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade,
  foreign key (org_id, kind_id) references time_off_kinds (org_id, id),
  foreign key (org_id, request_id) references time_off_requests (org_id, id) on delete cascade
);
create unique index time_off_entries_one_grant on time_off_entries (org_id, person_id, kind_id, granted_for) where entry = 'granted';
create unique index time_off_entries_one_use on time_off_entries (org_id, request_id) where entry = 'used';
create index time_off_entries_by_person on time_off_entries (org_id, person_id, kind_id);
select coact_tenant_table('time_off_entries');
