-- What people earn: one row for each word about it, never rewritten. A correction is a row that names what it corrects.
create table wages (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  person_id uuid not null,
  -- A role of the schedule; null: whatever they do. No reference: what was paid stays known when a role is no more.
  role_id uuid,
  from_day date not null,
  -- wages/wage.ts, Sealed: amount, currency, kind, why.
  sealed bytea not null,
  corrects uuid,
  entered_by uuid not null,
  entered_at timestamptz not null,
  -- Who let it hold, or refused it; where no second person is asked, who entered it.
  decided_by uuid,
  decided_at timestamptz,
  approved boolean,
  primary key (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade,
  check ((decided_by is null) = (approved is null) and (decided_at is null) = (approved is null))
);
create index wages_by_person on wages (org_id, person_id, entered_at);
-- An entry is corrected once; what corrects it can be corrected in turn.
create unique index wages_corrected_once on wages (org_id, corrects) where approved is distinct from false;
select coact_tenant_table('wages');

-- Against the product's own mistakes too: of a row that is there, only who it is about (two records become one), the seal
-- (keys are replaced) and a decision that was still open can change.
create function coact_keep_wage() returns trigger language plpgsql as $$
begin
  if (new.org_id, new.id, new.role_id, new.from_day, new.corrects, new.entered_at)
      is distinct from (old.org_id, old.id, old.role_id, old.from_day, old.corrects, old.entered_at)
    or (old.approved is not null and (new.approved, new.decided_at) is distinct from (old.approved, old.decided_at))
  then
    raise exception 'wages are never rewritten; enter a correction';
  end if;
  return new;
end $$;
create trigger wages_stay before update on wages for each row execute function coact_keep_wage();

create table pay_settings (
  org_id uuid primary key references organisations (org_id),
  -- Managers see what those who report to them earn.
  managers_see boolean not null default false,
  -- A wage holds once somebody else than who entered it has confirmed it.
  second_person boolean not null default false,
  changed_at timestamptz not null
);
select coact_tenant_table('pay_settings');
