import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bruteForce } from '../brute-force.fixture.ts';
import { loadHighs } from '../load-highs.ts';
import type { RosterProblem } from '../problem.ts';
import { findFaults } from '../problem-faults.ts';
import { problems } from '../problems.fixture.ts';
import { Search } from '../search.ts';
import { dive } from './dive.ts';
import { type Generation, generateColumns } from './generate.ts';
import { Master, reducedCost } from './master.ts';
import { allPaths } from './pattern-form.ts';

const highs = await loadHighs();
const timeless = { seconds: () => 0, stopped: () => false, limit: 1000 };
const silent = { onBest: () => {}, onProgress: () => {} };

/** Problems whose only value is their sum. */
const weighed = problems({ days: 5, slots: 6, people: 3 }).map(
  (problem): RosterProblem => ({
    ...problem,
    slots: problem.slots.map((slot) => ({ ...slot, importance: null })),
  }),
);

function begin(problem: RosterProblem): { readonly search: Search; readonly generation: Generation } | null {
  if (findFaults(problem).length > 0) return null;
  const search = new Search({ problem, highs, watch: timeless, seed: 1, gap: 0, work: 1e6, listener: silent });
  const paths = allPaths(search);
  if (paths === null) return null;
  const master = new Master(search, { tier: 'sum', caps: [] });
  const open = new Set(problem.people.keys());
  return { search, generation: { search, paths, master, open, costFactor: 1, rounds: 400, closeEnough: 1e-6 } };
}

it('bounds every roster from below once no column helps, and dives to a whole one', () => {
  let whole = 0;
  fc.assert(
    fc.property(weighed, (problem) => {
      const begun = begin(problem);
      const best = bruteForce(problem)?.[0];
      if (begun === null || best === undefined) return;
      const { search, generation } = begun;
      const root = generateColumns(generation);
      if (root === null) throw new Error('The master is always solvable');
      const offset = problem.offset ?? 0;
      expect(root.bound + offset).toBeLessThanOrEqual(best + 1e-4);
      expect(root.bound).toBeLessThanOrEqual(root.answer.value + 1e-4);
      const roster = dive(generation, root.answer);
      if (roster !== null && search.offer(roster)) {
        whole += 1;
        expect(search.best?.worth.sum).toBeGreaterThanOrEqual(best - 1e-6);
      }
      // What the dive fixed is free again: the linear program is as good as before.
      expect(generation.master.solve()?.value).toBeLessThanOrEqual(root.answer.value + 1e-4);
      generation.master.close();
    }),
    { numRuns: 150, seed: 14 },
  );
  expect(whole).toBeGreaterThan(50);
});

it('takes a column once', () => {
  const begun = begin(fc.sample(weighed, { numRuns: 30, seed: 1 }).find((one) => begin(one) !== null) as RosterProblem);
  const master = begun?.generation.master;
  expect(master?.add({ person: 0, slots: [0], cost: 3 })).toBe(true);
  expect(master?.add({ person: 0, slots: [0], cost: 3 })).toBe(false);
  expect(master?.columns).toHaveLength(1);
});

it('is smaller with some of its columns: what is taken wholly stays so, and nothing gets cheaper', () => {
  let narrowed = 0;
  fc.assert(
    fc.property(weighed, (problem) => {
      const begun = begin(problem);
      if (begun === null || findFaults(problem).length > 0) return;
      const { master } = begun.generation;
      const root = generateColumns(begun.generation);
      const [whole] = master.columns;
      if (root === null || whole === undefined) return;
      // What is taken is worth its places exactly: no column is better at these prices.
      const spare = master.columns.map((column) => reducedCost(column, root.answer, 1));
      root.answer.taken.forEach((share, column) => {
        if (share > 1e-6) expect(spare[column]).toBeLessThan(1e-4);
      });
      const kept = master.columns.filter((_, column) => column % 2 === 0);
      const narrow = master.narrowed(kept, [whole]);
      const answer = narrow.solve();
      expect(narrow.columns).toEqual(kept);
      // Null where it is on a shift that may have nobody.
      if (answer !== null) {
        expect(answer.taken[0]).toBeCloseTo(1, 6);
        expect(answer.value).toBeGreaterThanOrEqual(root.answer.value - 1e-4);
        narrowed += 1;
      }
      for (const one of [narrow, master]) one.close();
    }),
    { numRuns: 60, seed: 3 },
  );
  expect(narrowed).toBeGreaterThan(20);
});
