import { periodOf, weekOf } from './accounting.ts';
import type { Candidate, RuleContext } from './candidate.ts';
import type { Reason } from './reason.ts';
import type { Shift } from './shift.ts';
import { recheck } from './verdict.ts';

/** Something wrong in a person's schedule; without a shift, it is with the whole of a week or period. */
export interface Fault {
  readonly shift: Shift | null;
  readonly reason: Reason;
}

/**
 * Everything that speaks against what a person has between two days (both included): each shift as if it were given anew, and
 * too few hours in the weeks and periods that lie whole within those days. Asked before publishing, and before and after a
 * trade or a shift that is given away.
 */
export function review(candidate: Candidate, context: RuleContext, from: number, until: number): readonly Fault[] {
  const faults: Fault[] = [];
  const within = candidate.ledger.shifts.filter(({ day }) => day >= from && day <= until);
  for (const shift of within)
    for (const reason of recheck(candidate, shift, context).reasons) faults.push({ shift, reason });
  return [...faults, ...lackOf(candidate, from, until).map((reason) => ({ shift: null, reason }))];
}

/** Too few hours in whole weeks and periods between two days. Time in which somebody is no member is not asked for. */
function lackOf({ person, ledger }: Candidate, from: number, until: number): readonly Reason[] {
  const { accounting } = ledger;
  const reasons: Reason[] = [];
  for (const rule of person.rules) {
    if ((rule.kind !== 'week_hours' && rule.kind !== 'period_hours') || rule.min === null) continue;
    const isWeek = rule.kind === 'week_hours';
    const length = isWeek ? 7 : accounting.periodWeeks * 7;
    let day = isWeek ? weekOf(from, accounting) : periodOf(from, accounting);
    if (day < from) day += length;
    for (; day + length - 1 <= until; day += length) {
      const isMember = (person.joins ?? day) <= day && (person.leaves ?? day + length) >= day + length - 1;
      const actual = isWeek ? ledger.weekMinutes(day) : ledger.periodMinutes(day);
      if (!person.isActive || !isMember || actual >= rule.min) continue;
      const figures = { day, limit: rule.min, actual, added: rule.min - actual };
      const force = { hard: rule.hard, weight: rule.weight, overrulable: true };
      reasons.push({ rule: rule.kind, bound: 'min', ...figures, ...force });
    }
  }
  return reasons;
}
