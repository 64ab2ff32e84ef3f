import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import type { Vault } from '../../../platform/vault/index.ts';
import { listWages, type StoredWage } from './store.ts';
import type { Sealed, WageEntry } from './wage.ts';

const placeOf = (rowId: string) => ({ table: 'wages', column: 'sealed', rowId });

const amount = { minor: z.int().min(0), currency: z.string() };
/** How somebody is paid, as it is kept. */
export const payTold = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hourly'), ...amount }),
  z.object({ kind: z.enum(['monthly', 'yearly']), ...amount, weeklyMinutes: z.int().min(1) }),
]);
const sealedShape: z.ZodType<Sealed> = z.union([
  z.object({ says: z.literal('pay'), pay: payTold, why: z.string() }),
  z.object({ says: z.enum(['ends', 'withdrawn']), why: z.string() }),
]);

/** What an entry says, as it is kept. */
export function sealTold(vault: Vault, tx: Tx, id: string, told: Sealed): Promise<Uint8Array> {
  return vault.seal(tx, placeOf(id), JSON.stringify(told));
}

/** Opens every word about the pay of these people, or of everybody, the first first. */
export async function openWages(
  { vault }: { readonly vault: Vault },
  tx: Tx,
  personIds?: readonly string[],
): Promise<readonly WageEntry[]> {
  const opened = [];
  for (const row of await listWages(tx, personIds)) opened.push(await openWage(vault, tx, row));
  return opened;
}

async function openWage(vault: Vault, tx: Tx, row: StoredWage): Promise<WageEntry> {
  const { id, person_id: personId, role_id: roleId, from_day: from, corrects, approved } = row;
  const told = sealedShape.parse(JSON.parse(await vault.openText(tx, placeOf(id), row.sealed)));
  return {
    ...{ id, personId, roleId, from, told, corrects, approved },
    ...{ enteredBy: row.entered_by, enteredAt: row.entered_at },
    ...{ decidedBy: row.decided_by, decidedAt: row.decided_at },
  };
}
