import type { Tx } from '../../db/index.ts';

export type IdentityRow = {
  readonly id: string;
  readonly user_id: string;
  readonly issuer: string;
  readonly subject_mac: string;
  readonly linked_at: Date;
};

interface Tables {
  identities: IdentityRow;
}

export async function findIdentity(tx: Tx, issuer: string, mac: string): Promise<IdentityRow | null> {
  const query = tx.on<Tables>().selectFrom('identities').selectAll().where('issuer', '=', issuer);
  return (await query.where('subject_mac', '=', mac).executeTakeFirst()) ?? null;
}

export async function listIdentities(tx: Tx, userId: string): Promise<IdentityRow[]> {
  const query = tx.on<Tables>().selectFrom('identities').selectAll().where('user_id', '=', userId);
  return query.orderBy('linked_at').orderBy('id').execute();
}

/** Adds a link; nothing happens where the identity is linked already, to whomever. */
export async function insertIdentity(tx: Tx, row: IdentityRow): Promise<void> {
  const query = tx.on<Tables>().insertInto('identities').values(row);
  await query.onConflict((conflict) => conflict.doNothing()).execute();
}

export async function deleteIdentity(tx: Tx, userId: string, id: string): Promise<boolean> {
  const query = tx.on<Tables>().deleteFrom('identities').where('id', '=', id).where('user_id', '=', userId);
  return (await query.executeTakeFirst()).numDeletedRows === 1n;
}
