-- Who wants the totals sent to them, how often, and when by the organisation's clock. Each for themselves.
create table digests (
  org_id uuid not null,
  person_id uuid not null,
  every text not null check (every in ('week', 'month')),
  -- ISO: 1 is Monday. Of a month, the first such day.
  weekday smallint not null check (weekday between 1 and 7),
  hour smallint not null check (hour between 0 and 23),
  by_mail boolean not null,
  by_slack boolean not null check (by_mail or by_slack),
  -- The first day of the last period that was told of: of none twice.
  told_from date not null,
  -- In the address that ends it without signing in; it opens nothing else.
  stop_key uuid not null,
  primary key (org_id, person_id)
);
select coact_tenant_table('digests');
