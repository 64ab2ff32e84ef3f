import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { person, problem, slot } from './small-problem.fixture.ts';
import { stageValues, tiersOf, tierValue } from './stages.ts';

describe('tiers', () => {
  it('melt a rank for each shift into few steps that keep the exact order', () => {
    const slots = Array.from({ length: 40 }, (_, rank) => slot(`s${rank}`, 0, 8, { importance: rank }));
    const ranked = problem(slots, [person('Ana', [])]);
    const tiers = tiersOf(ranked);
    expect(tiers.length).toBeLessThan(5);
    expect(tiers.flatMap(({ importances }) => importances)).toEqual(slots.map((_, rank) => rank));
    const pick = fc.uniqueArray(fc.nat(39), { maxLength: 40 });
    fc.assert(
      fc.property(pick, pick, (one, other) => {
        const [a, b] = [one, other].map((filled) =>
          Int32Array.from(slots, (_, rank) => (filled.includes(rank) ? 1 : 0)),
        );
        if (a === undefined || b === undefined) return;
        const first = slots.findIndex((_, rank) => a[rank] !== b[rank]);
        const better = first < 0 ? 0 : (a[first] ?? 0) > (b[first] ?? 0) ? -1 : 1;
        const differences = tiers.map((tier) => Math.sign(tierValue(ranked, tier, a) - tierValue(ranked, tier, b)));
        expect(differences.find((sign) => sign !== 0) ?? 0).toBe(better);
      }),
    );
  });

  it('are none for slots that are weighed against everything else', () => {
    expect(tiersOf(problem([slot('a', 0, 8, { importance: null })], []))).toEqual([]);
  });

  it('are told apart in the answer as the stages they stand for', () => {
    const two = problem(
      [slot('a', 0, 8, { importance: 3, underCost: 2, required: 2 }), slot('b', 0, 8, { importance: 1 })],
      [person('Ana', [0])],
    );
    expect(stageValues(two, [[0]])).toEqual([
      { importance: 1, value: 1, missing: 1 },
      { importance: 3, value: 2, missing: 1 },
    ]);
  });
});
