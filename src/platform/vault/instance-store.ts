import { sql, type Tx } from '../db/index.ts';

interface Tables {
  instance_secrets: { name: string; sealed: Uint8Array };
}

/** @param tx one of the owner */
export async function findInstanceSecret(tx: Tx, name: string): Promise<Uint8Array | null> {
  const secrets = tx.on<Tables>().selectFrom('instance_secrets').select('sealed');
  return (await secrets.where('name', '=', name).executeTakeFirst())?.sealed ?? null;
}

/** Leaves one that is there as it is. */
export async function insertInstanceSecret(tx: Tx, name: string, sealed: Uint8Array): Promise<void> {
  await tx
    .on<Tables>()
    .insertInto('instance_secrets')
    .values({ name, sealed })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Secrets from before they were sealed under data keys: those whose key id is all zeros. */
export async function earlyInstanceSecrets(tx: Tx): Promise<{ name: string; sealed: Uint8Array }[]> {
  return tx
    .on<Tables>()
    .selectFrom('instance_secrets')
    .selectAll()
    .where(sql<boolean>`substring(sealed from 2 for 16) = ${Buffer.alloc(16)}`)
    .execute();
}

export async function replaceInstanceSecret(tx: Tx, name: string, was: Uint8Array, sealed: Uint8Array): Promise<void> {
  const secrets = tx.on<Tables>().updateTable('instance_secrets').set({ sealed });
  await secrets.where('name', '=', name).where('sealed', '=', was).execute();
}
