import type { Tx } from '../../../../platform/db/index.ts';
import type { ScheduleParts } from '../../parts.ts';
import type { PlannedShift } from '../../plan/plan.ts';
import { shiftsByIds } from '../../plan/shift-store.ts';
import { loadPlaces, type Places, shiftWords, whenWords } from '../places.ts';
import type { Offer, OfferedShift } from './offer.ts';

/** What is needed to speak of offers. */
export interface OfferWords {
  readonly places: Places;
  readonly shifts: ReadonlyMap<string, PlannedShift>;
  readonly nameOf: (personId: string) => string;
  /** "Mon 18 May 2026 09:00–17:00, Bar at Harbour". */
  readonly shift: (one: OfferedShift) => string;
  /** "Mon 18 May 2026 09:00–17:00". */
  readonly when: (one: OfferedShift) => string;
}

/** Loads the names of all shifts and people of some offers. */
export async function loadOfferWords(
  parts: Pick<ScheduleParts, 'people'>,
  tx: Tx,
  offers: readonly Offer[],
): Promise<OfferWords> {
  const shiftIds = offers.flatMap((one) => [
    one.shiftId,
    ...one.people.flatMap(({ returns }) => returns.map(({ shiftId }) => shiftId)),
  ]);
  const shifts = new Map((await shiftsByIds(tx, [...new Set(shiftIds)])).map((shift) => [shift.id, shift]));
  const ids = [...new Set(offers.flatMap(({ fromId, people }) => [fromId, ...people.map((one) => one.personId)]))];
  const names = ids.length === 0 ? new Map<string, string>() : await parts.people.namesOf(tx, ids);
  const places = await loadPlaces(parts, tx);
  const spoken = (say: (shift: PlannedShift, one: OfferedShift) => string) => (one: OfferedShift) => {
    const shift = shifts.get(one.shiftId);
    return shift === undefined ? 'a shift' : say(shift, one);
  };
  return {
    ...{ places, shifts, nameOf: (id) => names.get(id) ?? 'Somebody' },
    shift: spoken((shift, one) => shiftWords(places, shift, one)),
    when: spoken(whenWords),
  };
}

/** What is taken in return for an offer that somebody has accepted; null: nothing. */
export function takenReturn({ people, takenBy, takenReturn: id }: Offer): OfferedShift | null {
  if (takenBy === null || id === null) return null;
  const taker = people.find(({ personId }) => personId === takenBy);
  return taker?.returns.find(({ assignmentId }) => assignmentId === id) ?? null;
}
