-- What publishers post about, and the channels that it goes to. Anybody who publishes posts to an open topic, to an
-- assigned one only those who are named for it.
create table topics (
  org_id uuid not null,
  id uuid not null,
  name text not null,
  name_key text not null,
  kind text not null check (kind in ('open', 'assigned')),
  -- Ids in Slack, in their order.
  channels jsonb not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  primary key (org_id, id),
  unique (org_id, name_key)
);
select coact_tenant_table('topics');

create table topic_publishers (
  org_id uuid not null,
  topic_id uuid not null,
  person_id uuid not null,
  primary key (org_id, topic_id, person_id),
  foreign key (org_id, topic_id) references topics (org_id, id) on delete cascade
);
select coact_tenant_table('topic_publishers');

-- What channels are called in Slack, as far as topics and requests name them.
create table channel_names (
  org_id uuid not null,
  channel_id text not null,
  name text not null,
  primary key (org_id, channel_id)
);
select coact_tenant_table('channel_names');
insert into channel_names (org_id, channel_id, name)
  select distinct on (org_id, channel_id) org_id, channel_id, channel_name from share_requests
  where channel_id is not null and channel_name is not null order by org_id, channel_id, changed_at desc;

-- The channels after the first, and the topics whose channels a request goes to.
alter table share_requests add column more_channels jsonb not null default '[]';
alter table share_requests add column topic_ids jsonb not null default '[]';

-- One message of a request in one channel. `sending` is written before Slack is called, as Slack has no key against
-- sending twice; whatever is found in that state after a crash is never sent again blindly.
create table share_messages (
  org_id uuid not null,
  request_id uuid not null,
  channel_id text not null,
  place int not null,
  state text not null check (state in ('queued', 'sending', 'sent', 'uncertain', 'failed', 'removed')),
  problem text,
  ts text,
  primary key (org_id, request_id, channel_id),
  foreign key (org_id, request_id) references share_requests (org_id, id) on delete cascade
);
select coact_tenant_table('share_messages');
create index share_messages_by_channel on share_messages (org_id, channel_id);

-- Requests that went to one channel so far go on there.
insert into share_messages (org_id, request_id, channel_id, place, state, problem, ts)
  select org_id, id, message_channel, 0, 'sent', delivery_problem, message_ts from share_requests
  where message_channel is not null and message_ts is not null;
insert into share_messages (org_id, request_id, channel_id, place, state, problem, ts)
  select org_id, id, channel_id, 0, delivery, delivery_problem, null from share_requests
  where message_ts is null and channel_id is not null and delivery in ('sending', 'uncertain')
    and state in ('scheduled', 'recalled');
alter table share_requests drop column message_channel, drop column message_ts;
