import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkPerson } from '../check-roster.fixture.ts';
import { clashesOf } from '../conflicts.ts';
import type { RosterProblem } from '../problem.ts';
import { problems } from '../problems.fixture.ts';
import { buildNetwork } from './network.ts';
import { pathsOf } from './paths.ts';
import { price } from './pricing.ts';

/** The cheapest allowed roster of the first person by trying all, when each slot pays its price. */
function cheapest(problem: RosterProblem, prices: Float64Array): number {
  const choices = problem.people[0]?.choices ?? [];
  let best = Number.POSITIVE_INFINITY;
  for (let mask = 0; mask < 2 ** choices.length; mask += 1) {
    const mine = choices.filter((_, bit) => ((mask >> bit) & 1) === 1).map(({ slot }) => slot);
    let allowed = true;
    const cost = checkPerson(problem, 0, mine, () => {
      allowed = false;
    });
    const whole = mine.reduce((sum, slot) => sum - (prices[slot] ?? 0), cost);
    if (allowed) best = Math.min(best, whole);
  }
  return best;
}

it('finds the cheapest roster of a person under every kind of rule', () => {
  let priced = 0;
  const anyPrices = fc.array(fc.integer({ min: -20, max: 60 }), { minLength: 9, maxLength: 9 });
  fc.assert(
    fc.property(problems({ days: 8, slots: 9, people: 1 }), anyPrices, (problem, some) => {
      const [person] = problem.people;
      const network = person && buildNetwork(problem, person, clashesOf(problem));
      if (!network) return;
      const prices = Float64Array.from(some);
      const question = { prices, costFactor: 1, threshold: Number.POSITIVE_INFINITY, most: 3, labels: 1e6 } as const;
      const { found, least } = price(pathsOf(network), question);
      const best = cheapest(problem, prices);
      expect(found[0]?.cost ?? Number.POSITIVE_INFINITY).toBeCloseTo(best, 6);
      if (found.length > 0) expect(least).toBeCloseTo(best, 6);
      priced += 1;
      for (const { cost, slots } of found) {
        const mine = checkPerson(problem, 0, slots, (fault) => expect(fault).toBe('none'));
        expect(slots.reduce((sum, slot) => sum - (prices[slot] ?? 0), mine)).toBeCloseTo(cost, 6);
      }
    }),
    { numRuns: 1500, seed: 8 },
  );
  expect(priced).toBeGreaterThan(700);
});

it('gives a bound, and nothing, when nothing is cheap enough or labels run out', () => {
  fc.assert(
    fc.property(problems({ days: 6, slots: 8, people: 1 }), fc.integer({ min: 1, max: 6 }), (problem, labels) => {
      const [person] = problem.people;
      const network = person && buildNetwork(problem, person, clashesOf(problem));
      if (!network) return;
      const prices = new Float64Array(8).fill(9);
      const paths = pathsOf(network);
      const best = cheapest(problem, prices);
      const few = price(paths, { prices, costFactor: 1, threshold: best + 50, most: 1, labels });
      expect(few.least).toBeLessThanOrEqual(best + 1e-6);
      const none = price(paths, { prices, costFactor: 1, threshold: best, most: 1, labels: 1e6 });
      expect(none.found).toEqual([]);
    }),
    { numRuns: 300, seed: 9 },
  );
});
