-- What an hour of a role usually costs, as it was told to those who may not see single wages: plan/usual-rates.ts. Kept, so
-- that the next figure is told only where all of them together say nothing of one or two people.
create table usual_rates (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  -- No reference: what was told of a role stays told.
  role_id uuid not null,
  told_at timestamptz not null,
  -- The figure, and whose wages are in it.
  sealed bytea not null,
  primary key (org_id, id)
);
select coact_tenant_table('usual_rates');

-- What single people earn is kept by the slice of pay, with its history.
alter table role_people drop column rate_sealed;
