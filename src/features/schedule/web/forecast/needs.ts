import type { Amount } from './amounts.ts';

/** How many people an amount takes. In hundredths, as 0.3 / 0.1 is more than 3 in floating point. */
export function peopleFor(amount: Amount, perPerson: number): number | null {
  return amount === null ? null : Math.ceil(Math.round(amount * 100) / Math.round(perPerson * 100));
}

/** Whether there are too few or too many people; null where nothing is forecast. */
export type Cover = 'short' | 'right' | 'over' | null;

/** A person who comes or goes within a half hour leaves a fraction; less than a minute of it is noise. */
const noise = 0.03;

export function coverOf(needed: number | null, staffed: number): Cover {
  if (needed === null) return null;
  if (staffed < needed - noise) return 'short';
  return staffed > needed + noise ? 'over' : 'right';
}

/** People in half hours, as hours. */
export interface Hours {
  readonly needed: number;
  readonly short: number;
  readonly over: number;
}

/** Hours needed, and by how much the people on shift miss or exceed them, over half hours that have a forecast. */
export function hoursOf(needed: readonly (number | null)[], staffed: readonly number[]): Hours {
  let [all, short, over] = [0, 0, 0];
  for (const [half, need] of needed.entries()) {
    if (need === null) continue;
    const there = staffed[half] ?? 0;
    all += need / 2;
    short += Math.max(0, need - there) / 2;
    over += Math.max(0, there - need) / 2;
  }
  return { needed: all, short, over };
}

/** How deep a half hour is shaded, 0 to 1, against the one with the greatest need in sight. */
export function depthOf(needed: number | null, most: number): number {
  return needed === null || most === 0 ? 0 : needed / most;
}
