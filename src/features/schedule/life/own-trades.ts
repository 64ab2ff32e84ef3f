import type { PersonalDataSource } from '../../people/index.ts';
import type { ScheduleParts } from '../parts.ts';
import { shiftsByIds } from '../plan/shift-store.ts';
import { claimsOf } from './claims/store.ts';
import { noteAt } from './offers/make.ts';
import { listOffers } from './offers/store.ts';
import { loadOfferWords } from './offers/words.ts';
import { shiftWords } from './places.ts';

/** What is held of somebody's trades and claims: what they offered and answered, and nothing of who else was asked. */
export function tradesOf({ people, vault }: Pick<ScheduleParts, 'people' | 'vault'>): PersonalDataSource {
  return {
    title: 'Shifts you offered, were offered or claimed',
    read: async (tx, personId) => {
      const own = await listOffers(tx, { fromId: personId });
      const asked = await listOffers(tx, { askedId: personId });
      const claims = await claimsOf(tx, personId);
      const words = await loadOfferWords({ people }, tx, [...own, ...asked]);
      const shifts = new Map(
        (
          await shiftsByIds(
            tx,
            claims.map(({ shiftId }) => shiftId),
          )
        ).map((shift) => [shift.id, shift]),
      );
      const offered = [];
      for (const offer of own) {
        const { id, noteSealed, state, madeAt } = offer;
        const note = noteSealed && (await vault.openText(tx, noteAt(id), noteSealed));
        offered.push({ shift: words.shift(offer), at: madeAt, state, note });
      }
      return {
        offered,
        answered: asked.map((offer) => {
          const { state: answer } = offer.people.find((one) => one.personId === personId) ?? { state: 'asked' };
          return { shift: words.shift(offer), at: offer.madeAt, answer };
        }),
        claimed: claims.map(({ shiftId, state, askedAt }) => {
          const shift = shifts.get(shiftId);
          return { shift: shift === undefined ? '' : shiftWords(words.places, shift, shift), at: askedAt, state };
        }),
      };
    },
  };
}
