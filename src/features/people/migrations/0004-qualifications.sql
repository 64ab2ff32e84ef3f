-- What people may be asked to hold: a licence, a course, a certificate. The organisation's own list.
create table qualifications (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  name_key text generated always as (folded(name)) stored,
  description text not null check (length(description) <= 1000),
  -- Said once, when it is added: of one that expires every holder has a last day.
  expires boolean not null,
  archived_at timestamptz,
  created_at timestamptz not null,
  primary key (org_id, id)
);
create unique index qualifications_one_per_name on qualifications (org_id, name_key);
select coact_tenant_table('qualifications');

create table held_qualifications (
  org_id uuid not null,
  person_id uuid not null,
  qualification_id uuid not null,
  -- The last day on which it is valid, where it expires.
  expires_on date,
  primary key (org_id, person_id, qualification_id),
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade,
  foreign key (org_id, qualification_id) references qualifications (org_id, id)
);
create index held_qualifications_by_qualification on held_qualifications (org_id, qualification_id, expires_on, person_id);
create index held_qualifications_by_day on held_qualifications (org_id, expires_on) where expires_on is not null;
select coact_tenant_table('held_qualifications');

-- What was said about one holder, one last day, so many days before: each is said once.
create table qualification_reminders (
  org_id uuid not null,
  person_id uuid not null,
  qualification_id uuid not null,
  expires_on date not null,
  days int not null check (days in (60, 30, 7)),
  sent_at timestamptz not null,
  primary key (org_id, person_id, qualification_id, expires_on, days),
  foreign key (org_id, person_id, qualification_id)
    references held_qualifications (org_id, person_id, qualification_id) on delete cascade
);
select coact_tenant_table('qualification_reminders');
