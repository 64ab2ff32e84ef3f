import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextRelease, type Tally } from './figure.ts';
import { type ReleasedRow, splitsOf, stepsOf, told } from './told.ts';

/**
 * The publisher who wants to know what the boss did. They know the rules, and who could have acted; they ask for all
 * reports there are, after each hour and again when the request is closed. Then they consider every world that would have
 * answered all of it alike. What they know for sure is what is true in all of those worlds.
 */
const group = 3;
const networks = ['linkedin', 'x'] as const;
const hours = 3;
/** How many could have acted in all. */
const most = 10;
/** What each hour brought on each network, in order. */
type World = readonly number[];

const places = hours * networks.length;
const worlds = worldsOf(places, most);

/** Every way in which up to so many people can have acted at so many places. */
function worldsOf(left: number, people: number): readonly World[] {
  if (left === 0) return [[]];
  const counts = Array.from({ length: people + 1 }, (_, count) => count);
  return counts.flatMap((count) => worldsOf(left - 1, people - count).map((rest) => [count, ...rest]));
}

/** Everything that a world shows to somebody who looks after every hour, each on a day of its own, and after the closing. */
function everythingShown(world: World): string {
  const rows: ReleasedRow[] = [];
  const actual: { awareness: number; shares: Record<string, number> } = { awareness: 0, shares: {} };
  let released: Tally = { awareness: 0, shares: {} };
  const views: string[] = [];
  for (let hour = 0; hour < hours; hour += 1) {
    for (const [index, network] of networks.entries()) {
      const more = world[hour * networks.length + index] ?? 0;
      actual.shares[network] = (actual.shares[network] ?? 0) + more;
      actual.awareness += more;
    }
    const step = nextRelease(actual, released, group);
    if (step !== null) {
      for (const [network, shares] of Object.entries(step.shares)) rows.push(rowOf(hour, network, shares, 0));
      rows.push(rowOf(hour, '*', 0, step.awareness));
      released = added(released, step);
    }
    views.push(reportsOf(rows, false));
  }
  return [...views, reportsOf(rows, true)].join('\n');
}

const rowOf = (hour: number, network: string, shares: number, awareness: number): ReleasedRow => ({
  ...{ requestId: 'r1', day: `2026-05-0${hour + 1}`, network, shares, awareness },
});

const added = (left: Tally, right: Tally): Tally => ({
  awareness: left.awareness + right.awareness,
  shares: Object.fromEntries(networks.map((name) => [name, (left.shares[name] ?? 0) + (right.shares[name] ?? 0)])),
});

/** All reports at one moment: every stretch of days, and by network once the request is closed. */
function reportsOf(rows: readonly ReleasedRow[], closed: boolean): string {
  const steps = stepsOf(rows, group);
  const cells: string[] = [];
  for (let from = 1; from <= hours; from += 1) {
    for (let to = from; to <= hours; to += 1) {
      const within = steps.filter(({ day }) => day >= `2026-05-0${from}` && day <= `2026-05-0${to}`);
      cells.push(JSON.stringify([told(within, 'awareness', group), told(within, 'share', group)]));
    }
  }
  const splits = closed ? splitsOf(rows, new Map([['r1', new Set<string>(networks)]]), group) : [];
  return [...cells, ...splits.map((split) => JSON.stringify([...split.networks]))].join(' ');
}

/** Sets of hours and networks about which the attacker is sure that somebody acted there, and fewer than a group. */
function certainties(alike: readonly World[]): readonly number[] {
  const sets: number[] = [];
  for (let set = 1; set < 2 ** places; set += 1) {
    let [fewest, greatest] = [Number.POSITIVE_INFINITY, 0];
    for (const world of alike) {
      let count = 0;
      for (let place = 0; place < places; place += 1) if (set & (1 << place)) count += world[place] ?? 0;
      fewest = Math.min(fewest, count);
      greatest = Math.max(greatest, count);
    }
    if (fewest >= 1 && greatest < group) sets.push(set);
  }
  return sets;
}

const sumOf = (world: World) => world.reduce((sum, count) => sum + count, 0);

/** What is sure. Where more than `most` could have acted as well, the attacker would know of fewer worlds than there are. */
const learnt = (show: (world: World) => string) =>
  [...Map.groupBy(worlds, show).values()]
    .filter((alike) => Math.min(...alike.map(sumOf)) + group - 1 <= most)
    .flatMap((alike) => certainties(alike).map((set) => ({ alike, set })));

describe('whoever asks for every report at every hour, and knows the rules', () => {
  it('is sure of no small group, at no hour and on no network', () => {
    expect(learnt((world) => everythingShown(world)).slice(0, 3)).toEqual([]);
  });

  it('would be sure of one if the rest were told at the end', () => {
    const restAtTheEnd = (world: World) => {
      const first = sumOf(world.slice(0, 2 * networks.length));
      const views = [first, sumOf(world)].map((count) => (count < group ? 'few' : count));
      return views.join();
    };
    expect(learnt(restAtTheEnd).length).toBeGreaterThan(0);
  });

  it('would be sure of one if a total of one group were told apart, and not told where it can’t be', () => {
    const apart = (world: World) => {
      const counts = networks.map((_, index) => sumOf(world.filter((__, place) => place % 2 === index)));
      const told = counts.every((count) => count === 0 || count >= group);
      return JSON.stringify([sumOf(world), told ? counts : []]);
    };
    expect(learnt(apart).length).toBeGreaterThan(0);
  });

  it('would be sure of one if networks were hidden one by one', () => {
    const oneByOne = (world: World) => {
      const counts = networks.map((_, index) =>
        world.reduce((sum, count, place) => sum + (place % 2 === index ? count : 0), 0),
      );
      return JSON.stringify([
        counts.reduce((sum, count) => sum + count, 0),
        ...counts.map((count) => Math.max(count, group - 1)),
      ]);
    };
    expect(learnt(oneByOne).length).toBeGreaterThan(0);
  });
});

/** A rational number, exact. */
type Fraction = readonly [numerator: bigint, denominator: bigint];

/** Gauss's elimination without rounding: the rows of what can be worked out, each led by a place of its own. */
function reduced(equations: readonly (readonly bigint[])[]): readonly (readonly Fraction[])[] {
  const rows: Fraction[][] = equations.map((row) => row.map((number): Fraction => [number, 1n]));
  const kept: Fraction[][] = [];
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const at = rows.findIndex((row) => (row[column]?.[0] ?? 0n) !== 0n);
    if (at === -1) continue;
    const [pivot] = rows.splice(at, 1);
    if (pivot === undefined) continue;
    const clear = (row: Fraction[]) => {
      const factor = over(row[column] ?? [0n, 1n], pivot[column] ?? [1n, 1n]);
      for (let index = 0; index < row.length; index += 1) {
        row[index] = minus(row[index] ?? [0n, 1n], times(factor, pivot[index] ?? [0n, 1n]));
      }
    };
    for (const row of [...rows, ...kept]) clear(row);
    kept.push(pivot);
  }
  return kept;
}

const lowest = ([numerator, denominator]: Fraction): Fraction => {
  let [a, b] = [numerator < 0n ? -numerator : numerator, denominator < 0n ? -denominator : denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  const sign = denominator < 0n ? -1n : 1n;
  return a === 0n ? [0n, 1n] : [(sign * numerator) / a, (sign * denominator) / a];
};
const times = ([a, b]: Fraction, [c, d]: Fraction): Fraction => lowest([a * c, b * d]);
const over = ([a, b]: Fraction, [c, d]: Fraction): Fraction => lowest([a * d, b * c]);
const minus = ([a, b]: Fraction, [c, d]: Fraction): Fraction => lowest([a * d - c * b, b * d]);

/** Whether a sum of some rows of the ledger follows from what was answered. */
function follows(answered: readonly (readonly bigint[])[], wanted: readonly bigint[]): boolean {
  return reduced([...answered, wanted]).length === reduced(answered).length;
}

describe('whoever adds and subtracts reports of any days, campaigns and overlapping tags', () => {
  // Large rows are 2^k × 1,000, small ones 1, 2 and 4 (below the group of 8), so that each answer says of which rows it is
  // the sum.
  const large = 6;
  const smalls = [1, 2, 4];
  const requests = ['r1', 'r2', 'r3'];

  const ledger = fc
    .array(fc.tuple(fc.constantFrom(...requests), fc.integer({ min: 1, max: 9 })), {
      minLength: large + smalls.length,
      maxLength: large + smalls.length,
    })
    .map((found) =>
      found.map(([requestId, at], index): ReleasedRow => {
        const count = index < large ? 1_000 * 2 ** index : (smalls[index - large] ?? 0);
        return { requestId, day: `2026-05-0${at}`, network: '*', shares: 0, awareness: count };
      }),
    );
  const question = fc.record({
    from: fc.integer({ min: 1, max: 9 }),
    to: fc.integer({ min: 1, max: 9 }),
    about: fc.subarray(requests),
  });

  /** Which rows of the ledger an answer is the sum of. */
  const termsOf = (answer: number, rows: readonly ReleasedRow[]) =>
    rows.map((_, index) => {
      const bit = index < large ? Math.floor(answer / 1_000) >> index : (answer % 1_000) >> (index - large);
      return BigInt(bit & 1);
    });

  it('works out no row that is smaller than a group, nor any few of them', () => {
    fc.assert(
      fc.property(ledger, fc.array(question, { minLength: 1, maxLength: 25 }), (rows, questions) => {
        const steps = stepsOf(rows, 8);
        const answered = questions.flatMap(({ from, to, about }) => {
          const within = steps.filter(
            ({ requestId, day }) => about.includes(requestId) && day >= `2026-05-0${from}` && day <= `2026-05-0${to}`,
          );
          const answer = told(within, 'awareness', 8);
          return 'value' in answer ? [termsOf(answer.value, rows)] : [];
        });
        for (let set = 1; set < 2 ** smalls.length; set += 1) {
          const wanted = rows.map((_, index) => BigInt(index < large ? 0 : (set >> (index - large)) & 1));
          const sum = smalls.reduce((total, count, index) => total + (set & (1 << index) ? count : 0), 0);
          if (sum < 8) expect(follows(answered, wanted)).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('would, if each report hid only what is small in itself', () => {
    const rows: ReleasedRow[] = [8_000, 2].map((awareness, index) => ({
      ...{ requestId: 'r1', day: `2026-05-0${index + 1}`, network: '*', shares: 0, awareness },
    }));
    const naive = [
      [1n, 0n],
      [1n, 1n],
    ];
    expect(follows(naive, [0n, 1n])).toBe(true);
    expect(stepsOf(rows, 8).map(({ count }) => count)).toEqual([8_000]);
  });
});
