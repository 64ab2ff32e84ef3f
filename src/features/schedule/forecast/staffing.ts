import type { Span } from '../calendar/spans.ts';
import { minutesOf } from './half-hours.ts';

/** People who are there, or places for them, in a stretch of time. */
export interface Crew extends Span {
  readonly people: number;
}

/** How many there are on average in a half hour, to two places; nobody where clocks skip it. */
export function peopleIn(moments: readonly Span[], crews: readonly Crew[]): number {
  const minutes = minutesOf(moments);
  if (minutes === 0) return 0;
  const worked = moments.reduce((sum, moment) => sum + peopleMinutes(moment, crews), 0);
  return Math.round((worked * 100) / minutes) / 100;
}

/** Minutes of all of them together within a span. */
function peopleMinutes({ start, end }: Span, crews: readonly Crew[]): number {
  return crews.reduce(
    (sum, crew) => sum + crew.people * Math.max(0, Math.min(crew.end, end) - Math.max(crew.start, start)),
    0,
  );
}

/** Those that are there at some time within a span: most are on other days. */
export function crewsWithin({ start, end }: Span, crews: readonly Crew[]): readonly Crew[] {
  return crews.filter((crew) => crew.start < end && crew.end > start);
}
