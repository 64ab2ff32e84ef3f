import { occurrences } from './occurrences.ts';
import type { Series } from './series.ts';
import { intersection, type Span, subtract, union } from './spans.ts';

/** What a person says about a time: can work, would like to work, can't work. */
export const availabilityKinds = ['available', 'preferred', 'unavailable'] as const;
export type AvailabilityKind = (typeof availabilityKinds)[number];
export type AvailabilitySeries = Series<{ readonly kind: AvailabilityKind }>;

/**
 * What counts for time about which a person said nothing: `available`, `unavailable`, or `as_stated`: those who named times
 * at which they can work can't at others; those who named none, or only times at which they can't, can at all others.
 */
export type Unstated = 'available' | 'unavailable' | 'as_stated';

/** When a person can work within a window. The three are sorted and disjoint each. */
export interface Availability {
  /** All the time that the person can work, preferred or not. */
  readonly available: readonly Span[];
  /** The part of it that the person would like. */
  readonly preferred: readonly Span[];
  /** The rest of the window. */
  readonly unavailable: readonly Span[];
}

/**
 * Availability within a window. Where series contradict each other, "can't" beats "would like" and that "can": people
 * say "Mondays, but not on the 9th" as two series. Time off beats all.
 * @param timeOff approved absence, as spans
 */
export function availabilityOf(
  all: readonly AvailabilitySeries[],
  timeOff: readonly Span[],
  window: Span,
  unstated: Unstated = 'as_stated',
): Availability {
  const stated: Record<AvailabilityKind, Span[]> = { available: [], preferred: [], unavailable: [] };
  for (const series of all)
    for (const one of occurrences(series, window.start, window.end))
      stated[one.payload.kind].push({ start: one.start, end: one.end });
  const can = isOpen(all, unstated) ? [window] : union(stated.available, stated.preferred);
  const cannot = union(stated.unavailable, timeOff);
  const available = subtract(intersection([window], can), cannot);
  return {
    available,
    preferred: intersection(available, stated.preferred),
    unavailable: subtract([window], available),
  };
}

function isOpen(all: readonly AvailabilitySeries[], unstated: Unstated): boolean {
  if (unstated !== 'as_stated') return unstated === 'available';
  return all.every((series) => series.payload.kind === 'unavailable');
}
