-- The pictures after a request's first, in their order, each with its description; and whether posts carry the pictures
-- themselves or, as before, the link's card with the first of them.
alter table share_requests add column more_pictures jsonb not null default '[]';
alter table share_requests add column posts_pictures boolean not null default false;
