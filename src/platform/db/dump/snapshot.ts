import { sql, type Transaction } from 'kysely';
import type { Database } from '../unit-of-work.ts';
import { columnsOf, fixTexts, sumOf, type TableShape, type TableSum, tablesOf } from './tables.ts';

/** A table of a snapshot with what it holds. */
export interface DumpedTable extends TableSum {
  readonly name: string;
  readonly columns: readonly string[];
  readonly tenant: boolean;
}

/** Values as texts, as the database itself writes them. */
export type DumpedRow = readonly (string | null)[];

/** The whole database at one moment, whatever is written meanwhile. */
export interface Snapshot {
  readonly migrations: readonly string[];
  readonly tables: readonly DumpedTable[];
  /** The rows of a table, some at a time. */
  rows(table: string): AsyncGenerator<readonly DumpedRow[]>;
}

/** How a part of a table is read: under a role, for an organisation. */
interface View {
  readonly role: 'coact_app' | 'coact_owner' | null;
  readonly orgId: string | null;
}

/** Finished jobs are history; those that wait or run are work that must not get lost. */
const queueTables = [
  { name: 'jobs.queue', where: '' },
  { name: 'jobs.job', where: "where t.state < 'completed'" },
];

const batchBytes = 4_000_000;
const largestBatch = 1_000;

/**
 * Reads the database in one transaction that sees a single moment. A login that may see past row-level security reads
 * each table once; any other reads organisation by organisation, as Coact itself does. Tables that the database does not
 * log (who visited today, limits of the hour) are left out: they are to be forgotten, not kept.
 * @param asOrganisations read so in any case; for tests
 * @param organisation read this one's rows only, and nothing that belongs to none
 * @returns what `work` returns; null when Coact has never been set up there
 */
export async function withSnapshot<T>(
  db: Database,
  work: (snapshot: Snapshot) => Promise<T>,
  {
    asOrganisations = false,
    organisation,
  }: { readonly asOrganisations?: boolean; readonly organisation?: string } = {},
): Promise<T | null> {
  return db.kysely.transaction().execute(async (trx) => {
    await sql.raw('set transaction isolation level repeatable read, read only').execute(trx);
    const there = await sql<{ there: boolean }>`select to_regclass('coact.global_tables') is not null as there`.execute(
      trx,
    );
    if (there.rows[0]?.there !== true) return null;
    await fixTexts(trx);
    const past = !asOrganisations && organisation === undefined && (await seesPastWalls(trx));
    const organisations = organisation === undefined ? (past ? [] : await organisationIds(trx)) : [organisation];
    const viewsOf = (table: TableShape): View[] => {
      if (past || table.name.startsWith('jobs.')) return [{ role: null, orgId: null }];
      if (!table.tenant) return [{ role: 'coact_owner', orgId: null }];
      return organisations.map((orgId) => ({ role: 'coact_app', orgId }));
    };
    const everything = [...(await tablesOf(trx)), ...(await queueShapes(trx))];
    const shapes = everything.filter((shape) => !shape.fleeting && (organisation === undefined || shape.tenant));
    const tables: DumpedTable[] = [];
    for (const shape of shapes) tables.push(await dumped(trx, shape, viewsOf(shape)));
    return work({
      migrations: await appliedMigrations(trx),
      tables,
      rows: (name) => {
        const shape = shapes.find((one) => one.name === name);
        if (shape === undefined) throw new Error('a table that is not in the snapshot');
        return readRows(trx, shape, viewsOf(shape));
      },
    });
  });
}

async function seesPastWalls(trx: Transaction<unknown>): Promise<boolean> {
  const found = await sql<{ past: boolean }>`
    select rolsuper or rolbypassrls as past from pg_roles where rolname = current_user`.execute(trx);
  return found.rows[0]?.past === true;
}

/**
 * Every owner of rows that a look-up may find: the organisations, those erased of which the audit log stays, and the
 * installation itself, which owns keys like one.
 */
async function organisationIds(trx: Transaction<unknown>): Promise<string[]> {
  const open = await sql<{ name: string }>`
    select oid::regclass::text as name from pg_class
    where relnamespace = 'coact'::regnamespace and relforcerowsecurity
      and has_column_privilege('coact_directory', oid, 'org_id', 'select')`.execute(trx);
  await sql.raw('set local role coact_directory').execute(trx);
  const ids = new Set<string>();
  for (const { name } of open.rows) {
    const found = await sql.raw<{ org_id: string }>(`select distinct org_id from ${name}`).execute(trx);
    for (const row of found.rows) ids.add(row.org_id);
  }
  await sql.raw('reset role').execute(trx);
  return [...ids].toSorted();
}

async function queueShapes(trx: Transaction<unknown>): Promise<TableShape[]> {
  const shapes = await Promise.all(
    queueTables.map(async ({ name }) => ({
      name,
      columns: await columnsOf(trx, name),
      tenant: false,
      fleeting: false,
    })),
  );
  return shapes.filter((shape) => shape.columns.length > 0);
}

async function appliedMigrations(trx: Transaction<unknown>): Promise<string[]> {
  await sql.raw('set local role coact_owner').execute(trx);
  const found = await sql<{ name: string }>`
    select slice || '/' || file as name from coact.applied_migrations order by applied_at, slice, file`.execute(trx);
  await sql.raw('reset role').execute(trx);
  return found.rows.map((row) => row.name);
}

async function dumped(trx: Transaction<unknown>, shape: TableShape, views: readonly View[]): Promise<DumpedTable> {
  let rows = 0;
  let sum = 0n;
  for (const view of views) {
    await take(trx, view);
    const part = await sumOf(trx, shape, whereOf(shape));
    rows += part.rows;
    sum += BigInt(part.sum);
  }
  await sql.raw('reset role').execute(trx);
  const columns = shape.columns.map(({ name }) => name);
  return { name: shape.name, columns, tenant: shape.tenant, rows, sum: String(sum) };
}

/** Batches grow while rows are small: pictures are megabytes, counters some bytes. */
async function* readRows(
  trx: Transaction<unknown>,
  shape: TableShape,
  views: readonly View[],
): AsyncGenerator<readonly DumpedRow[]> {
  const columns = shape.columns.map(({ name }, at) => `t."${name}"::text as c${at}`).join(', ');
  let size = 8;
  for (const view of views) {
    await take(trx, view);
    const query = `select ${columns} from ${shape.name} t ${whereOf(shape)}`;
    await sql.raw(`declare dump no scroll cursor for ${query}`).execute(trx);
    for (;;) {
      const fetched = await sql.raw<Record<string, string | null>>(`fetch forward ${size} from dump`).execute(trx);
      if (fetched.rows.length === 0) break;
      const rows = fetched.rows.map((row) => shape.columns.map((_column, at) => row[`c${at}`] ?? null));
      yield rows;
      const bytes = rows.flat().reduce((total, value) => total + (value?.length ?? 0), 0);
      size = bytes > batchBytes ? Math.max(1, Math.floor(size / 4)) : Math.min(largestBatch, size * 2);
    }
    await sql.raw('close dump').execute(trx);
  }
  await sql.raw('reset role').execute(trx);
}

async function take(trx: Transaction<unknown>, { role, orgId }: View): Promise<void> {
  await sql.raw(role === null ? 'reset role' : `set local role ${role}`).execute(trx);
  await sql`select set_config('coact.org', ${orgId ?? ''}, true)`.execute(trx);
}

const whereOf = (shape: TableShape): string => queueTables.find((one) => one.name === shape.name)?.where ?? '';
