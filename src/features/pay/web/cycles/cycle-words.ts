import { locale } from '../../../../web/figures.ts';
import { amountText } from '../words.ts';
import type { Cycle, Line, Zone } from './contract.ts';

/** How a review stands, as its badge says it. */
export const stateWords = {
  draft: { words: 'Draft', color: 'gray' },
  open: { words: 'Open', color: 'pine' },
  submitted: { words: 'Submitted', color: 'pine' },
  closed: { words: 'Closed', color: 'gray' },
  cancelled: { words: 'Cancelled', color: 'gray' },
} as const satisfies Record<Cycle['state'], { words: string; color: string }>;

export const zoneWords: Readonly<Record<Zone, string>> = {
  below: 'Below the band',
  lower: 'Lower third',
  middle: 'Middle third',
  upper: 'Upper third',
  above: 'Above the band',
  unbanded: 'No band',
};

/** Why nothing can be chosen for somebody. */
export const obstacleWords: Readonly<Record<NonNullable<Line['obstacle']>, string>> = {
  left: 'Not here any more',
  no_wage: 'No wage on that day',
  other_currency: 'Paid in another currency, which is in no total here',
  day_taken: 'A wage from that very day is entered',
  raise_waiting: 'A proposal for them waits already',
  pay_changed: 'What they earn has changed: choose again',
};

/** Thousandths as a percentage: "3.5 %". */
export const percentOf = (thousandths: number): string =>
  `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(thousandths / 10)} %`;

/** "3 %, 2–4 %". */
export function rangeText({ suggested, min, max }: Pick<NonNullable<Line['suggestion']>, 'suggested' | 'min' | 'max'>) {
  const plain = (thousandths: number) => percentOf(thousandths).replace(' %', '');
  return `${percentOf(suggested)} (${plain(min)}–${percentOf(max)})`;
}

/** What is spent of a budget, in words. */
export function budgetText(total: number, budget: number | null, currency: string): string {
  if (budget === null) return `${amountText(total, currency)} more a year`;
  const left = budget - total;
  const rest = left < 0 ? `${amountText(-left, currency)} over` : `${amountText(left, currency)} left`;
  return `${amountText(total, currency)} of ${amountText(budget, currency)} a year, ${rest}`;
}
