import type { Tx } from '../../../../platform/db/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import { byPerson } from '../../acts.ts';
import type { ScheduleParts } from '../../parts.ts';
import { lockPeople } from '../../plan/assigning/store.ts';
import { absent, type Refusal, refuse } from '../refusal.ts';
import { decides, isOwn } from '../trade.ts';
import { type Done, wasAsked } from './accept.ts';
import { lockPeriodsOf } from './handed.ts';
import { handsOf } from './hands.ts';
import { endingWords, endWithout, type Offer, termsFor } from './offer.ts';
import { endOffers, settleOffers } from './settle.ts';
import { answerOffer, changeOffer, findOffer, lockOffers } from './store.ts';
import { retellAsked, tellOver } from './tell.ts';
import { judgeTrade, trade } from './trading.ts';
import { loadOfferWords, type OfferWords, takenReturn } from './words.ts';

type Parts = Pick<ScheduleParts, 'clock' | 'people' | 'audit' | 'vault' | 'wages'>;

const done = { kind: 'done' } as const;
const targetOf = ({ id }: Offer) => ({ type: 'offer', id });

/** An offer kept from others until the transaction ends, after what is over has ended; null where there is none. */
async function lockOffer(parts: Parts, tx: Tx, id: string): Promise<Offer | null> {
  await lockOffers(tx);
  await settleOffers(parts, tx);
  return findOffer(tx, id);
}

/** Takes back an offer of one's own, as long as nobody has accepted it. */
export async function withdrawOffer(parts: Parts, tx: Tx, asking: Asking, id: string): Promise<Done> {
  const offer = await lockOffer(parts, tx, id);
  if (offer === null || !isOwn(asking, { id, by: offer.fromId })) return absent;
  if (offer.state !== 'open') return tooLateTo(offer, 'Somebody has accepted it. It can’t be taken back any more.');
  const ended = { by: asking.actor.personId, at: parts.clock.now() };
  await changeOffer(tx, id, { state: 'withdrawn', ended });
  await retellAsked(parts, tx, await loadOfferWords(parts, tx, [offer]), offer, 'The offer was taken back.');
  const entry = {
    action: 'schedule.offer_withdrawn',
    target: targetOf(offer),
    detail: { shift: offer.shiftId },
  } as const;
  await parts.audit.append(tx, { ...byPerson(asking.actor), ...entry });
  return done;
}

function tooLateTo(offer: Offer, accepted: string): Refusal {
  if (offer.state === 'done' || offer.state === 'waiting') return refuse('taken', accepted);
  return refuse('wrong_state', endingWords(offer) ?? 'This offer is over.');
}

/** Says no to an offer. When all have, it is over. */
export async function declineOffer(parts: Parts, tx: Tx, asking: Asking, id: string): Promise<Done> {
  const { personId } = asking.actor;
  const offer = await lockOffer(parts, tx, id);
  if (offer === null || !wasAsked(asking, offer)) return absent;
  if (offer.state !== 'open') return tooLateTo(offer, 'The shift is taken. There is nothing left to decline.');
  if (termsFor(offer, personId) === null) return refuse('wrong_state', 'You have answered this already.');
  await answerOffer(tx, id, personId, 'declined', parts.clock.now());
  await retellAsked(parts, tx, await loadOfferWords(parts, tx, [offer]), offer, 'You have declined it.', personId);
  const entry = {
    action: 'schedule.offer_declined',
    target: targetOf(offer),
    detail: { shift: offer.shiftId },
  } as const;
  await parts.audit.append(tx, { ...byPerson(asking.actor), ...entry });
  const after = await findOffer(tx, id);
  const why = after && endWithout(after);
  if (why !== null) await endOffers(parts, tx, [{ id, why }]);
  return done;
}

/** What a scheduler decides about, with its periods, people and offers locked; or why nothing can be decided. */
async function lockWaiting(
  parts: Parts,
  tx: Tx,
  asking: Asking,
  id: string,
): Promise<Refusal | { readonly kind: 'waiting'; readonly offer: Offer; readonly words: OfferWords }> {
  const before = await findOffer(tx, id);
  if (before === null) return absent;
  const returned = takenReturn(before);
  await lockPeriodsOf(tx, [before.shiftId, ...(returned === null ? [] : [returned.shiftId])]);
  await lockPeople(tx, [before.fromId, ...(before.takenBy === null ? [] : [before.takenBy])]);
  const offer = await lockOffer(parts, tx, id);
  if (offer === null) return absent;
  const words = await loadOfferWords(parts, tx, [offer]);
  if (!mayDecide(asking, offer, words)) return absent;
  if (offer.state === 'waiting' && offer.takenBy === before.takenBy) return { kind: 'waiting', offer, words };
  if (offer.endedWhy === 'late') return refuse('too_late', 'The time to approve it is over.');
  return refuse('wrong_state', endingWords(offer) ?? 'Nothing waits for approval here any more.');
}

/** Whether somebody decides about an offer: they plan all the work that changes hands. */
export function mayDecide(asking: Asking, offer: Offer, { shifts, places }: OfferWords): boolean {
  const { id, fromId: by, takenBy, shiftId } = offer;
  const returned = takenReturn(offer);
  const shiftIds = [shiftId, ...(returned === null ? [] : [returned.shiftId])];
  const roles = shiftIds.map((one) => places.roles.get(shifts.get(one)?.roleId ?? ''));
  return decides(asking, { id, by, asked: [], parties: [by, ...(takenBy === null ? [] : [takenBy])], roles });
}

/** Approves a trade: every rule is asked once more, then it is done. */
export async function approveOffer(parts: Parts, tx: Tx, asking: Asking, id: string): Promise<Done> {
  const waiting = await lockWaiting(parts, tx, asking, id);
  if (waiting.kind !== 'waiting') return waiting;
  const { work, against } = await judgeTrade(parts, tx, waiting.offer, 'scheduler');
  if (work === null) {
    await endOffers(parts, tx, [{ id, why: 'moved' }]);
    return refuse('wrong_state', 'The shift was changed meanwhile. The trade is over.');
  }
  const broken = 'A rule speaks against it by now. Refuse it, or change the plan by hand.';
  if (against.length > 0) return refuse('rules_broken', broken, against);
  return trade(parts, tx, asking, work, waiting.offer);
}

export const reasonAt = (id: string) => ({ table: 'shift_offers', column: 'reason_sealed', rowId: id });

/** Does not approve a trade: its giver works the shift. */
export async function refuseOffer(
  parts: Parts,
  tx: Tx,
  asking: Asking,
  id: string,
  reason: string | null,
): Promise<Done> {
  const waiting = await lockWaiting(parts, tx, asking, id);
  if (waiting.kind !== 'waiting') return waiting;
  const { offer, words } = waiting;
  const reasonSealed = reason === null ? null : await parts.vault.seal(tx, reasonAt(id), reason);
  const ended = { by: asking.actor.personId, at: parts.clock.now() };
  await changeOffer(tx, id, { state: 'refused', reasonSealed, ended });
  await tellOver(parts, tx, words, { ...offer, state: 'refused' }, reason);
  const entry = { action: 'schedule.offer_refused', target: targetOf(offer), detail: handsOf(offer) } as const;
  await parts.audit.append(tx, { ...byPerson(asking.actor), ...entry });
  return done;
}
