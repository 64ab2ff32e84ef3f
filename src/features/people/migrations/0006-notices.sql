-- What people are told. What a notice says is sealed; its key holds ids only. Rows go after sixty days.
create table notices (
  org_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  event text not null check (event in (
    'schedule_published', 'schedule_changed', 'shift_offered', 'trade_decided', 'time_off_decided', 'approval_needed',
    'message', 'reminder'
  )),
  key text not null check (length(key) between 1 and 200),
  sealed bytea not null,
  -- `failed`: no way of reaching the person has worked; they find it on the web.
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'failed')),
  read_at timestamptz,
  created_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade
);
create unique index notices_once on notices (org_id, key, person_id);
create index notices_of_person on notices (org_id, person_id, id);
create index notices_by_age on notices (org_id, created_at);
select coact_tenant_table('notices');

-- A notice by one method. `unclear`: the other side never answered, so it is not known whether it arrived.
create table notice_deliveries (
  org_id uuid not null,
  notice_id uuid not null,
  method text not null check (method in ('slack', 'email', 'text', 'call')),
  state text not null default 'waiting' check (state in ('waiting', 'trying', 'sent', 'unclear', 'failed')),
  tried_at timestamptz,
  -- Why it failed, as a code.
  why text,
  -- Where the message stands in Slack, so that it can be changed later.
  slack_channel text,
  slack_ts text,
  -- The mail on its way.
  mail_id uuid,
  primary key (org_id, notice_id, method),
  foreign key (org_id, notice_id) references notices (org_id, id) on delete cascade,
  check ((slack_channel is null) = (slack_ts is null))
);
create index notice_deliveries_by_mail on notice_deliveries (org_id, mail_id) where mail_id is not null;
select coact_tenant_table('notice_deliveries');

-- What somebody chose; an event without a row is told by the usual method.
create table notice_preferences (
  org_id uuid not null,
  person_id uuid not null,
  event text not null check (event in (
    'schedule_published', 'schedule_changed', 'shift_offered', 'trade_decided', 'time_off_decided', 'approval_needed',
    'message', 'reminder'
  )),
  methods text[] not null check (
    cardinality(methods) between 1 and 4 and methods <@ array['slack', 'email', 'text', 'call']
  ),
  primary key (org_id, person_id, event),
  foreign key (org_id, person_id) references people (org_id, id) on delete cascade
);
select coact_tenant_table('notice_preferences');
