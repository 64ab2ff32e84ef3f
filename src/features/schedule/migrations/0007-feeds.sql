-- Addresses under which a calendar program reads shifts: one's own, or those of a role. The address is the secret; it is kept hashed.
create table calendar_feeds (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  token_hash bytea not null,
  made_by uuid not null,
  -- Null: the shifts of whoever made it.
  role_id uuid,
  made_at timestamptz not null,
  -- To the hour, so that a person can see whether anything still reads it.
  read_at timestamptz,
  primary key (org_id, id),
  foreign key (org_id, made_by) references people (org_id, id) on delete cascade,
  foreign key (org_id, role_id) references work_roles (org_id, id) on delete cascade
);
create index calendar_feeds_by_token on calendar_feeds (token_hash);
create unique index calendar_feeds_one_of_each on calendar_feeds (org_id, made_by, role_id) nulls not distinct;
select coact_tenant_table('calendar_feeds');
-- A calendar program brings the address only: whose it is has to be found first.
grant select (org_id, id, token_hash) on calendar_feeds to coact_directory;
create policy directory on calendar_feeds for select to coact_directory using (true);
