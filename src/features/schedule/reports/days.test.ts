import { expect, it } from 'vitest';
import { dayOfDate } from '../calendar/local.ts';
import type { Accounting } from '../rules/rule.ts';
import { datesOf, daysBetween, daysOf, type Stretch } from './days.ts';

const day = (date: string) => dayOfDate(date) ?? Number.NaN;
const accounting: Accounting = {
  ...{ weekStart: 'MO', periodWeeks: 2, periodFrom: day('2026-05-04'), weekend: ['SA', 'SU'] },
};

it.each<[Stretch, string, string]>([
  ['period', '2026-01-12', '2026-01-25'],
  ['last_period', '2025-12-29', '2026-01-11'],
  ['month', '2026-01-01', '2026-01-31'],
  ['last_month', '2025-12-01', '2025-12-31'],
  ['quarter', '2026-01-01', '2026-03-31'],
])('%s is from %s to %s in the middle of January', (stretch, from, to) => {
  expect(datesOf(daysOf(stretch, day('2026-01-15'), accounting))).toEqual({ from, to });
});

it('days of one’s own are 1 to 400', () => {
  expect(daysBetween('2026-05-04', '2026-05-04')).toEqual({ from: day('2026-05-04'), to: day('2026-05-04') });
  expect(daysBetween('2026-01-01', '2027-02-04')).not.toBeNull();
  expect(daysBetween('2026-01-01', '2027-02-05')).toBeNull();
  expect(daysBetween('2026-01-02', '2026-01-01')).toBeNull();
  expect(daysBetween('2026-02-30', '2026-03-01')).toBeNull();
});
