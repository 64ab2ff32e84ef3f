import { periodOf, weekendOf } from './accounting.ts';
import type { Ledger } from './ledger.ts';
import type { ReasonBody } from './reason.ts';
import type { RuleOf } from './rule.ts';
import type { Shift } from './shift.ts';

/** Rules about days of work and days off. A day of work is one on which a shift begins. */

export function checkDaysInRow({ max }: RuleOf<'days_in_row'>, ledger: Ledger, { day }: Shift): readonly ReasonBody[] {
  let [from, until] = [day, day];
  while (ledger.worksOn(from - 1)) from -= 1;
  while (ledger.worksOn(until + 1)) until += 1;
  const actual = until - from + 1;
  return actual > max ? [{ rule: 'days_in_row', limit: max, actual, from }] : [];
}

/** Days off between this and another day of work, on either side, that are too few. */
export function checkDaysOff({ min }: RuleOf<'days_off'>, ledger: Ledger, { day }: Shift): readonly ReasonBody[] {
  const reasons: ReasonBody[] = [];
  for (const side of [-1, 1]) {
    let distance = 1;
    while (distance <= min && !ledger.worksOn(day + side * distance)) distance += 1;
    const actual = distance - 1;
    if (actual === 0 || actual >= min) continue;
    const other = day + side * distance;
    const [from, until] = side < 0 ? [other, day] : [day, other];
    reasons.push({ rule: 'days_off', limit: min, actual, from, until });
  }
  return reasons;
}

/** A weekend belongs to the period in which it begins. */
export function checkWeekends({ max }: RuleOf<'weekends'>, ledger: Ledger, { day }: Shift): readonly ReasonBody[] {
  const weekend = weekendOf(day, ledger.accounting);
  if (weekend === null) return [];
  const worked = ledger.weekendsIn(periodOf(weekend, ledger.accounting));
  const actual = worked.length + (worked.includes(weekend) ? 0 : 1);
  return actual > max ? [{ rule: 'weekends', limit: max, actual }] : [];
}
