import type { Tx } from '../../db/index.ts';

export type GeneratorRow = {
  readonly secret: Uint8Array | null;
  readonly confirmed_at: Date | null;
  readonly shown_secret: Uint8Array | null;
  readonly shown_at: Date | null;
};

interface Tables {
  code_generators: GeneratorRow & { user_id: string; last_step: number };
  recovery_codes: { user_id: string; code_mac: string; created_at: Date };
}

export async function findGenerator(tx: Tx, userId: string): Promise<GeneratorRow | null> {
  const query = tx.on<Tables>().selectFrom('code_generators').selectAll().where('user_id', '=', userId);
  return (await query.executeTakeFirst()) ?? null;
}

/** Notes a secret that is being shown; the confirmed one, if there is one, holds on. */
export async function putShown(tx: Tx, userId: string, shown: { secret: Uint8Array; at: Date }): Promise<void> {
  const change = { shown_secret: shown.secret, shown_at: shown.at };
  await tx
    .on<Tables>()
    .insertInto('code_generators')
    .values({ user_id: userId, secret: null, confirmed_at: null, last_step: 0, ...change })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(change))
    .execute();
}

/** The shown secret becomes the one that counts; false when another was shown meanwhile. */
export async function confirmShown(
  tx: Tx,
  userId: string,
  confirmed: { shown: Uint8Array; at: Date; step: number },
): Promise<boolean> {
  const { shown, at, step } = confirmed;
  const change = { secret: shown, confirmed_at: at, last_step: step, shown_secret: null, shown_at: null };
  const query = tx.on<Tables>().updateTable('code_generators').set(change).where('user_id', '=', userId);
  return (await query.where('shown_secret', '=', shown).executeTakeFirst()).numUpdatedRows === 1n;
}

/** Uses up the codes up to a step, in one statement; false when that was done before. */
export async function useStep(tx: Tx, userId: string, step: number): Promise<boolean> {
  const query = tx.on<Tables>().updateTable('code_generators').set({ last_step: step }).where('user_id', '=', userId);
  return (await query.where('last_step', '<', step).executeTakeFirst()).numUpdatedRows === 1n;
}

export async function deleteGenerator(tx: Tx, userId: string): Promise<void> {
  await tx.on<Tables>().deleteFrom('code_generators').where('user_id', '=', userId).execute();
}

export async function replaceRecoveryCodes(tx: Tx, userId: string, macs: readonly string[], at: Date): Promise<void> {
  const table = tx.on<Tables>();
  await table.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
  if (macs.length === 0) return;
  const rows = macs.map((code_mac) => ({ user_id: userId, code_mac, created_at: at }));
  await table.insertInto('recovery_codes').values(rows).execute();
}

/** Removes a code; false when it is not there (any more). */
export async function takeRecoveryCode(tx: Tx, userId: string, mac: string): Promise<boolean> {
  const query = tx.on<Tables>().deleteFrom('recovery_codes').where('user_id', '=', userId);
  return (await query.where('code_mac', '=', mac).executeTakeFirst()).numDeletedRows === 1n;
}

export async function countRecoveryCodes(tx: Tx, userId: string): Promise<number> {
  const query = tx.on<Tables>().selectFrom('recovery_codes').select('code_mac').where('user_id', '=', userId);
  return (await query.execute()).length;
}
