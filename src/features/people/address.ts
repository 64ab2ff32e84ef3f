import { type Address, addressSchema } from '../../platform/auth/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Vault } from '../../platform/vault/index.ts';
import { findPerson, type PersonChange } from './store.ts';

const placeOf = (personId: string) => ({ table: 'people', column: 'email_sealed', rowId: personId });

/** The columns that hold an address: sealed to its row, and a keyed hash to find it by within the organisation. */
export async function sealAddress(
  vault: Vault,
  tx: Tx,
  personId: string,
  address: Address,
): Promise<Required<Pick<PersonChange, 'email_sealed' | 'email_key'>>> {
  return {
    email_sealed: await vault.seal(tx, placeOf(personId), address),
    email_key: await addressKeyOf(vault, tx, address),
  };
}

export function addressKeyOf(vault: Vault, tx: Tx, address: Address): Promise<Uint8Array> {
  return vault.fingerprint(tx, 'people.address', address);
}

/** Opens the address of a person; null where there is none. */
export async function openAddress(
  vault: Vault,
  tx: Tx,
  person: { readonly id: string; readonly emailSealed: Uint8Array | null },
): Promise<Address | null> {
  if (person.emailSealed === null) return null;
  return addressSchema.parse(await vault.openText(tx, placeOf(person.id), person.emailSealed));
}

/** Whose addresses these are; those of nobody here, and what is no address, are left out. */
export async function idsByAddress(
  vault: Vault,
  tx: Tx,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const address of new Set(addresses)) {
    const parsed = addressSchema.safeParse(address);
    if (!parsed.success) continue;
    const person = await findPerson(tx, { emailKey: await addressKeyOf(vault, tx, parsed.data) });
    if (person !== null) ids.set(address, person.id);
  }
  return ids;
}
