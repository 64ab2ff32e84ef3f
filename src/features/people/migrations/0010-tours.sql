-- Which guided tours somebody has taken or put off, so that each is offered to them once, on whatever device.
create table tour_answers (
  org_id uuid not null,
  person_id uuid not null,
  tour text not null check (tour in ('employees', 'schedulers', 'publishers', 'administrators')),
  answer text not null check (answer in ('taken', 'put_off')),
  answered_at timestamptz not null,
  primary key (org_id, person_id, tour),
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade
);
select coact_tenant_table('tour_answers');
