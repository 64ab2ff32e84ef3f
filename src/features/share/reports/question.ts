/** Whole days of the organisation's calendar, both included, as YYYY-MM-DD. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export const comparisons = ['previous', 'year', 'none'] as const;
export type Comparison = (typeof comparisons)[number];

/** What a report is to be about. */
export interface Question {
  readonly period: Period;
  readonly compare: Comparison;
  readonly campaignId?: string | undefined;
  readonly tag?: string | undefined;
  readonly network?: string | undefined;
  readonly requestId?: string | undefined;
}

/** Calendars of the database and of JavaScript part ways far outside of these. */
const firstDay = '2000-01-01';
const lastDay = '2199-12-31';
const mostDays = 731;

export const plusDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();

/** How many days a period has. */
export function daysOf({ from, to }: Period): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days + 1;
}

/** Whether reports can be made of a period: at most two years that end after they begin. */
export function isPeriod(period: Period): boolean {
  const { from, to } = period;
  return from <= to && from >= firstDay && to <= lastDay && daysOf(period) <= mostDays;
}

/** What a period is compared with. Whole months are compared with as many months, everything else with as many days. */
export function comparedWith(period: Period, compare: Comparison): Period | null {
  const [from, to] = [Temporal.PlainDate.from(period.from), Temporal.PlainDate.from(period.to)];
  if (compare === 'none') return null;
  if (compare === 'year') {
    const years = { years: 1 };
    return { from: from.subtract(years).toString(), to: to.subtract(years).toString() };
  }
  const after = to.add({ days: 1 });
  const months = from.day === 1 && after.day === 1 ? from.until(after, { largestUnit: 'month' }).months : 0;
  const back = months > 0 ? { months } : { days: daysOf(period) };
  return { from: from.subtract(back).toString(), to: from.subtract({ days: 1 }).toString() };
}

export type Stride = 'day' | 'week' | 'month';

/** How finely a period is drawn over time. */
export function strideOf(period: Period): Stride {
  const days = daysOf(period);
  if (days <= 35) return 'day';
  return days <= 190 ? 'week' : 'month';
}

/** A period in stretches by the calendar: the first and the last may be cut off. Weeks begin on Monday. */
export function stretchesOf(period: Period, stride: Stride): readonly Period[] {
  const stretches: Period[] = [];
  for (let from = period.from; from <= period.to; ) {
    const last = lastOf(from, stride);
    const to = last < period.to ? last : period.to;
    stretches.push({ from, to });
    from = plusDays(to, 1);
  }
  return stretches;
}

function lastOf(day: string, stride: Stride): string {
  const date = Temporal.PlainDate.from(day);
  if (stride === 'day') return day;
  if (stride === 'week') return date.add({ days: 7 - date.dayOfWeek }).toString();
  return date.with({ day: date.daysInMonth }).toString();
}

export const isWithin = (day: string, { from, to }: Period): boolean => day >= from && day <= to;
