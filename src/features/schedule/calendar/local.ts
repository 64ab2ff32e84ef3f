/**
 * Local times without a zone, as a clock on the wall shows them. In text they are `2026-03-29T09:00` and dates
 * `2026-03-29`; in arithmetic they are a wall: whole minutes since 1970-01-01T00:00 of that clock, and days since then.
 */

/** Minutes in a day of the clock on the wall; how long a day really is, its zone decides. */
export const dayMinutes = 1440;

/** Days of the week as RFC 5545 writes them, Monday first. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];
export const weekdayNames: Readonly<Record<Weekday, string>> = {
  ...{ MO: 'Monday', TU: 'Tuesday', WE: 'Wednesday', TH: 'Thursday', FR: 'Friday', SA: 'Saturday', SU: 'Sunday' },
};

const millisecondsPerDay = 86_400_000;
const earliestYear = 2000;
const latestYear = 2199;

/** The day (since 1970-01-01) of a date `2026-03-29`; null for what is no date, or none between 2000 and 2199. */
export function dayOfDate(date: string): number | null {
  const day = anyDay(date);
  const year = Number(date.slice(0, 4));
  return day === null || year < earliestYear || year > latestYear ? null : day;
}

function anyDay(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const at = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(at)) return null;
  const day = at / millisecondsPerDay;
  return dateOf(day) === date ? day : null;
}

/** The date `2026-03-29` of a day since 1970-01-01. */
export function dateOf(day: number): string {
  return new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
}

/** The wall (minutes) of a local time `2026-03-29T09:00`; null for what is no time, or none between 2000 and 2199. */
export function wallOf(local: string): number | null {
  return dayOfDate(local.slice(0, 10)) === null ? null : anyWall(local);
}

/**
 * {@link wallOf} for a text that was checked before, or made by moving one that was, even out of those years. Throws
 * RangeError for what is no local time.
 */
export function wall(local: string): number {
  const minutes = anyWall(local);
  if (minutes === null) throw new RangeError(`not a local time: ${local}`);
  return minutes;
}

function anyWall(local: string): number | null {
  const parts = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/.exec(local);
  const day = parts === null ? null : anyDay(parts[1] ?? '');
  return parts === null || day === null ? null : day * dayMinutes + Number(parts[2]) * 60 + Number(parts[3]);
}

/** The local time `2026-03-29T09:00` of a wall. */
export function localOf(minutes: number): string {
  return new Date(minutes * 60_000).toISOString().slice(0, 16);
}

/** The day that a wall falls on. */
export function dayOf(minutes: number): number {
  return Math.floor(minutes / dayMinutes);
}

/** Minutes of a wall since its midnight, 0 to 1439. */
export function minuteOfDay(minutes: number): number {
  return minutes - dayOf(minutes) * dayMinutes;
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayIndex(day: number): number {
  return (((day + 3) % 7) + 7) % 7; // 1970-01-01 was a Thursday.
}

export function weekdayOf(day: number): Weekday {
  return weekdays[weekdayIndex(day)] as Weekday;
}

/** The weekday so many days later. */
export function weekdayAfter(weekday: Weekday, days: number): Weekday {
  return weekdayOf(weekdays.indexOf(weekday) + 4 + days);
}

export interface CalendarDate {
  /** Months since January of the year 0. */
  readonly month: number;
  /** Day of the month, from 1. */
  readonly day: number;
  /** Days that this month has. */
  readonly length: number;
}

/** A day as month and day of the month. */
export function calendarDate(day: number): CalendarDate {
  const date = new Date(day * millisecondsPerDay);
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth();
  return { month, day: date.getUTCDate(), length: monthLength(month) };
}

/** The first day of a month (months since January of the year 0), as a day since 1970-01-01. */
export function firstDayOf(month: number): number {
  return Date.UTC(Math.floor(month / 12), month % 12, 1) / millisecondsPerDay;
}

function monthLength(month: number): number {
  return firstDayOf(month + 1) - firstDayOf(month);
}
