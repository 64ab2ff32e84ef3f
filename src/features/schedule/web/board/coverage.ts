import type { Day } from '../../../../web/zoned-time.ts';
import type { Shift } from './plan-contract.ts';

/** Places of a day: how many are needed, how many have somebody, and how many people are more than needed. */
export interface Coverage {
  readonly needed: number;
  readonly given: number;
  readonly beyond: number;
}

/** Places of a shift that nobody has yet. */
export function openPlaces(shift: Shift): number {
  return shift.cancelled ? 0 : shift.missing;
}

/** Coverage per day. Somebody too many on one shift doesn't fill another. */
export function coverageOf(shifts: readonly Shift[], days: readonly Day[]): ReadonlyMap<Day, Coverage> {
  const sums = new Map(days.map((day) => [day, { needed: 0, given: 0, beyond: 0 }]));
  for (const shift of shifts) {
    const sum = sums.get(shift.day);
    if (sum === undefined || shift.cancelled) continue;
    sum.needed += shift.needs;
    sum.given += shift.needs - shift.missing;
    sum.beyond += Math.max(0, shift.assignments.length - shift.needs);
  }
  return sums;
}

/** "12 of 15 places filled, 3 open". */
export function coverageWords({ needed, given, beyond }: Coverage): string {
  if (needed === 0) return beyond === 0 ? 'Nobody is needed' : `Nobody is needed, ${beyond} there`;
  const open = needed - given;
  const filled = open === 0 ? `All ${needed} places filled` : `${given} of ${needed} places filled, ${open} open`;
  return beyond === 0 ? filled : `${filled}, ${beyond} more than needed`;
}
