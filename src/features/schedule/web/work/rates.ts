import { minorUnits } from '../../../../web/figures.ts';

/** What an hour costs, in minor units: in the role, and for those of whom it is something else. */
export interface Rates {
  readonly currency: string;
  readonly minor: number | null;
  readonly people: readonly { readonly personId: string; readonly minor: number | null }[];
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

/** The rates with that of a person as it is wanted. */
export function withPerson(rates: Rates, personId: string, minor: number | null): Rates {
  const others = rates.people.filter((one) => one.personId !== personId);
  return { ...rates, people: minor === null ? others : [...others, { personId, minor }] };
}
