import type { Amount } from './amounts.ts';
import type { Forecast, Projection } from './contract.ts';
import type { Change } from './draft.ts';
import { sum } from './shown-days.ts';

/** A day before and after a projection. */
export interface ProjectedDay {
  readonly day: string;
  readonly before: Amount;
  readonly after: Amount;
  /** How many half hours have another number. */
  readonly changed: number;
  /** How many past days the mean is of. */
  readonly basis: number;
}

/** What a projection does to each day. */
export function projectedDays({ days }: Projection, forecast: Pick<Forecast, 'days'>): readonly ProjectedDay[] {
  return days.map(({ day, amounts, basis }) => {
    const before = amountsOf(forecast, day);
    return {
      day,
      basis,
      before: totalOf(before),
      after: totalOf(amounts),
      changed: amounts.filter((amount, half) => amount !== (before[half] ?? null)).length,
    };
  });
}

/** What would put back what a projection has written over. */
export function backFrom({ days }: Projection, forecast: Pick<Forecast, 'days'>): readonly Change[] {
  return days.flatMap(({ day, amounts }) => {
    const before = amountsOf(forecast, day);
    return amounts.flatMap((amount, half) => {
      const was = before[half] ?? null;
      return amount === was ? [] : { day, half, amount: was };
    });
  });
}

function amountsOf({ days }: Pick<Forecast, 'days'>, day: string): readonly Amount[] {
  return days.find((one) => one.day === day)?.amounts ?? [];
}

function totalOf(amounts: readonly Amount[]): Amount {
  const given = amounts.flatMap((amount) => amount ?? []);
  return given.length === 0 ? null : sum(given);
}
