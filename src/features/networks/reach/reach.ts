import { dayOf } from '../accounts/day.ts';
import { openProfile } from '../accounts/sealing.ts';
import { findActiveAccounts, listOrganisations } from '../accounts/store.ts';
import { type NetworkName, networkNames } from '../network.ts';
import type { Parts } from '../parts.ts';
import { findTotal, insertTotal } from './store.ts';

/** Below this a total says what one person's account has; none is kept then. */
const fewestAccounts = 3;

/**
 * Adds up the followers of every organisation's accounts, once a day and network. A network that does not answer
 * leaves no total for the day; the job comes again within the hour.
 */
export async function refreshReach(parts: Parts): Promise<void> {
  const day = dayOf(parts.clock.now());
  const organisations = await parts.db.directory(listOrganisations);
  for (const orgId of organisations) {
    for (const network of networkNames) {
      if (parts.networks[network].followers === undefined) continue;
      const remoteIds = await parts.db.inOrg(orgId, async (tx) => {
        if (await findTotal(tx, network, day)) return [];
        const rows = (await findActiveAccounts(tx)).filter((row) => row.network === network);
        return Promise.all(rows.map(async (row) => (await openProfile(parts.vault, tx, row.id, row.profile)).remoteId));
      });
      const total = await totalOf(parts, network, remoteIds);
      if (total === null) continue;
      await parts.db.inOrg(orgId, (tx) => insertTotal(tx, { network, day, total, accounts: remoteIds.length }));
    }
  }
}

async function totalOf(parts: Parts, network: NetworkName, remoteIds: readonly string[]): Promise<number | null> {
  if (remoteIds.length < fewestAccounts) return null;
  const accounts = remoteIds.map((remoteId) => ({ remoteId }));
  const total = (await parts.networks[network].followers?.(accounts)) ?? null;
  if (total === null) parts.log.warn({ event: 'networks.reach_unknown', network });
  return total;
}
