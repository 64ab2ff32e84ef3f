import {
  dateOf,
  dayOfDate,
  epochAt,
  occurrences,
  type Repeat,
  type Series,
  type Weekday,
} from '../../schedule/index.ts';
import { isWorthBeginning, type Trigger } from './trigger.ts';

/** A time at which a run is to begin. `on` is the local time: 09:00 is 09:00 in summer and in winter. */
export interface Time {
  readonly on: string;
  readonly at: Date;
}

const minuteOf = (at: Date) => Math.floor(at.getTime() / 60_000);

/** The times of a trigger as a series of the calendar, from a day on. */
function seriesOf(repeat: Repeat, atTime: string, zone: string, fromDay: string): Series<null> {
  return {
    ...{ id: '', zone, minutes: 15, exceptions: [], colour: null, payload: null },
    start: `${fromDay}T${atTime}`,
    rule: { repeat, ends: { kind: 'never' } },
  };
}

/** The times of a trigger after a moment and until another one, which is included. */
export function* timesOf(
  { repeat, atTime }: Pick<Trigger, 'repeat' | 'atTime'>,
  zone: string,
  after: Date,
  until = new Date(8_640_000_000_000_000),
): Generator<Time> {
  if (repeat === null || atTime === null) return;
  // Every interval is one, so that a rule says the same from whatever day it begins.
  const day = dateOf(Math.floor(minuteOf(after) / 1_440) - 2);
  for (const { on, start } of occurrences(seriesOf(repeat, atTime, zone, day), minuteOf(after), minuteOf(until) + 1)) {
    const at = new Date(start * 60_000);
    if (at > until) return;
    if (at > after) yield { on, at };
  }
}

/** What of the times that have come is begun, and what is left out: only the latest is worth doing, and not for ever. */
export function dueOf(
  trigger: Pick<Trigger, 'repeat' | 'atTime' | 'withinMinutes'>,
  zone: string,
  after: Date,
  now: Date,
): { readonly begin: Time | null; readonly skipped: readonly Time[] } {
  const come = [...timesOf(trigger, zone, after, now)];
  const latest = come.at(-1);
  if (latest === undefined) return { begin: null, skipped: [] };
  return isWorthBeginning(latest.at, trigger.withinMinutes, now)
    ? { begin: latest, skipped: come.slice(0, -1) }
    : { begin: null, skipped: come };
}

/** A local day and the next midnight after it as moments at a place. */
export function dayAt(day: string, zone: string): { readonly from: Date; readonly to: Date } {
  const after = dateOf((dayOfDate(day) ?? 0) + 1);
  return {
    from: new Date(epochAt(zone, `${day}T00:00`) * 60_000),
    to: new Date(epochAt(zone, `${after}T00:00`) * 60_000),
  };
}

export const nextDay = (day: string, days = 1): string => dateOf((dayOfDate(day) ?? 0) + days);

/** Days of the week, or of the month, on which a trigger begins, in words: "every day", "Mon and Wed", "the last day of the month". */
export function repeatWords(repeat: Repeat, nameOf: (day: Weekday) => string): string {
  if (repeat.every === 'day') return 'every day';
  if (repeat.every === 'week') {
    const names = repeat.days.map(nameOf);
    return `every ${names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`}`;
  }
  if ('weekday' in repeat.on) return 'every month';
  return repeat.on.day === -1 ? 'on the last day of every month' : `on day ${repeat.on.day} of every month`;
}
