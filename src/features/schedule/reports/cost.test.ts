import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RateOf } from '../plan/rates.ts';
import { exactCost, type Paid, sumOf, usualCost } from './cost.ts';

const people = ['ana', 'ben', 'cleo', 'dan'] as const;
const names: readonly string[] = people;
const work = (hours: readonly number[], roleId = 'bar'): Paid[] =>
  hours.flatMap((one, index) => (one === 0 ? [] : [{ personId: people[index] ?? '', roleId, minutes: one * 60 }]));
const rates =
  (minor: readonly (number | null)[]): RateOf =>
  (personId) =>
    minor[names.indexOf(personId)] ?? null;

describe('what work costs', () => {
  it('is exact for who may see rates, also of one person', () => {
    expect(exactCost(work([7.5]), rates([1523]))).toEqual({ minor: 11_423, minutes: 450 });
    expect(exactCost(work([8, 8]), rates([1500, null]))).toEqual({ minor: 12_000, minutes: 480 });
    expect(exactCost(work([8]), rates([null]))).toBeNull();
  });

  it('is told to others of three people or more, at the usual rate of the role', () => {
    const rateOf = rates([1510, 1490, 1800]);
    expect(usualCost(work([8, 8]), rateOf, people)).toBeNull();
    expect(usualCost(work([8, 8, 8]), rateOf, people.slice(0, 2))).toBeNull();
    // (15.10 + 14.90 + 18.00) / 3 = 16.00, times 24 hours: 384.00, in two figures.
    expect(usualCost(work([8, 8, 8]), rateOf, people)).toEqual({ minor: 38_000, minutes: 1440 });
    expect(usualCost(work([8, 8, 8]), rates([1510, null, 1800]), people)).toBeNull();
  });

  it('of who is told hours as well says nothing of single rates: only their mean, in two figures, ever matters', () => {
    // Any two sets of rates with one mean are told alike, whatever hours, weeks and filters are asked for.
    const hours = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(hours, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 0, max: 700 }),
        (weeks, one, other) => {
          const alike = rates([1500 + one, 1500 - one, 1500 + other, 1500 - other]);
          const same = rates([1500, 1500, 1500, 1500]);
          for (const week of weeks)
            expect(usualCost(work(week), alike, people)).toEqual(usualCost(work(week), same, people));
        },
      ),
    );
  });

  it('is in no sum where it is not told by itself, so that no difference tells it', () => {
    const told = { minor: 38_000, minutes: 1440 };
    expect(sumOf([told, null])).toEqual(told);
    expect(sumOf([null, null])).toBeNull();
  });
});
