import { localAt } from '../../schedule/index.ts';
import { minutesAfter } from './trigger.ts';

/** A shift that somebody was told of, with how they are called. */
export interface Start {
  readonly personId: string;
  readonly name: string;
  readonly start: Date;
  readonly end: Date;
}

/** The day on which a shift begins, by the clock at its place: a night shift belongs to its evening. */
export function dayOfStart({ start }: Pick<Start, 'start'>, zone: string): string {
  return localAt(zone, Math.floor(start.getTime() / 60_000)).slice(0, 10);
}

/**
 * Who opens on each day at a place: whoever begins first. Of several who begin at once it is the one who stays longest, then
 * the first by name: it has to be the same person each time that it is asked.
 */
export function openersOf(starts: readonly Start[], zone: string): ReadonlyMap<string, Start> {
  const openers = new Map<string, Start>();
  for (const one of starts) {
    const day = dayOfStart(one, zone);
    const first = openers.get(day);
    if (first === undefined || isBefore(one, first)) openers.set(day, one);
  }
  return openers;
}

function isBefore(one: Start, other: Start): boolean {
  const order =
    one.start.getTime() - other.start.getTime() ||
    other.end.getTime() - one.end.getTime() ||
    one.name.localeCompare(other.name, 'en');
  return order === 0 ? one.personId < other.personId : order < 0;
}

/** When the run of a shift begins. */
export function beginningOf({ start }: Pick<Start, 'start'>, minutesBefore: number): Date {
  return minutesAfter(start, -minutesBefore);
}

/** What the clock of a shift's trigger finds on a day of which nothing is known yet. */
type DayVerdict = 'not_yet' | 'not_ours' | 'begin' | 'too_late';

/**
 * What is to be done on a day: begun from so long before the first shift on until that shift is over. What was to begin before
 * the trigger was there is none of its concern.
 */
export function verdictOf(
  opener: Start,
  { minutesBefore, since }: { readonly minutesBefore: number; readonly since: Date },
  now: Date,
): DayVerdict {
  const at = beginningOf(opener, minutesBefore);
  if (at < since) return 'not_ours';
  if (now < at) return 'not_yet';
  return now < opener.end ? 'begin' : 'too_late';
}
