import type { Database, Tx } from '../db/index.ts';
import { SealBroken } from './cipher.ts';
import { findInstanceSecret, insertInstanceSecret, replaceInstanceSecret } from './instance-store.ts';
import type { Place } from './places.ts';

interface Sealing {
  seal(tx: Tx, place: Place, plain: string): Promise<Uint8Array>;
  openText(tx: Tx, place: Place, sealed: Uint8Array): Promise<string>;
}

const placeOf = (name: string): Place => ({ table: 'instance_secrets', column: 'sealed', rowId: name });

/** A secret text of the installation, made by `create` at first use; of two makers the first wins. */
export async function instanceText(
  vault: Sealing,
  db: Database,
  name: string,
  create: () => Promise<string>,
): Promise<string> {
  const place = placeOf(name);
  const read = async (tx: Tx): Promise<string | null> => {
    const sealed = await findInstanceSecret(tx, name);
    return sealed && vault.openText(tx, place, sealed);
  };
  const found = await db.asOwner(read);
  if (found !== null) return found;
  const text = await create();
  return db.asOwner(async (tx) => {
    await insertInstanceSecret(tx, name, await vault.seal(tx, place, text));
    const kept = await read(tx);
    if (kept === null) throw new SealBroken();
    return kept;
  });
}

/** Another text in the place of `spent`; of two who find it spent the first wins, and the second is given what it made. */
export async function renewInstanceText(
  vault: Sealing,
  db: Database,
  name: string,
  spent: string,
  create: () => Promise<string>,
): Promise<string> {
  const place = placeOf(name);
  const text = await create();
  return db.asOwner(async (tx) => {
    const was = await findInstanceSecret(tx, name);
    if (was !== null && (await vault.openText(tx, place, was)) === spent) {
      await replaceInstanceSecret(tx, name, was, await vault.seal(tx, place, text));
    }
    const kept = await findInstanceSecret(tx, name);
    if (kept === null) throw new SealBroken();
    return vault.openText(tx, place, kept);
  });
}
