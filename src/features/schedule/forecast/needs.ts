import { dayOfDate } from '../calendar/local.ts';
import type { Span } from '../calendar/spans.ts';
import { type ForecastDay, type Measure, peopleFor } from './forecast.ts';
import { minutesOf, momentsOf } from './half-hours.ts';

/** How many people are needed for a stretch of time. */
export interface Need extends Span {
  readonly people: number;
}

/** People that a half hour needs: none where clocks skip it, null where nothing is forecast. */
export function neededIn(half: readonly Span[], amount: number | null, measure: Measure): number | null {
  if (amount === null) return null;
  return minutesOf(half) === 0 ? 0 : peopleFor(amount, measure);
}

/** What each half hour that is forecast needs, each time that clocks show it. */
export function needsOf(days: readonly ForecastDay[], zone: string, measure: Measure): readonly Need[] {
  return days.flatMap(({ day, amounts }) =>
    momentsOf(dayOfDate(day) ?? 0, zone).flatMap((half, index) => {
      const people = neededIn(half, amounts[index] ?? null, measure);
      return people === null ? [] : half.map(({ start, end }) => ({ start, end, people }));
    }),
  );
}
