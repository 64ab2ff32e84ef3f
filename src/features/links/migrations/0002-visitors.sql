-- Which visitors a link has had today, so that several processes count each of them once. A visitor is 64 bits of a hash under the
-- day's key, which is in the key ring only and destroyed at midnight (UTC): from then on the number means nothing, and an hour later the
-- row is gone. No time stands here, and rows go in sorted, so that their order tells none either.
-- Not logged: nothing of it reaches the write-ahead log or a backup made from it. After a crash of the database visitors of that day may
-- count once more.
create unlogged table click_visitors (
  org_id uuid not null,
  link_id uuid not null,
  day date not null,
  visitor bigint not null,
  primary key (org_id, link_id, day, visitor)
);
select coact_tenant_table('click_visitors');
-- Days that are over are deleted for all organisations at once. Of the rows no more than the day can be read so.
grant select (day), delete on click_visitors to coact_directory;
create policy past_days_seen on click_visitors for select to coact_directory using (true);
create policy past_days_deleted on click_visitors for delete to coact_directory using (true);
create index click_visitors_by_day on click_visitors (day);
