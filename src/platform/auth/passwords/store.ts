import type { Tx } from '../../db/index.ts';

export type PasswordRow = { readonly hash: string; readonly stands_alone: boolean; readonly changed_at: Date };

interface Tables {
  passwords: PasswordRow & { user_id: string };
}

export async function findPassword(tx: Tx, userId: string): Promise<PasswordRow | null> {
  const table = tx.on<Tables>();
  return (await table.selectFrom('passwords').selectAll().where('user_id', '=', userId).executeTakeFirst()) ?? null;
}

export async function putPassword(tx: Tx, userId: string, row: PasswordRow): Promise<void> {
  await tx
    .on<Tables>()
    .insertInto('passwords')
    .values({ ...row, user_id: userId })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(row))
    .execute();
}

/** Puts a dearer hash in the place of the one it was checked against; a password set meanwhile stays. */
export async function replaceHash(tx: Tx, userId: string, former: string, hash: string): Promise<void> {
  const query = tx.on<Tables>().updateTable('passwords').set({ hash });
  await query.where('user_id', '=', userId).where('hash', '=', former).execute();
}

export async function deletePassword(tx: Tx, userId: string): Promise<void> {
  await tx.on<Tables>().deleteFrom('passwords').where('user_id', '=', userId).execute();
}
