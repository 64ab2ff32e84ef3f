import { firstWorth, type Worth } from '../../people/index.ts';
import type { Measure } from './told.ts';

/** What events are worth from a day (YYYY-MM-DD) of the organisation's calendar on. */
export interface EventValues extends Worth {
  readonly validFrom: string;
}

/** An amount in minor units of its currency. */
export interface Money {
  readonly currency: string;
  readonly minor: number;
}

/** In force until an organisation sets its own. */
export const defaultValues: EventValues = { validFrom: '1970-01-01', ...firstWorth };

/** So many events of a kind, on a day. */
export interface Counted {
  readonly day: string;
  readonly measure: Measure | 'click';
  readonly count: number;
}

/** An opened composer is worth nothing by itself: nobody knows whether a post followed. */
const unitOf = (values: EventValues, measure: Counted['measure']) => (measure === 'composer' ? 0 : values[measure]);

/**
 * Advocacy value: the sum of count × event value, each day at the value of that day. Amounts of different currencies are
 * never added, as no rate of exchange would be right for all of their days.
 * @param events in any order
 * @param values in any order; the latest that is not after a day applies to it
 * @returns one amount for each currency in which anything was counted, the currency of the latest day first
 */
export function advocacyValue(events: readonly Counted[], values: readonly EventValues[]): readonly Money[] {
  const amounts = new Map<string, { minor: number; last: string }>();
  for (const { day, measure, count } of events) {
    if (count === 0) continue;
    const at = valuesOn(day, values);
    const amount = amounts.get(at.currency) ?? { minor: 0, last: day };
    amount.minor += count * unitOf(at, measure);
    if (day > amount.last) amount.last = day;
    amounts.set(at.currency, amount);
  }
  return [...amounts]
    .toSorted(([, left], [, right]) => (left.last < right.last ? 1 : -1))
    .map(([currency, { minor }]) => ({ currency, minor }));
}

/** What there is in one currency. */
export function amountIn(currency: string, amounts: readonly Money[]): number {
  return amounts.find((amount) => amount.currency === currency)?.minor ?? 0;
}

/** The values in force on a day. */
export function valuesOn(day: string, values: readonly EventValues[]): EventValues {
  const past = values.filter((entry) => entry.validFrom <= day);
  return past.reduce((latest, entry) => (entry.validFrom >= latest.validFrom ? entry : latest), defaultValues);
}

/** How many decimals amounts of a currency have (ISO 4217): 2 for most, 0 for JPY, 3 for KWD. */
export function digitsOf(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}
