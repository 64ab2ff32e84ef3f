-- Unique within the organisation, as an index over all organisations could not be spread by organisation. Over all, chance does it:
-- twelve of 62 characters are 71 bits, of which a hundred million links have two alike once in 600,000 installations; the redirect then
-- keeps to the older one.
alter table short_links drop constraint short_links_slug_key;
alter table short_links add constraint short_links_slug unique (org_id, slug);
create index short_links_by_slug on short_links (slug);
