import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Counted, candidatesOf, groupName, middleOf } from './groups.ts';

let count = 0;
const person = (minor: number, given: Partial<Counted> = {}): Counted => {
  count += 1;
  return {
    ...{ personId: `p${count}`, key: `w${count}`, currency: 'EUR', minor, minutes: 60, mid: null },
    ...{ title: 'joiner', location: 'yard', seniority: null, kind: 'full_time' },
    ...given,
  };
};
const figures = (people: readonly Counted[], alike = {}) =>
  candidatesOf(people, alike).map(({ measure, currency, value, of }) => [measure, currency, value, of.length]);

describe('a figure about a group', () => {
  it('is of three people or more, each currency apart, in three figures', () => {
    const two = [person(1500), person(1600)];
    expect(figures(two)).toEqual([]);
    expect(figures([...two, person(1_733)])).toEqual([['pay', 'EUR', 1610, 3]]);
    expect(figures([...two, person(1700, { currency: 'CHF' })])).toEqual([]);
    const francs = [2000, 2100, 2200].map((minor) => person(minor, { currency: 'CHF' }));
    expect(figures([...two, person(1700), ...francs])).toEqual([
      ['pay', 'EUR', 1600, 3],
      ['pay', 'CHF', 2100, 3],
    ]);
  });

  it('is the mean of the three or four in the middle, so that it is nobody’s own', () => {
    expect(middleOf([1, 2, 3])).toEqual([1, 2, 3]);
    expect(middleOf([1, 2, 3, 4])).toEqual([1, 2, 3, 4]);
    expect(middleOf([1, 2, 3, 4, 5])).toEqual([2, 3, 4]);
    expect(middleOf([1, 2, 3, 4, 5, 6])).toEqual([2, 3, 4, 5]);
    // One who earns far more moves nothing.
    const most = [1500, 1600, 1700, 1800].map((minor) => person(minor));
    expect(figures([...most, person(9_000_000)])).toEqual([['pay', 'EUR', 1700, 5]]);
  });

  it('lies between what two of the group earn, however they are ordered', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 100, max: 999 }), { minLength: 3, maxLength: 12 }), (amounts) => {
        const people = amounts.map((minor) => person(minor));
        const [pay] = candidatesOf(people, {});
        const [other] = candidatesOf(people.toReversed(), {});
        expect(other).toEqual(pay);
        expect(pay?.value).toBeGreaterThanOrEqual(Math.min(...amounts));
        expect(pay?.value).toBeLessThanOrEqual(Math.max(...amounts));
        expect([3, 4]).toContain(pay?.middle.length);
        expect(pay?.of).toHaveLength(amounts.length);
      }),
    );
  });

  it('about positions in bands is of those who have one, in hundredths of the midpoint', () => {
    const mid = { minor: 2000, minutes: 60 };
    const banded = [1800, 2000, 2200].map((minor) => person(minor, { mid }));
    expect(figures([...banded, person(9000)])).toEqual([
      ['pay', 'EUR', 3750, 4],
      ['compa', 'EUR', 100, 3],
    ]);
    expect(figures([...banded.slice(1), person(9000)])).toEqual([['pay', 'EUR', 4400, 3]]);
    const salary = { minor: 4_160_000, minutes: 124_800, mid: { minor: 5_200_000, minutes: 124_800 } };
    expect(figures([1, 2, 3].map(() => person(1, salary)))).toEqual([
      ['pay', 'EUR', 2000, 3],
      ['compa', 'EUR', 80, 3],
    ]);
  });

  it('is of those who are alike, and has one name however the group is asked for', () => {
    const people = [
      ...[1500, 1600, 1700].map((minor) => person(minor)),
      ...[2500, 2600, 2700].map((minor) => person(minor, { title: 'rigger', seniority: 'Senior' })),
    ];
    expect(figures(people, { title: 'rigger' })).toEqual([['pay', 'EUR', 2600, 3]]);
    expect(figures(people, { seniority: null, location: 'yard' })).toEqual([['pay', 'EUR', 1600, 3]]);
    expect(groupName({ location: 'yard', title: null })).toBe(groupName({ title: null, location: 'yard' }));
    expect(groupName({ title: null })).not.toBe(groupName({}));
  });
});
