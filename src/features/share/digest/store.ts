import { orgOf, type Tx } from '../../../platform/db/index.ts';
import type { Digest } from './digest.ts';

interface Tables {
  digests: {
    org_id: string;
    person_id: string;
    every: Digest['every'];
    weekday: number;
    hour: number;
    by_mail: boolean;
    by_slack: boolean;
    told_from: string;
    stop_key: string;
  };
}

export interface StoredDigest extends Digest {
  readonly personId: string;
  readonly toldFrom: string;
  readonly stopKey: string;
}

const toDigest = (row: Tables['digests']): StoredDigest => ({
  ...{ personId: row.person_id, every: row.every, weekday: row.weekday, hour: row.hour },
  ...{ mail: row.by_mail, slack: row.by_slack, toldFrom: row.told_from, stopKey: row.stop_key },
});

/** Everybody's digests, locked until the transaction ends: two processes tell nobody twice. */
export async function lockDigests(tx: Tx): Promise<StoredDigest[]> {
  const rows = await tx.on<Tables>().selectFrom('digests').selectAll().orderBy('person_id').forUpdate().execute();
  return rows.map(toDigest);
}

export async function findDigest(tx: Tx, personId: string): Promise<StoredDigest | null> {
  const row = await tx
    .on<Tables>()
    .selectFrom('digests')
    .selectAll()
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row === undefined ? null : toDigest(row);
}

/** Sets somebody's digest. The key that ends it stays, so that older mails can still be used for that. */
export async function putDigest(tx: Tx, { personId, toldFrom, stopKey, ...digest }: StoredDigest): Promise<void> {
  const { every, weekday, hour, mail, slack } = digest;
  const change = { every, weekday, hour, by_mail: mail, by_slack: slack, told_from: toldFrom };
  await tx
    .on<Tables>()
    .insertInto('digests')
    .values({ org_id: orgOf(tx), person_id: personId, stop_key: stopKey, ...change })
    .onConflict((conflict) => conflict.columns(['org_id', 'person_id']).doUpdateSet(change))
    .execute();
}

export async function setTold(tx: Tx, personId: string, toldFrom: string): Promise<void> {
  await tx.on<Tables>().updateTable('digests').set({ told_from: toldFrom }).where('person_id', '=', personId).execute();
}

export async function deleteDigest(tx: Tx, personId: string): Promise<void> {
  await tx.on<Tables>().deleteFrom('digests').where('person_id', '=', personId).execute();
}

/** The other's becomes the kept one's, with the key in its mails; where both have one, the kept one's stays. */
export async function carryDigest(tx: Tx, kept: string, other: string): Promise<void> {
  if ((await findDigest(tx, kept)) !== null) return deleteDigest(tx, other);
  await tx.on<Tables>().updateTable('digests').set({ person_id: kept }).where('person_id', '=', other).execute();
}

/** Ends the mails of the digest with this key; what goes to Slack goes on. @returns whether there was one */
export async function stopMails(tx: Tx, stopKey: string): Promise<boolean> {
  const table = tx.on<Tables>();
  const alone = await table
    .deleteFrom('digests')
    .where('stop_key', '=', stopKey)
    .where('by_slack', '=', false)
    .executeTakeFirst();
  const both = await table
    .updateTable('digests')
    .set({ by_mail: false })
    .where('stop_key', '=', stopKey)
    .executeTakeFirst();
  return alone.numDeletedRows > 0n || both.numUpdatedRows > 0n;
}
