import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayTell, type ToldSum } from './small-groups.ts';

const sum = (...names: string[]): ToldSum => names.map((name) => ({ personId: name.charAt(0), key: name }));

describe('what may be told beside what was told', () => {
  it('is no sum of two people, and none that with another comes down to one or two', () => {
    expect(mayTell([], sum('a', 'b'))).toBe(false);
    expect(mayTell([], sum('a', 'b', 'c'))).toBe(true);
    expect(mayTell([sum('a', 'b', 'c')], sum('a', 'b', 'c', 'd'))).toBe(false);
    expect(mayTell([sum('a', 'b', 'c')], sum('a', 'b', 'c', 'd', 'e'))).toBe(false);
    expect(mayTell([sum('a', 'b', 'c')], sum('a', 'b', 'c', 'd', 'e', 'f'))).toBe(true);
    expect(mayTell([sum('a', 'b', 'c')], sum('a', 'b', 'c'))).toBe(true);
  });

  it('is none that only several together give away', () => {
    // (a+b+c+d) + (d+e+f+g) − (a+b+c+e+f+g) is 2d.
    const told = [sum('a', 'b', 'c', 'd'), sum('d', 'e', 'f', 'g')];
    expect(mayTell(told, sum('a', 'b', 'c', 'e', 'f', 'g'))).toBe(false);
  });

  it('is not the next sum after a single raise, nor after two, but after three', () => {
    const before = [sum('a1', 'b1', 'c1', 'd1')];
    expect(mayTell(before, sum('a2', 'b1', 'c1', 'd1'))).toBe(false);
    expect(mayTell(before, sum('a2', 'b2', 'c1', 'd1'))).toBe(false);
    expect(mayTell(before, sum('a2', 'b2', 'c2', 'd1'))).toBe(true);
    // One person with two words is one person still.
    expect(mayTell([], sum('a1', 'a2', 'b1'))).toBe(false);
  });

  it('is reckoned with as much of each unknown as is in it', () => {
    const weighed = (part: number, of: number, ...names: string[]): ToldSum =>
      sum(...names).map((one) => ({ ...one, weight: [part, of] as const }));
    const told = [sum('a', 'b', 'c', 'd', 'e')];
    // As a whole it is the same figure again; of one over another midpoint it would be the pay of that one.
    expect(mayTell(told, weighed(60, 1600, 'a', 'b', 'c', 'd', 'e'))).toBe(true);
    expect(mayTell(told, [...weighed(60, 1600, 'a', 'b', 'c', 'd'), ...weighed(60, 1700, 'e')])).toBe(false);
    expect(mayTell(told, [...weighed(60, 1600, 'a', 'b', 'c'), ...weighed(60, 1700, 'd', 'e')])).toBe(false);
    const six = [sum('a', 'b', 'c', 'd', 'e', 'f')];
    const halves = [...weighed(60, 1600, 'a', 'b', 'c'), ...weighed(60, 1700, 'd', 'e', 'f')];
    expect(mayTell(six, halves)).toBe(true);
    expect(mayTell([...six, halves], sum('a', 'b', 'd', 'e'))).toBe(false);
  });

  it('leaves nobody who reckons with all of it anything about one or two people', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const groups = fc.array(fc.subarray(names, { minLength: 3 }), { maxLength: 8 });
    fc.assert(
      fc.property(groups, (wanted) => {
        const told: string[][] = [];
        for (const one of wanted)
          if (
            mayTell(
              told.map((of) => sum(...of)),
              sum(...one),
            )
          )
            told.push(one);
        const rows = told.map((of) => names.map((name) => Number(of.includes(name))));
        for (const [at] of names.entries())
          for (const other of names.keys())
            expect([told, at, other, isKnown(rows, new Set([at, other]))]).toEqual([told, at, other, false]);
      }),
    );
  });

  it('is withheld for nothing else, among more people too than there are sums', () => {
    const crowd = Array.from({ length: 26 }, (_, at) => String.fromCharCode(97 + at));
    const groups = fc.array(fc.subarray(crowd, { minLength: 3 }), { minLength: 1, maxLength: 6 });
    let refused = 0;
    fc.assert(
      fc.property(groups, (wanted) => {
        const told: string[][] = [];
        for (const one of wanted) {
          const rows = [...told, one].map((of) => crowd.map((name) => Number(of.includes(name))));
          const known = crowd.some((_, at) => crowd.some((__, other) => isKnown(rows, new Set([at, other]))));
          const may = mayTell(
            told.map((of) => sum(...of)),
            sum(...one),
          );
          expect(may).toBe(!known);
          if (may) told.push(one);
          else refused += 1;
        }
      }),
      { numRuns: 40 },
    );
    expect(refused).toBeGreaterThan(0);
  });
});

/** By another way than the product's: whether leaving some columns out makes the sums depend on each other, over fractions. */
function isKnown(rows: readonly (readonly number[])[], columns: ReadonlySet<number>): boolean {
  const without = rows.map((row) => row.filter((_, column) => !columns.has(column)));
  return rankOf(without) < rankOf(rows);
}

function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  for (const column of (rows[0] ?? []).keys()) {
    const found = left.findIndex((row, index) => index >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    const pivot = left[found];
    if (pivot === undefined) continue;
    [left[found], left[rank]] = [left[rank] ?? [], pivot];
    for (const row of left.slice(rank + 1)) {
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
      for (const [index, value] of pivot.entries()) row[index] = (row[index] ?? 0) - factor * value;
    }
    rank += 1;
  }
  return rank;
}
