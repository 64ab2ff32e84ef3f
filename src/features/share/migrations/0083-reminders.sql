-- How long before its end a request's channels are reminded of it; null for never.
alter table share_requests add column reminder_hours int check (reminder_hours between 1 and 168);

-- The one reminder under each message. `sending` is written before Slack is called; whatever is found in that state after
-- a crash is never posted again.
alter table share_messages add column reminder text
  check (reminder in ('sending', 'sent', 'uncertain', 'failed', 'removed'));
alter table share_messages add column reminder_ts text;
alter table share_messages add column reminder_problem text;
alter table share_messages add column reminded_at timestamptz;
