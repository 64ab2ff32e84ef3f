import type { Ledger } from './ledger.ts';
import type { OtherShift, ReasonBody } from './reason.ts';
import type { Holiday, RuleOf } from './rule.ts';
import type { Shift } from './shift.ts';

/** Rules about the shift and its neighbours. */

/** One reason for each shift at the same time. */
export function checkOverlap(ledger: Ledger, shift: Shift): readonly ReasonBody[] {
  return ledger.between(shift.start, shift.end).map((other) => ({ rule: 'overlap', other: named(other) }));
}

/** The shortest rest before and the one after, where they are too short. Shifts at the same time leave none: see above. */
export function checkRest(rule: RuleOf<'rest'>, ledger: Ledger, shift: Shift): readonly ReasonBody[] {
  const reasons: ReasonBody[] = [];
  const counts = (other: Shift) => rule.sameDay || other.day !== shift.day;
  const before = ledger
    .between(shift.start - rule.minutes, shift.start)
    .filter((other) => other.end <= shift.start && counts(other))
    .reduce<Shift | null>((last, other) => (last === null || other.end > last.end ? other : last), null);
  const after = ledger
    .between(shift.end, shift.end + rule.minutes)
    .find((other) => other.start >= shift.end && counts(other));
  const short = (actual: number, side: 'after' | 'before', other: Shift) =>
    reasons.push({ rule: 'rest', limit: rule.minutes, actual, side, other: named(other) });
  if (before !== null) short(shift.start - before.end, 'after', before);
  if (after !== undefined) short(after.start - shift.end, 'before', after);
  return reasons;
}

export function checkHeadcount({ id, needs }: Shift, taken: (shiftId: string) => number): readonly ReasonBody[] {
  const others = taken(id);
  return others < needs ? [] : [{ rule: 'headcount', limit: needs, taken: others }];
}

export function checkHoliday(shift: Shift, holidays: readonly Holiday[]): readonly ReasonBody[] {
  return holidays
    .filter(({ day, location }) => day === shift.day && (location === null || location === shift.location))
    .map(({ day, name }) => ({ rule: 'holiday', name, day }));
}

export function checkNotice({ days }: RuleOf<'notice'>, { day }: Shift, today: number): readonly ReasonBody[] {
  const actual = day - today;
  return actual < days ? [{ rule: 'notice', limit: days, actual }] : [];
}

function named({ id, localStart, localEnd }: Shift): OtherShift {
  return { shiftId: id, localStart, localEnd };
}
