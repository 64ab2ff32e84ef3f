-- What somebody with a title may earn. Not about a person; owners and payroll read it, and whom an organisation lets.
create table pay_bands (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  title text not null check (length(title) between 1 and 100),
  -- The title without case and accents: by it two spellings are one title.
  title_key text not null,
  -- Null: wherever there is none of a location's own. No reference: a band stays known when the place is no more.
  location_id uuid,
  from_day date not null,
  -- The last day; null: until another one.
  until_day date check (until_day >= from_day),
  low bigint not null check (low > 0),
  middle bigint not null check (middle >= low),
  high bigint not null check (high >= middle),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  -- The time that the amounts are for: of a band for an hour 60 minutes, of one for a year 52 weeks of full time.
  per text not null check (per in ('hour', 'year')),
  weekly_minutes integer check ((per = 'year') = (weekly_minutes is not null) and weekly_minutes > 0),
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (org_id, id),
  unique nulls not distinct (org_id, title_key, location_id, from_day)
);
select coact_tenant_table('pay_bands');

-- People see the band of their own title, and where they stand in it.
alter table pay_settings add column people_see_bands boolean not null default false;

-- Every figure about the pay of a group that was ever told, with whose pay is in it: what may be told next depends on all.
create table pay_equity_told (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  told_at timestamptz not null,
  -- bands/equity/told.ts, Told: group, figure and people.
  sealed bytea not null,
  primary key (org_id, id)
);
select coact_tenant_table('pay_equity_told');
