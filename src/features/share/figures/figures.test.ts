import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextRelease, sharesByDay, shown, shownWith, type Tally } from './figure.ts';
import { advocacyValue, defaultValues } from './value.ts';

const tally = (awareness: number, bluesky = awareness): Tally => ({ awareness, shares: { bluesky } });

describe('a figure', () => {
  it('hides small groups', () => {
    expect(shown(4, 5)).toEqual({ fewerThan: 5 });
    expect(shown(5, 5)).toEqual({ value: 5 });
    expect(shown(0, 5)).toEqual({ fewerThan: 5 });
  });

  it('never shows a group under three, whatever is set', () => {
    expect(shown(2, 1)).toEqual({ fewerThan: 3 });
  });

  it('is hidden when what it is made of is hidden', () => {
    expect(shownWith(1200, { fewerThan: 5 })).toEqual({ fewerThan: 5 });
    expect(shownWith(1200, { value: 8 })).toEqual({ value: 1200 });
  });
});

describe('a release', () => {
  it('waits for a whole group', () => {
    expect(nextRelease(tally(4), tally(0), 5, false)).toBeNull();
    expect(nextRelease(tally(6), tally(0), 5, false)).toEqual({ awareness: 6, shares: { bluesky: 6 } });
    expect(nextRelease(tally(9), tally(6), 5, false)).toBeNull();
  });

  it('sets the rest free at the end, if all together are a group', () => {
    expect(nextRelease(tally(8), tally(6), 5, true)).toEqual({ awareness: 2, shares: { bluesky: 2 } });
    expect(nextRelease(tally(4), tally(0), 5, true)).toBeNull();
    expect(nextRelease(tally(6), tally(6), 5, true)).toBeNull();
  });

  it('takes back at the end what failed after it was released', () => {
    expect(nextRelease(tally(6, 5), tally(6, 6), 5, true)).toEqual({ awareness: 0, shares: { bluesky: -1 } });
  });

  it('never moves by less than a group while a request is open', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { maxLength: 60 }), fc.integer({ min: 3, max: 8 }), (arrivals, group) => {
        let actual = 0;
        let released = 0;
        for (const more of arrivals) {
          actual += more;
          const step = nextRelease(tally(actual), tally(released), group, false);
          if (step !== null) expect(step.awareness).toBeGreaterThanOrEqual(group);
          released += step?.awareness ?? 0;
        }
        expect(actual - released).toBeLessThan(group);
      }),
    );
  });
});

describe('shares by day', () => {
  const days = (...awareness: number[]) =>
    awareness.map((count, index) => ({ day: `2026-05-${10 + index}`, awareness: count, shares: count }));
  const shownOf = (...awareness: number[]) => [...sharesByDay(days(...awareness), 5).values()];

  it('are as they were released, where each day is a group', () => {
    expect(Object.fromEntries(sharesByDay(days(6, 0, 5), 5))).toEqual({ '2026-05-10': 6, '2026-05-12': 5 });
  });

  it('put a small day to the one before it, or else to the one after', () => {
    expect(Object.fromEntries(sharesByDay(days(6, 1, 2), 5))).toEqual({ '2026-05-10': 9 });
    expect(Object.fromEntries(sharesByDay(days(1, 0, 6), 5))).toEqual({ '2026-05-12': 7 });
    expect(shownOf(2, 2)).toEqual([]);
  });

  it('lose nothing where there is a group, and show no day that is smaller', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 40 }), fc.integer({ min: 1, max: 12 }), (counts, group) => {
        const values = [...sharesByDay(days(...counts), group).values()];
        const total = counts.reduce((sum, count) => sum + count, 0);
        const least = Math.max(group, 3);
        expect(values.reduce((sum, count) => sum + count, 0)).toBe(total >= least ? total : 0);
        for (const value of values) expect(value).toBeGreaterThanOrEqual(least);
      }),
    );
  });
});

describe('advocacy value', () => {
  const day = (date: string, awareness: number, shares: number, clicks: number) => ({
    day: date,
    awareness,
    shares,
    clicks,
  });

  it('sums count × value', () => {
    expect(advocacyValue([day('2026-05-04', 2, 3, 10)], [])).toBe(2 * 150 + 3 * 300 + 10 * 500);
  });

  it('keeps the value of its day', () => {
    const later = { ...defaultValues, validFrom: '2026-05-05', click: 100 };
    const days = [day('2026-05-04', 0, 0, 1), day('2026-05-05', 0, 0, 1), day('2026-05-06', 0, 0, 1)];
    expect(advocacyValue(days, [later])).toBe(500 + 100 + 100);
    expect(advocacyValue(days, [defaultValues, later])).toBe(advocacyValue(days, [later, defaultValues]));
  });
});
