import { describe, expect, it } from 'vitest';
import { grantsDue } from './balance.ts';
import { minutesOff, stateAfter, timesProblem } from './time-off.ts';

const day = 480;
const kind = { minutesAYear: 25 * day } as const;
const due = (accrual: 'year' | 'month' | 'none', since: string, joined: string, today: string) =>
  grantsDue({ ...kind, accrual }, { since, joined, today }).map(({ period, minutes }) => `${period} ${minutes}`);

describe('what is granted', () => {
  it('each year is a whole year’s, but for the months before joining', () => {
    expect(due('year', '2024-06-01', '2020-01-01', '2026-05-04')).toEqual(['2024 12000', '2025 12000', '2026 12000']);
    expect(due('year', '2024-06-01', '2026-04-15', '2026-05-04')).toEqual(['2026 9000']);
    expect(due('year', '2024-06-01', '2025-12-31', '2026-05-04')).toEqual(['2025 1000', '2026 12000']);
  });

  it('each month adds up to the year', () => {
    const year = grantsDue(
      { minutesAYear: 1000, accrual: 'month' },
      { since: '2026-01-01', joined: '2020-01-01', today: '2026-12-31' },
    );
    expect(year).toHaveLength(12);
    expect(year.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(1000);
    expect(year[0]).toEqual({ period: '2026-01', day: '2026-01-01', minutes: 83 });
    expect(due('month', '2025-11-20', '2025-12-05', '2026-01-01')).toEqual(['2025-12 1000', '2026-01 1000']);
  });

  it('is nothing for what is not counted, or is yet to come', () => {
    expect(due('none', '2020-01-01', '2020-01-01', '2026-05-04')).toEqual([]);
    expect(due('month', '2026-06-01', '2020-01-01', '2026-05-04')).toEqual([]);
  });
});

describe('what time off takes', () => {
  const workDay = (date: string) => !['2026-05-09', '2026-05-10'].includes(date);
  it.each([
    ['2026-05-04T00:00', '2026-05-05T00:00', 480, 'a whole day'],
    ['2026-05-04T00:00', '2026-05-11T00:00', 5 * 480, 'a week with a weekend'],
    ['2026-05-04T13:00', '2026-05-04T17:00', 240, 'an afternoon'],
    ['2026-05-04T13:00', '2026-05-05T12:00', 960, 'at most a whole day of each'],
    ['2026-05-09T00:00', '2026-05-11T00:00', 0, 'a weekend'],
    ['2026-05-08T22:00', '2026-05-09T06:00', 120, 'a night into a weekend'],
  ])('from %s to %s is %i minutes: %s', (from, to, minutes) => {
    expect(minutesOff(from, to, day, workDay)).toBe(minutes);
  });

  it.each([
    ['2026-05-04', '2026-05-05T00:00', 'from'],
    ['2026-05-04T00:00', '2026-02-30T00:00', 'to'],
    ['2026-05-04T10:00', '2026-05-04T10:00', 'to'],
    ['2026-05-04T00:00', '2027-06-04T00:00', 'to'],
  ])('from %s to %s is wrong in %s', (from, to, field) => {
    expect(timesProblem(from, to)?.field).toBe(field);
  });
});

it('goes on from a request that is open only; what was approved can be withdrawn', () => {
  expect(stateAfter('asked', 'approve')).toBe('approved');
  expect(stateAfter('asked', 'decline')).toBe('declined');
  expect(stateAfter('approved', 'withdraw')).toBe('withdrawn');
  expect(stateAfter('approved', 'decline')).toBeNull();
  expect(stateAfter('declined', 'approve')).toBeNull();
  expect(stateAfter('withdrawn', 'withdraw')).toBeNull();
});
