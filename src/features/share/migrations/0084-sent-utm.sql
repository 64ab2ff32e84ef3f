-- The parameters as they went out, the title and campaign of that moment in their places: links that are out keep them.
alter table share_requests add column sent_utm jsonb;
-- A feed that says nothing of parameters: its requests get those of the organisation's default template.
alter table share_feeds alter column utm drop not null;
