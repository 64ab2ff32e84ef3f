import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Coverable, coverNeeds } from './cover.ts';
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
});

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
