import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import { announce } from '../../../platform/http/index.ts';
import { everyone } from './act.ts';
import type { Tally } from './figure.ts';
import type { ReleasedRow } from './told.ts';

interface Tables {
  share_releases: {
    org_id: string;
    request_id: string;
    day: string;
    network: string;
    shares: number;
    awareness: number;
  };
  share_requests: { id: string; released_awareness: number };
}

/** Adds increments to what reports may show, on a day of the organisation's calendar (YYYY-MM-DD). */
export async function addRelease(tx: Tx, requestId: string, day: string, step: Tally): Promise<void> {
  const rows = [
    ...Object.entries(step.shares).map(([network, shares]) => ({ network, shares, awareness: 0 })),
    { network: everyone, shares: 0, awareness: step.awareness },
  ].filter((row) => row.shares !== 0 || row.awareness !== 0);
  for (const row of rows) {
    await tx
      .on<Tables>()
      .insertInto('share_releases')
      .values({ org_id: orgOf(tx), request_id: requestId, day, ...row })
      .onConflict((conflict) =>
        conflict.columns(['org_id', 'request_id', 'day', 'network']).doUpdateSet({
          shares: sql`share_releases.shares + excluded.shares`,
          awareness: sql`share_releases.awareness + excluded.awareness`,
        }),
      )
      .execute();
  }
  await tx
    .on<Tables>()
    .updateTable('share_requests')
    .set({ released_awareness: sql`released_awareness + ${step.awareness}` })
    .where('id', '=', requestId)
    .execute();
  await announce(tx, 'figures');
}

/** What reports show of some requests: shares by network and acting employees, by request. */
export async function releasedTallies(tx: Tx, requestIds: readonly string[]): Promise<Map<string, Tally>> {
  const tallies = new Map<string, { shares: Record<string, number>; awareness: number }>();
  if (requestIds.length === 0) return tallies;
  const rows = await tx
    .on<Tables>()
    .selectFrom('share_releases')
    .select([
      'request_id',
      'network',
      sql<number>`sum(shares)::bigint`.as('shares'),
      sql<number>`sum(awareness)::bigint`.as('awareness'),
    ])
    .where('request_id', 'in', requestIds)
    .groupBy(['request_id', 'network'])
    .execute();
  for (const row of rows) {
    const tally = tallies.get(row.request_id) ?? { shares: {}, awareness: 0 };
    if (row.network === everyone) tally.awareness += row.awareness;
    else tally.shares[row.network] = row.shares;
    tallies.set(row.request_id, tally);
  }
  return tallies;
}

/**
 * All that was ever released of some requests: of these, or of those with anything released in a period (days of the
 * organisation's calendar, both included).
 */
export async function releasedRows(
  tx: Tx,
  of: { readonly requestIds: readonly string[] } | { readonly from: string; readonly to: string },
): Promise<readonly ReleasedRow[]> {
  const table = tx.on<Tables>();
  const rows = table.selectFrom('share_releases').select(['request_id', 'day', 'network', 'shares', 'awareness']);
  if ('requestIds' in of && of.requestIds.length === 0) return [];
  const touched =
    'requestIds' in of
      ? of.requestIds
      : table.selectFrom('share_releases').select('request_id').where('day', '>=', of.from).where('day', '<=', of.to);
  const found = await rows.where('request_id', 'in', touched).orderBy('request_id').orderBy('day').execute();
  return found.map(({ request_id: requestId, ...row }) => ({ requestId, ...row }));
}
