import { type ContentLine, contentLines, dateTime, durationMinutes } from './content-line.ts';
import { localOf, wallOf } from './local.ts';
import { readRule } from './read-rule.ts';
import type { Exception, Series } from './series.ts';
import { type ZoneClock, zoneClock } from './zone.ts';

/** What the text of RFC 5545 tells of a series. */
export type ReadSeries = Pick<Series<never>, 'zone' | 'start' | 'minutes' | 'rule' | 'exceptions'>;

export type Reading = ReadSeries | { readonly problem: string };

/**
 * Reads DTSTART, DURATION or DTEND, RRULE, EXDATE and RDATE. What calendars here can't hold (yearly by week number,
 * hourly, …) is refused with a sentence, never bent. Whether the series makes sense, `problemsOf` says.
 * @param floatingZone zone of times that name none
 */
export function readRecurrence(text: string, floatingZone: string): Reading {
  const lines = contentLines(text);
  if (lines === null) return { problem: 'This is not the text of a calendar.' };
  const unknown = lines.find(({ name }) => !known.has(name));
  if (unknown !== undefined) return { problem: `A line "${unknown.name}" has no place in a series.` };
  const doubled = ['DTSTART', 'DTEND', 'DURATION', 'RRULE'].find((name) => named(lines, name).length > 1);
  if (doubled !== undefined) return { problem: `There is more than one ${doubled}.` };
  const [begin] = named(lines, 'DTSTART');
  const beginning = begin === undefined ? null : beginningOf(begin, floatingZone);
  if (beginning === null) return { problem: 'There is no DTSTART with date and time.' };
  if (typeof beginning === 'string') return { problem: beginning };
  const { clock, start } = beginning;
  const minutes = lengthOf(lines, clock, start);
  if (minutes === null) return { problem: 'There is no DURATION or DTEND in whole minutes.' };
  const [ruleLine] = named(lines, 'RRULE');
  const rule = ruleLine === undefined ? null : readRule(ruleLine.value, { clock, start });
  if (typeof rule === 'string') return { problem: rule };
  const exceptions = exceptionsOf(lines, clock);
  if (exceptions === null) return { problem: 'An EXDATE or RDATE has something that is no date and time.' };
  return { zone: clock.id, start, minutes, rule, exceptions };
}

const known = new Set(['DTSTART', 'DTEND', 'DURATION', 'RRULE', 'EXDATE', 'RDATE']);

function named(lines: readonly ContentLine[], name: string): readonly ContentLine[] {
  return lines.filter((line) => line.name === name);
}

function beginningOf(line: ContentLine, floatingZone: string) {
  const time = dateTime(line.value);
  if (time === null || wallOf(time.local) === null) return null;
  const zone = time.isUtc ? 'UTC' : (line.parameters.get('TZID') ?? floatingZone);
  const clock = zoneClock(zone);
  return clock === null ? `There is no time zone "${zone}".` : { clock, start: time.local };
}

/** The local time of a DATE-TIME in a zone of its own, in the series' zone. */
function inZone(value: string, zone: string | undefined, clock: ZoneClock): string | null {
  const time = dateTime(value);
  const shown = time === null ? null : wallOf(time.local);
  if (time === null || shown === null) return null;
  const own = time.isUtc ? zoneClock('UTC') : zoneClock(zone ?? clock.id);
  if (own === null) return null;
  return own.id === clock.id ? time.local : localOf(clock.toWall(own.toEpoch(shown)));
}

function lengthOf(lines: readonly ContentLine[], clock: ZoneClock, start: string): number | null {
  const [[duration], [end]] = [named(lines, 'DURATION'), named(lines, 'DTEND')];
  if (duration !== undefined) return end === undefined ? durationMinutes(duration.value) : null;
  const until = end === undefined ? null : inZone(end.value, end.parameters.get('TZID'), clock);
  return until === null ? null : (wallOf(until) ?? 0) - (wallOf(start) ?? 0);
}

function exceptionsOf(lines: readonly ContentLine[], clock: ZoneClock): readonly Exception<never>[] | null {
  const found = lines
    .filter(({ name }) => name === 'EXDATE' || name === 'RDATE')
    .flatMap(({ name, parameters, value }) =>
      value.split(',').map((one) => exceptionOf(name === 'EXDATE', one, parameters.get('TZID'), clock)),
    );
  return found.every((one) => one !== null) ? found : null;
}

function exceptionOf(
  isRemoved: boolean,
  value: string,
  zone: string | undefined,
  clock: ZoneClock,
): Exception<never> | null {
  const [at = '', length] = value.split('/');
  const on = inZone(at, zone, clock);
  if (on === null || (isRemoved && length !== undefined)) return null;
  if (isRemoved) return { kind: 'removed', on };
  if (length === undefined) return { kind: 'added', on };
  const end = length.startsWith('P') ? null : inZone(length, zone, clock);
  const minutes = end === null ? durationMinutes(length) : (wallOf(end) ?? 0) - (wallOf(on) ?? 0);
  return minutes === null ? null : { kind: 'added', on, minutes };
}
