import { newId } from '../../../../platform/clock/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import { byPerson } from '../../acts.ts';
import type { ScheduleParts } from '../../parts.ts';
import type { Work } from '../../plan/load-work.ts';
import type { Assignment } from '../../plan/plan.ts';
import { handOver } from '../hand-over.ts';
import { againstWords, handedOf, loadWorkOf } from './handed.ts';
import { handsOf } from './hands.ts';
import type { Offer } from './offer.ts';
import { settleOffers } from './settle.ts';
import { changeOffer } from './store.ts';
import { judgeSwap, remainders } from './swap.ts';
import { retellWaiting, tellDone } from './tell.ts';
import { loadOfferWords, takenReturn } from './words.ts';

type Parts = Pick<ScheduleParts, 'clock' | 'people' | 'audit'>;

export interface JudgedTrade {
  /** Null: a shift is not there any more as it was. */
  readonly work: Work | null;
  /** The rules that speak against it by now, in words. */
  readonly against: readonly string[];
}

/** Asks every rule about a trade as it would be done. The periods and people are locked. */
export async function judgeTrade(
  parts: Parts,
  tx: Tx,
  offer: Offer,
  forWhom: 'taker' | 'scheduler',
): Promise<JudgedTrade> {
  const gone = { work: null, against: [] };
  const returned = takenReturn(offer);
  const work = await loadWorkOf(parts, tx, [offer.shiftId, ...(returned === null ? [] : [returned.shiftId])]);
  const gives = work && handedOf(work, offer, offer.held);
  const takes = work && returned && handedOf(work, returned);
  if (work === null || !gives || (returned !== null && !takes) || offer.takenBy === null) return gone;
  const { taker, giver } = againstWords(work, judgeSwap(work, { gives, takerId: offer.takenBy, takes }), forWhom);
  const nameOf = (id: string) => work.people.get(id)?.name ?? 'Somebody';
  const taking = forWhom === 'taker' ? taker : taker.map((words) => `${nameOf(offer.takenBy ?? '')}: ${words}`);
  return { work, against: [...taking, ...giver.map((words) => `${nameOf(offer.fromId)}: ${words}`)] };
}

/** Does a trade that every rule lets be: in the plan, in what people were told, and in what they hear. */
export async function trade(
  parts: Parts,
  tx: Tx,
  asking: Asking,
  work: Work,
  offer: Offer,
): Promise<{ readonly kind: 'done' }> {
  const { clock } = parts;
  const words = await loadOfferWords(parts, tx, [offer]);
  const { removed, added } = changesOf(parts, work, offer);
  const step = `${words.nameOf(offer.takenBy ?? '')} took ${words.when(offer)} from ${words.nameOf(offer.fromId)} in a trade`;
  await handOver(parts, tx, work, { kind: 'trade', by: asking.actor.personId, words: step, removed, added });
  const { takenBy, takenReturn: inReturn, state } = offer;
  const ended = { by: asking.actor.personId, at: clock.now() };
  await changeOffer(tx, offer.id, { state: 'done', takenBy, takenReturn: inReturn, ended });
  // What was offered elsewhere of the same shifts is not there any more.
  await settleOffers(parts, tx);
  await tellDone(parts, tx, words, offer);
  if (state === 'waiting') await retellWaiting(parts, tx, words, offer, 'It was approved.');
  await parts.audit.append(tx, {
    ...byPerson(asking.actor),
    ...{ action: 'schedule.shift_traded', target: { type: 'offer', id: offer.id } },
    detail: handsOf(offer),
  });
  return { kind: 'done' };
}

/** Who leaves which shift, and who comes: what is left of a shift of which a part was given stays with who had it. */
function changesOf({ clock }: Parts, work: Work, offer: Offer) {
  const returned = takenReturn(offer);
  const gives = handedOf(work, offer, offer.held);
  const takes = returned && handedOf(work, returned);
  if (gives === null || offer.takenBy === null) throw new Error('a trade of a shift that is not there');
  const traded = (from: Assignment, personId: string): Assignment => ({
    ...{ id: newId(clock), shiftId: from.shiftId, personId, start: from.start, end: from.end },
    ...{ madeBy: 'trade', pinned: true, overruledWhy: null, overruledBy: null },
  });
  const kept = remainders(gives.assignment, gives.span).map(
    (span, index): Assignment => ({
      ...gives.assignment,
      ...span,
      ...(index === 0 ? {} : { id: newId(clock) }),
      pinned: true,
    }),
  );
  const given = traded({ ...gives.assignment, ...gives.span }, offer.takenBy);
  const removed = [gives.assignment, ...(takes === null ? [] : [takes.assignment])];
  return { removed, added: [given, ...kept, ...(takes === null ? [] : [traded(takes.assignment, offer.fromId)])] };
}
