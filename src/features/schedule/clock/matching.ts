import type { Span } from '../calendar/spans.ts';

/** As long before a shift somebody may clock in for it; earlier it is work that nobody planned. */
const earliestMinutes = 120;
/** With less left of a shift, whoever comes now comes for the next one. */
const hardlyLeft = 15;

/** The published shift that somebody comes for who clocks in at a minute: the one at work, else the next that is near. */
export function shiftAt<S extends Span>(shifts: readonly S[], now: number): S | null {
  const atWork = shifts.find(({ start, end }) => start <= now && now < end) ?? null;
  const near = shifts.filter(({ start }) => start > now && start - now <= earliestMinutes);
  const next = near.toSorted((one, other) => one.start - other.start)[0] ?? null;
  return atWork !== null && (next === null || atWork.end - now >= hardlyLeft) ? atWork : next;
}

/** The published shift that a stretch of work was for: the one of which it covers most. */
export function shiftWithin<S extends Span>(shifts: readonly S[], { start, end }: Span): S | null {
  const shared = (shift: Span) => Math.min(shift.end, end) - Math.max(shift.start, start);
  const [most] = shifts.filter((shift) => shared(shift) > 0).toSorted((one, other) => shared(other) - shared(one));
  return most ?? null;
}

/** So long after the end of the shift a clock that still runs was probably forgotten. */
const forgottenAfter = 120;
/** The same for work that nobody planned, from its beginning. */
const longestUnplanned = 12 * 60;

/** From when on an entry that still runs is pointed out. It is never ended by itself: only the person knows when they left. */
export function forgottenFrom(start: number, shift: Span | null): number {
  return shift === null ? start + longestUnplanned : Math.max(start, shift.end) + forgottenAfter;
}
