import type { Tx } from '../../../../platform/db/index.ts';
import type { Notice, NoticeButton } from '../../../people/index.ts';
import type { ScheduleParts } from '../../parts.ts';
import { minutesAt } from '../../plan/plan.ts';
import { showSpan } from '../places.ts';
import { schedulersOf } from '../schedulers.ts';
import type { Asked, EndedWhy, Offer } from './offer.ts';
import { type OfferWords, takenReturn } from './words.ts';

type Parts = Pick<ScheduleParts, 'people'>;

/** What the buttons of an offer in Slack do; their value is its id. */
export const offerActions = { accept: 'schedule.accept_offer', decline: 'schedule.decline_offer' } as const;

const askedKey = ({ id }: Offer) => `offer/${id}`;
const waitingKey = ({ id }: Offer) => `offer/${id}/waiting`;
const link = ({ id }: Offer, label: string) => ({ label, path: `/team/offers/${id}` });

/** Asks everybody to whom a shift is offered. */
export function tellAsked({ people }: Parts, tx: Tx, words: OfferWords, offer: Offer, note: string | null) {
  const giver = words.nameOf(offer.fromId);
  const { zone = 'UTC' } = words.shifts.get(offer.shiftId) ?? {};
  const at = minutesAt(offer.expiresAt);
  const { localEnd } = showSpan({ start: at, end: at }, zone);
  return people.tell(
    tx,
    offer.people.map((asked): Notice => {
      const { personId, returns } = asked;
      return {
        ...{ personId, event: 'shift_offered', key: askedKey(offer) },
        subject: `${giver} offers you a shift: ${words.when(offer)}`,
        lines: [
          words.shift(offer),
          ...(note === null ? [] : [`${giver} says: ${note}`]),
          ...(returns.length === 0 ? [] : ['In return for one of these of yours:', ...returns.map(words.shift)]),
          `Whoever accepts first has it, until ${localEnd.replace('T', ' ')}. If you do nothing, nothing changes.`,
        ],
        link: link(offer, returns.length === 0 ? 'Look at the offer' : 'Choose what you give in return'),
        buttons: buttonsFor(offer, asked),
      };
    }),
  );
}

/** Where something is to be chosen first, accepting is left to the page. */
function buttonsFor({ id }: Offer, { returns }: Asked): readonly NoticeButton[] {
  const accept: NoticeButton = { label: 'Accept', actionId: offerActions.accept, value: id, style: 'primary' };
  const decline: NoticeButton = { label: 'Decline', actionId: offerActions.decline, value: id };
  return returns.length === 0 ? [accept, decline] : [decline];
}

/** Takes the buttons off what people were asked, and says what has become of it. */
export function retellAsked({ people }: Parts, tx: Tx, words: OfferWords, offer: Offer, line: string, only?: string) {
  const lines = [words.shift(offer), line];
  return people.retell(tx, askedKey(offer), { lines }, only === undefined ? undefined : [only]);
}

/** A trade is done: both are told what they work now. */
export async function tellDone({ people }: Parts, tx: Tx, words: OfferWords, offer: Offer): Promise<void> {
  const { fromId, takenBy } = offer;
  if (takenBy === null) return;
  const taken = takenReturn(offer);
  const [giver, taker] = [words.nameOf(fromId), words.nameOf(takenBy)];
  const notice = (personId: string, subject: string, gets: string | null, loses: string | null): Notice => ({
    ...{ personId, event: 'trade_decided', key: `offer/${offer.id}/done`, subject },
    lines: [...(gets === null ? [] : [`New: ${gets}`]), ...(loses === null ? [] : [`Not yours any more: ${loses}`])],
    link: { label: 'My schedule', path: '/team/mine' },
  });
  const [given, got] = [words.shift(offer), taken === null ? null : words.shift(taken)];
  await retellAsked({ people }, tx, words, offer, `${taker} has taken it.`);
  await people.tell(tx, [
    notice(fromId, `${taker} has taken your shift: ${words.when(offer)}`, got, given),
    notice(takenBy, `${giver}’s shift is yours: ${words.when(offer)}`, given, got),
  ]);
}

/** Somebody has accepted, and a scheduler decides. */
export async function tellWaiting(parts: Parts, tx: Tx, words: OfferWords, offer: Offer): Promise<void> {
  const { fromId, takenBy, shiftId } = offer;
  if (takenBy === null) return;
  const taken = takenReturn(offer);
  const [giver, taker] = [words.nameOf(fromId), words.nameOf(takenBy)];
  const lines = [
    `${giver} gives ${taker}: ${words.shift(offer)}`,
    ...(taken === null ? [] : [`${taker} gives ${giver}: ${words.shift(taken)}`]),
  ];
  const roles = [shiftId, ...(taken === null ? [] : [taken.shiftId])].map((id) =>
    words.places.roles.get(words.shifts.get(id)?.roleId ?? ''),
  );
  await retellAsked(parts, tx, words, offer, `${taker} has accepted it. It waits for approval.`);
  const approvers = await schedulersOf(parts, tx, roles, [fromId, takenBy]);
  await parts.people.tell(tx, [
    ...approvers.map(
      (personId): Notice => ({
        ...{ personId, event: 'approval_needed', key: waitingKey(offer), lines },
        subject: `A trade waits for approval: ${giver} and ${taker}, ${words.when(offer)}`,
        link: link(offer, 'Approve or refuse'),
      }),
    ),
    {
      ...{ personId: fromId, event: 'trade_decided', key: waitingKey(offer), lines },
      subject: `${taker} would take your shift: ${words.when(offer)}`,
      link: link(offer, 'It waits for approval'),
    },
  ]);
}

/** Says to schedulers and to the giver that nothing waits any more. */
export function retellWaiting({ people }: Parts, tx: Tx, words: OfferWords, offer: Offer, line: string) {
  return people.retell(tx, waitingKey(offer), { lines: [words.shift(offer), line] });
}

/** An offer is over without a trade: its giver is told, and who had accepted; the others see it where they were asked. */
export async function tellOver(
  parts: Parts,
  tx: Tx,
  words: OfferWords,
  offer: Offer,
  reason: string | null,
): Promise<void> {
  const { id, state, fromId, takenBy, endedWhy } = offer;
  const usual = state === 'refused' ? 'It was not approved.' : 'Nobody accepted it in time.';
  const line = reason ?? usual;
  // What a scheduler wrote is for the two alone.
  await retellAsked(parts, tx, words, offer, state === 'refused' ? usual : line);
  if (takenBy !== null) await retellWaiting(parts, tx, words, offer, line);
  const isTheirs = endedWhy === null || !lost.includes(endedWhy);
  const notice = (personId: string, subject: string, more: readonly string[]): Notice => ({
    ...{ personId, event: 'trade_decided', key: `offer/${id}/over`, subject },
    ...{ lines: [words.shift(offer), line, ...more], link: link(offer, 'Look at the offer') },
  });
  await parts.people.tell(tx, [
    notice(fromId, `Nobody takes your shift: ${words.when(offer)}`, isTheirs ? ['You work this shift.'] : []),
    ...(takenBy === null ? [] : [notice(takenBy, `You don’t get the shift: ${words.when(offer)}`, [])]),
  ]);
}

/** Ends after which the shift is not as it was offered: whoever changed it tells what it is now. */
const lost: readonly EndedWhy[] = ['cancelled', 'moved', 'unpublished', 'left'];
