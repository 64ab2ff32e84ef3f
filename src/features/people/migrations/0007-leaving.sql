-- When a membership ended; null while it goes on, and where it ended before this was kept.
alter table people add column left_at timestamptz;
