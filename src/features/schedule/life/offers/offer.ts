import type { Span } from '../../calendar/spans.ts';
import type { Settings } from '../../work/settings/settings.ts';
import type { askedStates, offerStates } from './shapes.ts';

export type OfferState = (typeof offerStates)[number];

/**
 * What ended an offer that nobody ended: its time was over; the shift was taken out, changed, or is not published any more;
 * its giver left; nobody is left of those who were asked, or they all declined; who had accepted can't any more.
 */
export type EndedWhy =
  | 'late'
  | 'cancelled'
  | 'moved'
  | 'unpublished'
  | 'left'
  | 'nobody'
  | 'declined'
  | 'taker_gone'
  | 'return_moved';

/** A shift of one person, or a part of it, as it was when it was offered. Times are minutes since 1970. */
export interface OfferedShift extends Span {
  readonly assignmentId: string;
  readonly shiftId: string;
}

/** Somebody who was asked; with `returns`, one of them is taken in return. */
export interface Asked {
  readonly personId: string;
  readonly state: (typeof askedStates)[number];
  readonly returns: readonly (OfferedShift & { readonly gone: boolean })[];
}

/**
 * A trade. It is `open` until the first of those who were asked accepts it; it is `done` then, or where trades are approved it
 * is `waiting` until a scheduler approves (`done`) or refuses it (`refused`). Its giver may withdraw it while it is open
 * (`withdrawn`). Everything else that ends it, time or a change of the plan, makes it `expired`. Only `done` changes who
 * works: until then, and after any other end, its giver has the shift.
 */
export interface Offer extends OfferedShift {
  readonly id: string;
  readonly fromId: string;
  /** What the giver has of the shift; start and end of the offer lie within. */
  readonly held: Span;
  readonly toEveryone: boolean;
  readonly noteSealed: Uint8Array | null;
  readonly state: OfferState;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly takenBy: string | null;
  readonly takenReturn: string | null;
  readonly endedWhy: EndedWhy | null;
  readonly reasonSealed: Uint8Array | null;
  readonly endedAt: Date | null;
  readonly people: readonly Asked[];
}

/** The last moment at which a shift may change hands, in minutes since 1970. */
export function deadlineOf({ start }: Span, { tradeDeadlineMinutes }: Pick<Settings, 'tradeDeadlineMinutes'>): number {
  return start - tradeDeadlineMinutes;
}

const endings: Readonly<Record<Exclude<EndedWhy, 'late'>, string>> = {
  cancelled: 'The shift was taken out of the calendar.',
  moved: 'The shift was changed, or given to somebody else.',
  unpublished: 'The shift is not published any more.',
  left: 'Whoever offered it has left.',
  nobody: 'Nobody who was asked can take it any more.',
  declined: 'Everybody who was asked declined.',
  taker_gone: 'Whoever accepted it can’t take it any more.',
  return_moved: 'The shift that was to be taken in return was changed.',
};

/** Why an offer ended, for people; null where nobody accepted it in time. */
export function endingWords({ endedWhy, takenBy }: Pick<Offer, 'endedWhy' | 'takenBy'>): string | null {
  if (endedWhy === null) return null;
  if (endedWhy !== 'late') return endings[endedWhy];
  return takenBy === null ? null : 'Nobody approved it in time.';
}

/** What an offer comes to when some of those who were asked can't take it any more; null: it goes on. */
export function endWithout({ state, people, takenBy, takenReturn }: Offer): EndedWhy | null {
  if (state === 'waiting') {
    const taker = people.find(({ personId }) => personId === takenBy);
    if (taker === undefined || taker.state === 'gone') return 'taker_gone';
    return taker.returns.some((one) => one.assignmentId === takenReturn && one.gone) ? 'return_moved' : null;
  }
  if (people.some((one) => one.state === 'asked')) return null;
  return people.length > 0 && people.every((one) => one.state === 'declined') ? 'declined' : 'nobody';
}

/** Whether a person may accept: on what terms they were asked; null: they were not, or can't any more. */
export function termsFor({ people }: Offer, personId: string): Asked | null {
  const asked = people.find((one) => one.personId === personId);
  return asked?.state === 'asked' ? asked : null;
}
