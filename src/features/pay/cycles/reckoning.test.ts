import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costOf, increaseOf, raisedBy, sumOf, thousandthsMore, wrongChoice, yearOf } from './reckoning.ts';

const minor = fc.integer({ min: 1, max: 10_000_000_000 });
const year = fc.oneof(
  fc.constant(yearOf({ kind: 'yearly' }, 2400)),
  fc.constant(yearOf({ kind: 'monthly' }, 2400)),
  fc.integer({ min: 60, max: 6000 }).map((weeklyMinutes) => yearOf({ kind: 'hourly' }, weeklyMinutes)),
);
/** The same with whole numbers that know no bounds. */
const exact = (part: bigint, of: bigint) => (2n * part + of) / (2n * of);

describe('what a raise costs', () => {
  it('is the year of a salary, and an hour over so many weeks of work', () => {
    expect(costOf(3_000_000, yearOf({ kind: 'yearly' }, 2400))).toBe(3_000_000);
    expect(costOf(250_000, yearOf({ kind: 'monthly' }, 2400))).toBe(3_000_000);
    expect(costOf(1500, yearOf({ kind: 'hourly' }, 2400))).toBe(1500 * 40 * 52);
    // 37 hours and 5 minutes: 1,928 hours and 20 minutes a year.
    expect(costOf(1501, yearOf({ kind: 'hourly' }, 2225))).toBe(2_894_428);
  });

  it('is rounded half up in whole minor units, as exact arithmetic says', () => {
    fc.assert(
      fc.property(minor, year, (amount, { of, per }) => {
        const cost = costOf(amount, { of, per });
        expect(Number.isSafeInteger(cost)).toBe(true);
        expect(BigInt(cost)).toBe(exact(BigInt(amount) * BigInt(of), BigInt(per)));
      }),
    );
    fc.assert(
      fc.property(minor, fc.integer({ min: 0, max: 1000 }), (amount, thousandths) => {
        expect(BigInt(raisedBy(amount, thousandths))).toBe(exact(BigInt(amount) * BigInt(1000 + thousandths), 1000n));
      }),
    );
  });

  it('adds up: lines to the total in whatever order, shares to the whole, and costs before and after to the difference', () => {
    const line = fc.record({ before: minor, more: fc.integer({ min: 0, max: 1000 }), year, manager: fc.nat(4) });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 200 }), fc.nat(), (lines, turn) => {
        const shown = lines.map(({ before, more, year: of }) => increaseOf(before, raisedBy(before, more), of));
        const total = sumOf(shown);
        const at = turn % Math.max(1, shown.length);
        expect(sumOf([...shown.slice(at), ...shown.slice(0, at)])).toBe(total);
        const managers = [0, 1, 2, 3, 4].map((one) => sumOf(shown.filter((_, index) => lines[index]?.manager === one)));
        expect(sumOf(managers)).toBe(total);
        const cost = (of: (line: (typeof lines)[number]) => number) =>
          sumOf(lines.map((one) => costOf(of(one), one.year)));
        expect(cost(({ before, more }) => raisedBy(before, more)) - cost(({ before }) => before)).toBe(total);
        expect(shown.every((increase) => increase >= 0 && Number.isInteger(increase))).toBe(true);
      }),
    );
  });

  it('stays a safe number for as many people as there are, each with the most that is reckoned with', () => {
    fc.assert(
      fc.property(minor, fc.integer({ min: 0, max: 1000 }), year, (before, more, of) => {
        const after = raisedBy(before, more);
        fc.pre(wrongChoice(before, after, of) === null);
        expect(Number.isSafeInteger(increaseOf(before, after, of) * 9000)).toBe(true);
      }),
    );
  });

  it('more than now, less than twice: percentages come back as they were typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 10_000_000_000 }), fc.integer({ min: 0, max: 1000 }), (before, more) => {
        expect(Math.abs(thousandthsMore(before, raisedBy(before, more)) - more)).toBeLessThanOrEqual(1);
      }),
    );
    const hour = yearOf({ kind: 'hourly' }, 2400);
    expect([wrongChoice(1500, 1500, hour), wrongChoice(1500, 3000, hour)]).toEqual([null, null]);
    expect(wrongChoice(1500, 1499, hour)).toContain('less than now');
    expect(wrongChoice(1500, 3001, hour)).toContain('more than twice');
    expect(wrongChoice(9_000_000_000, 10_000_000_000, hour)).toContain('more than anybody earns');
  });
});
