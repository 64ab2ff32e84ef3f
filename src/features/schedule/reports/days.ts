import { calendarDate, dateOf, dayOfDate, firstDayOf } from '../calendar/local.ts';
import { periodOf } from '../rules/accounting.ts';
import type { Accounting } from '../rules/rule.ts';

/** Stretches that can be asked for by name. */
export const stretches = ['period', 'last_period', 'month', 'last_month', 'quarter'] as const;
export type Stretch = (typeof stretches)[number];

/** Days since 1970, both included. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

export const mostDays = 400;

/** The days of a stretch, as it is today. */
export function daysOf(stretch: Stretch, today: number, accounting: Accounting): Days {
  if (stretch === 'period' || stretch === 'last_period') {
    const length = accounting.periodWeeks * 7;
    const from = periodOf(today, accounting) - (stretch === 'last_period' ? length : 0);
    return { from, to: from + length - 1 };
  }
  const { month } = calendarDate(today);
  if (stretch === 'quarter') return monthsFrom(month - (month % 3), 3);
  return monthsFrom(stretch === 'month' ? month : month - 1, 1);
}

const monthsFrom = (first: number, count: number): Days => ({
  from: firstDayOf(first),
  to: firstDayOf(first + count) - 1,
});

/** Days that were sent; null for what is none or too long. */
export function daysBetween(from: string, to: string): Days | null {
  const [first, last] = [dayOfDate(from), dayOfDate(to)];
  if (first === null || last === null || last < first || last - first >= mostDays) return null;
  return { from: first, to: last };
}

export const datesOf = ({ from, to }: Days) => ({ from: dateOf(from), to: dateOf(to) });
