import { periodOf, weekOf } from './accounting.ts';
import type { Ledger } from './ledger.ts';
import type { ReasonBody } from './reason.ts';
import type { RuleOf } from './rule.ts';
import type { Shift } from './shift.ts';

/** Rules about hours worked. */

type HoursRule = RuleOf<'day_hours'> | RuleOf<'week_hours'> | RuleOf<'period_hours'>;

/**
 * Too many hours with the shift, in each day, week or period that it touches; for a day also too few. Too few in a week or
 * period is no reason against a shift: `review` tells it of the whole.
 */
export function checkHours(rule: HoursRule, ledger: Ledger, shift: Shift): readonly ReasonBody[] {
  const reasons: ReasonBody[] = [];
  for (const { day, had, extra } of sums(rule.kind, ledger, shift)) {
    const actual = had + extra;
    if (rule.max !== null && actual > rule.max) {
      const added = actual - Math.max(had, rule.max);
      reasons.push({ rule: rule.kind, bound: 'max', day, limit: rule.max, actual, added });
    }
    if (rule.kind === 'day_hours' && rule.min !== null && actual < rule.min) {
      // A first shift of the day makes all of it lack; a second one adds nothing to that.
      const added = ledger.worksOn(day) ? 0 : rule.min - actual;
      reasons.push({ rule: rule.kind, bound: 'min', day, limit: rule.min, actual, added });
    }
  }
  return reasons;
}

interface Sum {
  /** The day, or the first of the week or period. */
  readonly day: number;
  readonly had: number;
  readonly extra: number;
}

function sums(kind: HoursRule['kind'], ledger: Ledger, shift: Shift): readonly Sum[] {
  if (kind === 'day_hours') return [{ day: shift.day, had: ledger.dayMinutes(shift.day), extra: shift.workMinutes }];
  const isWeek = kind === 'week_hours';
  const firstOf = isWeek ? weekOf : periodOf;
  return grouped(shift, (day) => firstOf(day, ledger.accounting)).map(([day, extra]) => {
    const had = isWeek ? ledger.weekMinutes(day) : ledger.periodMinutes(day);
    return { day, had, extra };
  });
}

/** Minutes of a shift by week or period; its parts are by day, so those of a group follow each other. */
function grouped(shift: Shift, firstOf: (day: number) => number): readonly (readonly [number, number])[] {
  const groups: [number, number][] = [];
  for (const { day, minutes } of shift.parts) {
    const first = firstOf(day);
    const last = groups.at(-1);
    if (last?.[0] === first) last[1] += minutes;
    else groups.push([first, minutes]);
  }
  return groups;
}

/** The overtime that the shift adds, where the policy has something against it. */
export function checkOvertime(rule: RuleOf<'overtime'>, ledger: Ledger, shift: Shift): readonly ReasonBody[] {
  const { policy, dayMinutes, weekMinutes } = rule;
  if (policy === 'free') return [];
  const minutes = overtimeAdded(rule, ledger, shift);
  return minutes === 0 ? [] : [{ rule: 'overtime', policy, minutes, dayMinutes, weekMinutes }];
}

type Thresholds = Pick<RuleOf<'overtime'>, 'dayMinutes' | 'weekMinutes'>;

/**
 * Minutes of overtime that a shift adds, by day and by week. An hour beyond both thresholds is one hour of overtime: of a
 * week it is the larger of what its days have too much, and of what the week has.
 */
export function overtimeAdded(thresholds: Thresholds, ledger: Ledger, shift: Shift): number {
  let added = 0;
  for (const [week, extra] of grouped(shift, (day) => weekOf(day, ledger.accounting))) {
    const before = overtimeOfWeek(thresholds, ledger, week);
    added += overtimeOfWeek(thresholds, ledger, week, { extra, day: shift.day, work: shift.workMinutes }) - before;
  }
  return added;
}

/** Minutes of overtime in the week that begins on a day, with one more shift if given. */
export function overtimeOfWeek(
  { dayMinutes, weekMinutes }: Thresholds,
  ledger: Ledger,
  week: number,
  more: { readonly extra: number; readonly day: number; readonly work: number } = { extra: 0, day: -1, work: 0 },
): number {
  let byDays = 0;
  if (dayMinutes !== null)
    for (let day = week; day < week + 7; day += 1) {
      const worked = ledger.dayMinutes(day) + (day === more.day ? more.work : 0);
      byDays += Math.max(0, worked - dayMinutes);
    }
  const byWeek = weekMinutes === null ? 0 : ledger.weekMinutes(week) + more.extra - weekMinutes;
  return Math.max(byDays, byWeek);
}
