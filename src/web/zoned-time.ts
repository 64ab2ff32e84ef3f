import { locale } from './figures.ts';

/** A wall-clock time without zone, `YYYY-MM-DDTHH:mm`, as date and time fields give it. */
export type WallTime = string;
/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

const minute = 60_000;

function partsOf(at: Date, timeZone: string): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  return Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]));
}

/** What a clock on the wall of that zone shows at an instant. */
export function wallTimeAt(at: Date, timeZone: string): WallTime {
  const part = partsOf(at, timeZone);
  return `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
}

function offsetAt(at: number, timeZone: string): number {
  const wall = Date.parse(`${wallTimeAt(new Date(at), timeZone)}Z`);
  return wall - Math.floor(at / minute) * minute;
}

/**
 * The instant at which the zone's wall clock shows `wall`; null when `wall` is no date.
 * A time that the clocks skip in spring is moved forward by the gap, one that happens twice is the first: as calendars do.
 */
export function instantOf(wall: WallTime, timeZone: string): Date | null {
  const asUtc = Date.parse(`${wall.slice(0, 16)}Z`);
  if (Number.isNaN(asUtc)) return null;
  const before = asUtc - offsetAt(asUtc - 24 * 60 * minute, timeZone);
  if (wallTimeAt(new Date(before), timeZone) === wall.slice(0, 16)) return new Date(before);
  const after = asUtc - offsetAt(asUtc + 24 * 60 * minute, timeZone);
  if (wallTimeAt(new Date(after), timeZone) === wall.slice(0, 16)) return new Date(after);
  return new Date(before);
}

export function dayAt(at: Date, timeZone: string): Day {
  return wallTimeAt(at, timeZone).slice(0, 10);
}

/** Calendar arithmetic, free of zones. */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 24 * 60 * minute).toISOString().slice(0, 10);
}

/** Days from one to the other; 0 for the same day. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / (24 * 60 * minute));
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** "Fri 21 Nov 2025, 09:30" in the zone. */
export function formatDateTime(iso: string, timeZone: string, language = locale): string {
  return new Intl.DateTimeFormat(language, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(iso));
}

/** "21 Nov" or, in another year than `now`, "21 Nov 2024". */
export function formatDate(iso: string, timeZone: string, now = new Date(), language = locale): string {
  const at = new Date(iso);
  const sameYear = dayAt(at, timeZone).slice(0, 4) === dayAt(now, timeZone).slice(0, 4);
  return new Intl.DateTimeFormat(language, {
    timeZone,
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at);
}

/** A calendar day as "21 Nov". */
export function formatDay(day: Day, language = locale): string {
  return new Intl.DateTimeFormat(language, { timeZone: 'UTC', day: 'numeric', month: 'short' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/** "Europe/Berlin (GMT+1)": the place people know, and the offset at that moment. */
export function zoneLabel(timeZone: string, at = new Date()): string {
  const part = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' })
    .formatToParts(at)
    .find((piece) => piece.type === 'timeZoneName');
  return `${timeZone.replaceAll('_', ' ')} (${part?.value ?? 'UTC'})`;
}

/** Every zone the browser knows, UTC included. */
export function timeZones(): readonly string[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].sort();
}

/** The zone of this device. */
export function deviceTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
}

const steps: ReadonlyArray<readonly [Intl.RelativeTimeFormatUnit, number]> = [
  ['minute', 60],
  ['hour', 60],
  ['day', 24],
  ['week', 7],
  ['month', 30 / 7],
  ['year', 365 / 30],
];

/** "just now", "3 minutes ago", "yesterday", "2 months ago": counted down, so that it is never too long ago. */
export function formatAgo(iso: string, now = new Date(), language = locale): string {
  let count = Math.max(0, now.getTime() - Date.parse(iso)) / 1000;
  if (count < 60) return 'just now';
  let unit: Intl.RelativeTimeFormatUnit = 'second';
  for (const [next, size] of steps) {
    if (count < size) break;
    count /= size;
    unit = next;
  }
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(-Math.floor(count), unit);
}
