-- How an organisation hands hours to its payroll: which columns, in which order and spelling. Several, each under a name.
create table payroll_mappings (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  name text not null check (length(name) between 1 and 100),
  name_key text generated always as (folded(name)) stored,
  -- A row for each person, day and role, or for each person and role.
  rows text not null check (rows in ('day', 'span')),
  -- What was published, or what the time clock has and somebody approved.
  source text not null check (source in ('planned', 'worked')),
  separator text not null check (separator in ('comma', 'semicolon', 'tab')),
  decimals text not null check (decimals in ('point', 'comma')),
  dates text not null check (dates in ('iso', 'dots', 'slashes', 'us')),
  -- reports/payroll/mapping.ts, Column.
  columns jsonb not null,
  revision int not null default 1,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (org_id, id)
);
create unique index payroll_mappings_one_per_name on payroll_mappings (org_id, name_key);
select coact_tenant_table('payroll_mappings');

-- The place that was kept for a single set of columns; nothing was ever written there.
alter table schedule_settings drop column payroll_columns;

-- Reports and the payroll export ask for all that was told of some days, also of what does not hold any more.
create index published_shifts_by_time on published_shifts (org_id, starts_at);
