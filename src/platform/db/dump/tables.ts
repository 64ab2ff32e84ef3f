import { sql, type Transaction } from 'kysely';

/** A table to dump: its columns in their order, without those that the database computes. */
export interface TableShape {
  /** With its schema: `coact.people`. */
  readonly name: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Behind row-level security: seen by one organisation at a time, unless the login may see past it. */
  readonly tenant: boolean;
  /** Not logged by the database: what stands in it is of the hour, and lost with a crash anyway. */
  readonly fleeting: boolean;
}

/** What one count of a table found: rows, and a sum over their contents that does not depend on their order. */
export interface TableSum {
  readonly rows: number;
  readonly sum: string;
}

/** Written by `migrate` itself. */
const madeByMigrations = ['applied_migrations', 'global_tables'];

/** The tables of Coact, so ordered that whatever a table refers to comes before it. */
export async function tablesOf(trx: Transaction<unknown>): Promise<TableShape[]> {
  const found = await sql<{
    name: string;
    tenant: boolean;
    fleeting: boolean;
    columns: string[];
    types: string[];
    refers: string[] | null;
  }>`
    select c.relname as name, c.relforcerowsecurity as tenant,
      c.relpersistence = 'u' as fleeting,
      array_agg(a.attname::text order by a.attnum) as columns,
      array_agg(format_type(a.atttypid, a.atttypmod) order by a.attnum) as types,
      (select array_agg(distinct f.confrelid::regclass::text) from pg_constraint f
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as refers
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relnamespace = 'coact'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    group by c.oid, c.relname, c.relforcerowsecurity, c.relpersistence order by c.relname`.execute(trx);
  const left = new Map(found.rows.filter((row) => !madeByMigrations.includes(row.name)).map((row) => [row.name, row]));
  const ordered: TableShape[] = [];
  while (left.size > 0) {
    const free = [...left.values()].filter((row) => (row.refers ?? []).every((other) => !left.has(bare(other))));
    if (free.length === 0) throw new Error('tables refer to each other in a circle');
    for (const { name, tenant, fleeting, columns, types } of free) {
      left.delete(name);
      const typed = columns.map((column, at) => ({ name: column, type: types[at] ?? 'text' }));
      ordered.push({ name: `coact.${name}`, columns: typed, tenant, fleeting });
    }
  }
  return ordered;
}

/** The columns of one of the queue's tables; none when the queue was never opened. */
export async function columnsOf(trx: Transaction<unknown>, table: string): Promise<TableShape['columns']> {
  const found = await sql<{ name: string; type: string }>`
    select attname::text as name, format_type(atttypid, atttypmod) as type from pg_attribute
    where attrelid = to_regclass(${table}) and attnum > 0 and not attisdropped order by attnum`.execute(trx);
  return found.rows;
}

/** Settings under which a value has one text, on every version and every machine. */
export async function fixTexts(trx: Transaction<unknown>): Promise<void> {
  const settings = {
    timezone: 'UTC',
    datestyle: 'ISO, YMD',
    intervalstyle: 'postgres',
    extra_float_digits: '1',
    bytea_output: 'hex',
  };
  for (const [name, value] of Object.entries(settings)) {
    await sql`select set_config(${name}, ${value}, true)`.execute(trx);
  }
}

/** 60 bits of SHA-256 of each row, added up: the same for the same rows in whatever order. */
export async function sumOf(trx: Transaction<unknown>, table: TableShape, where = ''): Promise<TableSum> {
  const row = `row(${table.columns.map(({ name }) => `t."${name}"`).join(', ')})::text`;
  const bits = `('x' || substr(encode(sha256(convert_to(${row}, 'UTF8')), 'hex'), 1, 15))::bit(60)::bigint`;
  const found = await sql
    .raw<{ rows: number; sum: string }>(
      `select count(*) as rows, coalesce(sum(${bits}), 0)::text as sum from ${table.name} t ${where}`,
    )
    .execute(trx);
  return found.rows[0] ?? { rows: 0, sum: '0' };
}

const bare = (name: string): string => name.replace(/^coact\./, '');
