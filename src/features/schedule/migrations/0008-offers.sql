-- A shift of somebody's, or a part of it, that they offer to others. life/offers/offer.ts tells its states.
create table shift_offers (
  org_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  -- The assignment as it was then. It is no foreign key: when the plan is changed the offer ends, and stays as it was.
  assignment_id uuid not null,
  shift_id uuid not null,
  held_starts_at timestamptz not null,
  held_ends_at timestamptz not null,
  -- What of it is offered.
  starts_at timestamptz not null check (starts_at >= held_starts_at),
  ends_at timestamptz not null check (ends_at > starts_at and ends_at <= held_ends_at),
  to_everyone boolean not null,
  note_sealed bytea,
  state text not null check (state in ('open', 'waiting', 'done', 'withdrawn', 'expired', 'refused')),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  taken_by uuid,
  -- The assignment that is taken in return.
  taken_return uuid,
  -- What ended it, where that was nobody's act; and what a scheduler wrote.
  ended_why text,
  reason_sealed bytea,
  ended_by uuid,
  ended_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, from_id) references people (org_id, id) on delete cascade,
  foreign key (org_id, shift_id) references shifts (org_id, id)
);
create unique index shift_offers_one_of_each on shift_offers (org_id, assignment_id) where state in ('open', 'waiting');
create index shift_offers_by_giver on shift_offers (org_id, from_id, made_at);
create index shift_offers_under_way on shift_offers (org_id, expires_at) where state in ('open', 'waiting');
select coact_tenant_table('shift_offers');

-- Who was asked.
create table shift_offer_people (
  org_id uuid not null,
  offer_id uuid not null,
  person_id uuid not null,
  state text not null check (state in ('asked', 'declined', 'accepted', 'gone')),
  answered_at timestamptz,
  primary key (org_id, offer_id, person_id),
  foreign key (org_id, offer_id) references shift_offers (org_id, id) on delete cascade,
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade
);
create index shift_offer_people_by_person on shift_offer_people (org_id, person_id);
select coact_tenant_table('shift_offer_people');

-- What of theirs would be taken in return, one of these; as it was then.
create table shift_offer_returns (
  org_id uuid not null,
  offer_id uuid not null,
  person_id uuid not null,
  assignment_id uuid not null,
  shift_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  -- Changed or given away since.
  gone boolean not null default false,
  primary key (org_id, offer_id, person_id, assignment_id),
  foreign key (org_id, offer_id, person_id) references shift_offer_people (org_id, offer_id, person_id) on delete cascade,
  foreign key (org_id, shift_id) references shifts (org_id, id)
);
select coact_tenant_table('shift_offer_returns');

-- Who would like to have an open shift, where a scheduler picks; and who got one, where the first one does.
create table shift_claims (
  org_id uuid not null,
  id uuid not null,
  shift_id uuid not null,
  person_id uuid not null,
  state text not null check (state in ('asked', 'given', 'withdrawn', 'refused', 'ended')),
  asked_at timestamptz not null,
  reason_sealed bytea,
  ended_by uuid,
  ended_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, shift_id) references shifts (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade
);
create unique index shift_claims_one_of_each on shift_claims (org_id, shift_id, person_id) where state = 'asked';
create index shift_claims_by_person on shift_claims (org_id, person_id, asked_at);
select coact_tenant_table('shift_claims');
