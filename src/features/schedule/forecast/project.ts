import { weekdayIndex } from '../calendar/local.ts';
import { mostAmount } from './forecast.ts';
import { halfHours } from './half-hours.ts';

/** What a day that is over had in each half hour; null: nothing is known. */
export interface PastDay {
  /** Since 1970. */
  readonly day: number;
  readonly figures: readonly (number | null)[];
}

/** What is to be expected of a day by those before it. */
export interface Projection {
  readonly amounts: readonly (number | null)[];
  /** How many days it is the mean of. */
  readonly basis: number;
}

/** The mean by half hour of those days that are the same day of the week and of which anything is known. */
export function projectDay(day: number, past: readonly PastDay[]): Projection {
  const alike = past.filter(
    (one) => weekdayIndex(one.day) === weekdayIndex(day) && one.figures.some((figure) => figure !== null),
  );
  const amounts = Array.from({ length: halfHours }, (_, half) =>
    meanOf(alike.flatMap(({ figures }) => figures[half] ?? [])),
  );
  return { amounts, basis: alike.length };
}

function meanOf(figures: readonly number[]): number | null {
  if (figures.length === 0) return null;
  const mean = figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
  return Math.min(mostAmount, Math.round(mean * 100) / 100);
}

/**
 * The same days without the half hours in which on such a day of the week nobody ever worked: that nobody was there says
 * that it was closed, not that nobody came.
 */
export function openHalves(past: readonly PastDay[]): readonly PastDay[] {
  const byWeekday = Map.groupBy(past, ({ day }) => weekdayIndex(day));
  const wasOpen = new Map(
    [...byWeekday].map(([weekday, days]) => [
      weekday,
      Array.from({ length: halfHours }, (_, half) => days.some(({ figures }) => (figures[half] ?? 0) > 0)),
    ]),
  );
  return past.map(({ day, figures }) => {
    const open = wasOpen.get(weekdayIndex(day));
    // A day on which nobody worked at all was closed too.
    const isOpen = figures.some((figure) => (figure ?? 0) > 0);
    return { day, figures: figures.map((figure, half) => (isOpen && open?.[half] ? figure : null)) };
  });
}
