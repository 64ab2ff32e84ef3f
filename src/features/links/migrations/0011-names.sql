-- Slugs that publishers chose. A link keeps every one that it ever had, as posts with it are out; "name" is the one it goes by now.
alter table short_links add column name text collate "C" check (name ~ '^[a-z0-9_-]{3,64}$');

-- One meaning in an organisation, which is all that its own hosts need.
create table link_names (
  org_id uuid not null,
  name text collate "C" not null check (name ~ '^[a-z0-9_-]{3,64}$'),
  link_id uuid not null,
  given_at timestamptz not null,
  primary key (org_id, name),
  foreign key (org_id, link_id) references short_links (org_id, id) on delete cascade
);
select coact_tenant_table('link_names');
create index link_names_by_link on link_names (org_id, link_id);
grant select (org_id, name, link_id) on link_names to coact_directory;
create policy directory on link_names for select to coact_directory using (true);

-- Those of them that answer on the host that all organisations share: one meaning in the whole installation.
create table shared_names (
  org_id uuid not null,
  name text collate "C" not null,
  link_id uuid not null,
  primary key (org_id, name)
);
select coact_tenant_table('shared_names');
create unique index shared_names_one_link on shared_names (name);
select coact_whole_table('shared_names', 'a name on the shared host means one link of all');
grant select (org_id, name, link_id) on shared_names to coact_directory;
create policy directory on shared_names for select to coact_directory using (true);

-- Where people are led once a link has ended, and what crawlers are shown of it: title, description and a picture's address.
alter table short_links add column target_after text check (target_after ~ '^https?://' and length(target_after) <= 4096);
alter table short_links add column card jsonb;
grant select (domain_id, name, target_after, card) on short_links to coact_directory;
