-- The day on which a connection ends by itself where nothing renews it (LinkedIn: 60 days), so that its person is told in time. It is
-- set when the account is connected and says nothing of its use.
alter table social_accounts add column ends_on date;
create index social_accounts_ends on social_accounts (org_id, ends_on) where ends_on is not null;
