import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverNeeds } from './cover.ts';
import type { Coverable } from './coverable.ts';
import type { Need } from './needs.ts';

const shift = (id: string, start: number, end: number, given: Partial<Coverable> = {}): Coverable => ({
  ...{ id, start, end, least: 0, most: 500, now: 0 },
  ...given,
});
const covered = (needs: readonly Need[], shifts: readonly Coverable[]) => {
  const { people, short } = coverNeeds(needs, shifts);
  return { people: Object.fromEntries(people), short };
};

describe('covering needs with shifts', () => {
  it('takes the fewest people: those of shifts that cover what comes after as well', () => {
    const shifts = [shift('early', 0, 4), shift('late', 3, 8), shift('long', 0, 6)];
    const needs = [
      { start: 0, end: 1, people: 2 },
      { start: 5, end: 6, people: 3 },
      { start: 7, end: 8, people: 1 },
    ];
    expect(covered(needs, shifts)).toEqual({ people: { early: 0, late: 1, long: 2 }, short: [] });
  });

  it('does not keep people longer than it has to, where as many are enough', () => {
    const shifts = [shift('day', 0, 8, { now: 5 }), shift('noon', 3, 6), shift('peak', 4, 5)];
    const needs = [
      { start: 0, end: 1, people: 1 },
      { start: 4, end: 5, people: 5 },
      { start: 5, end: 6, people: 2 },
    ];
    expect(covered(needs, shifts).people).toEqual({ day: 1, noon: 1, peak: 3 });
  });

  it('says where no shift is, and where as many as may be are not enough', () => {
    const needs = [{ start: 0, end: 3, people: 2 }];
    expect(covered(needs, [shift('one', 1, 2, { most: 1 })])).toEqual({
      people: { one: 1 },
      short: [
        { start: 0, end: 1, people: 2 },
        { start: 1, end: 2, people: 1 },
        { start: 2, end: 3, people: 2 },
      ],
    });
  });

  it('leaves places where they are, of shifts that are as good as each other, and never takes any away', () => {
    const needs = [{ start: 0, end: 2, people: 3 }];
    const equal = [shift('a', 0, 2), shift('b', 0, 2, { now: 2 }), shift('c', 0, 2)];
    expect(covered(needs, equal).people).toEqual({ a: 1, b: 2, c: 0 });
    expect(covered([], [shift('had', 0, 2, { least: 2, now: 4 })]).people).toEqual({ had: 2 });
  });

  it('is as good as trying everything out', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 4 }));
    const bounds = fc.tuple(
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 0, max: 4 }),
    );
    const shifts = fc
      .array(fc.tuple(span, bounds), { maxLength: 4 })
      .map((all) =>
        all.map(([[start, length], [least, more, now]], index) =>
          shift(String(index), start, start + length, { least, most: least + more, now }),
        ),
      );
    const needs = fc
      .array(fc.integer({ min: 0, max: 4 }), { minLength: 6, maxLength: 6 })
      // Two hours each, so that shifts begin and end within them.
      .map((all) => all.map((people, index): Need => ({ start: index * 2 - 1, end: index * 2 + 1, people })));
    fc.assert(
      fc.property(needs, shifts, (wanted, given) => {
        const { people, short } = coverNeeds(wanted, given);
        const chosen = given.map(({ id }) => people.get(id) ?? 0);
        for (const [index, { least, most }] of given.entries())
          expect((chosen[index] ?? 0) >= least && (chosen[index] ?? 0) <= most).toBe(true);
        const lacking = short.reduce((sum, { start, end, people: more }) => sum + (end - start) * more, 0);
        expect(lacking).toBe(lackOf(wanted, given, chosen));
        expect([lacking, sumOf(chosen), ...costOf(given, chosen)]).toEqual(bestOf(wanted, given));
      }),
      { numRuns: 300 },
    );
  });

  it('is quick for six weeks of many shifts, also where nights join all days', () => {
    const days = Array.from({ length: 42 }, (_, day) => day * 1440);
    const patterns = [
      ...[
        [360, 840],
        [420, 900],
        [540, 1020],
        [600, 840],
        [660, 900],
        [720, 1200],
        [780, 1320],
        [1020, 1320],
      ],
      ...[
        [1080, 1440],
        [1320, 1800],
      ],
    ];
    const shifts = days.flatMap((midnight) =>
      patterns.map(([start = 0, end = 0], index) =>
        shift(`${midnight} ${index}`, midnight + start, midnight + end, { now: (index * 7) % 4 }),
      ),
    );
    const needs = days.flatMap((midnight, day) =>
      Array.from({ length: 48 }, (_, half) => ({
        ...{ start: midnight + half * 30, end: midnight + half * 30 + 30 },
        people: half < 13 ? 1 : 2 + ((half * 5 + day * 3) % 7),
      })),
    );
    // Measured: 0.4 s, and a tenth of that for as many shifts as most roles have.
    const begun = performance.now();
    const { people, short } = coverNeeds(needs, shifts);
    expect(performance.now() - begun).toBeLessThan(10_000);
    // Only the first morning is before any shift.
    expect(short.every(({ end }) => end <= 360)).toBe(true);
    const chosen = shifts.map(({ id }) => people.get(id) ?? 0);
    const late = needs.filter(({ start }) => start >= 360);
    expect(late.some(({ start, people: wanted }) => there(shifts, chosen, start) < wanted)).toBe(false);
    // With one less anywhere somebody would be lacking.
    for (const [index, one] of shifts.entries())
      if ((chosen[index] ?? 0) > 0)
        expect(
          late.some(({ start, people: wanted }) => isIn(one, start) && there(shifts, chosen, start) === wanted),
        ).toBe(true);
  });
});

const isIn = ({ start, end }: Coverable, at: number) => start <= at && at < end;
const there = (shifts: readonly Coverable[], chosen: readonly number[], at: number) =>
  sumOf(shifts.map((one, index) => (isIn(one, at) ? (chosen[index] ?? 0) : 0)));
const sumOf = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0);

/** Hours times people that are lacking. */
function lackOf(needs: readonly Need[], shifts: readonly Coverable[], chosen: readonly number[]): number {
  return sumOf(
    needs.flatMap(({ start, end, people }) =>
      Array.from({ length: end - start }, (_, hour) => {
        const at = start + hour;
        const there = shifts.map((one, index) => (one.start <= at && at < one.end ? (chosen[index] ?? 0) : 0));
        return Math.max(0, people - sumOf(there));
      }),
    ),
  );
}

/** Hours, and places beyond those that shifts have now. */
function costOf(shifts: readonly Coverable[], chosen: readonly number[]): readonly [number, number] {
  const hours = shifts.map(({ start, end }, index) => (end - start) * (chosen[index] ?? 0));
  return [sumOf(hours), sumOf(shifts.map(({ now }, index) => Math.max(0, (chosen[index] ?? 0) - now)))];
}

/** The least that can be lacking, the fewest people for it, the fewest hours of these, and the least that moves. */
function bestOf(needs: readonly Need[], shifts: readonly Coverable[]): readonly number[] {
  const all = shifts.reduce<readonly (readonly number[])[]>(
    (rows, { least, most }) =>
      rows.flatMap((row) => Array.from({ length: most - least + 1 }, (_, more) => [...row, least + more])),
    [[]],
  );
  const tried = all.map((chosen) => [lackOf(needs, shifts, chosen), sumOf(chosen), ...costOf(shifts, chosen)]);
  const differs = (one: readonly number[], other: readonly number[]) =>
    one.map((figure, index) => figure - (other[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
  return tried.toSorted(differs)[0] ?? [];
}
