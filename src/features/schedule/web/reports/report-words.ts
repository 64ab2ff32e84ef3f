import { formatCount, formatMoney } from '../../../../web/figures.ts';
import type { Figures, Report } from './report-contract.ts';

/** "7.5", "1,204": hours without their unit, for tables. */
export function hoursWords(minutes: number | null): string {
  if (minutes === null) return '–';
  return formatCount(Math.round((minutes / 60) * 100) / 100);
}

/** What work costs, planned or worked, with "about" where it is an estimate; amounts of other currencies stand beside it. */
export function costWords(
  row: Pick<Figures, 'costMinor' | 'workedCostMinor' | 'otherCosts'>,
  of: 'planned' | 'worked',
  { currency, exact }: Pick<Report, 'currency' | 'exact'>,
): string {
  const own = { currency, minor: row.costMinor, workedMinor: row.workedCostMinor };
  const amounts = [own, ...row.otherCosts].flatMap((one) => {
    const minor = of === 'worked' ? one.workedMinor : one.minor;
    return minor === null ? [] : [formatMoney(minor, one.currency)];
  });
  if (amounts.length === 0) return '–';
  return `${exact ? '' : '≈ '}${amounts.join(' and ')}`;
}

/** "87 %" of what is not nothing. */
export function percentWords(part: number, of: number): string {
  return of === 0 ? '–' : `${Math.floor((part / of) * 100)} %`;
}

/** What is shown of the work of a role that two locations may both have. */
export function roleWords({ name, locationName }: { readonly name: string; readonly locationName: string }): string {
  return locationName === '' ? name : `${name}, ${locationName}`;
}
