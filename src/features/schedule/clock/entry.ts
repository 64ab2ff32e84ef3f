import type { Span } from '../calendar/spans.ts';

/** A stretch without work within an entry. Times are minutes since 1970; no end: it lasts. */
export interface Break {
  readonly start: number;
  readonly end: number | null;
}

/** What somebody worked without going home: from clocking in to clocking out. */
export interface ClockEntry {
  readonly id: string;
  readonly personId: string;
  /** The published shift that it was matched with; null: work that nobody planned. */
  readonly shiftId: string | null;
  readonly roleId: string | null;
  readonly locationId: string | null;
  readonly zone: string;
  /** The local day on which it begins, `2026-03-02`. */
  readonly day: string;
  readonly start: number;
  /** Null: it runs. */
  readonly end: number | null;
  readonly breaks: readonly Break[];
  readonly version: number;
}

/** Minutes of breaks until a minute. */
export function breakMinutesOf({ breaks }: Pick<ClockEntry, 'breaks'>, until: number): number {
  return breaks.reduce((sum, { start, end }) => sum + Math.max(0, (end ?? until) - start), 0);
}

/** Minutes worked: what really went by, less the breaks. Of what runs, until now. */
export function workedMinutesOf(entry: Pick<ClockEntry, 'start' | 'end' | 'breaks'>, now: number): number {
  const until = entry.end ?? Math.max(now, entry.start);
  return Math.max(0, until - entry.start - breakMinutesOf(entry, until));
}

/** The entry as a whole span; what runs has none. */
export function spanOf({ start, end }: Pick<ClockEntry, 'start' | 'end'>): Span | null {
  return end === null ? null : { start, end };
}
