import type { Tx } from '../../db/index.ts';

export type PasskeyRow = {
  readonly id: string;
  readonly user_id: string;
  readonly credential_id: string;
  readonly public_key: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly name: string;
  readonly created_at: Date;
  readonly last_used_at: Date | null;
};

interface Tables {
  passkeys: Omit<PasskeyRow, 'transports' | 'counter'> & { transports: unknown; counter: number | string };
}

/** The driver gives 64-bit numbers as text; counters have 32 bits. The list is what was written here. */
const asRow = (row: Tables['passkeys']): PasskeyRow => ({
  ...row,
  counter: Number(row.counter),
  transports: row.transports as readonly string[],
});

/** Adds a passkey; false when its credential is known already. */
export async function insertPasskey(tx: Tx, row: PasskeyRow): Promise<boolean> {
  const result = await tx
    .on<Tables>()
    .insertInto('passkeys')
    .values({ ...row, transports: JSON.stringify(row.transports) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function findPasskey(tx: Tx, credentialId: string): Promise<PasskeyRow | null> {
  const query = tx.on<Tables>().selectFrom('passkeys').selectAll().where('credential_id', '=', credentialId);
  const row = await query.executeTakeFirst();
  return row ? asRow(row) : null;
}

export async function listPasskeys(tx: Tx, userId: string): Promise<PasskeyRow[]> {
  const query = tx.on<Tables>().selectFrom('passkeys').selectAll().where('user_id', '=', userId);
  return (await query.orderBy('created_at').orderBy('id').execute()).map(asRow);
}

/** Notes a use; false when the passkey was used, or removed, at the same moment. */
export async function noteUse(
  tx: Tx,
  used: { id: string; former: number; counter: number; at: Date },
): Promise<boolean> {
  const query = tx.on<Tables>().updateTable('passkeys').set({ counter: used.counter, last_used_at: used.at });
  const result = await query.where('id', '=', used.id).where('counter', '=', used.former).executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function renamePasskey(tx: Tx, userId: string, id: string, name: string): Promise<boolean> {
  const query = tx.on<Tables>().updateTable('passkeys').set({ name }).where('id', '=', id);
  return (await query.where('user_id', '=', userId).executeTakeFirst()).numUpdatedRows === 1n;
}

export async function deletePasskey(tx: Tx, userId: string, id: string): Promise<boolean> {
  const query = tx.on<Tables>().deleteFrom('passkeys').where('id', '=', id).where('user_id', '=', userId);
  return (await query.executeTakeFirst()).numDeletedRows === 1n;
}
