import { sql } from 'kysely';
import { orgOf, type Tx } from '../unit-of-work.ts';
import { tablesOf } from './tables.ts';

/** Names of all tables that belong to organisations. */
export async function tenantTables(tx: Tx): Promise<readonly string[]> {
  return (await tablesOf(tx.on())).filter((table) => table.tenant).map(({ name }) => name.replace(/^coact\./, ''));
}

/**
 * Deletes every row of the unit of work's organisation, in an order in which no row is referred to by one that is left.
 * @param kept tables that stay as they are
 * @returns how many rows went, by table
 */
export async function eraseRows(tx: Tx, kept: readonly string[]): Promise<Readonly<Record<string, number>>> {
  const orgId = orgOf(tx);
  const erased: Record<string, number> = {};
  for (const table of (await tenantTables(tx)).toReversed()) {
    if (kept.includes(table)) continue;
    const result = await sql`delete from ${sql.table(table)} where org_id = ${orgId}`.execute(tx.on());
    erased[table] = Number(result.numAffectedRows ?? 0n);
  }
  return erased;
}
