import { formatCount, formatMoney } from '../../../../web/figures.ts';
import type { Report } from './report-contract.ts';

/** "7.5", "1,204": hours without their unit, for tables. */
export function hoursWords(minutes: number | null): string {
  if (minutes === null) return '–';
  return formatCount(Math.round((minutes / 60) * 100) / 100);
}

/** What work costs, with "about" where it is an estimate. */
export function costWords(minor: number | null, { currency, exact }: Pick<Report, 'currency' | 'exact'>): string {
  if (minor === null) return '–';
  return exact ? formatMoney(minor, currency) : `≈ ${formatMoney(minor, currency)}`;
}

/** "87 %" of what is not nothing. */
export function percentWords(part: number, of: number): string {
  return of === 0 ? '–' : `${Math.floor((part / of) * 100)} %`;
}

/** What is shown of the work of a role that two locations may both have. */
export function roleWords({ name, locationName }: { readonly name: string; readonly locationName: string }): string {
  return locationName === '' ? name : `${name}, ${locationName}`;
}
