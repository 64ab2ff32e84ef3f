-- What several requests are about together. A name is taken once, however it is written.
create table campaigns (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  name_key text not null,
  colour text not null check (colour ~ '^[a-z]{3,20}$'),
  from_day date,
  until_day date check (until_day >= from_day),
  archived_at timestamptz,
  created_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, name_key)
);
select coact_tenant_table('campaigns');

alter table share_requests add column campaign_id uuid;
alter table share_requests add constraint share_requests_campaign
  foreign key (org_id, campaign_id) references campaigns (org_id, id);
create index share_requests_by_campaign on share_requests (org_id, campaign_id) where campaign_id is not null;

-- Words by which requests are found and reported: as they were written, and by the key under which two spellings are one.
create table request_tags (
  org_id uuid not null,
  request_id uuid not null,
  tag_key text not null,
  tag text not null,
  primary key (org_id, request_id, tag_key),
  foreign key (org_id, request_id) references share_requests (org_id, id) on delete cascade
);
select coact_tenant_table('request_tags');
create index request_tags_by_key on request_tags (org_id, tag_key);
