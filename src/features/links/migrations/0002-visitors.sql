-- Which visitors an organisation's links have had today, so that several processes count each of them once. A visitor is 64 bits of a
-- hash of link, address and browser under the day's key, which is in the key ring only and destroyed at midnight (UTC): from then on the
-- number means nothing, and an hour later the row is gone. The visitors of one batch stand in one row, sorted, so that their order tells
-- no time.
-- Not logged: nothing of it reaches the write-ahead log or a backup made from it. After a crash of the database visitors of that day may
-- count once more.
create unlogged table click_visitors (
  org_id uuid not null,
  turn bigint not null,
  day date not null,
  visitors bytea not null,
  primary key (org_id, turn)
);
select coact_tenant_table('click_visitors');
-- Days that are over are deleted for all organisations at once. Of the rows no more than the day can be read so.
grant select (day), delete on click_visitors to coact_directory;
create policy past_days_seen on click_visitors for select to coact_directory using (true);
create policy past_days_deleted on click_visitors for delete to coact_directory using (true);
create index click_visitors_by_day on click_visitors (day);

-- Whose turn it is to say which visitors are new: the row is locked until the turn's transaction ends, so that turns are numbered in
-- the order of their commits.
create table click_turns (
  org_id uuid primary key,
  turn bigint not null
);
select coact_tenant_table('click_turns');
