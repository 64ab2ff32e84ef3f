import type { Tx } from '../../../../platform/db/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import { byPerson } from '../../acts.ts';
import type { ScheduleParts } from '../../parts.ts';
import { lockPeople } from '../../plan/assigning/store.ts';
import { minutesAt } from '../../plan/plan.ts';
import { readSettings } from '../../work/settings/read-settings.ts';
import { absent, type Refusal, refuse } from '../refusal.ts';
import { mayAnswer } from '../trade.ts';
import { lockPeriodsOf } from './handed.ts';
import { handsOf } from './hands.ts';
import { deadlineOf, endingWords, type Offer, termsFor } from './offer.ts';
import { tradesOff } from './offering.ts';
import { endOffers, settleOffers } from './settle.ts';
import { answerOffer, changeOffer, findOffer, lockOffers } from './store.ts';
import { tellWaiting } from './tell.ts';
import { judgeTrade, trade } from './trading.ts';
import { loadOfferWords } from './words.ts';

export type Done = Refusal | { readonly kind: 'done' };
const done = { kind: 'done' } as const;

type Parts = Pick<ScheduleParts, 'clock' | 'people' | 'audit'>;

/**
 * Takes an offered shift. Periods, people and offers are locked in this order, so that of all who accept at once one after the
 * other looks, and the first has it. All rules are asked again of what is there then.
 */
export async function acceptOffer(
  parts: Parts,
  tx: Tx,
  asking: Asking,
  id: string,
  returnAssignmentId: string | null,
): Promise<Done> {
  const { personId } = asking.actor;
  const before = await findOffer(tx, id);
  if (before === null || !wasAsked(asking, before)) return absent;
  const returned = before.people
    .flatMap(({ returns }) => returns)
    .find((one) => one.assignmentId === returnAssignmentId);
  await lockPeriodsOf(tx, [before.shiftId, ...(returned === undefined ? [] : [returned.shiftId])]);
  await lockPeople(tx, [before.fromId, personId]);
  await lockOffers(tx);
  await settleOffers(parts, tx);
  const offer = await findOffer(tx, id);
  if (offer === null) return absent;
  const refused = await refusalOf(parts, tx, offer, personId, returnAssignmentId);
  if (refused !== null) return refused;
  const accepted: Offer = { ...offer, takenBy: personId, takenReturn: returnAssignmentId };
  const { work, against } = await judgeTrade(parts, tx, accepted, 'taker');
  // What it stands on is gone although it was just settled: nobody can take it.
  if (work === null) {
    await endOffers(parts, tx, [{ id, why: 'moved' }]);
    return refuse('wrong_state', 'This offer is over.');
  }
  if (against.length > 0)
    return refuse('rules_broken', 'A rule speaks against it by now. Nothing was changed.', against);
  await answerOffer(tx, id, personId, 'accepted', parts.clock.now());
  if (work.settings.trades === 'rules') return trade(parts, tx, asking, work, accepted);
  await changeOffer(tx, id, { state: 'waiting', takenBy: personId, takenReturn: returnAssignmentId });
  await tellWaiting(parts, tx, await loadOfferWords(parts, tx, [accepted]), accepted);
  await parts.audit.append(tx, {
    ...byPerson(asking.actor),
    ...{ action: 'schedule.offer_accepted', target: { type: 'offer', id } },
    detail: handsOf(accepted),
  });
  return done;
}

/** Whether somebody was asked, whatever has become of it. */
export function wasAsked(asking: Asking, { id, fromId, people }: Offer): boolean {
  return mayAnswer(asking, { id, by: fromId, asked: people.map(({ personId }) => personId) });
}

async function refusalOf(
  parts: Parts,
  tx: Tx,
  offer: Offer,
  personId: string,
  returnAssignmentId: string | null,
): Promise<Refusal | null> {
  const closed = closedTo(offer, personId);
  if (closed !== null) return closed;
  const now = minutesAt(parts.clock.now());
  const settings = await readSettings(parts, tx);
  if (settings.trades === 'off') return tradesOff;
  const terms = termsFor(offer, personId);
  if (terms === null) return refuse('wrong_state', 'You have answered this already, or can’t take it any more.');
  const returned = terms.returns.find((one) => one.assignmentId === returnAssignmentId && !one.gone);
  if (terms.returns.length === 0) {
    return returnAssignmentId === null ? null : refuse('wrong_state', 'Nothing is taken in return for this shift.');
  }
  if (returned === undefined) return refuse('wrong_state', 'Choose which of your shifts you give in return.');
  if (deadlineOf(returned, settings) <= now)
    return refuse('too_late', 'The shift that you would give begins too soon to be traded. Choose another one.');
  return null;
}

/** Why an offer that is over, or somebody else's by now, can't be taken. */
function closedTo(offer: Offer, personId: string): Refusal | null {
  const { state, takenBy, endedWhy } = offer;
  if (state === 'open') return null;
  if (state === 'done' || state === 'waiting')
    return takenBy === personId
      ? refuse('taken', 'You have accepted it already.')
      : refuse('taken', 'Somebody else was first. The shift is taken.');
  if (endedWhy === 'late') return refuse('too_late', 'The time to accept it is over.');
  return refuse('wrong_state', endingWords(offer) ?? 'This offer was taken back.');
}
