-- A second pair of eyes before a request goes out, where the organisation wants one.
alter table share_requests drop constraint share_requests_state_check;
alter table share_requests add constraint share_requests_state_check
  check (state in ('draft', 'in_review', 'approved', 'scheduled', 'open', 'ended', 'recalled'));
-- The revision that was approved; another one is not.
alter table share_requests add column approved_revision int;
-- What the calendar looks for: when a request goes or went out.
create index share_requests_by_time on share_requests (org_id, (coalesce(sent_at, send_at)));

-- How the organisation's publishers work. No row: as nobody has chosen yet.
create table share_settings (
  org_id uuid primary key,
  approvals text not null check (approvals in ('off', 'required')),
  changed_at timestamptz not null
);
select coact_tenant_table('share_settings');

-- Everybody who wrote or changed a request, or asked for its approval: none of them can approve it.
create table share_composers (
  org_id uuid not null,
  request_id uuid not null,
  person_id uuid not null,
  primary key (org_id, request_id, person_id),
  foreign key (org_id, request_id) references share_requests (org_id, id) on delete cascade
);
select coact_tenant_table('share_composers');
insert into share_composers (org_id, request_id, person_id) select org_id, id, created_by from share_requests;

-- What became of a request on its way to approval, step by step; gone with the request.
create table share_reviews (
  org_id uuid not null,
  request_id uuid not null,
  step int not null,
  -- By this, what its notices say is found.
  id uuid not null,
  what text not null check (what in
    ('submitted', 'approved', 'changes_asked', 'withdrawn', 'edited', 'switched_on', 'switched_off')),
  person_id uuid not null,
  words text,
  -- When it is to go out, where that was asked for.
  send_at timestamptz,
  revision int not null,
  at timestamptz not null,
  primary key (org_id, request_id, step),
  foreign key (org_id, request_id) references share_requests (org_id, id) on delete cascade
);
select coact_tenant_table('share_reviews');
