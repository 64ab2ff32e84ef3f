import type { Tx } from '../../../platform/db/index.ts';
import type { ScheduleParts } from '../parts.ts';
import { announceSoon } from './announcing/soon.ts';
import { endClaimsOfLeaver, settleClaims } from './claims/settle.ts';
import { endOffersOfLeaver, type SettleParts, settleOffers } from './offers/settle.ts';

export type LifeParts = SettleParts & Pick<ScheduleParts, 'jobs'>;

/**
 * Ends the offers and claims that the plan or the time has overtaken, and has what is open now announced. To be called wherever
 * the plan changes, in the same unit of work: after its period is locked, before the change is recorded.
 */
export async function settleLife(parts: LifeParts, tx: Tx): Promise<void> {
  await settleOffers(parts, tx);
  await settleClaims(parts, tx);
  await announceSoon(parts, tx);
}

/** Ends the offers and claims of somebody who leaves; those of others go on without them. */
export async function settleLeaver(parts: LifeParts, tx: Tx, personId: string): Promise<void> {
  await endOffersOfLeaver(parts, tx, personId);
  await endClaimsOfLeaver(parts, tx, personId);
  await settleLife(parts, tx);
}
