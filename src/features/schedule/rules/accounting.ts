import { weekdayIndex, weekdayOf, weekdays } from '../calendar/local.ts';
import type { Accounting } from './rule.ts';

/** The first day of the week that a day is in. */
export function weekOf(day: number, { weekStart }: Accounting): number {
  return day - ((weekdayIndex(day) - weekdays.indexOf(weekStart) + 7) % 7);
}

/** The first day of the period that a day is in. */
export function periodOf(day: number, accounting: Accounting): number {
  const length = accounting.periodWeeks * 7;
  const from = weekOf(accounting.periodFrom, accounting);
  return from + Math.floor((day - from) / length) * length;
}

/** The first day of the weekend that a day is in, or null for a day of the week. Weekends are days that follow each other. */
export function weekendOf(day: number, { weekend }: Accounting): number | null {
  if (!weekend.includes(weekdayOf(day))) return null;
  let first = day;
  while (first > day - 7 && weekend.includes(weekdayOf(first - 1))) first -= 1;
  return first;
}
