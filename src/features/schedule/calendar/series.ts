import type { Weekday } from './local.ts';

/** Shortest and longest span of an occurrence in minutes of the clock on the wall: 15 minutes to 36 hours. */
export const shortest = 15;
export const longest = 36 * 60;

/** Which day of a month: the 1st to the 31st, or from its end (-1 is the last); or its nth weekday (-1 is the last). */
export type MonthDay = { readonly day: number } | { readonly weekday: Weekday; readonly nth: number };

/** A recurrence of RFC 5545 section 3.3.10, as far as calendars offer it. */
export type Repeat =
  | { readonly every: 'day'; readonly interval: number }
  | {
      readonly every: 'week';
      readonly interval: number;
      readonly days: readonly Weekday[];
      /** Where weeks begin, which tells every second week from the others. */
      readonly weekStart: Weekday;
    }
  | { readonly every: 'month'; readonly interval: number; readonly on: MonthDay };

/** When it ends: never, after so many occurrences (the first counts), or with the last one on or before a date. */
export type Ending =
  | { readonly kind: 'never' }
  | { readonly kind: 'after'; readonly count: number }
  | { readonly kind: 'on'; readonly date: string };

export interface Rule {
  readonly repeat: Repeat;
  readonly ends: Ending;
}

/** What an individually changed occurrence says for itself. What it leaves out it takes from its series. */
interface Own<Payload> {
  readonly minutes?: number;
  readonly colour?: string | null;
  readonly payload?: Payload;
}

/**
 * A deviation from the rule. `on` is the local time at which the rule has the occurrence (the RECURRENCE-ID), or for an
 * added one (RDATE) the local time at which it begins. No two exceptions of a series have the same `on`.
 */
export type Exception<Payload> =
  | { readonly kind: 'removed'; readonly on: string }
  | ({ readonly kind: 'changed'; readonly on: string; readonly start?: string } & Own<Payload>)
  | ({ readonly kind: 'added'; readonly on: string } & Own<Payload>);

/**
 * One event of a calendar and all its repetitions: the shifts of a role, or when a person can work. Times are those of a
 * clock on the wall in `zone`, so 09:00 stays 09:00 when the clocks change. `minutes` is its length on that clock too: a
 * night shift from 22:00 to 06:00 ends at 06:00, also in the night that is an hour longer or shorter.
 */
export interface Series<Payload = unknown> {
  readonly id: string;
  readonly zone: string;
  /** Local time of the first occurrence, `2026-03-02T09:00`. */
  readonly start: string;
  readonly minutes: number;
  /** Null: it does not repeat. */
  readonly rule: Rule | null;
  readonly exceptions: readonly Exception<Payload>[];
  readonly colour: string | null;
  readonly payload: Payload;
}

/** Something to mend, for the person who types it. */
export interface Problem {
  /** Name of the field in the series. */
  readonly field: string;
  readonly sentence: string;
}
