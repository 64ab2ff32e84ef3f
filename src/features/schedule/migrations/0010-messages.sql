-- What schedulers write to people: to one, to all who know a role, to all on shift at a location on a day. Whoever got it
-- stays the same when roles and shifts change; whether they opened it is known of their notice.
create table messages (
  org_id uuid not null,
  id uuid not null,
  sent_by uuid not null,
  sent_at timestamptz not null,
  audience text not null check (audience in ('person', 'role', 'shift')),
  -- The person, the role, or the location. No reference: what was said stays when a role is no more.
  audience_id uuid not null,
  -- Of 'shift': the day.
  day date check ((day is not null) = (audience = 'shift')),
  text_sealed bytea not null,
  primary key (org_id, id),
  foreign key (org_id, sent_by) references people (org_id, id) on delete cascade
);
create index messages_by_sender on messages (org_id, sent_by, id);
create index messages_by_age on messages (org_id, sent_at);
select coact_tenant_table('messages');

create table message_recipients (
  org_id uuid not null,
  message_id uuid not null,
  person_id uuid not null,
  primary key (org_id, message_id, person_id),
  foreign key (org_id, message_id) references messages (org_id, id) on delete cascade,
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade
);
create index message_recipients_by_person on message_recipients (org_id, person_id);
select coact_tenant_table('message_recipients');

-- How long before each of their shifts somebody wants to be reminded; no row: not at all.
create table shift_reminders (
  org_id uuid not null,
  person_id uuid not null,
  minutes int not null check (minutes between 5 and 10080),
  primary key (org_id, person_id),
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade
);
select coact_tenant_table('shift_reminders');

-- Shifts whose reminder is on its way or has gone out: each at each time it begins at comes once.
create table shift_reminders_sent (
  org_id uuid not null,
  person_id uuid not null,
  shift_id uuid not null,
  starts_at timestamptz not null,
  primary key (org_id, person_id, shift_id, starts_at),
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade
);
create index shift_reminders_sent_by_age on shift_reminders_sent (org_id, starts_at);
select coact_tenant_table('shift_reminders_sent');

-- What somebody wants to be reminded of once. The row goes with the telling.
create table own_reminders (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  due_at timestamptz not null,
  -- Where they were when they wrote it: the time is shown there.
  zone text not null,
  text_sealed bytea not null,
  primary key (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade
);
create index own_reminders_by_person on own_reminders (org_id, person_id, due_at);
select coact_tenant_table('own_reminders');
