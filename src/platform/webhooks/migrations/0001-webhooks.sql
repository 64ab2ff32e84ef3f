-- Where an organisation wants to be told of what happens in it.
create table webhook_endpoints (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  url text not null,
  events text[] not null check (cardinality(events) > 0),
  state text not null default 'enabled' check (state in ('enabled', 'paused')),
  -- `by_hand`; `gone`: it answered 410; `failing`: nothing arrived there for days.
  why text check (why in ('by_hand', 'gone', 'failing')),
  secret_sealed bytea not null,
  -- The secret before, for as long as both are signed with.
  former_sealed bytea,
  former_until timestamptz,
  -- Since when nothing has arrived; null once something has.
  failing_since timestamptz,
  created_at timestamptz not null,
  primary key (org_id, id),
  check ((state = 'paused') = (why is not null)),
  check ((former_sealed is null) = (former_until is null))
);
select coact_tenant_table('webhook_endpoints');

-- What happened, as it is sent. Rows go after seven days, with their deliveries.
create table webhook_events (
  org_id uuid not null,
  id uuid not null,
  type text not null,
  body text not null,
  created_at timestamptz not null,
  primary key (org_id, id)
);
create index webhook_events_by_age on webhook_events (org_id, created_at);
select coact_tenant_table('webhook_events');

-- An event on its way to one end-point.
create table webhook_deliveries (
  org_id uuid not null,
  id uuid not null,
  endpoint_id uuid not null,
  event_id uuid not null,
  state text not null default 'waiting' check (state in ('waiting', 'delivered', 'failed')),
  tries int not null default 0,
  -- Further tries before it counts as failed.
  tries_left int not null,
  last_status int,
  last_problem text,
  last_tried_at timestamptz,
  next_try_at timestamptz,
  created_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, endpoint_id, event_id),
  foreign key (org_id, endpoint_id) references webhook_endpoints (org_id, id) on delete cascade,
  foreign key (org_id, event_id) references webhook_events (org_id, id) on delete cascade
);
create index webhook_deliveries_of_endpoint on webhook_deliveries (org_id, endpoint_id, id);
create index webhook_deliveries_of_event on webhook_deliveries (org_id, event_id);
select coact_tenant_table('webhook_deliveries');
