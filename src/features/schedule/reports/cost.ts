import type { RateOf } from '../plan/rates.ts';

/** Somebody's minutes in a role. */
export interface Paid {
  readonly personId: string;
  readonly roleId: string;
  readonly minutes: number;
}

/** What work costs, in minor units, and of how many of its minutes that is told. */
export interface Cost {
  readonly minor: number;
  readonly minutes: number;
}

/** Fewer people than this would tell what a single one earns. */
const fewest = 3;

const rounded = (minor: number) => Number(minor.toPrecision(2));

/** What one piece of work costs. Rounded each for itself, so that whatever is added up of them is right to the unit. */
export function amountOf({ minutes }: Pick<Paid, 'minutes'>, rate: number): number {
  return Math.round((rate * minutes) / 60);
}

/** The exact cost, for who may see single rates; null where no rate is known. */
export function exactCost(work: readonly Paid[], rateOf: RateOf): Cost | null {
  const known = work.flatMap((one) => {
    const rate = rateOf(one.personId, one.roleId);
    return rate === null ? [] : [{ minor: amountOf(one, rate), minutes: one.minutes }];
  });
  return known.length === 0 ? null : sumOf(known);
}

/**
 * What the work of one role costs, for those who may not see single rates: its minutes at the usual rate of the role, where
 * three people or more with a known rate have worked. Sums of what each really costs would not do, be they ever so rounded:
 * who is told the hours of each as well could solve a few weeks or filters for the rates. This way nothing leaves but
 * one rounded figure for a role, the same whatever is asked for, so that no difference of two answers says more than it does.
 */
export function usualCost(work: readonly Paid[], rateOf: RateOf, knowing: readonly string[]): Cost | null {
  const [roleId] = work.map((one) => one.roleId);
  if (roleId === undefined) return null;
  const people = new Set(work.map(({ personId }) => personId));
  const paid = [...people].filter((id) => rateOf(id, roleId) !== null);
  const rate = usualRate(knowing.flatMap((id) => rateOf(id, roleId) ?? []));
  if (paid.length < fewest || rate === null) return null;
  const minutes = work.reduce((sum, one) => sum + one.minutes, 0);
  return { minor: rounded(amountOf({ minutes }, rate)), minutes };
}

/** The mean of what three people or more cost, in two figures: so that who joins or leaves can't be told from it. */
function usualRate(rates: readonly number[]): number | null {
  if (rates.length < fewest) return null;
  return rounded(rates.reduce((sum, rate) => sum + rate, 0) / rates.length);
}

/** Several costs as one: what is not told of one is in no sum either, or the rest would tell it. */
export function sumOf(costs: readonly (Cost | null)[]): Cost | null {
  const told = costs.filter((one) => one !== null);
  if (told.length === 0) return null;
  return {
    minor: told.reduce((sum, { minor }) => sum + minor, 0),
    minutes: told.reduce((sum, { minutes }) => sum + minutes, 0),
  };
}
