import { dateOf } from '../calendar/local.ts';
import { fewest } from './small-groups.ts';
import type { Rate, RateOf } from './wages.ts';

/** Somebody's minutes in a role on a day. */
export interface Paid {
  readonly personId: string;
  readonly roleId: string;
  readonly day: number;
  readonly minutes: number;
}

/** What work costs in one currency, in minor units, and of how many of its minutes that is told. */
export interface Cost {
  readonly currency: string;
  readonly minor: number;
  readonly minutes: number;
}

/** What an hour of a role usually costs in a currency, in minor units; null where it may not be told. */
export type UsualOf = (roleId: string, currency: string) => number | null;

/** A figure that is told of many, in two figures: so that it says no more of one of them than it must. */
export const rounded = (minor: number) => Number(minor.toPrecision(2));

/** What one piece of work costs. Rounded each for itself, half up, so that whatever is added up of them is right to the unit. */
export function amountOf(minutes: number, { minor, minutes: per }: Pick<Rate, 'minor' | 'minutes'>): number {
  return Number((2n * BigInt(minor) * BigInt(minutes) + BigInt(per)) / (2n * BigInt(per)));
}

/** The exact cost, for who may see single wages and said why, each currency apart. */
export function exactCost(work: readonly Paid[], rateOf: RateOf): readonly Cost[] {
  return sumOf(
    work.flatMap(({ personId, roleId, day, minutes }) => {
      const rate = rateOf(personId, roleId, dateOf(day));
      return rate === null ? [] : [{ currency: rate.currency, minor: amountOf(minutes, rate), minutes }];
    }),
  );
}

/**
 * What work costs, for those who may not see single wages: in each role and currency its minutes at the usual rate, where three
 * people or more have worked. Sums of what each really costs would not do, be they ever so rounded: who is told the hours of
 * each as well could solve a few weeks or filters for the wages. This way nothing leaves but a figure for a role, the same
 * whatever is asked for, so that no difference of two answers, of days, places or filters, says more than it does.
 */
export function usualCost(work: readonly Paid[], rateOf: RateOf, usualOf: UsualOf): readonly Cost[] {
  const costs: Cost[] = [];
  for (const [roleId, inRole] of Map.groupBy(work, (one) => one.roleId)) {
    const currencyOf = ({ personId, day }: Paid) => rateOf(personId, roleId, dateOf(day))?.currency ?? null;
    for (const [currency, of] of Map.groupBy(inRole, currencyOf)) {
      const minor = currency === null ? null : usualOf(roleId, currency);
      if (currency === null || minor === null) continue;
      if (new Set(of.map(({ personId }) => personId)).size < fewest) continue;
      const minutes = of.reduce((sum, one) => sum + one.minutes, 0);
      costs.push({ currency, minutes, minor: rounded(amountOf(minutes, { minor, minutes: 60 })) });
    }
  }
  return sumOf(costs);
}

/** Several costs as one for each currency: amounts of different ones are never added up. */
export function sumOf(costs: readonly Cost[]): readonly Cost[] {
  return [...Map.groupBy(costs, ({ currency }) => currency)]
    .map(([currency, of]) => ({
      currency,
      minor: of.reduce((sum, { minor }) => sum + minor, 0),
      minutes: of.reduce((sum, { minutes }) => sum + minutes, 0),
    }))
    .toSorted((one, other) => (one.currency < other.currency ? -1 : 1));
}

/** Costs as answers hold them: what is in the organisation's own currency, and all others beside it. */
export function toldCosts(costs: readonly Cost[], own: string) {
  return {
    costMinor: costs.find(({ currency }) => currency === own)?.minor ?? null,
    otherCosts: costs.filter(({ currency }) => currency !== own).map(({ currency, minor }) => ({ currency, minor })),
  };
}
