-- What every shared post says of its writer, as "#ad". No row: nothing.
create table share_disclosures (
  org_id uuid primary key,
  words text not null,
  changed_at timestamptz not null
);
select coact_tenant_table('share_disclosures');

-- Publishers may leave it out of a request that is no advertising.
alter table share_requests add column disclosed boolean not null default true;
