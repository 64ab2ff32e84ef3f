import { halfHours } from './half-hours.ts';

/** In what the demand of a role is counted, and how much of it one person handles in a half hour. */
export interface Measure {
  readonly unit: string;
  readonly perPerson: number;
}

export const firstMeasure: Measure = { unit: 'people', perPerson: 1 };

/** Where a number is from. */
export const sources = ['typed', 'imported', 'projected'] as const;
export type Source = (typeof sources)[number];

/** What is expected in each half hour of a day. Null: there is no forecast, which is not the same as nobody. */
export interface ForecastDay {
  /** `2026-03-02`. */
  readonly day: string;
  readonly amounts: readonly (number | null)[];
  readonly sources: readonly (Source | null)[];
}

export const mostAmount = 100_000;

/** A day of which nothing is known. */
export function unknownDay(day: string): ForecastDay {
  const nothing = Array.from({ length: halfHours }, () => null);
  return { day, amounts: nothing, sources: nothing };
}

/** Hundredths, in which amounts are kept and compared: floating point can't divide 0.3 by 0.1. */
export function hundredths(amount: number): number {
  return Math.round(amount * 100);
}

/** How many people an amount needs. */
export function peopleFor(amount: number, { perPerson }: Measure): number {
  return Math.ceil(hundredths(amount) / hundredths(perPerson));
}

/** A number for one half hour. */
export interface AmountChange {
  readonly day: string;
  readonly half: number;
  readonly amount: number | null;
}

/** The days that changes make of others; only those that differ, the last change of a half hour counts. */
export function changedDays(
  days: readonly ForecastDay[],
  changes: readonly AmountChange[],
  source: Source,
): readonly ForecastDay[] {
  const known = new Map(days.map((one) => [one.day, one]));
  return [...Map.groupBy(changes, ({ day }) => day)].flatMap(([day, of]) => {
    const before = known.get(day) ?? unknownDay(day);
    const amounts = [...before.amounts];
    const from = [...before.sources];
    for (const { half, amount } of of) {
      amounts[half] = amount;
      from[half] = amount === null ? null : source;
    }
    const isSame = amounts.every(
      (amount, half) => amount === before.amounts[half] && from[half] === before.sources[half],
    );
    return isSame ? [] : [{ day, amounts, sources: from }];
  });
}
