import { sql, type Transaction } from 'kysely';
import type { MigrationSet } from '../migrate.ts';
import { migrateWithin } from '../migrate.ts';
import type { DumpedRow, DumpedTable } from './snapshot.ts';
import { columnsOf, fixTexts, sumOf, type TableShape, tablesOf } from './tables.ts';

/** What is loaded is not what was dumped. Nothing of it stays. */
export class LoadProblem extends Error {
  override readonly name = 'LoadProblem';
}

export interface Dump {
  readonly migrations: readonly string[];
  readonly tables: readonly DumpedTable[];
  /** Rows of the tables in the order of `tables`. */
  batches(): AsyncIterable<{ readonly table: string; readonly rows: readonly DumpedRow[] }>;
}

/**
 * Builds the schema as it was when the dump was made, loads the rows, counts and sums them again, and then brings the
 * schema up to this code: all in the caller's transaction, so that it is there as a whole or not at all. The queue's own
 * schema must be there already.
 * @throws LoadProblem when a table does not hold what was dumped
 */
export async function loadDump(trx: Transaction<unknown>, sets: readonly MigrationSet[], dump: Dump): Promise<void> {
  await migrateWithin(trx, sets, new Set(dump.migrations));
  await fixTexts(trx);
  const shapes = new Map((await tablesOf(trx)).map((shape) => [shape.name, shape]));
  const walled = [...shapes.values()].filter((shape) => shape.tenant);
  await sql.raw('set local role coact_owner').execute(trx);
  // The owner of a table is held back by its policies only while they are forced; nobody else sees this transaction.
  for (const { name } of walled) await sql.raw(`alter table ${name} no force row level security`).execute(trx);
  for (const name of shapes.keys()) await clear(trx, name);
  await sql.raw('reset role').execute(trx);
  await sql`delete from jobs.job`.execute(trx);
  for await (const { table, rows } of dump.batches()) {
    const given = dump.tables.find((one) => one.name === table);
    if (given === undefined) throw new LoadProblem(`The table ${table} is not in the head of the file.`);
    await insert(trx, await shapeOf(trx, shapes, table), given.columns, rows);
  }
  for (const table of dump.tables) await verify(trx, await shapeOf(trx, shapes, table.name), table);
  await sql.raw('set local role coact_owner').execute(trx);
  for (const { name } of walled) await sql.raw(`alter table ${name} force row level security`).execute(trx);
  await sql.raw('reset role').execute(trx);
  await migrateWithin(trx, sets);
}

/** Rows that migrations themselves have put in stand in the dump too. */
async function clear(trx: Transaction<unknown>, table: string): Promise<void> {
  const found = await sql.raw<{ any: boolean }>(`select exists (select 1 from ${table}) as any`).execute(trx);
  if (found.rows[0]?.any === true) await sql.raw(`delete from ${table}`).execute(trx);
}

async function shapeOf(trx: Transaction<unknown>, shapes: Map<string, TableShape>, name: string): Promise<TableShape> {
  const known = shapes.get(name);
  if (known !== undefined) return known;
  await sql.raw('reset role').execute(trx);
  const columns = name.startsWith('jobs.') ? await columnsOf(trx, name) : [];
  if (columns.length === 0) throw new LoadProblem(`There is no table ${name} for the rows of the file.`);
  const shape = { name, columns, tenant: false, fleeting: false };
  shapes.set(name, shape);
  return shape;
}

async function insert(
  trx: Transaction<unknown>,
  shape: TableShape,
  given: readonly string[],
  rows: readonly DumpedRow[],
): Promise<void> {
  const taken = given.flatMap((name, at) => {
    const column = shape.columns.find((one) => one.name === name);
    return column === undefined ? [] : [{ ...column, at }];
  });
  const isQueue = shape.name.startsWith('jobs.');
  // The queue belongs to a library, whose version may add and drop columns; our own tables are as they were.
  if (!isQueue && taken.length < given.length) throw new LoadProblem(`${shape.name} lacks columns of the file.`);
  const columns = taken.map(({ name }) => `"${name}"`).join(', ');
  const values = taken.map(({ type, at }) => `(r->>${at})::${type}`).join(', ');
  await sql.raw(isQueue ? 'reset role' : 'set local role coact_owner').execute(trx);
  await sql`insert into ${sql.raw(shape.name)} (${sql.raw(columns)})
    select ${sql.raw(values)} from json_array_elements(${JSON.stringify(rows)}::text::json) as r
    ${sql.raw(isQueue ? 'on conflict do nothing' : '')}`.execute(trx);
}

async function verify(trx: Transaction<unknown>, shape: TableShape, table: DumpedTable): Promise<void> {
  const isQueue = shape.name.startsWith('jobs.');
  if (isQueue && shape.name !== 'jobs.job') return;
  const columns = table.columns.map((name) => ({ name, type: '' }));
  if (isQueue && columns.some(({ name }) => !shape.columns.some((one) => one.name === name))) return;
  await sql.raw(isQueue ? 'reset role' : 'set local role coact_owner').execute(trx);
  const found = await sumOf(trx, { ...shape, columns });
  if (found.rows === table.rows && found.sum === table.sum) return;
  throw new LoadProblem(
    `${table.name} holds ${found.rows} rows where the file says ${table.rows}, or rows with other contents.`,
  );
}
