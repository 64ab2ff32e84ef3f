import { RRuleTemporal } from 'rrule-temporal';
import { calendarDate, dayOfDate, firstDayOf, weekdayIndex, weekdays } from './local.ts';
import type { MonthDay, Repeat, Rule } from './series.ts';

/**
 * The days on which a rule has an occurrence. The recurrence runs over days in UTC, never over times: what a gap in the
 * local clock does to an occurrence is decided where it gets its time (`occurrences.ts`), so that none is lost to it.
 */

const millisecondsPerDay = 86_400_000;
type Engine = RRuleTemporal<Temporal.ZonedDateTime>;

/** One engine per rule and first day: building one costs as much as asking it. */
const engines = new WeakMap<Rule, { readonly first: number; readonly engine: Engine }>();

/**
 * Days (since 1970-01-01) of a rule that began on day `first`, from day `from` to day `until`, both included, ascending.
 * A rule from years ago is entered where it is needed. Without a rule there is the first day only.
 */
export function daysBetween(rule: Rule | null, first: number, from: number, until: number): readonly number[] {
  if (until < from || until < first) return [];
  if (rule === null) return first >= from ? [first] : [];
  const days = engineOf(rule, first).between(noon(Math.max(from, first), -1), noon(until, 1), true);
  return days.map((time) => Math.round(time.epochMilliseconds / millisecondsPerDay));
}

/** The first day of a rule on or after a day; null if there is none. */
export function nextDay(rule: Rule | null, first: number, from: number): number | null {
  if (rule === null) return first >= from ? first : null;
  // The rarest rule that calendars can hold is a 29 February each so many years; what comes later never does.
  for (let start = Math.max(from, first), span = 400; start < lastDay; start += span, span = 40_000) {
    const [day] = daysBetween(rule, first, start, Math.min(start + span - 1, lastDay));
    if (day !== undefined) return day;
  }
  return null;
}

/** 2199-12-31: no occurrence begins later. */
export const lastDay = dayOfDate('2199-12-31') ?? 0;

/** Whether a rule has an occurrence on a day. */
export function fallsOn(rule: Rule | null, first: number, day: number): boolean {
  return daysBetween(rule, first, day, day).length === 1;
}

/** The last day of a rule, or null for a rule without end or without an occurrence. */
export function finalDay(rule: Rule | null, first: number): number | null {
  if (rule === null) return first;
  if (rule.ends.kind === 'never') return null;
  const until = rule.ends.kind === 'on' ? (dayOfDate(rule.ends.date) ?? first) : lastDay;
  return daysBetween(rule, first, first, until).at(-1) ?? null;
}

/** The day that a repetition by month has in a month (months since the year 0), or null: not every month has a 31st. */
export function dayInMonth(on: MonthDay, month: number): number | null {
  const start = firstDayOf(month);
  const { length } = calendarDate(start);
  if ('day' in on) {
    const day = on.day > 0 ? on.day : length + 1 + on.day;
    return day >= 1 && day <= length ? start + day - 1 : null;
  }
  const wanted = weekdays.indexOf(on.weekday);
  if (on.nth < 0) {
    const end = start + length - 1;
    return end - ((weekdayIndex(end) - wanted + 7) % 7);
  }
  const day = start + ((wanted - weekdayIndex(start) + 7) % 7) + (on.nth - 1) * 7;
  return day < start + length ? day : null;
}

function engineOf(rule: Rule, first: number): Engine {
  const known = engines.get(rule);
  if (known?.first === first) return known.engine;
  const engine = new RRuleTemporal({
    ...partsOf(rule.repeat),
    ...(rule.ends.kind === 'after' ? { count: rule.ends.count } : {}),
    ...(rule.ends.kind === 'on' ? { until: midnight(dayOfDate(rule.ends.date) ?? first) } : {}),
    dtstart: midnight(first),
    tzid: 'UTC',
    temporal: Temporal,
    // A bound against rules that never come true; 2199 is 63,000 days from the first one.
    maxIterations: 100_000,
    cache: false,
  });
  engines.set(rule, { first, engine });
  return engine;
}

function partsOf(repeat: Repeat) {
  const { interval } = repeat;
  if (repeat.every === 'day') return { freq: 'DAILY' as const, interval };
  if (repeat.every === 'week')
    return { freq: 'WEEKLY' as const, interval, byDay: [...repeat.days], wkst: repeat.weekStart };
  if ('day' in repeat.on) return { freq: 'MONTHLY' as const, interval, byMonthDay: [repeat.on.day] };
  return { freq: 'MONTHLY' as const, interval, byDay: [`${repeat.on.nth}${repeat.on.weekday}`] };
}

function midnight(day: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(day * millisecondsPerDay).toZonedDateTimeISO('UTC');
}

/** Half a day before (-1) or after (1) the midnight that stands for a day. */
function noon(day: number, side: -1 | 1): Date {
  return new Date(day * millisecondsPerDay + (side * millisecondsPerDay) / 2);
}
