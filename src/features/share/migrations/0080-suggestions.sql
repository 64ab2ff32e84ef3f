-- What somebody suggests waits in the same queue as what feeds bring; it has no feed.
alter table share_feed_items alter column feed_id drop not null;
-- Whoever gave their name; null for a feed's item, and for whoever asked to stay unnamed: that is stored nowhere.
alter table share_feed_items add column suggested_by uuid;
-- As Slack calls them, shown to them before they chose to be named: of somebody who never signed in no name is known.
alter table share_feed_items add column suggested_as text;
alter table share_feed_items add column note text not null default '';
-- Of the page, for what somebody suggested: two who suggest it at once are told of each other.
alter table share_feed_items add column page_key text;
create unique index share_feed_items_by_page on share_feed_items (org_id, page_key) where page_key is not null;
create index share_feed_items_by_suggester on share_feed_items (org_id, suggested_by) where suggested_by is not null;

-- A suggested page is remembered too, so that no feed brings it once more.
alter table share_feed_memory alter column feed_id drop not null;
