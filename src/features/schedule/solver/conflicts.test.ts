import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clashesOf, conflictsOf } from './conflicts.ts';
import { problems } from './problems.fixture.ts';
import { person, problem, slot } from './small-problem.fixture.ts';

describe('conflicts of one person', () => {
  const rested = problem(
    [slot('late', 0, 14), slot('early', 1, 6), slot('late again', 1, 14)],
    [person('Ana', [0, 1, 2])],
  );
  const [ana] = rested.people;
  if (ana === undefined) throw new Error('There is one person');

  it('keep the rest between shifts, across midnight', () => {
    const { between } = conflictsOf(rested, ana, clashesOf(rested));
    expect(between(0, 1)).toBe(true);
    expect(between(1, 0)).toBe(true);
    expect(between(0, 2)).toBe(false);
  });

  it('take given pairs in both directions', () => {
    const paired = { ...rested, forbidden: [[2, 0]] as const };
    const { between } = conflictsOf(paired, ana, clashesOf(paired));
    expect([between(0, 2), between(2, 0)]).toEqual([true, true]);
  });

  it('let shifts follow each other without a pause when no rest is asked for', () => {
    const restless = { ...ana, minRestMinutes: 0 };
    const touching = problem([slot('a', 0, 6), slot('b', 0, 14)], [restless]);
    expect(conflictsOf(touching, restless, clashesOf(touching)).between(0, 1)).toBe(false);
  });
});

it('cliques say exactly the pairs that conflict', () => {
  fc.assert(
    fc.property(problems({ days: 6, slots: 10, people: 2 }), (random) => {
      for (const one of random.people) {
        const { between, cliques } = conflictsOf(random, one, clashesOf(random));
        const said = new Set(
          cliques().flatMap((clique) => clique.flatMap((a) => clique.flatMap((b) => (a === b ? [] : [`${a} ${b}`])))),
        );
        for (const { slot: a } of one.choices)
          for (const { slot: b } of one.choices) if (a !== b) expect(said.has(`${a} ${b}`)).toBe(between(a, b));
      }
    }),
    { numRuns: 500, seed: 1 },
  );
});
