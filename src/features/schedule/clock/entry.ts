/** A stretch without work within an entry. Times are minutes since 1970; no end: it lasts. */
export interface Break {
  readonly start: number;
  readonly end: number | null;
}

/** From when to when somebody worked, with their breaks. */
export interface Stretch {
  readonly start: number;
  /** Null: it runs. */
  readonly end: number | null;
  readonly breaks: readonly Break[];
}

/** What somebody worked without going home: from clocking in to clocking out. */
export interface ClockEntry extends Stretch {
  readonly id: string;
  readonly personId: string;
  /** The published shift that it was matched with; null: work that nobody planned. */
  readonly shiftId: string | null;
  readonly roleId: string | null;
  readonly locationId: string | null;
  readonly zone: string;
  /** The local day on which it begins, `2026-03-02`. */
  readonly day: string;
  readonly version: number;
}

/** What somebody does at the clock. */
export const clockActs = ['in', 'break', 'back', 'out'] as const;
export type ClockAct = (typeof clockActs)[number];

/** Minutes of breaks until a minute. */
export function breakMinutesOf({ breaks }: Pick<Stretch, 'breaks'>, until: number): number {
  return breaks.reduce((sum, { start, end }) => sum + Math.max(0, (end ?? until) - start), 0);
}

/** Minutes worked: what really went by, less the breaks. Of what runs, until now. */
export function workedMinutesOf(entry: Stretch, now: number): number {
  const until = entry.end ?? Math.max(now, entry.start);
  return Math.max(0, until - entry.start - breakMinutesOf(entry, until));
}

/** Whether somebody is on a break. */
export function isOnBreak({ breaks }: Pick<Stretch, 'breaks'>): boolean {
  return breaks.at(-1)?.end === null;
}

/**
 * What a running entry is after an act, or null where it is so already: a break of somebody on a break, coming back
 * without one. A break that ends in the minute in which it began was none.
 */
export function afterAct<E extends Stretch>(entry: E, act: Exclude<ClockAct, 'in'>, at: number): E | null {
  if (entry.end !== null) return null;
  const now = Math.max(at, entry.start);
  if (act === 'break')
    return isOnBreak(entry) ? null : { ...entry, breaks: [...entry.breaks, { start: now, end: null }] };
  if (act === 'back' && !isOnBreak(entry)) return null;
  const breaks = entry.breaks
    .map(({ start, end }) => ({ start, end: end ?? Math.max(now, start) }))
    .filter(({ start, end }) => end > start);
  return { ...entry, breaks, end: act === 'out' ? now : null };
}
