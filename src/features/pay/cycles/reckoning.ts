import type { Pay } from '../wages/wage.ts';

/** For how much work an amount is, and what of it a year is: its cost in a year is the amount times `of` over `per`. */
interface Year {
  readonly of: number;
  readonly per: number;
}

const weeksOfYear = 52;

/** How a wage comes to a year: a salary is for its own hours, an hour is reckoned with so much work a week. */
export function yearOf({ kind }: Pick<Pay, 'kind'>, weeklyMinutes: number): Year {
  if (kind === 'yearly') return { of: 1, per: 1 };
  return kind === 'monthly' ? { of: 12, per: 1 } : { of: weeklyMinutes * weeksOfYear, per: 60 };
}

/**
 * What an amount costs in a year, in whole minor units, half up. Each line is rounded once, and totals are sums of rounded
 * lines: so lines that are shown always add up to the total that is shown.
 */
export function costOf(minor: number, { of, per }: Year): number {
  return Math.round((minor * of) / per);
}

/** What a raise costs more in a year: the difference of two costs as they are shown. */
export function increaseOf(before: number, after: number, year: Year): number {
  return costOf(after, year) - costOf(before, year);
}

export function sumOf(amounts: Iterable<number>): number {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum;
}

/** An amount and so many thousandths more, half up. */
export function raisedBy(minor: number, thousandths: number): number {
  return Math.round((minor * (1000 + thousandths)) / 1000);
}

/** By how many thousandths one amount is more than the other, half up. */
export function thousandthsMore(before: number, after: number): number {
  return Math.round(((after - before) * 1000) / before);
}

/** The highest yearly cost that is reckoned with: sums over all people of an organisation stay whole numbers. */
const highestCost = 1_000_000_000_000;

/** What is wrong with a wage that is chosen in place of another, in a sentence without an amount; null: nothing. */
export function wrongChoice(before: number, after: number, year: Year): string | null {
  if (after < before) return 'That is less than now. A lower wage is entered as a wage, not proposed as a raise.';
  if (after > before * 2)
    return 'That is more than twice what they earn. Propose it by itself, on the page of their pay.';
  return costOf(after, year) > highestCost ? 'That is more than anybody earns.' : null;
}
