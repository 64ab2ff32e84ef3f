import type { Tx } from '../../../../platform/db/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import type { ScheduleParts } from '../../parts.ts';
import { partOf } from '../../plan/load-work.ts';
import { loadEffects } from '../effects.ts';
import { isOwn } from '../trade.ts';
import { wasAsked } from './accept.ts';
import { mayDecide, reasonAt } from './decide.ts';
import { handedOf, loadWorkOf } from './handed.ts';
import { noteAt } from './make.ts';
import { endingWords, type Offer, type OfferedShift, termsFor } from './offer.ts';
import type { EffectAnswer, OfferAnswer } from './shapes.ts';
import { showOfferShift } from './show-shift.ts';
import { loadOfferWords, type OfferWords, takenReturn } from './words.ts';

type Parts = Pick<ScheduleParts, 'clock' | 'people' | 'vault' | 'wages'>;

/** Offers as one person sees them; those that are not theirs to see are left out. */
export async function showOffers(
  parts: Parts,
  tx: Tx,
  asking: Asking,
  offers: readonly Offer[],
): Promise<readonly OfferAnswer[]> {
  const words = await loadOfferWords(parts, tx, offers);
  const shown: OfferAnswer[] = [];
  for (const offer of offers) {
    const view = viewOf(asking, offer, words);
    if (view.isMine || view.isAsked || view.decides) shown.push(await show(parts, tx, asking, offer, words, view));
  }
  return shown;
}

/** As whom somebody looks at an offer. */
interface View {
  readonly isMine: boolean;
  readonly isAsked: boolean;
  readonly decides: boolean;
}

function viewOf(asking: Asking, offer: Offer, words: OfferWords): View {
  const isMine = isOwn(asking, { id: offer.id, by: offer.fromId });
  // As long as nobody has accepted, it is between those who were asked.
  const decides = offer.takenBy !== null && mayDecide(asking, offer, words);
  return { isMine, isAsked: wasAsked(asking, offer), decides };
}

async function show(
  { clock, vault }: Parts,
  tx: Tx,
  { actor }: Asking,
  offer: Offer,
  words: OfferWords,
  { isMine, isAsked, decides }: View,
): Promise<OfferAnswer> {
  const { id, state, fromId, takenBy, noteSealed, reasonSealed } = offer;
  const { places, shifts, nameOf } = words;
  const shiftShown = (one: OfferedShift) => {
    const shift = shifts.get(one.shiftId);
    if (shift === undefined) throw new Error('an offer of a shift that is gone');
    return showOfferShift(places, shift, one.assignmentId, one);
  };
  const seesAll = isMine || decides;
  const isOpen = state === 'open' && offer.expiresAt > clock.now();
  const mayTake = isOpen && isAsked && termsFor(offer, actor.personId) !== null;
  const isParty = seesAll || takenBy === actor.personId;
  const written = reasonSealed && isParty ? await vault.openText(tx, reasonAt(id), reasonSealed) : null;
  const taken = takenReturn(offer);
  return {
    ...{ id, state, fromId, fromName: nameOf(fromId), gives: shiftShown(offer) },
    note: noteSealed && (await vault.openText(tx, noteAt(id), noteSealed)),
    ...{ expiresAt: offer.expiresAt.toISOString(), toEveryone: offer.toEveryone },
    people: offer.people
      .filter(({ personId }) => seesAll || personId === actor.personId)
      .map((one) => ({
        ...{ personId: one.personId, name: nameOf(one.personId), state: one.state },
        returns: one.returns.filter(({ gone }) => !gone).map(shiftShown),
      })),
    takenBy: takenBy === null ? null : { personId: takenBy, name: nameOf(takenBy) },
    takes: taken !== null && isParty ? shiftShown(taken) : null,
    reason: written ?? endingWords(offer),
    ...{ mine: isMine, mayAccept: mayTake, mayDecline: mayTake, mayWithdraw: isMine && isOpen },
    mayDecide: decides && state === 'waiting',
  };
}

/** What accepting an offer would come to for who was asked, on each of the terms. */
export async function effectsOf(
  parts: Parts,
  tx: Tx,
  { actor: { personId } }: Asking,
  offer: Offer,
): Promise<readonly { readonly returnAssignmentId: string | null; readonly effect: EffectAnswer }[]> {
  const terms = offer.state === 'open' ? termsFor(offer, personId) : null;
  if (terms === null) return [];
  const returns = terms.returns.filter(({ gone }) => !gone);
  const work = await loadWorkOf(parts, tx, [offer.shiftId, ...returns.map(({ shiftId }) => shiftId)]);
  const gives = work && handedOf(work, offer, offer.held);
  if (work === null || gives === null) return [];
  const effectOf = await loadEffects(parts, tx, work, personId);
  const gets = partOf(gives.loaded.shift, gives.span);
  if (terms.returns.length === 0) return [{ returnAssignmentId: null, effect: effectOf(gets, null) }];
  return returns.flatMap((one) => {
    const takes = handedOf(work, one);
    if (takes === null) return [];
    const loses = partOf(takes.loaded.shift, takes.span);
    return [{ returnAssignmentId: one.assignmentId, effect: effectOf(gets, loses) }];
  });
}
