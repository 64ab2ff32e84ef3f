import { orgOf, type Tx } from '../db/index.ts';

interface Row {
  org_id: string;
  id: string;
  key_id: string;
  name_hash: Uint8Array;
  asked_hash: Uint8Array;
  sealed: Uint8Array | null;
  begun_at: Date;
}

interface Tables {
  repeated_calls: Row;
}

/** A call that a program gave a name. */
type AskedCall = {
  readonly id: string;
  readonly keyId: string;
  readonly nameHash: Uint8Array;
  readonly askedHash: Uint8Array;
  readonly begunAt: Date;
};

/** Notes a call before it is answered. False when the key has used that name already. */
export async function beginAsking(tx: Tx, { id, keyId, nameHash, askedHash, begunAt }: AskedCall): Promise<boolean> {
  const row = { id, key_id: keyId, name_hash: nameHash, asked_hash: askedHash, sealed: null, begun_at: begunAt };
  const made = await tx
    .on<Tables>()
    .insertInto('repeated_calls')
    .values({ ...row, org_id: orgOf(tx) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function findAsked(
  tx: Tx,
  keyId: string,
  nameHash: Uint8Array,
): Promise<(AskedCall & { readonly sealed: Uint8Array | null }) | null> {
  const query = tx.on<Tables>().selectFrom('repeated_calls').selectAll();
  const row = await query.where('key_id', '=', keyId).where('name_hash', '=', nameHash).executeTakeFirst();
  if (!row) return null;
  const { id, asked_hash: askedHash, sealed, begun_at: begunAt } = row;
  return { id, keyId, nameHash, askedHash, sealed, begunAt };
}

export async function keepAnswer(tx: Tx, id: string, sealed: Uint8Array): Promise<void> {
  await tx.on<Tables>().updateTable('repeated_calls').set({ sealed }).where('id', '=', id).execute();
}

export async function forgetAsked(tx: Tx, id: string): Promise<void> {
  await tx.on<Tables>().deleteFrom('repeated_calls').where('id', '=', id).execute();
}

export async function forgetAskedBefore(tx: Tx, at: Date): Promise<void> {
  await tx.on<Tables>().deleteFrom('repeated_calls').where('begun_at', '<', at).execute();
}
