import type { Tx } from '../../../../platform/db/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import type { Span } from '../../calendar/spans.ts';
import { epochAt } from '../../calendar/zone.ts';
import type { ScheduleParts } from '../../parts.ts';
import { findAssignment } from '../../plan/assigning/store.ts';
import type { Work } from '../../plan/load-work.ts';
import { type Assignment, isWhole, minutesAt } from '../../plan/plan.ts';
import { absent, type Refusal, refuse, wrong } from '../refusal.ts';
import { isOwn } from '../trade.ts';
import { loadTold, loadWorkOf, wholeOf } from './handed.ts';
import { deadlineOf } from './offer.ts';
import { isOnOffer } from './store.ts';
import type { Handed } from './swap.ts';

/** How many days before and after a shift there may be one that is taken in return. */
const returnDays = 14;

/** Something that can be offered, with all that decides to whom. */
export interface Offering {
  readonly kind: 'offering';
  readonly work: Work;
  readonly gives: Handed;
  /** The last moment at which it may change hands, in minutes since 1970. */
  readonly deadline: number;
  readonly isTold: (one: Assignment) => boolean;
  /** Why it can't be offered; null: it can. */
  readonly problem: Extract<Refusal, { kind: 'refused' }> | null;
}

export interface Part {
  readonly assignmentId: string;
  /** Local times at the shift's location; left out: all that the person has. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Loads an assignment of one's own as something to be offered. */
export async function loadOffering(
  parts: Pick<ScheduleParts, 'clock' | 'people'>,
  tx: Tx,
  asking: Asking,
  part: Part,
): Promise<Offering | Exclude<Refusal, { kind: 'refused' }>> {
  const assignment = await findAssignment(tx, part.assignmentId);
  if (assignment === null || !isOwn(asking, { id: assignment.id, by: assignment.personId })) return absent;
  const work = await loadWorkOf(parts, tx, [assignment.shiftId], returnDays);
  const whole = work && wholeOf(work, assignment);
  if (work === null) return absent;
  const loaded = work.known.get(assignment.shiftId);
  if (loaded === undefined) return absent;
  const span = spanOf(assignment, loaded.planned.zone, part);
  if ('kind' in span) return span;
  const gives = { loaded, assignment, span };
  const deadline = deadlineOf(span, work.settings);
  const isTold = await loadTold(tx, work);
  const now = minutesAt(parts.clock.now());
  const problem = await problemOf(tx, { work, gives, deadline, isTold, now, isCancelled: whole === null });
  return { kind: 'offering', work, gives, deadline, isTold, problem };
}

async function problemOf(
  tx: Tx,
  offering: Pick<Offering, 'work' | 'gives' | 'deadline' | 'isTold'> & {
    readonly now: number;
    readonly isCancelled: boolean;
  },
): Promise<Offering['problem']> {
  const { work, gives, deadline, isTold, now, isCancelled } = offering;
  if (work.settings.trades === 'off') return tradesOff;
  if (isCancelled) return refuse('not_possible', 'This shift was taken out of the calendar.');
  if (!isTold(gives.assignment))
    return refuse(
      'not_possible',
      'This shift is not published yet, or was changed since. It can be offered afterwards.',
    );
  if (deadline <= now)
    return refuse('not_possible', 'It is too late to trade this shift. Ask whoever makes the schedule.');
  if (await isOnOffer(tx, gives.assignment.id))
    return refuse('not_possible', 'This shift is on offer already. Withdraw that offer first.');
  return null;
}

export const tradesOff = refuse(
  'trades_off',
  'Trading shifts is switched off here. Ask whoever makes the schedule for a change.',
);

const quarter = 15;

/** The part that is offered, on quarter hours of the local clock, or at the ends of what the person has. */
function spanOf(assignment: Assignment, zone: string, { from, to }: Part): Span | Extract<Refusal, { kind: 'wrong' }> {
  const [start, end] = [momentOf(zone, from, assignment.start), momentOf(zone, to, assignment.end)];
  if (start === null || start < assignment.start || start >= assignment.end)
    return wrong('from', 'The part has to lie within your shift.');
  if (end === null || end > assignment.end || end <= start)
    return wrong('to', 'The part has to lie within your shift and last a quarter of an hour or more.');
  if (!isWhole({ start, end }, assignment)) {
    if (start !== assignment.start && Number(from?.slice(-2)) % quarter !== 0)
      return wrong('from', 'Please choose a full quarter of an hour.');
    if (end !== assignment.end && Number(to?.slice(-2)) % quarter !== 0)
      return wrong('to', 'Please choose a full quarter of an hour.');
  }
  return { start, end };
}

/** A local time as minutes since 1970; null where there is no such day. */
export function momentOf(zone: string, local: string | undefined, otherwise: number): number | null {
  if (local === undefined) return otherwise;
  try {
    return epochAt(zone, local);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
