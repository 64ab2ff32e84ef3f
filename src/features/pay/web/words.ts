import { locale, minorUnits } from '../../../web/figures.ts';
import type { Band, Entry, OwnBand, Pay } from './contract.ts';

const places: Readonly<Record<string, string>> = {
  pay_page: 'on the page of your pay',
  schedule_report: 'in a report of the schedule',
  payroll_preview: 'in a preview of the payroll',
  wages_file: 'in a file of wages that they imported',
  payroll_export: 'in a file for the payroll',
};

/** Where somebody looked. */
export const placeWords = (where: string): string => places[where] ?? 'elsewhere';

/** Minor units as an amount, to the last cent: of a wage nothing is left out. */
export function amountText(minor: number, currency: string): string {
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(minor / minorUnits(currency));
}

const per = { hourly: 'an hour', monthly: 'a month', yearly: 'a year' } as const;

/** "€15.50 an hour", "€52,000.00 a year for 40 hours a week". */
export function payText({ kind, minor, currency, weeklyMinutes }: Pay): string {
  const amount = `${amountText(minor, currency)} ${per[kind]}`;
  return weeklyMinutes === null ? amount : `${amount} for ${hoursText(weeklyMinutes)} a week`;
}

function hoursText(minutes: number): string {
  const hours = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(minutes / 60);
  return hours === '1' ? '1 hour' : `${hours} hours`;
}

/** What an entry says. */
export function saysText({ says, pay, roleName }: Pick<Entry, 'says' | 'pay' | 'roleName'>): string {
  if (pay !== null) return payText(pay);
  if (says === 'withdrawn') return 'Never held';
  return roleName === null ? 'No wage any more' : 'As in all other roles again';
}

export const scopeText = ({ roleName }: Pick<Entry, 'roleName'>): string =>
  roleName === null ? 'For all work' : `As ${roleName}`;

/** A day as it is read: "4 May 2026". */
export function dayText(day: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

/** In a table: "4 May 2026", the month in short. */
export function shortDay(day: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}

export const standsWords = {
  holds: { words: 'Holds', color: 'pine' },
  coming: { words: 'To come', color: 'lilac' },
  held: { words: 'Held until the next', color: 'gray' },
  waits: { words: 'Waits for a second person', color: 'yellow' },
  refused: { words: 'Refused', color: 'gray' },
  corrected: { words: 'Corrected', color: 'gray' },
  withdrawn: { words: 'Withdrawn', color: 'gray' },
} as const satisfies Record<Entry['stands'] | 'coming' | 'held', { words: string; color: string }>;

const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });

/** A moment in the reader's own zone. */
export const momentText = (at: string): string => moments.format(new Date(at));

type Amounts = Pick<Band, 'min' | 'mid' | 'max' | 'currency' | 'per' | 'weeklyMinutes'>;

/** "€14.00 to €18.00 an hour", "€30,000.00 to €42,000.00 a year for 40 hours a week". */
export function bandText({ min, max, currency, per: unit, weeklyMinutes }: Amounts): string {
  const amounts =
    min === max ? amountText(min, currency) : `${amountText(min, currency)} to ${amountText(max, currency)}`;
  return weeklyMinutes === null
    ? `${amounts} an ${unit}`
    : `${amounts} a ${unit} for ${hoursText(weeklyMinutes)} a week`;
}

const wheres = { below: 'Below the band', within: 'Within the band', above: 'Above the band' } as const;

/** "Within the band, at 0.94 of the midpoint". */
export function standingText({ standing, currency }: Pick<OwnBand, 'standing' | 'currency'>): string {
  if (standing === null) return `No wage in ${currency} for all work to hold against it`;
  return `${wheres[standing.where]}, at ${ratioText(standing.compa / 1000)} of the midpoint`;
}

/** A part of a midpoint, to the hundredth. */
export const ratioText = (ratio: number): string =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(ratio);

/** "From 1 January 2026", "1 January to 30 June 2026". */
export function daysText({ from, until }: Pick<Band, 'from' | 'until'>): string {
  return until === null ? `From ${dayText(from)}` : `${dayText(from)} to ${dayText(until)}`;
}
