import type { Day } from '../../../../web/zoned-time.ts';
import type { Amount } from './amounts.ts';
import type { Forecast, Source } from './contract.ts';
import { type Draft, drafted } from './draft.ts';
import { halvesADay, skippedHalves } from './half-hours.ts';
import { type Hours, hoursOf, peopleFor } from './needs.ts';

/** A half hour as it is drawn: with what is typed and not saved yet. */
export interface ShownHalf {
  readonly amount: Amount;
  readonly unsaved: boolean;
  /** Where a saved amount is from. */
  readonly source: Source | null;
  readonly needed: number | null;
  readonly staffed: number;
  readonly rostered: number;
}

export interface ShownDay {
  readonly day: Day;
  readonly halves: readonly ShownHalf[];
  /** Of all amounts; null where there is none. */
  readonly total: Amount;
  readonly hours: Hours;
}

/** The days of a forecast with the numbers that are not saved yet, and what they need at once. */
export function shownDays(forecast: Forecast, draft: Draft): readonly ShownDay[] {
  return forecast.days.map((saved) => {
    const skipped = skippedHalves(saved.day, forecast.zone);
    const halves = Array.from({ length: halvesADay }, (_, half): ShownHalf => {
      const typed = drafted(draft, { day: saved.day, half });
      const amount = typed === undefined ? (saved.amounts[half] ?? null) : typed;
      return {
        amount,
        unsaved: typed !== undefined,
        source: typed === undefined ? (saved.sources[half] ?? null) : null,
        needed: amount !== null && skipped.has(half) ? 0 : peopleFor(amount, forecast.perPerson),
        staffed: saved.staffed[half] ?? 0,
        rostered: saved.rostered[half] ?? 0,
      };
    });
    const amounts = halves.flatMap(({ amount }) => amount ?? []);
    return {
      day: saved.day,
      halves,
      total: amounts.length === 0 ? null : sum(amounts),
      hours: hoursOf(
        halves.map(({ needed }) => needed),
        halves.map(({ staffed }) => staffed),
      ),
    };
  });
}

/** In hundredths, as many small fractions would not add up to what they look like. */
export function sum(amounts: readonly number[]): number {
  return amounts.reduce((all, amount) => all + Math.round(amount * 100), 0) / 100;
}

/** Whether a half hour has a forecast or shifts on any of the days. */
export function isUsed(days: readonly ShownDay[], half: number): boolean {
  return days.some(({ halves }) => {
    const { amount, staffed, rostered } = halves[half] ?? { amount: null, staffed: 0, rostered: 0 };
    return amount !== null || staffed > 0 || rostered > 0;
  });
}

/** The greatest need among the days; 0 where nobody is needed. */
export function mostNeeded(days: readonly ShownDay[]): number {
  return Math.max(0, ...days.flatMap(({ halves }) => halves.map(({ needed }) => needed ?? 0)));
}
