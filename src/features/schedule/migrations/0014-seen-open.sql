-- Published shifts that are known to have room, as long as they have: what is here is no news to those who were told.
create table shift_openings (
  org_id uuid not null,
  -- Of this time that it is open: its notices are found by it.
  id uuid not null,
  -- No foreign key: a shift that is taken out may be gone before its notices say so.
  shift_id uuid not null,
  -- Places that nobody has, as it was last looked at.
  missing smallint not null check (missing > 0),
  primary key (org_id, id)
);
create unique index shift_openings_one_of_each on shift_openings (org_id, shift_id);
select coact_tenant_table('shift_openings');

-- Who was told of one.
create table shift_openings_told (
  org_id uuid not null,
  opening_id uuid not null,
  person_id uuid not null,
  primary key (org_id, opening_id, person_id),
  foreign key (org_id, opening_id) references shift_openings (org_id, id) on delete cascade,
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade
);
select coact_tenant_table('shift_openings_told');

-- What was published before is no news: it counts as known, and what has no room of it is forgotten at the first look.
insert into shift_openings (org_id, id, shift_id, missing)
  select s.org_id, gen_random_uuid(), s.id, s.needs from shifts s
  join work_roles r on r.org_id = s.org_id and r.id = s.role_id
  where s.cancelled_at is null and s.needs > 0 and s.starts_at > now() and exists (
    select from publications b where b.org_id = s.org_id and b.period_id = s.period_id and b.kind = 'publish'
      and (b.location_id is null or b.location_id = r.location_id));
