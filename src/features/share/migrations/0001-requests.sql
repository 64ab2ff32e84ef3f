create table pictures (
  org_id uuid not null,
  id uuid not null,
  mime text not null,
  width int not null,
  height int not null,
  bytes bytea not null,
  card bytea not null,
  card_mime text not null,
  created_at timestamptz not null,
  primary key (org_id, id)
);
select coact_tenant_table('pictures');
-- Slack and the networks' crawlers fetch pictures without signing in; the id is 122 random bits.
grant select (id, mime, bytes) on pictures to coact_directory;
create policy directory on pictures for select to coact_directory using (true);
create unique index pictures_by_id on pictures (id);

create table share_requests (
  org_id uuid not null,
  id uuid not null,
  state text not null check (state in ('draft', 'scheduled', 'open', 'ended', 'recalled')),
  link text not null,
  title text not null,
  slack_text text not null,
  picture_id uuid,
  picture_alt text,
  preview jsonb,
  edit_policy text not null check (edit_policy in ('free', 'add', 'fixed')),
  utm jsonb not null,
  channel_id text,
  channel_name text,
  send_at timestamptz,
  ends_at timestamptz,
  sent_at timestamptz,
  ended_at timestamptz,
  closed_at timestamptz,
  delivery text not null check (delivery in ('none', 'queued', 'sending', 'sent', 'uncertain', 'failed')),
  delivery_problem text,
  message_channel text,
  message_ts text,
  revision int not null,
  created_by uuid not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  released_awareness int not null,
  primary key (org_id, id)
);
select coact_tenant_table('share_requests');
create index share_requests_by_state on share_requests (org_id, state, created_at desc);

create table share_variants (
  org_id uuid not null,
  request_id uuid not null,
  network text not null,
  variant int not null,
  text text not null,
  primary key (org_id, request_id, network, variant),
  foreign key (org_id, request_id) references share_requests (org_id, id) on delete cascade
);
select coact_tenant_table('share_variants');

-- Blind tokens: HMAC of the person under a key of the request, which lives outside the database and is destroyed when
-- the request closes. Their number is the count. They hold no time and no person.
create table share_tokens (
  org_id uuid not null,
  request_id uuid not null,
  network text not null,
  token bytea not null,
  primary key (org_id, request_id, network, token)
);
select coact_tenant_table('share_tokens');

create table awareness_tokens (
  org_id uuid not null,
  request_id uuid not null,
  token bytea not null,
  primary key (org_id, request_id, token)
);
select coact_tenant_table('awareness_tokens');

-- A share on its way. Who, what and where stand in `sealed`, under a key of this one share outside the database.
create table outgoing_shares (
  org_id uuid not null,
  id uuid not null,
  owner_tag bytea not null,
  state text not null check (state in ('queued', 'sending')),
  sealed bytea not null,
  primary key (org_id, id)
);
select coact_tenant_table('outgoing_shares');
create index outgoing_shares_by_owner on outgoing_shares (org_id, owner_tag);

-- What reports may show: counts set free in batches that no single person can be read from.
create table share_releases (
  org_id uuid not null,
  request_id uuid not null,
  day date not null,
  network text not null,
  shares int not null,
  awareness int not null,
  primary key (org_id, request_id, day, network)
);
select coact_tenant_table('share_releases');
create index share_releases_by_day on share_releases (org_id, day);
