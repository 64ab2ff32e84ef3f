import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import type { SealedPlace, Vault } from '../../../platform/vault/index.ts';
import { payTold } from '../wages/sealing.ts';
import type { Terms } from './raise.ts';
import type { StoredEvent, StoredRaise } from './store.ts';

/** Where proposals keep sealed values: from what to what, why, and what was said about it. */
export const raisePlaces: readonly SealedPlace[] = [
  { table: 'raises', column: 'sealed' },
  { table: 'raise_events', column: 'sealed' },
];

type Table = 'raises' | 'raise_events';
const placeOf = (table: Table, rowId: string) => ({ table, column: 'sealed', rowId });

const title = z.string().nullable();
const ids = z.array(z.string());
const termsShape: z.ZodType<Terms> = z.object({
  title: z.object({ before: title, after: title }),
  roles: z.object({ before: ids, after: ids }),
  pay: z.object({ roleId: z.string().nullable(), before: payTold.nullable(), after: payTold }).nullable(),
  reason: z.string(),
});
const eventShape = z.object({
  terms: termsShape.nullable(),
  from: z.string().nullable(),
  words: z.string().nullable(),
});
/** What an event says beside that it happened: the terms and the day as they were proposed, or words. */
export type EventTold = z.infer<typeof eventShape>;

export function sealTerms(vault: Vault, tx: Tx, id: string, terms: Terms): Promise<Uint8Array> {
  return vault.seal(tx, placeOf('raises', id), JSON.stringify(terms));
}

export async function openTerms(vault: Vault, tx: Tx, { id, sealed }: StoredRaise): Promise<Terms> {
  return termsShape.parse(JSON.parse(await vault.openText(tx, placeOf('raises', id), sealed)));
}

export function sealEvent(vault: Vault, tx: Tx, id: string, told: Partial<EventTold>): Promise<Uint8Array> {
  return vault.seal(tx, placeOf('raise_events', id), JSON.stringify({ terms: null, from: null, words: null, ...told }));
}

export async function openEvent(vault: Vault, tx: Tx, { id, sealed }: StoredEvent): Promise<EventTold | null> {
  if (sealed === null) return null;
  return eventShape.parse(JSON.parse(await vault.openText(tx, placeOf('raise_events', id), sealed)));
}
