-- What has been spent of limits that hold over all processes: sign-in, invitations. A row lives as long as its window (minutes).
-- Not logged for recovery: after a crash of the database everybody starts afresh, and no trace of who tried stays behind.
create unlogged table limit_windows (
  -- A keyed hash of the limit and of what it is counted by (address, account): says nothing without the installation's key.
  key bytea primary key,
  spent int not null,
  ends_at timestamptz not null
);
create index limit_windows_by_end on limit_windows (ends_at);
select coact_global_table('limit_windows', 'limits are counted before any organisation is known');
