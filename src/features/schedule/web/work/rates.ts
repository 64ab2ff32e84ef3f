import { minorUnits } from '../../../../web/figures.ts';

/** What an hour of a role begins with, in minor units. */
export interface Rates {
  readonly currency: string;
  readonly minor: number | null;
}

/** How many digits follow the point in a currency: 2 of EUR, 0 of JPY. */
export function digitsOf(currency: string): number {
  return Math.round(Math.log10(minorUnits(currency)));
}

/** An amount as a field shows it. */
export function amountOf(minor: number | null | undefined, currency: string): number | '' {
  return minor === null || minor === undefined ? '' : minor / minorUnits(currency);
}

/** What is typed into a field, in minor units; nothing is no rate. */
export function minorOf(typed: string | number, currency: string): number | null {
  return typed === '' ? null : Math.round(Number(typed) * minorUnits(currency));
}
