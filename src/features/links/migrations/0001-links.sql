-- One short link for each request, network and variant; never one for an employee, so that no click can point to a person.
create table short_links (
  org_id uuid not null,
  id uuid not null,
  -- Unique over all organisations and by case: they may share one host, and a random slug means one thing only.
  slug text collate "C" not null unique check (slug ~ '^[A-Za-z0-9]{10,32}$'),
  request_id uuid not null,
  network text not null check (length(network) between 1 and 40),
  variant smallint not null check (variant >= 0),
  target text not null check (target ~ '^https?://' and length(target) <= 4096),
  created_at timestamptz not null,
  -- By this, other processes notice new and changed links.
  changed_at timestamptz not null,
  ends_at timestamptz,
  primary key (org_id, id),
  unique (org_id, request_id, network, variant)
);
create index short_links_changed on short_links (changed_at);
select coact_tenant_table('short_links');
grant select (org_id, id, slug, target, changed_at, ends_at) on short_links to coact_directory;
create policy directory on short_links for select to coact_directory using (true);

-- Counters only. No row is one click, and nothing of the visitor is kept.
create table click_counts (
  org_id uuid not null,
  link_id uuid not null,
  hour_at timestamptz not null,
  total bigint not null,
  unique_total bigint not null,
  robots bigint not null,
  primary key (org_id, link_id, hour_at),
  foreign key (org_id, link_id) references short_links (org_id, id) on delete cascade
);
select coact_tenant_table('click_counts');

-- People's clicks by class of device and by referring network, over the life of a link.
create table click_origins (
  org_id uuid not null,
  link_id uuid not null,
  kind text not null check (kind in ('device', 'referrer')),
  name text not null check (length(name) <= 20),
  total bigint not null,
  primary key (org_id, link_id, kind, name),
  foreign key (org_id, link_id) references short_links (org_id, id) on delete cascade
);
select coact_tenant_table('click_origins');

-- Which batches of clicks are in the counters already, so that a batch read twice after a crash counts once.
create table click_batches (
  org_id uuid not null,
  id uuid not null,
  loaded_at timestamptz not null,
  primary key (org_id, id)
);
select coact_tenant_table('click_batches');
