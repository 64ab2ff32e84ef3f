import type { Runs } from './problem.ts';

/** Days on or off in a row. */
export interface Run {
  readonly on: boolean;
  /** In days; days on before the horizon are counted. */
  readonly length: number;
  /** It begins with or before the first day, or ends with the last: its minimum isn't asked for. */
  readonly touchesEdge: boolean;
}

/**
 * Cuts a horizon into runs.
 * @param worked the days worked
 * @param daysOnBefore days worked in a row just before the first day; they lengthen a first run that is on
 */
export function runsOf(days: number, worked: ReadonlySet<number>, daysOnBefore: number): readonly Run[] {
  const runs: Run[] = [];
  let start = 0;
  for (let day = 1; day <= days; day += 1) {
    const on = worked.has(start);
    if (day < days && worked.has(day) === on) continue;
    runs.push({
      on,
      length: day - start + (on && start === 0 ? daysOnBefore : 0),
      touchesEdge: start === 0 || day === days,
    });
    start = day;
  }
  return runs;
}

/** Days on before the horizon as far as they matter: what was too long before isn't this horizon's. */
export function countedBefore({ daysOnBefore = 0, maxDaysOn }: Runs): number {
  return Math.max(0, maxDaysOn === undefined ? daysOnBefore : Math.min(daysOnBefore, maxDaysOn.limit));
}
