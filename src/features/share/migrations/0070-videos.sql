-- A video in parts of one size, the last one shorter: what is written and read at a time stays small, in the embedded
-- database too. Checked when all of it is there; until then nobody is shown it.
create table videos (
  org_id uuid not null,
  id uuid not null,
  size int not null check (size > 0),
  ready boolean not null,
  width int not null,
  height int not null,
  milliseconds int not null,
  created_at timestamptz not null,
  primary key (org_id, id)
);
select coact_tenant_table('videos');
create table video_parts (
  org_id uuid not null,
  video_id uuid not null,
  part int not null check (part >= 0),
  bytes bytea not null,
  primary key (org_id, video_id, part),
  foreign key (org_id, video_id) references videos (org_id, id) on delete cascade
);
-- Films are packed already.
alter table video_parts alter column bytes set storage external;
select coact_tenant_table('video_parts');
-- Networks fetch videos without signing in, as they do pictures; the id is 122 random bits.
grant select (id, size, ready) on videos to coact_directory;
grant select (video_id, part, bytes) on video_parts to coact_directory;
create policy directory on videos for select to coact_directory using (true);
create policy directory on video_parts for select to coact_directory using (true);
create index videos_by_id on videos (id);
create index video_parts_by_id on video_parts (video_id, part);
-- The video of a request, the still that stands for it, and its description.
alter table share_requests add column video jsonb;
