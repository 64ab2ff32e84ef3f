-- Raises and promotions. What is proposed waits for approvals, then for its day; then it is a wage like any other, which names it.
create table raises (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  person_id uuid not null,
  from_day date not null,
  -- raises/raise.ts, Terms: from what to what, and why.
  sealed bytea not null,
  state text not null check (state in ('open', 'approved', 'in_force', 'declined', 'withdrawn', 'stopped')),
  -- Why it came to nothing by itself, of a closed list.
  stopped_why text check (stopped_why in ('left', 'pay_changed', 'day_taken')),
  -- Counts what was asked: approvals are of one revision.
  revision integer not null,
  -- How many approvals were asked for.
  needed smallint not null check (needed between 1 and 3),
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  released_by uuid,
  released_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade,
  check ((released_by is null) = (released_at is null)),
  check ((stopped_why is null) = (state <> 'stopped'))
);
-- For one person one proposal waits at a time.
create unique index raises_one_waiting on raises (org_id, person_id) where state in ('open', 'approved');
create index raises_by_day on raises (org_id, from_day) where state in ('open', 'approved');
select coact_tenant_table('raises');

-- What happened to a proposal, one row each, never rewritten.
create table raise_events (
  org_id uuid not null,
  id uuid not null,
  raise_id uuid not null,
  revision integer not null,
  kind text not null check (kind in (
    'proposed', 'changed', 'asked', 'dropped', 'approved', 'declined', 'withdrawn', 'in_force', 'stopped', 'released'
  )),
  -- Who did it; of 'asked' and 'dropped' whose approval it is about; null: it happened by itself.
  person_id uuid,
  -- Of what was proposed the terms as they were then, of a refusal the words.
  sealed bytea,
  at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, raise_id) references raises (org_id, id) on delete cascade
);
create index raise_events_by_raise on raise_events (org_id, raise_id, at);
create unique index raise_events_once on raise_events (org_id, raise_id, revision, kind, person_id)
  where kind in ('asked', 'dropped', 'approved');
select coact_tenant_table('raise_events');

-- The wage that a proposal became: there is one, whoever writes it how often.
alter table wages add column raise_id uuid;
create unique index wages_once_for_raise on wages (org_id, raise_id) where raise_id is not null;

create or replace function coact_keep_wage() returns trigger language plpgsql as $$
begin
  if (new.org_id, new.id, new.role_id, new.from_day, new.corrects, new.entered_at, new.raise_id)
      is distinct from (old.org_id, old.id, old.role_id, old.from_day, old.corrects, old.entered_at, old.raise_id)
    or (old.approved is not null and (new.approved, new.decided_at) is distinct from (old.approved, old.decided_at))
  then
    raise exception 'wages are never rewritten; enter a correction';
  end if;
  return new;
end $$;

-- How many people approve a raise, beside who proposes it.
alter table pay_settings add column approvals smallint not null default 1 check (approvals between 1 and 3);
