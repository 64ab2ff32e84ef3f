-- A name as it is looked for and compared: without case, accents and double spaces.
create function folded(name text) returns text language sql immutable parallel safe as $$
  select lower(regexp_replace(regexp_replace(normalize(name, NFD), '[\u0300-\u036f]', '', 'g'), '\s+', ' ', 'g'))
$$;

alter table people add column name_key text generated always as (folded(name)) stored;
create index people_by_name on people (org_id, name_key, id);

create table departments (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  name_key text generated always as (folded(name)) stored,
  archived_at timestamptz,
  created_at timestamptz not null,
  primary key (org_id, id)
);
create unique index departments_one_per_name on departments (org_id, name_key);
select coact_tenant_table('departments');

create table locations (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  name_key text generated always as (folded(name)) stored,
  time_zone text not null,
  archived_at timestamptz,
  created_at timestamptz not null,
  primary key (org_id, id)
);
create unique index locations_one_per_name on locations (org_id, name_key);
select coact_tenant_table('locations');

-- Where somebody works, and what a scheduler's role is limited to. Nothing here cascades from the place: a limit that
-- vanished with its department would leave a scheduler without limits.
create table person_departments (
  org_id uuid not null,
  person_id uuid not null,
  department_id uuid not null,
  relation text not null check (relation in ('works', 'schedules')),
  primary key (org_id, person_id, department_id, relation),
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade,
  foreign key (org_id, department_id) references departments (org_id, id)
);
create index person_departments_by_department on person_departments (org_id, department_id, person_id);
select coact_tenant_table('person_departments');

create table person_locations (
  org_id uuid not null,
  person_id uuid not null,
  location_id uuid not null,
  relation text not null check (relation in ('works', 'schedules')),
  primary key (org_id, person_id, location_id, relation),
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade,
  foreign key (org_id, location_id) references locations (org_id, id)
);
create index person_locations_by_location on person_locations (org_id, location_id, person_id);
select coact_tenant_table('person_locations');
