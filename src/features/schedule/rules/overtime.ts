import { overtimeAdded } from './check-hours.ts';
import { openLedger } from './ledger.ts';
import type { Accounting, Rule } from './rule.ts';
import type { Shift } from './shift.ts';

/** Minutes of a day and of a week from which on work is overtime; null: there is no such bound. */
export type Thresholds = Parameters<typeof overtimeAdded>[0];

/** The lowest thresholds among somebody's rules, whatever each of them has against overtime. */
export function thresholdsOf(rules: readonly Rule[]): Thresholds {
  const bounds = rules.filter((rule) => rule.kind === 'overtime');
  const lowest = (minutes: readonly (number | null)[]) => {
    const known = minutes.filter((one) => one !== null);
    return known.length === 0 ? null : Math.min(...known);
  };
  return {
    dayMinutes: lowest(bounds.map(({ dayMinutes }) => dayMinutes)),
    weekMinutes: lowest(bounds.map(({ weekMinutes }) => weekMinutes)),
  };
}

/**
 * The overtime of one person by shift, as rules count it: each shift has what it added when it came, so that a week's
 * overtime is there once, in the days that brought it, however the stretch that is asked for cuts the week. The shifts
 * must hold the days of the first week that lie before that stretch.
 */
export function overtimeOf(
  accounting: Accounting,
  thresholds: Thresholds,
  shifts: readonly Shift[],
): ReadonlyMap<string, number> {
  const ledger = openLedger(accounting);
  return new Map(
    shifts
      .toSorted((one, other) => one.start - other.start)
      .map((shift) => {
        const minutes = overtimeAdded(thresholds, ledger, shift);
        ledger.add(shift);
        return [shift.id, minutes];
      }),
  );
}
