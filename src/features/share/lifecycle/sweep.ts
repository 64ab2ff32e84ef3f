import { orgId as parseOrgId } from '../../../platform/db/index.ts';
import { shareKeyName } from '../blind.ts';
import { allOutgoing } from '../outgoing/store.ts';
import type { ShareParts } from '../parts.ts';

/**
 * Removes keys of shares that never came to be: the process ended between making the key and writing the row. A key may
 * be newer than the rows that were read, so only names that were there before are taken.
 */
export async function sweepShareKeys(
  parts: Pick<ShareParts, 'db' | 'ring'>,
  organisations: () => Promise<readonly string[]>,
  waitMs = 60_000,
): Promise<number> {
  const before = await parts.ring.names('share-');
  await new Promise((resolve) => setTimeout(resolve, waitMs));
  const needed = new Set<string>();
  for (const id of await organisations()) {
    const rows = await parts.db.inOrg(parseOrgId(id), (tx) => allOutgoing(tx));
    for (const row of rows) needed.add(shareKeyName(row.id));
  }
  const unneeded = before.filter((name) => !needed.has(name));
  for (const name of unneeded) await parts.ring.destroy(name);
  return unneeded.length;
}
