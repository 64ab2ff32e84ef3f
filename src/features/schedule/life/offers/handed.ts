import type { Tx } from '../../../../platform/db/index.ts';
import { dateOf, dayOfDate } from '../../calendar/local.ts';
import { aroundDays, type Span } from '../../calendar/spans.ts';
import type { ScheduleParts } from '../../parts.ts';
import { loadWork, type Work } from '../../plan/load-work.ts';
import { findPeriod } from '../../plan/periods/store.ts';
import type { Assignment } from '../../plan/plan.ts';
import { type PublishedShift, toldBetween } from '../../plan/publishing/store.ts';
import { shiftsByIds } from '../../plan/shift-store.ts';
import { reasonWords } from '../../rules/words.ts';
import { isTold } from '../hand-over.ts';
import type { OfferedShift } from './offer.ts';
import type { Against, Handed } from './swap.ts';

/** Locks the periods of some shifts, as everybody does who changes the plan: in one order, before the people. */
export async function lockPeriodsOf(tx: Tx, shiftIds: readonly string[]): Promise<void> {
  const periodIds = (await shiftsByIds(tx, shiftIds)).map(({ periodId }) => periodId);
  for (const id of [...new Set(periodIds)].toSorted()) await findPeriod(tx, id, true);
}

/** Loads the work of the days on which some shifts begin, and of as many days more on both sides. */
export async function loadWorkOf(
  parts: Pick<ScheduleParts, 'clock' | 'people'>,
  tx: Tx,
  shiftIds: readonly string[],
  more = 0,
): Promise<Work | null> {
  const days = (await shiftsByIds(tx, shiftIds)).map(({ day }) => dayOfDate(day) ?? 0);
  if (days.length === 0) return null;
  return loadWork(parts, tx, { from: dateOf(Math.min(...days) - more), to: dateOf(Math.max(...days) + more) });
}

/** An assignment as it is in the plan; null where it is not there any more, or not as it was. */
export function handedOf(work: Work, one: OfferedShift, held: Span = one): Handed | null {
  const loaded = work.known.get(one.shiftId);
  const assignment = loaded?.assignments.find(({ id }) => id === one.assignmentId);
  if (loaded === undefined || loaded.planned.cancelled || assignment === undefined) return null;
  const isSame = assignment.start === held.start && assignment.end === held.end;
  return isSame ? { loaded, assignment, span: { start: one.start, end: one.end } } : null;
}

/** All of an assignment. */
export function wholeOf(work: Work, { id, shiftId, start, end }: Assignment): Handed | null {
  return handedOf(work, { assignmentId: id, shiftId, start, end });
}

/** Whether what people have between the days that were loaded is what they were told. */
export async function loadTold(tx: Tx, work: Work): Promise<(one: Assignment) => boolean> {
  const around = aroundDays(work.from, work.to);
  const told = Map.groupBy(await toldBetween(tx, around), ({ shiftId }: PublishedShift) => shiftId);
  return (one) => (told.get(one.shiftId) ?? []).some((row) => isTold(row, one));
}

/**
 * What speaks against a trade, for one person's eyes: their own reasons in full; of the other one only of what kind they
 * are, as colleagues' hours, ranks and time off are theirs.
 */
export function againstWords(work: Work, { taker, giver }: Against, forWhom: 'taker' | 'giver' | 'scheduler') {
  const full = (reasons: Against['taker']) => reasons.map((reason) => reasonWords(reason, work.names));
  const general = (reasons: Against['taker']) => [...new Set(reasons.map(({ rule }) => kinds[rule]))];
  return {
    taker: forWhom === 'giver' ? general(taker) : full(taker),
    giver: forWhom === 'taker' ? general(giver) : full(giver),
  };
}

const rest = 'It would break a rule about hours or rest';
const mayNot = 'May not take this shift';
const away = 'Not available then';

const kinds: Readonly<Record<Against['taker'][number]['rule'], string>> = {
  ...{ member: mayNot, knows_role: mayNot, qualified: mayNot, never_ranked: mayNot, notice: mayNot, headcount: mayNot },
  ...{ overlap: 'Works then already', available: away, time_off: away, holiday: 'It is a holiday' },
  ...{ rest, day_hours: rest, week_hours: rest, period_hours: rest, overtime: rest, days_in_row: rest },
  ...{ days_off: rest, weekends: rest },
};
