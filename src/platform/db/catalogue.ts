import { sql } from 'kysely';
import { spreadProblems } from './spread.ts';
import type { Database } from './unit-of-work.ts';

/**
 * Reads the catalogue for holes in the wall between organisations: tables without forced row-level security or whose
 * primary key does not begin with the organisation, views that run with their owner's rights, rights of the
 * application's role beyond those it needs; and for what would keep it from being spread over several servers.
 * @returns a sentence for each hole; empty when all is well
 */
export async function catalogueProblems(db: Database): Promise<string[]> {
  const rows = await sql<{ problem: string }>`
    with tables as (
      select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity
      from pg_class c where c.relnamespace = 'coact'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    ), tenant as (
      select * from tables where relname not in (select name from coact.global_tables)
    ), first_key as (
      select i.indrelid, a.attname from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0] where i.indisprimary
    )
    select 'table ' || relname || ' has no forced row-level security' as problem
      from tenant where not (relrowsecurity and relforcerowsecurity)
    union all
    select 'the primary key of ' || t.relname || ' does not begin with org_id'
      from tenant t left join first_key k on k.indrelid = t.oid where k.attname is distinct from 'org_id'
    union all
    select 'policy on ' || p.tablename || ' lets ' || array_to_string(p.roles, ',') || ' past the organisation'
      from pg_policies p where p.schemaname = 'coact' and 'coact_app' = any (p.roles) and p.qual not like '%coact.org%'
    union all
    select 'policy ' || p.policyname || ' on ' || p.tablename || ' is not limited to a role'
      from pg_policies p where p.schemaname = 'coact' and 'public' = any (p.roles)
    union all
    select 'view ' || c.relname || ' runs with the rights of its owner'
      from pg_class c where c.relnamespace = 'coact'::regnamespace and c.relkind in ('v', 'm')
        and not coalesce(c.reloptions::text[] @> array['security_invoker=true'], false)
    union all
    select 'the application may use the global table ' || table_name
      from information_schema.role_table_grants
      where table_schema = 'coact' and grantee in ('coact_app', 'PUBLIC')
        and table_name in (select name from coact.global_tables)
    union all
    select 'role ' || rolname || ' may pass row-level security' from pg_roles
      where rolname in ('coact_app', 'coact_directory', 'coact_owner') and (rolsuper or rolbypassrls)
    union all
    select 'the role coact_app owns ' || relname from pg_class where relowner = (select oid from pg_roles where rolname = 'coact_app')
  `.execute(db.kysely);
  return [...rows.rows.map((row) => row.problem), ...(await spreadProblems(db))];
}
