-- When nothing is posted to channels, and how many requests one channel takes. No row: as nobody has chosen yet.
create table share_paces (
  org_id uuid primary key,
  -- By the organisation's clock, as 22:00; from a later to an earlier one they span midnight.
  quiet_from text,
  quiet_until text check ((quiet_until is null) = (quiet_from is null) and quiet_until <> quiet_from),
  -- As ISO counts them: 1 is Monday.
  quiet_days jsonb not null,
  per_day int check (per_day > 0),
  per_week int check (per_week > 0),
  changed_at timestamptz not null
);
select coact_tenant_table('share_paces');

-- What a channel has seen: written when a message is about to be posted, taken back where Slack has refused it. It stays
-- when the message is removed, and when its request is deleted: who was in the channel saw it.
create table channel_sendings (
  org_id uuid not null,
  channel_id text not null,
  at timestamptz not null,
  request_id uuid not null,
  primary key (org_id, channel_id, at, request_id)
);
select coact_tenant_table('channel_sendings');
insert into channel_sendings (org_id, channel_id, at, request_id)
  select m.org_id, m.channel_id, r.sent_at, m.request_id
  from share_messages m join share_requests r on r.org_id = m.org_id and r.id = m.request_id
  where m.state in ('sent', 'uncertain', 'removed') and r.sent_at > now() - interval '15 days';

-- Since when a message waits for its channel.
alter table share_messages add column held_at timestamptz;
-- Whether whoever sent the request has set the pace aside for it.
alter table share_requests add column send_anyway boolean not null default false;
