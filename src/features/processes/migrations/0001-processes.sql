-- How things are done here: a procedure, who answers for it, and until when somebody is to look through it again.
create table processes (
  org_id uuid not null references organisations (org_id),
  id uuid not null,
  -- Null once whoever answered for it is no more: the organisation's owners do then.
  owner_id uuid,
  -- Not even its title is shown to whom it is not meant for.
  confidential boolean not null,
  review_by date,
  archived_at timestamptz,
  made_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, owner_id) references people (org_id, id) on delete set null (owner_id)
);
create index processes_by_owner on processes (org_id, owner_id);
select coact_tenant_table('processes');

-- Whom it is meant for. No row: everybody, unless it is confidential. No reference: a role that is gone opens nothing.
create table process_audiences (
  org_id uuid not null,
  process_id uuid not null,
  kind text not null check (kind in ('person', 'role', 'department', 'location')),
  ref uuid not null,
  primary key (org_id, process_id, kind, ref),
  foreign key (org_id, process_id) references processes (org_id, id) on delete cascade
);
create index process_audiences_by_ref on process_audiences (org_id, ref);
select coact_tenant_table('process_audiences');

-- What it says. One version at a time is written on, one at a time holds; what has held is kept.
create table process_versions (
  org_id uuid not null,
  id uuid not null,
  process_id uuid not null,
  number int not null check (number > 0),
  state text not null check (state in ('draft', 'review', 'published', 'retired')),
  -- Grows with every change of a draft: two who write at once are told so.
  revision int not null,
  title text not null check (length(title) between 1 and 120),
  body text not null check (length(body) <= 50000),
  steps jsonb not null,
  -- What is different, in the words of who submitted it; and why it came back.
  note text not null default '' check (length(note) <= 1000),
  returned_note text not null default '' check (length(returned_note) <= 1000),
  words tsvector not null,
  written_by uuid,
  submitted_by uuid,
  published_by uuid,
  written_at timestamptz not null,
  published_at timestamptz,
  primary key (org_id, id),
  unique (org_id, process_id, number),
  foreign key (org_id, process_id) references processes (org_id, id) on delete cascade,
  foreign key (org_id, written_by) references people (org_id, id) on delete set null (written_by),
  foreign key (org_id, submitted_by) references people (org_id, id) on delete set null (submitted_by),
  foreign key (org_id, published_by) references people (org_id, id) on delete set null (published_by)
);
create unique index process_versions_one_open on process_versions (org_id, process_id) where state in ('draft', 'review');
create unique index process_versions_one_published on process_versions (org_id, process_id) where state = 'published';
create index process_versions_words on process_versions using gin (words);
select coact_tenant_table('process_versions');

-- What people have worked by is never written over.
create function coact_keep_published_version() returns trigger language plpgsql as $$
begin
  if old.state in ('published', 'retired') and (
    new.state not in ('published', 'retired') or (old.state = 'retired' and new.state <> 'retired')
    or (old.number, old.title, old.body, old.steps, old.note) is distinct from (new.number, new.title, new.body, new.steps, new.note)
  ) then
    raise exception 'a version that was published stays as it is';
  end if;
  return new;
end $$;
create trigger process_versions_stay before update on process_versions
  for each row execute function coact_keep_published_version();

-- Pictures in what is written. Sealed: who may not read the process does not see them either.
create table process_pictures (
  org_id uuid not null,
  id uuid not null,
  process_id uuid not null,
  sealed bytea not null,
  mime text not null check (mime in ('image/jpeg', 'image/png')),
  width int not null,
  height int not null,
  made_at timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, process_id) references processes (org_id, id) on delete cascade
);
select coact_tenant_table('process_pictures');

-- Which reminders to look through a process have gone out: each day to look by is told of so many days before, once.
create table process_reminders (
  org_id uuid not null,
  process_id uuid not null,
  review_by date not null,
  days int not null,
  sent_at timestamptz not null,
  primary key (org_id, process_id, review_by, days),
  foreign key (org_id, process_id) references processes (org_id, id) on delete cascade
);
select coact_tenant_table('process_reminders');
