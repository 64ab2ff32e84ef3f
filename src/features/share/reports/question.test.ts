import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedWith, daysOf, isPeriod, plusDays, stretchesOf, strideOf } from './question.ts';

const period = (from: string, to: string) => ({ from, to });

describe('a period', () => {
  it('has at most two years and ends after it begins', () => {
    expect(isPeriod(period('2024-01-01', '2025-12-31'))).toBe(true);
    expect(isPeriod(period('2024-01-01', '2026-01-01'))).toBe(false);
    expect(isPeriod(period('2026-02-02', '2026-02-01'))).toBe(false);
    expect(isPeriod(period('1999-12-31', '2000-02-01'))).toBe(false);
  });

  it.each([
    ['2026-02-08', '2026-02-14', '2026-02-01', '2026-02-07'],
    // Whole months are compared with whole months, however many days those have.
    ['2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28'],
    ['2026-04-01', '2026-06-30', '2026-01-01', '2026-03-31'],
    ['2026-01-01', '2026-12-31', '2025-01-01', '2025-12-31'],
    ['2026-03-02', '2026-03-31', '2026-01-31', '2026-03-01'],
  ])('from %s to %s is compared with %s to %s', (from, to, otherFrom, otherTo) => {
    expect(comparedWith(period(from, to), 'previous')).toEqual(period(otherFrom, otherTo));
  });

  it('is compared with the same days of the year before, or with nothing', () => {
    expect(comparedWith(period('2024-02-01', '2024-02-29'), 'year')).toEqual(period('2023-02-01', '2023-02-28'));
    expect(comparedWith(period('2026-02-01', '2026-02-07'), 'none')).toBeNull();
  });

  it('is drawn by days, weeks or months', () => {
    const strides = [7, 35, 36, 190, 191, 365].map((days) =>
      strideOf(period('2026-01-01', plusDays('2026-01-01', days - 1))),
    );
    expect(strides).toEqual(['day', 'day', 'week', 'week', 'month', 'month']);
  });

  it('falls into weeks from Monday and months from the first, cut off at its ends', () => {
    expect(stretchesOf(period('2026-05-06', '2026-05-19'), 'week')).toEqual([
      period('2026-05-06', '2026-05-10'),
      period('2026-05-11', '2026-05-17'),
      period('2026-05-18', '2026-05-19'),
    ]);
    expect(stretchesOf(period('2026-01-31', '2026-03-01'), 'month')).toEqual([
      period('2026-01-31', '2026-01-31'),
      period('2026-02-01', '2026-02-28'),
      period('2026-03-01', '2026-03-01'),
    ]);
  });

  it('is covered by its stretches once, without a gap', () => {
    const asked = fc
      .tuple(
        fc.integer({ min: 0, max: 3_000 }),
        fc.integer({ min: 0, max: 730 }),
        fc.constantFrom('day', 'week', 'month'),
      )
      .map(([start, days, stride]) => ({ from: plusDays('2020-01-01', start), days, stride: stride as 'day' }));
    fc.assert(
      fc.property(asked, ({ from, days, stride }) => {
        const whole = period(from, plusDays(from, days));
        const found = stretchesOf(whole, stride);
        expect(found[0]?.from).toBe(whole.from);
        expect(found.at(-1)?.to).toBe(whole.to);
        for (const [index, one] of found.slice(1).entries()) expect(one.from).toBe(plusDays(found[index]?.to ?? '', 1));
        expect(found.reduce((sum, one) => sum + daysOf(one), 0)).toBe(daysOf(whole));
      }),
      { numRuns: 40 },
    );
  });
});
