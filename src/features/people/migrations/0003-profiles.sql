-- What is known of a person besides name and address. What is personal is sealed, each value to this row; who may see a
-- contact field is said by the person, and nobody may until they do.
create table profiles (
  org_id uuid not null,
  person_id uuid not null,
  legal_name_sealed bytea,
  pronouns_sealed bytea,
  phones_sealed bytea,
  address_sealed bytea,
  emergency_sealed bytea,
  email_seen_by text not null default 'me' check (email_seen_by in ('me', 'managers', 'everyone')),
  pronouns_seen_by text not null default 'me' check (pronouns_seen_by in ('me', 'managers', 'everyone')),
  phones_seen_by text not null default 'me' check (phones_seen_by in ('me', 'managers', 'everyone')),
  address_seen_by text not null default 'me' check (address_seen_by in ('me', 'managers', 'everyone')),
  emergency_seen_by text not null default 'me' check (emergency_seen_by in ('me', 'managers', 'everyone')),
  start_date date,
  seniority text check (length(seniority) between 1 and 100),
  employment_kind text check (
    employment_kind in ('full_time', 'part_time', 'temporary', 'contractor', 'apprentice', 'volunteer')
  ),
  manager_id uuid,
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade,
  foreign key (org_id, manager_id) references people (org_id, id),
  check (manager_id <> person_id)
);
create index profiles_by_manager on profiles (org_id, manager_id) where manager_id is not null;
select coact_tenant_table('profiles');

-- A person's picture as it was encoded anew, sealed.
create table portraits (
  org_id uuid not null,
  person_id uuid not null,
  sealed bytea not null,
  mime text not null check (mime in ('image/jpeg', 'image/png')),
  changed_at timestamptz not null,
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade
);
select coact_tenant_table('portraits');

-- What those who answer for a person keep about them. `person`: shown to the person too.
create table person_notes (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  author_id uuid not null,
  sealed bytea not null,
  seen_by text not null check (seen_by in ('managers', 'person')),
  created_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade,
  foreign key (org_id, author_id) references people (org_id, id)
);
create index person_notes_by_person on person_notes (org_id, person_id, created_at);
select coact_tenant_table('person_notes');
