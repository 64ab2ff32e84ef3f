-- Tables without an organisation are the exception: each says why.
create table global_tables (name text primary key, reason text not null check (length(reason) > 10));

-- Puts a table behind the organisation: row-level security, forced even for its owner. A transaction that has not named
-- its organisation sees no row and writes none.
create function coact_tenant_table(table_name regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', table_name);
  execute format('alter table %s force row level security', table_name);
  execute format(
    'create policy organisation on %s to coact_app
       using (org_id = nullif(current_setting(''coact.org'', true), '''')::uuid)
       with check (org_id = nullif(current_setting(''coact.org'', true), '''')::uuid)', table_name);
  execute format('grant select, insert, update, delete on %s to coact_app', table_name);
end $$;

-- Registers a table that has no organisation, with the reason. Nothing is granted to the application's role.
create function coact_global_table(table_name regclass, why text) returns void language plpgsql as $$
begin
  insert into global_tables (name, reason) values (table_name::text, why);
end $$;

select coact_global_table('global_tables', 'the list of such tables itself');
select coact_global_table('applied_migrations', 'belongs to the installation, not to an organisation');
