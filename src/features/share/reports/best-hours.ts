import type { WeekHour } from '../../links/index.ts';

/** So many clicks are needed before an hour of the week says more than chance does: some six for each of 168 hours' rows. */
const enough = 200;

/**
 * When people click, by weekday (Monday first) and hour; null while there is too little to go by.
 * @param clicks over the whole period; hours without any may be left out
 */
export function bestHours(clicks: readonly WeekHour[]): {
  readonly clicks: readonly (readonly number[])[];
  /** ISO weekday (1 is Monday) and hour with most clicks; of several the first. */
  readonly best: { readonly weekday: number; readonly hour: number };
} | null {
  const total = clicks.reduce((sum, hour) => sum + hour.total, 0);
  const [first] = clicks;
  if (total < enough || first === undefined) return null;
  const best = clicks.reduce((most, hour) => (hour.total > most.total ? hour : most), first);
  const at = new Map(clicks.map(({ weekday, hour, total: count }) => [weekday * 24 + hour, count]));
  const grid = Array.from({ length: 7 }, (_, day) =>
    Array.from({ length: 24 }, (__, hour) => at.get((day + 1) * 24 + hour) ?? 0),
  );
  return { clicks: grid, best: { weekday: best.weekday, hour: best.hour } };
}
