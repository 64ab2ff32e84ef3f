import { orgOf, type Tx } from '../../../platform/db/index.ts';
import type { NetworkName } from '../network.ts';

interface Tables {
  reach_totals: { org_id: string; network: NetworkName; day: string; total: number; accounts: number };
}

export type ReachRow = Omit<Tables['reach_totals'], 'org_id'>;

export async function findTotal(tx: Tx, network: NetworkName, day: string): Promise<ReachRow | undefined> {
  const totals = tx.on<Tables>().selectFrom('reach_totals').select(['network', 'day', 'total', 'accounts']);
  return totals.where('network', '=', network).where('day', '=', day).executeTakeFirst();
}

export async function insertTotal(tx: Tx, row: ReachRow): Promise<void> {
  await tx
    .on<Tables>()
    .insertInto('reach_totals')
    .values({ org_id: orgOf(tx), ...row })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Totals of the days `from` to `to`, both YYYY-MM-DD and included, by day. */
export function listTotals(tx: Tx, from: string, to: string): Promise<ReachRow[]> {
  const totals = tx.on<Tables>().selectFrom('reach_totals').select(['network', 'day', 'total', 'accounts']);
  return totals.where('day', '>=', from).where('day', '<=', to).orderBy('day').orderBy('network').execute();
}

/** Each network's last total up to a day. */
export function listLatestTotals(tx: Tx, until: string): Promise<ReachRow[]> {
  return tx
    .on<Tables>()
    .selectFrom('reach_totals')
    .distinctOn('network')
    .select(['network', 'day', 'total', 'accounts'])
    .where('day', '<=', until)
    .orderBy('network')
    .orderBy('day', 'desc')
    .execute();
}
