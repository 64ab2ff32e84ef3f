import { setTimeout } from 'node:timers/promises';
import { sql, type Transaction } from 'kysely';
import type { MigrationSet } from '../migrate.ts';
import type { Database } from '../unit-of-work.ts';
import { type Dump, loadDump } from './load.ts';
import { withSnapshot } from './snapshot.ts';

/** Others are connected to a database that is about to be replaced. */
export class OthersConnected extends Error {
  override readonly name = 'OthersConnected';
}

/** Whether any organisation has anything here. A database that was only started once holds none. */
export async function holdsOrganisations(db: Database): Promise<boolean> {
  const found = await withSnapshot(db, async ({ tables }) => tables.some((table) => table.tenant && table.rows > 0));
  return found === true;
}

/**
 * Loads a dump into a database in one transaction: cut off at any point, all is as before.
 * @param setAside name for the schema that stands there now, which is kept under it; null where there is none to keep
 * @param emptied tables to leave empty, whatever the dump holds of them
 * @throws LoadProblem, OthersConnected
 */
export async function restoreDump(
  db: Database,
  sets: readonly MigrationSet[],
  dump: Dump,
  { setAside, emptied }: { readonly setAside: string | null; readonly emptied: readonly string[] },
): Promise<void> {
  await db.kysely.transaction().execute(async (trx) => {
    if (setAside !== null) {
      await untilAlone(trx);
      await sql.raw(`alter schema coact rename to "${setAside}"`).execute(trx);
    } else await sql.raw('drop schema if exists coact cascade').execute(trx);
    await loadDump(trx, sets, dump);
    await sql.raw('set local role coact_owner').execute(trx);
    for (const table of emptied) await sql.raw(`delete from ${table}`).execute(trx);
  });
}

/** A process that has just stopped may still be hanging up. Milliseconds. */
const hangingUp = 5_000;

async function untilAlone(trx: Transaction<unknown>): Promise<void> {
  const patience = AbortSignal.timeout(hangingUp);
  for (;;) {
    // Within a transaction the server would repeat its first answer.
    await sql`select pg_stat_clear_snapshot()`.execute(trx);
    const others = await sql<{ count: number }>`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`.execute(trx);
    const count = others.rows[0]?.count ?? 0;
    if (count === 0) return;
    if (patience.aborted) {
      const connections = count === 1 ? '1 other connection is' : `${count} other connections are`;
      throw new OthersConnected(`${connections} open to this database.`);
    }
    await setTimeout(100);
  }
}
