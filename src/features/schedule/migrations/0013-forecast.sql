-- In what the demand of a role is counted, and how much of it one person handles in a half hour. No row: people, one each.
create table forecast_measures (
  org_id uuid not null,
  role_id uuid not null,
  unit text not null check (length(unit) between 1 and 40),
  -- In hundredths.
  per_person int not null check (per_person between 1 and 10000000),
  -- Counts changes of the forecast, so that two who edit at once notice each other.
  revision int not null,
  primary key (org_id, role_id),
  foreign key (org_id, role_id) references work_roles (org_id, id) on delete cascade
);
select coact_tenant_table('forecast_measures');

-- How much is expected in each half hour of a day on the clock of the role's location; null: there is no forecast.
create table forecasts (
  org_id uuid not null,
  role_id uuid not null,
  day date not null,
  -- In hundredths, 0 to 10,000,000.
  amounts int[] not null check (cardinality(amounts) = 48 and 0 <= all (amounts) and 10000000 >= all (amounts)),
  -- Where each of them is from: typed, imported, projected.
  sources text[] not null check (cardinality(sources) = 48
    and array_remove(sources, null) <@ '{typed,imported,projected}'),
  primary key (org_id, role_id, day),
  foreign key (org_id, role_id) references work_roles (org_id, id) on delete cascade
);
select coact_tenant_table('forecasts');
