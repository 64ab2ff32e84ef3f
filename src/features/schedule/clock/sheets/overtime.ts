import { overtimeAdded } from '../../rules/check-hours.ts';
import { openLedger } from '../../rules/ledger.ts';
import type { Accounting, Rule } from '../../rules/rule.ts';
import type { Shift } from '../../rules/shift.ts';

/**
 * Minutes of overtime that each stretch of work added, in the order of time: the hours beyond a day's or week's threshold
 * are those that came last. Of several thresholds, as of the organisation and of a rule pack, the strictest counts.
 * @param worked all of a person's whole weeks: what came before in the week decides
 */
export function overtimeByWork(
  worked: readonly Shift[],
  accounting: Accounting,
  rules: readonly Rule[],
): ReadonlyMap<string, number> {
  const thresholds = rules.filter((rule) => rule.kind === 'overtime');
  const ledger = openLedger(accounting);
  const found = new Map<string, number>();
  for (const shift of worked.toSorted((one, other) => one.start - other.start)) {
    found.set(shift.id, Math.max(0, ...thresholds.map((rule) => overtimeAdded(rule, ledger, shift))));
    ledger.add(shift);
  }
  return found;
}
