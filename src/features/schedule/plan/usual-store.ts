import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';

interface UsualRow {
  org_id: string;
  id: string;
  role_id: string;
  told_at: Date;
  sealed: Uint8Array;
}

interface Tables {
  usual_rates: UsualRow;
}

/** A rate that was told, sealed with whose wages are in it. */
export type StoredUsual = Omit<UsualRow, 'org_id'>;

/** Every rate that was told, the first first. None is ever forgotten: whoever was told may have noted it down. */
export async function listUsual(tx: Tx): Promise<readonly StoredUsual[]> {
  return tx.on<Tables>().selectFrom('usual_rates').selectAll().orderBy('told_at').orderBy('id').execute();
}

/** Nobody else tells a rate of this organisation until the transaction ends: two at once would not know of each other. */
export async function lockUsual(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`usual_rates ${orgOf(tx)}`}, 0))`.execute(tx.on());
}

export async function insertUsual(tx: Tx, usual: StoredUsual): Promise<void> {
  await tx
    .on<Tables>()
    .insertInto('usual_rates')
    .values({ ...usual, org_id: orgOf(tx) })
    .execute();
}
