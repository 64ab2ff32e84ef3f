import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import type { SealedPlace, Vault } from '../../../platform/vault/index.ts';
import { payTold } from '../wages/sealing.ts';
import type { Choice } from './cycle.ts';

/** Where review cycles keep sealed values: what is chosen for whom, and why more than the budget is spent. */
export const cyclePlaces: readonly SealedPlace[] = [
  { table: 'pay_cycle_lines', column: 'sealed' },
  { table: 'pay_cycle_overrides', column: 'sealed' },
];

const placeOf = (table: 'pay_cycle_lines' | 'pay_cycle_overrides', rowId: string) => ({
  ...{ table, column: 'sealed', rowId },
});

const choiceShape: z.ZodType<Choice> = z.object({
  before: payTold,
  minor: z.int().min(0),
  why: z.string().nullable(),
  suggested: z.int().nullable(),
});

export function sealChoice(vault: Vault, tx: Tx, lineId: string, choice: Choice): Promise<Uint8Array> {
  return vault.seal(tx, placeOf('pay_cycle_lines', lineId), JSON.stringify(choice));
}

export async function openChoice(vault: Vault, tx: Tx, lineId: string, sealed: Uint8Array): Promise<Choice> {
  return choiceShape.parse(JSON.parse(await vault.openText(tx, placeOf('pay_cycle_lines', lineId), sealed)));
}

export function sealWords(vault: Vault, tx: Tx, overrideId: string, words: string): Promise<Uint8Array> {
  return vault.seal(tx, placeOf('pay_cycle_overrides', overrideId), words);
}

export function openWords(vault: Vault, tx: Tx, overrideId: string, sealed: Uint8Array): Promise<string> {
  return vault.openText(tx, placeOf('pay_cycle_overrides', overrideId), sealed);
}
