import { sql } from 'kysely';
import type { Database } from './unit-of-work.ts';

/**
 * Reads the catalogue for what would keep the tables from being spread over several servers by organisation (Citus): unique indexes and
 * foreign keys of organisations' tables have to begin with the organisation. Tables without organisation, and those registered by
 * `coact_whole_table`, are kept whole on every server.
 * @returns a sentence for each; empty when all is well
 */
export async function spreadProblems(db: Database): Promise<string[]> {
  const rows = await sql<{ problem: string }>`
    with spread as (
      select c.oid, c.relname from pg_class c
      where c.relnamespace = 'coact'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
        and c.relname not in (select name from coact.global_tables union all select name from coact.whole_tables)
    ), columns as (select attrelid, attnum, attname from pg_attribute)
    select 'the unique index ' || i.indexrelid::regclass::text || ' on ' || s.relname || ' does not begin with org_id' as problem
      from pg_index i join spread s on s.oid = i.indrelid
      left join columns a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      where i.indisunique and not i.indisprimary and a.attname is distinct from 'org_id'
    union all
    select 'the foreign key ' || k.conname || ' on ' || s.relname || ' does not begin with org_id'
      from pg_constraint k join spread s on s.oid = k.conrelid
      left join columns a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      left join columns b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
      where k.contype = 'f' and k.confrelid in (select oid from spread)
        and (a.attname is distinct from 'org_id' or b.attname is distinct from 'org_id')
    union all
    select 'the foreign key ' || k.conname || ' leads from a table kept whole to ' || s.relname || ', which is spread'
      from pg_constraint k join spread s on s.oid = k.confrelid
      where k.contype = 'f' and k.conrelid not in (select oid from spread)
    union all
    select w.name || ' is registered as kept whole, but there is no such table' from coact.whole_tables w
      where to_regclass('coact.' || w.name) is null
    order by 1
  `.execute(db.kysely);
  return rows.rows.map((row) => row.problem);
}
