import type { Tx } from '../../../../platform/db/index.ts';
import type { ScheduleParts } from '../../parts.ts';
import { type EndedWhy, endingWords, endWithout, type Offer } from './offer.ts';
import { dropOwn, type Ending, isAnybodyGone, markGone, markLeaver, offersOvertaken } from './settle-store.ts';
import { changeOffer, listOffers, lockOffers } from './store.ts';
import { tellOver } from './tell.ts';
import { loadOfferWords } from './words.ts';

export type SettleParts = Pick<ScheduleParts, 'clock' | 'people' | 'audit'>;

const underWay = ['open', 'waiting'] as const;

/**
 * Ends the offers that the plan or the time has overtaken, and tells those whom it concerns. To be called wherever the plan
 * changes, in the same unit of work, after its period is locked and before it is recorded.
 */
export async function settleOffers(parts: SettleParts, tx: Tx): Promise<void> {
  const now = parts.clock.now();
  if ((await offersOvertaken(tx, now)).length === 0 && !(await isAnybodyGone(tx))) return;
  await lockOffers(tx);
  const gone = await markGone(tx);
  await endOffers(parts, tx, [...(await offersOvertaken(tx, now)), ...(await withoutPeople(tx, gone))]);
}

/** Ends the offers of somebody who leaves, and takes them out of those of others. */
export async function endOffersOfLeaver(parts: SettleParts, tx: Tx, personId: string): Promise<void> {
  const touched = [
    ...(await listOffers(tx, { fromId: personId, states: underWay })),
    ...(await listOffers(tx, { askedId: personId, states: underWay })),
  ];
  if (touched.length === 0) return;
  await lockOffers(tx);
  const own = await listOffers(tx, { fromId: personId, states: underWay });
  const others = await withoutPeople(tx, await markLeaver(tx, personId));
  await endOffers(parts, tx, [...own.map(({ id }) => ({ id, why: 'left' as const })), ...others]);
}

/** Ends offers that have come to be to nobody but those who made them, as two records of one human became one. */
export async function endOwnOffers(parts: SettleParts, tx: Tx): Promise<void> {
  await endOffers(parts, tx, await withoutPeople(tx, await dropOwn(tx)));
}

async function withoutPeople(tx: Tx, ids: readonly string[]): Promise<readonly Ending[]> {
  const offers = await listOffers(tx, { ids, states: underWay });
  return offers.flatMap((offer) => {
    const why = endWithout(offer);
    return why === null ? [] : [{ id: offer.id, why }];
  });
}

/** Ends offers that nobody ended by an act. They must be locked. */
export async function endOffers(parts: SettleParts, tx: Tx, endings: readonly Ending[]): Promise<void> {
  const whys = new Map<string, EndedWhy>();
  for (const { id, why } of endings) if (!whys.has(id)) whys.set(id, why);
  const offers = await listOffers(tx, { ids: [...whys.keys()], states: underWay });
  const words = await loadOfferWords(parts, tx, offers);
  const ended = offers.map((offer): Offer => ({ ...offer, state: 'expired', endedWhy: whys.get(offer.id) ?? null }));
  for (const offer of ended) {
    const { id, endedWhy } = offer;
    await changeOffer(tx, id, { state: 'expired', endedWhy, ended: { by: null, at: parts.clock.now() } });
    await tellOver(parts, tx, words, offer, endingWords(offer));
  }
  await parts.audit.appendAll(
    tx,
    ended.map(({ id, shiftId, endedWhy }) => ({
      actor: { kind: 'system', id: 'schedule' } as const,
      ...{ action: 'schedule.offer_ended' as const, target: { type: 'offer', id } },
      detail: { shift: shiftId, why: endedWhy ?? '' },
    })),
  );
}
