import { periodOf, weekendOf, weekOf } from './accounting.ts';
import type { Accounting } from './rule.ts';
import type { Shift } from './shift.ts';

/**
 * What one person is assigned to, with the sums that rules ask for kept up to date, so that a question about one more
 * shift costs a few look-ups however many there are. It must hold enough of the days before a period for its rules
 * about rows of days and rest: as many as the longest such rule.
 */
export interface Ledger {
  readonly accounting: Accounting;
  /** By beginning, and by id where that is the same. */
  readonly shifts: readonly Shift[];
  /** Throws if the shift is there already. */
  add(shift: Shift): void;
  /** Throws if the shift is not there. */
  remove(shift: Shift): void;
  has(shiftId: string): boolean;
  /** Shifts that begin before `until` and end after `from`, by beginning. */
  between(from: number, until: number): readonly Shift[];
  /** Whether a shift begins on a day. */
  worksOn(day: number): boolean;
  /** Minutes of the shifts that begin on a day. */
  dayMinutes(day: number): number;
  /** Minutes within the week that begins on a day. */
  weekMinutes(week: number): number;
  /** Minutes within the period that begins on a day. */
  periodMinutes(period: number): number;
  /** First days of the weekends of a period (told by their first day) that the person works on. */
  weekendsIn(period: number): readonly number[];
}

/** No shift is longer, whatever the clocks do. */
const longestShift = 38 * 60;

export function openLedger(accounting: Accounting, assigned: readonly Shift[] = []): Ledger {
  const shifts: Shift[] = [];
  const ids = new Set<string>();
  const [days, weeks, periods] = [new Map<number, number>(), new Map<number, number>(), new Map<number, number>()];
  const [starts, weekends] = [new Map<number, number>(), new Map<number, number>()];

  function count(shift: Shift, sign: 1 | -1): void {
    tally(starts, shift.day, sign);
    tally(days, shift.day, sign * shift.workMinutes);
    for (const { day, minutes } of shift.parts) {
      tally(weeks, weekOf(day, accounting), sign * minutes);
      tally(periods, periodOf(day, accounting), sign * minutes);
    }
    const weekend = weekendOf(shift.day, accounting);
    if (weekend !== null) tally(weekends, weekend, sign);
  }

  const ledger: Ledger = {
    accounting,
    shifts,
    add: (shift) => {
      if (ids.has(shift.id)) throw new Error(`the shift is in the ledger already: ${shift.id}`);
      ids.add(shift.id);
      shifts.splice(placeOf(shifts, shift), 0, shift);
      count(shift, 1);
    },
    remove: (shift) => {
      const index = shifts.findIndex((one) => one.id === shift.id);
      const [present] = index < 0 ? [] : shifts.splice(index, 1);
      if (present === undefined) throw new Error(`the shift is not in the ledger: ${shift.id}`);
      ids.delete(shift.id);
      count(present, -1);
    },
    has: (shiftId) => ids.has(shiftId),
    between: (from, until) => {
      const found: Shift[] = [];
      for (let index = firstFrom(shifts, from - longestShift); index < shifts.length; index += 1) {
        const shift = shifts[index] as Shift;
        if (shift.start >= until) break;
        if (shift.end > from) found.push(shift);
      }
      return found;
    },
    worksOn: (day) => (starts.get(day) ?? 0) > 0,
    dayMinutes: (day) => days.get(day) ?? 0,
    weekMinutes: (week) => weeks.get(week) ?? 0,
    periodMinutes: (period) => periods.get(period) ?? 0,
    weekendsIn: (period) => [...weekends.keys()].filter((weekend) => periodOf(weekend, accounting) === period),
  };
  for (const shift of assigned) ledger.add(shift);
  return ledger;
}

/** Adds to a count and forgets it at zero. */
function tally(counts: Map<number, number>, key: number, by: number): void {
  const sum = (counts.get(key) ?? 0) + by;
  if (sum === 0) counts.delete(key);
  else counts.set(key, sum);
}

function placeOf(shifts: readonly Shift[], shift: Shift): number {
  let place = firstFrom(shifts, shift.start);
  for (let at = shifts[place]; at?.start === shift.start && at.id < shift.id; at = shifts[place]) place += 1;
  return place;
}

/** The place of the first shift that begins at or after a minute. */
function firstFrom(shifts: readonly Shift[], minute: number): number {
  let low = 0;
  let high = shifts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shifts[middle]?.start ?? 0) < minute) low = middle + 1;
    else high = middle;
  }
  return low;
}
