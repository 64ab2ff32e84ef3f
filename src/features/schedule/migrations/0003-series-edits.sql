-- What an edit of a calendar replaced, for who takes it back within the hour. Rows of an hour ago are swept by the next edit.
create table series_edits (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  -- Whose calendar it is: a role's, or a person's.
  role_id uuid,
  owner_id uuid,
  made_by uuid not null,
  made_at timestamptz not null,
  -- The series as they were, and which took their place with their revisions.
  before jsonb not null,
  after jsonb not null,
  -- The act itself, so that what is assigned can follow it back; null: a series was made.
  act jsonb,
  primary key (org_id, id),
  check ((role_id is null) <> (owner_id is null)),
  foreign key (org_id, role_id) references work_roles (org_id, id) on delete cascade,
  foreign key (org_id, owner_id) references people (org_id, id) on delete cascade
);
create index series_edits_by_time on series_edits (org_id, made_at);
select coact_tenant_table('series_edits');
