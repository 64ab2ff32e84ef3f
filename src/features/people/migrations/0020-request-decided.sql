-- Publishers are told what was decided about their share requests.
alter table notices drop constraint notices_event_check;
alter table notices add constraint notices_event_check check (event in (
  'schedule_published', 'schedule_changed', 'shift_offered', 'shift_open', 'trade_decided', 'time_off_decided',
  'hours_decided', 'approval_needed', 'request_decided', 'message', 'reminder'
));
alter table notice_preferences drop constraint notice_preferences_event_check;
alter table notice_preferences add constraint notice_preferences_event_check check (event in (
  'schedule_published', 'schedule_changed', 'shift_offered', 'shift_open', 'trade_decided', 'time_off_decided',
  'hours_decided', 'approval_needed', 'request_decided', 'message', 'reminder'
));
