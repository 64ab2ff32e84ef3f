import { isDeepStrictEqual } from 'node:util';
import { type Pay, rateOfPay } from '../wages/wage.ts';

/** From what to what, and why: what of a proposal is sealed. */
export interface Terms {
  readonly title: { readonly before: string | null; readonly after: string | null };
  /** Ids of the roles that they know; the difference is what changes. */
  readonly roles: { readonly before: readonly string[]; readonly after: readonly string[] };
  /** Null: pay stays as it is. */
  readonly pay: {
    /** Null: for all that they do. */
    readonly roleId: string | null;
    /** What would hold on the day without the proposal; null: nothing. */
    readonly before: Pay | null;
    readonly after: Pay;
  } | null;
  readonly reason: string;
}

/**
 * A proposal is `open` until enough others have approved it, then `approved` until its day, on which it is `in_force`.
 * Somebody who may approve it declines it, who proposed it withdraws it. It is `stopped` where it could not take effect as
 * it was approved. Changing one that is open, approved, declined or stopped asks again: then it is open, without approvals.
 */
export const raiseStates = ['open', 'approved', 'in_force', 'declined', 'withdrawn', 'stopped'] as const;
export type RaiseState = (typeof raiseStates)[number];

/** Whether nothing comes of a proposal that stands like this, unless it is asked for anew. */
export const comesToNothing = (state: RaiseState): boolean =>
  state === 'declined' || state === 'withdrawn' || state === 'stopped';

/** Why a proposal came to nothing by itself: its person left, their pay is not what it was, or the day has an entry. */
export const stopReasons = ['left', 'pay_changed', 'day_taken'] as const;
export type StopReason = (typeof stopReasons)[number];

export interface Raise {
  readonly id: string;
  readonly personId: string;
  /** The first day that it is about, as `2026-06-01`. */
  readonly from: string;
  readonly state: RaiseState;
  readonly stoppedWhy: StopReason | null;
  readonly revision: number;
  readonly needed: number;
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly releasedBy: string | null;
  readonly releasedAt: Date | null;
}

export const eventKinds = [
  'proposed',
  'changed',
  'asked',
  'dropped',
  'approved',
  'declined',
  'withdrawn',
  'in_force',
  'stopped',
  'released',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** Something that happened to a proposal, without what was said. */
export interface RaiseEvent {
  readonly id: string;
  readonly revision: number;
  readonly kind: EventKind;
  readonly personId: string | null;
  readonly at: Date;
}

export type Act = 'approve' | 'decline' | 'withdraw' | 'change' | 'release';

const acts: Readonly<Record<RaiseState, readonly Act[]>> = {
  open: ['approve', 'decline', 'withdraw', 'change'],
  approved: ['decline', 'withdraw', 'change', 'release'],
  in_force: ['release'],
  declined: ['change'],
  withdrawn: [],
  stopped: ['withdraw', 'change'],
};
const untilTold: readonly Act[] = ['decline', 'withdraw', 'release'];

/** What can still be done to a proposal. What its person was told is not taken back, and not told twice. */
export function possibleActs({
  state,
  releasedAt,
  stoppedWhy,
}: Pick<Raise, 'state' | 'releasedAt' | 'stoppedWhy'>): ReadonlySet<Act> {
  const told = releasedAt !== null;
  return new Set(
    acts[state].filter((act) => {
      if (stoppedWhy === 'left' && act === 'change') return false;
      if (told && state === 'approved' && act === 'change') return false;
      return !told || !untilTold.includes(act);
    }),
  );
}

/** Whose approvals count: of what is proposed now, never the person's own nor the proposer's. The first first. */
export function countedApprovals(
  { revision, personId, proposedBy }: Pick<Raise, 'revision' | 'personId' | 'proposedBy'>,
  events: readonly RaiseEvent[],
): readonly string[] {
  const given = events.flatMap((event) =>
    event.kind === 'approved' && event.revision === revision && event.personId !== null ? [event.personId] : [],
  );
  return [...new Set(given)].filter((id) => id !== personId && id !== proposedBy);
}

export const isEnough = (raise: Raise, events: readonly RaiseEvent[]): boolean =>
  countedApprovals(raise, events).length >= raise.needed;

/** Who was asked, has not approved, and may not any more. */
export function droppedApprovers(
  raise: Raise,
  events: readonly RaiseEvent[],
  eligible: ReadonlySet<string>,
): readonly string[] {
  const of = (kind: EventKind) =>
    events.flatMap((event) => (event.kind === kind && event.revision === raise.revision ? [event.personId] : []));
  const settled = new Set([...of('dropped'), ...of('approved')]);
  return of('asked').flatMap((id) => (id === null || eligible.has(id) || settled.has(id) ? [] : [id]));
}

/** How many are missing even if everybody who may still approve does; 0: it can be approved. */
export function missingApprovers(raise: Raise, events: readonly RaiseEvent[], eligible: ReadonlySet<string>): number {
  const could = new Set([...countedApprovals(raise, events), ...eligible]);
  return Math.max(0, raise.needed - could.size);
}

/** Days before its day on which those who may release a proposal are reminded that its person knows nothing; 0: the day itself. */
const reminderDays = [3, 0] as const;

/** Which reminder is due, the latest whose time has come; null: none yet. */
export function dueReminder(from: string, today: string): (typeof reminderDays)[number] | null {
  const left = Temporal.PlainDate.from(today).until(from, { largestUnit: 'days' }).days;
  return reminderDays.findLast((days) => left <= days) ?? null;
}

/** Why a proposal can't take effect as it was approved; null: it can. `now` is what holds on its day without it. */
export function stopReasonOf(
  { pay }: Pick<Terms, 'pay'>,
  now: { readonly left: boolean; readonly pay: Pay | null; readonly dayTaken: boolean },
): StopReason | null {
  if (now.left) return 'left';
  if (pay === null) return null;
  // An entry of the same day is what would hold on it: the day is said, as it says more.
  if (now.dayTaken) return 'day_taken';
  return isDeepStrictEqual(pay.before, now.pay) ? null : 'pay_changed';
}

export function rolesChanged({ roles: { before, after } }: Pick<Terms, 'roles'>): {
  readonly learns: readonly string[];
  readonly leaves: readonly string[];
} {
  return {
    learns: after.filter((id) => !before.includes(id)),
    leaves: before.filter((id) => !after.includes(id)),
  };
}

/** What is wrong with from what to what, as sentences by field; null: nothing. No sentence holds an amount. */
export function wrongTerms(terms: Terms): Readonly<Record<string, string>> | null {
  const { title, pay } = terms;
  const { learns, leaves } = rolesChanged(terms);
  const paysOther = pay !== null && !isDeepStrictEqual(pay.before, pay.after);
  if (title.before === title.after && learns.length + leaves.length === 0 && !paysOther)
    return { terms: 'Nothing would change. Propose another title, other roles or another wage.' };
  if (pay === null) return null;
  if (!paysOther)
    return { 'pay.minor': 'This is what they earn already. Leave pay as it is, or enter another amount.' };
  const { before, after } = pay;
  if (before === null) return null;
  if (before.currency !== after.currency)
    return {
      'pay.currency': `They are paid in ${before.currency}, and a raise stays in it. To change the currency, enter a wage.`,
    };
  if (sameMeasure(before, after) && after.minor < before.minor)
    return { 'pay.minor': 'That is less than now. A lower wage is entered as a wage, not proposed as a raise.' };
  return null;
}

function sameMeasure(one: Pay, other: Pay): boolean {
  const hours = (pay: Pay) => (pay.kind === 'hourly' ? null : pay.weeklyMinutes);
  return one.kind === other.kind && hours(one) === hours(other);
}

/** By how many percent an hour of the new pay is more, to one decimal; null where there is nothing to compare. */
export function percentMore(before: Pay | null, after: Pay): number | null {
  if (before === null || before.currency !== after.currency || before.minor === 0) return null;
  const [was, is] = [rateOfPay(before, ''), rateOfPay(after, '')];
  const ratio = (is.minor / is.minutes) * (was.minutes / was.minor);
  return Math.round((ratio - 1) * 1000) / 10;
}

const yearMs = 366 * 86_400_000;

/** Whether a day is one that a proposal can be from: a year back, two ahead. */
export function wrongDay(from: string, today: string): string | null {
  const away = Date.parse(from) - Date.parse(today);
  if (away < -yearMs) return 'Please choose a day within the last year. What was earlier is entered as a wage.';
  return away > 2 * yearMs ? 'Please choose a day within the next two years.' : null;
}
