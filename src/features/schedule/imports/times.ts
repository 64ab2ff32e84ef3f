import { dayWords, ruleWords } from '../calendar/describe.ts';
import { dayMinutes, localOf, minuteOfDay, type Weekday, wall } from '../calendar/local.ts';
import { normalised } from '../calendar/normal-form.ts';
import { problemsOf } from '../calendar/problems.ts';
import type { Ending, Rule, Series } from '../calendar/series.ts';

/** When a series takes place. */
export type Times = Pick<Series, 'start' | 'minutes' | 'rule'>;

/** What a row says of a time. */
export interface ToldTimes {
  /** Null: every day where there is a last one, or else only the first. */
  readonly days: readonly Weekday[] | null;
  /** The first day on which it may take place. */
  readonly from: string;
  /** The last one. */
  readonly until: string | null;
  /** Minutes of the day; an end that is no later is on the next day. */
  readonly start: number;
  readonly end: number;
}

/** What a row says as times of a series, or a sentence where they make no sense. */
export function timesOf({ days, from, until, start, end }: ToldTimes, weekStart: Weekday): Times | string {
  if (start === dayMinutes) return 'Nothing begins at 24:00: say 00:00 of the next day.';
  const minutes = end > start ? end - start : end - start + dayMinutes;
  const ends: Ending = until === null ? { kind: 'never' } : { kind: 'on', date: until };
  const rule: Rule | null =
    days === null
      ? until === null
        ? null
        : { repeat: { every: 'day', interval: 1 }, ends }
      : { repeat: { every: 'week', interval: 1, days: [...days], weekStart }, ends };
  const times = { start: localOf(wall(`${from}T00:00`) + start), minutes, rule };
  const [problem] = problemsOf(asSeries(times));
  if (problem !== undefined) return problem.sentence;
  const { start: first } = normalised(asSeries(times));
  return { ...times, start: first };
}

const asSeries = (times: Times): Series => ({
  ...times,
  ...{ id: '', zone: 'UTC', exceptions: [], colour: null, payload: null },
});

/** Whether a calendar's series is what times say: at least from the day on from which they say it. */
export function isAt(series: Times, times: Times): boolean {
  if (series.minutes !== times.minutes) return false;
  if (times.rule === null || series.rule === null) return series.rule === times.rule && series.start === times.start;
  const sameTime = minuteOfDay(wall(series.start)) === minuteOfDay(wall(times.start));
  return sameTime && series.start <= times.start && comparable(series.rule) === comparable(times.rule);
}

/** Where weeks begin tells nothing of a rule that repeats each week; rows tell of no other weeks, nor of months. */
function comparable({ repeat, ends }: Rule): string {
  const days = repeat.every === 'week' ? [...repeat.days].sort().join(' ') : '';
  // Not as JSON: the database gives its parts in another order.
  const end = ends.kind === 'on' ? ends.date : ends.kind === 'after' ? ends.count : '';
  return [repeat.every, repeat.interval, days, end].join(',');
}

/** The same for the same times, from whatever day on. */
export function timesKey({ start, minutes, rule }: Times): string {
  const first = rule === null ? start : start.slice(11);
  return JSON.stringify([first, minutes, rule === null ? null : comparable(rule)]);
}

/** "every week on Mon to Fri, 09:00–17:00", "Sat 9 May 2026, all day". */
export function timesWords({ start, minutes, rule }: Times): string {
  const clock = minuteOfDay(wall(start));
  const isWhole = clock === 0 && minutes === dayMinutes;
  const span = `${start.slice(11)}–${localOf(clock + minutes).slice(11)}`;
  return `${rule === null ? dayWords(start.slice(0, 10)) : ruleWords(rule)}, ${isWhole ? 'all day' : span}`;
}
