-- Tables of organisations that are small and need a promise across organisations, which only a unique index over all of them can keep.
-- Where rows are spread over several servers by organisation (Citus), these tables are kept whole on each.
create table whole_tables (name text primary key, reason text not null check (length(reason) > 10));
select coact_global_table('whole_tables', 'the list of such tables itself');

create function coact_whole_table(table_name regclass, why text) returns void language plpgsql as $$
begin
  insert into whole_tables (name, reason) values (table_name::text, why);
end $$;
