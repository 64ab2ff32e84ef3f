import { dateOf, dayMinutes, dayOf, localOf, minuteOfDay, wall } from './local.ts';
import { normalised } from './normal-form.ts';
import { daysBetween, nextDay } from './rule-days.ts';
import type { Ending, Exception, Series } from './series.ts';

/** The two parts of a series. A part in which nothing would take place is null. */
export interface Parts<Payload> {
  readonly head: Series<Payload> | null;
  readonly tail: Series<Payload> | null;
}

/**
 * Cuts a series before the local time `on`, so that both parts together take place exactly when it did. The count of an
 * ending is divided, each exception goes where its occurrence goes, and of every second week the tail has the same ones.
 * @param tailId id of the part from `on` on; the other keeps its own
 */
export function splitBefore<Payload>(series: Series<Payload>, on: string, tailId: string): Parts<Payload> {
  const { rule } = series;
  const start = wall(series.start);
  const [first, time, cut] = [dayOf(start), minuteOfDay(start), wall(on)];
  // The first day whose occurrence is not before the cut.
  const tailFrom = minuteOfDay(cut) > time ? dayOf(cut) + 1 : dayOf(cut);
  const before = daysBetween(rule, first, first, tailFrom - 1);
  const lastBefore = before.at(-1);
  const tailStart = nextDay(rule, first, tailFrom);
  const headExceptions = series.exceptions.filter((one) => wall(one.on) < cut);
  const tailExceptions = series.exceptions.filter((one) => wall(one.on) >= cut);
  const head: Series<Payload> | null =
    lastBefore === undefined
      ? ofAdded(series, headExceptions)
      : {
          ...series,
          rule: rule && { ...rule, ends: endingAt(rule.ends, before.length, lastBefore) },
          exceptions: headExceptions,
        };
  const tail: Series<Payload> | null =
    tailStart === null
      ? ofAdded(series, tailExceptions)
      : {
          ...series,
          start: localOf(tailStart * dayMinutes + time),
          rule: rule && { ...rule, ends: endingAfter(rule.ends, before.length) },
          exceptions: tailExceptions,
        };
  return { head: head && leftOver(head), tail: tail && leftOver({ ...tail, id: tailId }) };
}

/** A series, or null if all its occurrences were taken out. Those of an endless one can't be. */
export function leftOver<Payload>(series: Series<Payload>): Series<Payload> | null {
  const proper = normalised(series);
  const { rule, exceptions } = proper;
  if (exceptions.some(({ kind }) => kind !== 'removed') || rule?.ends.kind === 'never') return proper;
  const first = dayOf(wall(proper.start));
  let from: number | null = first;
  for (const { on } of exceptions) {
    if (from === null || dayOf(wall(on)) !== from) return proper;
    from = nextDay(rule, first, from + 1);
  }
  return from === null ? null : proper;
}

function endingAt(ends: Ending, count: number, lastDay: number): Ending {
  return ends.kind === 'after' ? { kind: 'after', count } : { kind: 'on', date: dateOf(lastDay) };
}

function endingAfter(ends: Ending, count: number): Ending {
  return ends.kind === 'after' ? { kind: 'after', count: ends.count - count } : ends;
}

/** A series of nothing but added occurrences; the first of them takes the place of its beginning. */
function ofAdded<Payload>(series: Series<Payload>, exceptions: readonly Exception<Payload>[]): Series<Payload> | null {
  const [first, ...others] = exceptions
    .filter((one) => one.kind === 'added')
    .sort((one, other) => (one.on < other.on ? -1 : 1));
  if (first === undefined) return null;
  return { ...series, start: first.on, rule: null, exceptions: [{ ...first, kind: 'changed' }, ...others] };
}
