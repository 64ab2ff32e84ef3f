-- Hosts of an organisation's own for its short links. "token" is what the host's DNS has to show before any link answers there.
create table link_domains (
  org_id uuid not null,
  id uuid not null,
  -- In ASCII (punycode), lower case, without port.
  host text collate "C" not null check (host = lower(host) and length(host) between 4 and 246),
  token text not null,
  state text not null check (state in ('pending', 'active', 'failed')),
  -- What the last look at its DNS found, and the texts that stood there in place of the token.
  finding text not null check (finding in ('unchecked', 'proven', 'missing', 'other', 'unreachable', 'in_use')),
  found text[] not null default '{}',
  added_at timestamptz not null,
  checked_at timestamptz,
  -- Since when an active one has not shown its token any more.
  missing_since timestamptz,
  is_default boolean not null default false,
  primary key (org_id, id),
  constraint link_domains_host unique (org_id, host),
  check (not is_default or state = 'active')
);
select coact_tenant_table('link_domains');
create unique index link_domains_one_default on link_domains (org_id) where is_default;

-- The hosts that answer, each for one organisation. Two may ask for a host; the one whose token its DNS shows gets it.
create table served_hosts (
  org_id uuid not null,
  host text collate "C" not null,
  primary key (org_id, host)
);
select coact_tenant_table('served_hosts');
create unique index served_hosts_one_organisation on served_hosts (host);
select coact_whole_table('served_hosts', 'a host serves the links of one organisation of all');
grant select (org_id, host) on served_hosts to coact_directory;
create policy directory on served_hosts for select to coact_directory using (true);

-- The host that a link was made for; null for the one that all organisations share.
alter table short_links add column domain_id uuid;
alter table short_links add constraint short_links_domain foreign key (org_id, domain_id) references link_domains (org_id, id);
create index short_links_by_domain on short_links (org_id, domain_id);
