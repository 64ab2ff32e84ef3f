-- A feed goes where a request may go: to several channels, and to those of topics. What a channel is called stands in
-- one place, so that a feed shows its new name too.
insert into channel_names (org_id, channel_id, name)
  select distinct on (org_id, channel_id) org_id, channel_id, channel_name from share_feeds
  where channel_id is not null and channel_name is not null order by org_id, channel_id, created_at desc
  on conflict do nothing;
alter table share_feeds drop column channel_name;
alter table share_feeds add column more_channels jsonb not null default '[]';
alter table share_feeds add column topic_ids jsonb not null default '[]';
