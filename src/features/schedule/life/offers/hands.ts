import type { Offer } from './offer.ts';
import { takenReturn } from './words.ts';

/** Whose shift goes where, as the audit log keeps it. */
export function handsOf(offer: Offer): Readonly<Record<string, string>> {
  const { shiftId, fromId, takenBy } = offer;
  const taken = takenReturn(offer);
  const hands = { shift: shiftId, from: fromId, ...(takenBy === null ? {} : { to: takenBy }) };
  return taken === null ? hands : { ...hands, inReturn: taken.shiftId };
}
