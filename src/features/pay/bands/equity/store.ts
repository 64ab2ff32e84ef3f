import { orgOf, sql, type Tx } from '../../../../platform/db/index.ts';

interface ToldRow {
  org_id: string;
  id: string;
  told_at: Date;
  sealed: Uint8Array;
}

interface Tables {
  pay_equity_told: ToldRow;
}

/** A figure that was told, sealed with whose pay is in it. */
export type StoredTold = Omit<ToldRow, 'org_id'>;

/** Every figure that was told, the first first. None is ever forgotten: whoever was told may have noted it down. */
export async function listTold(tx: Tx): Promise<readonly StoredTold[]> {
  return tx.on<Tables>().selectFrom('pay_equity_told').selectAll().orderBy('told_at').orderBy('id').execute();
}

/** Nobody else tells a figure of this organisation until the transaction ends: two at once would not know of each other. */
export async function lockTold(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`pay_equity ${orgOf(tx)}`}, 0))`.execute(tx.on());
}

export async function insertTold(tx: Tx, told: StoredTold): Promise<void> {
  await tx
    .on<Tables>()
    .insertInto('pay_equity_told')
    .values({ ...told, org_id: orgOf(tx) })
    .execute();
}
