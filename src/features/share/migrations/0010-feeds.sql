create table share_feeds (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  url text not null,
  mode text not null check (mode in ('review', 'draft', 'send')),
  state text not null check (state in ('on', 'paused', 'off')),
  interval_minutes int not null,
  daily_cap int not null,
  run_cap int not null,
  also_last int not null,
  include_words jsonb not null,
  exclude_words jsonb not null,
  template jsonb not null,
  networks jsonb not null,
  edit_policy text not null check (edit_policy in ('free', 'add', 'fixed')),
  utm jsonb not null,
  channel_id text,
  channel_name text,
  end_after_days int,
  created_by uuid not null,
  created_at timestamptz not null,
  -- Since when it has this address: what was there before is not new.
  added_at timestamptz not null,
  deleted_at timestamptz,
  -- What the looks at it have brought.
  next_check_at timestamptz not null,
  -- One look at a time: counted up by each, and until when the one that is under way may take.
  run int not null,
  running_until timestamptz,
  checked_at timestamptz,
  read_at timestamptz,
  -- From when on items count as new; null before the first look.
  since timestamptz,
  etag text,
  last_modified text,
  title text,
  format text,
  last_read jsonb,
  failures int not null,
  failing_since timestamptz,
  warned_at timestamptz,
  problem_code text,
  problem text,
  moved_from text,
  primary key (org_id, id)
);
select coact_tenant_table('share_feeds');

-- What a feed announced and something is to be made of: what waits for a publisher, and what became of the rest.
create table share_feed_items (
  org_id uuid not null,
  id uuid not null,
  feed_id uuid not null,
  state text not null check (state in ('waiting', 'made', 'dismissed')),
  title text not null,
  link text not null,
  description text not null,
  author text not null,
  categories jsonb not null,
  picture_id uuid,
  published_at timestamptz,
  found_at timestamptz not null,
  expires_at timestamptz not null,
  decided_at timestamptz,
  request_id uuid,
  primary key (org_id, id),
  foreign key (org_id, feed_id) references share_feeds (org_id, id) on delete cascade
);
select coact_tenant_table('share_feed_items');
create index share_feed_items_by_state on share_feed_items (org_id, state, found_at desc);
create index share_feed_items_by_feed on share_feed_items (org_id, feed_id, found_at);

-- Items that were met, as hashes of their page and of their name: what was made of one once is not made again, though
-- the draft was deleted or the item changed since.
create table share_feed_memory (
  org_id uuid not null,
  key text not null,
  feed_id uuid not null,
  seen_at timestamptz not null,
  primary key (org_id, key),
  foreign key (org_id, feed_id) references share_feeds (org_id, id) on delete cascade
);
select coact_tenant_table('share_feed_memory');
create index share_feed_memory_by_feed on share_feed_memory (org_id, feed_id, seen_at);
