import type { Span } from '../calendar/spans.ts';

/** A stretch of time that is scheduled and published as one. */
export interface Period {
  readonly id: string;
  /** `2026-03-02`. */
  readonly firstDay: string;
  readonly days: number;
  readonly revision: number;
}

/** A shift as it is written down when its period is opened. Times are minutes since 1970. */
export interface PlannedShift extends Span {
  readonly id: string;
  readonly periodId: string;
  readonly roleId: string;
  readonly seriesId: string;
  /** Which occurrence of the series. */
  readonly occurrence: string;
  readonly zone: string;
  readonly day: string;
  readonly needs: number;
  readonly breakMinutes: number;
  readonly label: string | null;
  readonly colour: string | null;
  readonly importance: number | null;
  readonly cancelled: boolean;
}

/** Who put somebody on a shift: a scheduler, an update of the schedule, a trade, or themselves. */
export const makers = ['hand', 'solver', 'trade', 'claim'] as const;

/** Somebody on a shift, usually all of it. */
export interface Assignment extends Span {
  readonly id: string;
  readonly shiftId: string;
  readonly personId: string;
  readonly madeBy: (typeof makers)[number];
  readonly pinned: boolean;
  readonly overruledWhy: string | null;
  readonly overruledBy: string | null;
}

/** Whether somebody works all of a shift. */
export function isWhole({ start, end }: Span, shift: Span): boolean {
  return start === shift.start && end === shift.end;
}

/** How many of these spans there are at once at most, within a span. */
export function mostAtOnce(within: Span, spans: readonly Span[]): number {
  return Math.max(0, ...counts(within, spans));
}

/** Places of a shift that nobody has, where it lacks most. */
export function missingOf(shift: Span & { readonly needs: number }, assigned: readonly Span[]): number {
  return Math.max(0, shift.needs - Math.min(...counts(shift, assigned)));
}

/** How many of the spans there are from each moment on at which that changes. */
function counts(within: Span, spans: readonly Span[]): readonly number[] {
  const moments = [within.start, ...spans.flatMap(({ start, end }) => [start, end])];
  return moments
    .filter((at) => at >= within.start && at < within.end)
    .map((at) => spans.filter(({ start, end }) => start <= at && at < end).length);
}

/** Minutes since 1970 as the database and JSON write them. */
export function dateAt(minutes: number): Date {
  return new Date(minutes * 60_000);
}

export function isoAt(minutes: number): string {
  return dateAt(minutes).toISOString();
}

export function minutesAt(date: Date): number {
  return date.getTime() / 60_000;
}

/** Before and after all planning, in minutes since 1970. */
export const always: Span = { start: 0, end: Date.UTC(2200, 0) / 60_000 };

/** The first stretch of a shift for which somebody is lacking; all of it where nobody is. */
export function openPart(shift: Span & { readonly needs: number }, assigned: readonly Span[]): Span {
  const moments = [...new Set([shift.start, shift.end, ...assigned.flatMap(({ start, end }) => [start, end])])]
    .filter((at) => at >= shift.start && at <= shift.end)
    .toSorted((one, other) => one - other);
  const lacks = (at: number) => assigned.filter(({ start, end }) => start <= at && at < end).length < shift.needs;
  const first = moments.findIndex((at) => at < shift.end && lacks(at));
  if (first < 0) return { start: shift.start, end: shift.end };
  let last = first;
  while ((moments[last + 1] ?? shift.end) < shift.end && lacks(moments[last + 1] ?? shift.end)) last += 1;
  return { start: moments[first] ?? shift.start, end: moments[last + 1] ?? shift.end };
}
