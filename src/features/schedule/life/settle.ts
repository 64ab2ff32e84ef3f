import type { Tx } from '../../../platform/db/index.ts';
import { endClaimsOfLeaver, settleClaims } from './claims/settle.ts';
import { endOffersOfLeaver, type SettleParts, settleOffers } from './offers/settle.ts';

/**
 * Ends the offers and claims that the plan or the time has overtaken. To be called wherever the plan changes, in the same unit
 * of work: after its period is locked, before the change is recorded.
 */
export async function settleLife(parts: SettleParts, tx: Tx): Promise<void> {
  await settleOffers(parts, tx);
  await settleClaims(parts, tx);
}

/** Ends the offers and claims of somebody who leaves; those of others go on without them. */
export async function settleLeaver(parts: SettleParts, tx: Tx, personId: string): Promise<void> {
  await endOffersOfLeaver(parts, tx, personId);
  await endClaimsOfLeaver(parts, tx, personId);
  await settleLife(parts, tx);
}
