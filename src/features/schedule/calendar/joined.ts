import { dayOf, minuteOfDay, wall } from './local.ts';
import { isSame, normalised } from './normal-form.ts';
import { daysBetween, finalDay, nextDay } from './rule-days.ts';
import type { Ending, Rule, Series } from './series.ts';

/** Joins what was split for nothing: each series with the one that continues it, until none does. Ids of heads remain. */
export function joinedAll<Payload>(all: readonly Series<Payload>[]): readonly Series<Payload>[] {
  const joinedOnes: Series<Payload>[] = [];
  for (const series of all.toSorted((one, other) => (one.start < other.start ? -1 : Number(one.start > other.start)))) {
    const at = joinedOnes.findIndex((head) => joined(head, series) !== null);
    const head = joinedOnes[at];
    const whole = head === undefined ? null : joined(head, series);
    if (whole === null) joinedOnes.push(series);
    else joinedOnes[at] = whole;
  }
  return joinedOnes;
}

/** The series that takes place when both do, under the id of the first; null unless the second continues the first. */
export function joined<Payload>(head: Series<Payload>, tail: Series<Payload>): Series<Payload> | null {
  if (head.rule === null || tail.rule === null || !isAlike(head, tail)) return null;
  const first = dayOf(wall(head.start));
  const last = finalDay(head.rule, first);
  if (last === null) return null;
  const endless: Rule = { ...head.rule, ends: { kind: 'never' } };
  const next = dayOf(wall(tail.start));
  if (nextDay(endless, first, last + 1) !== next) return null;
  const keys = new Set([...head.exceptions, ...tail.exceptions].map(({ on }) => on));
  if (keys.size < head.exceptions.length + tail.exceptions.length) return null;
  const count = daysBetween(head.rule, first, first, last).length;
  const rule = { ...head.rule, ends: endingOf(tail.rule.ends, count) };
  return normalised({ ...head, rule, exceptions: [...head.exceptions, ...tail.exceptions] });
}

function isAlike<Payload>(one: Series<Payload>, other: Series<Payload>): boolean {
  return (
    one.zone === other.zone &&
    one.minutes === other.minutes &&
    one.colour === other.colour &&
    isSame(one.payload, other.payload) &&
    isSame(one.rule?.repeat, other.rule?.repeat) &&
    minuteOfDay(wall(one.start)) === minuteOfDay(wall(other.start))
  );
}

function endingOf(tail: Ending, count: number): Ending {
  return tail.kind === 'after' ? { kind: 'after', count: tail.count + count } : tail;
}
