import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountOf, exactCost, type Paid, sumOf, toldCosts, usualCost } from './cost.ts';
import type { Rate, RateOf } from './wages.ts';

const people: readonly string[] = ['ana', 'ben', 'cleo', 'dan'];
const monday = 20_591;
const work = (hours: readonly number[], given: Partial<Paid> = {}): Paid[] =>
  hours.flatMap((one, index) =>
    one === 0 ? [] : [{ personId: people[index] ?? '', roleId: 'bar', day: monday, minutes: one * 60, ...given }],
  );
const hourly = (minor: number, currency = 'EUR'): Rate => ({
  ...{ minor, minutes: 60, currency, salaried: false, key: String(minor) },
});
const rates =
  (minor: readonly (number | null)[], currency = 'EUR'): RateOf =>
  (personId) => {
    const mine = minor[people.indexOf(personId)] ?? null;
    return mine === null ? null : hourly(mine, currency);
  };
const usual = () => 1600;

describe('what work costs', () => {
  it('is exact for who may see wages, also of one person', () => {
    expect(exactCost(work([7.5]), rates([1523]))).toEqual([{ currency: 'EUR', minor: 11_423, minutes: 450 }]);
    expect(exactCost(work([8, 8]), rates([1500, null]))).toEqual([{ currency: 'EUR', minor: 12_000, minutes: 480 }]);
    expect(exactCost(work([8]), rates([null]))).toEqual([]);
  });

  it('is reckoned in whole numbers and rounded once, half up', () => {
    expect(amountOf(30, hourly(1))).toBe(1);
    expect(amountOf(29, hourly(1))).toBe(0);
    // A year of 52,000.00 over 52 weeks of 37.5 hours: 26.666… an hour.
    expect(amountOf(60, { minor: 5_200_000, minutes: 52 * 37.5 * 60 })).toBe(2667);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 1, max: 10_000_000_000 }),
        (minutes, minor) => {
          const exact = (BigInt(minor) * BigInt(minutes) * 1000n) / 60n;
          expect(Math.abs(amountOf(minutes, { minor, minutes: 60 }) - Number(exact) / 1000)).toBeLessThanOrEqual(0.501);
        },
      ),
    );
  });

  it('of the days of a stretch is what the whole stretch costs, whenever in it somebody earns more', () => {
    const stints = fc.array(fc.record({ day: fc.nat(30), minutes: fc.integer({ min: 1, max: 900 }), who: fc.nat(3) }));
    fc.assert(
      fc.property(stints, fc.nat(30), fc.nat(5000), fc.nat(5000), (given, raised, before, after) => {
        const all = given.map(({ day, minutes, who }) => ({
          ...{ personId: people[who] ?? '', roleId: 'bar', day: monday + day, minutes },
        }));
        const from = new Date((monday + raised) * 86_400_000).toISOString().slice(0, 10);
        const rateOf: RateOf = (_person, _role, day) => hourly(day < from ? before : after);
        const days = Array.from({ length: 31 }, (_, day) => all.filter((one) => one.day === monday + day));
        expect(sumOf(days.flatMap((of) => exactCost(of, rateOf)))).toEqual(exactCost(all, rateOf));
        const early = all.filter(({ day }) => day < monday + raised);
        const late = all.filter(({ day }) => day >= monday + raised);
        expect(exactCost(all, rateOf)).toEqual(
          sumOf([...exactCost(early, () => hourly(before)), ...exactCost(late, () => hourly(after))]),
        );
      }),
    );
  });

  it('is told to others of three people or more, at the usual rate of the role', () => {
    const rateOf = rates([1510, 1490, 1800]);
    expect(usualCost(work([8, 8]), rateOf, usual)).toEqual([]);
    expect(usualCost(work([8, 8, 8]), rateOf, () => null)).toEqual([]);
    // 16.00 times 24 hours: 384.00, in two figures.
    expect(usualCost(work([8, 8, 8]), rateOf, usual)).toEqual([{ currency: 'EUR', minor: 38_000, minutes: 1440 }]);
    expect(usualCost(work([8, 8, 8]), rates([1510, null, 1800]), usual)).toEqual([]);
  });

  it('of who is told hours as well says nothing of single wages, whatever days and filters are asked for', () => {
    const hours = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 4, maxLength: 4 });
    const minor = fc.integer({ min: 1, max: 9000 });
    fc.assert(
      fc.property(fc.array(hours, { maxLength: 12 }), minor, minor, (weeks, one, other) => {
        const alike = rates([one, other, one + other, 1]);
        const same = rates([1500, 1500, 1500, 1500]);
        for (const week of weeks)
          expect(usualCost(work(week), alike, usual)).toEqual(usualCost(work(week), same, usual));
      }),
    );
  });

  it('never adds up currencies, and tells the organisation’s own from the others', () => {
    const rateOf: RateOf = (id) => hourly(1000, id === 'dan' ? 'CHF' : 'EUR');
    const costs = exactCost(work([1, 1, 1, 2]), rateOf);
    expect(costs).toEqual([
      { currency: 'CHF', minor: 2000, minutes: 120 },
      { currency: 'EUR', minor: 3000, minutes: 180 },
    ]);
    expect(toldCosts(costs, 'EUR')).toEqual({ costMinor: 3000, otherCosts: [{ currency: 'CHF', minor: 2000 }] });
    expect(toldCosts(costs, 'USD').costMinor).toBeNull();
    // Of the Swiss francs only one person is paid: a total of them would be that wage.
    expect(usualCost(work([1, 1, 1, 2]), rateOf, usual).map(({ currency }) => currency)).toEqual(['EUR']);
  });
});
