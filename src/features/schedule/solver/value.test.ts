import fc from 'fast-check';
import { expect, it } from 'vitest';
import { checkRoster } from './check-roster.fixture.ts';
import { clashesOf } from './conflicts.ts';
import { findFaults } from './problem-faults.ts';
import { problems } from './problems.fixture.ts';
import { toRoster } from './roster.ts';
import { person, problem, slot } from './small-problem.fixture.ts';
import { stageValues, tiersOf } from './stages.ts';
import { compareWorth, hasWholeValues, isRosterAllowed, worthOf } from './value.ts';

it('allows and values rosters as somebody does who only read the words of the problem', () => {
  let allowed = 0;
  fc.assert(
    fc.property(problems({ days: 9, slots: 12, people: 3 }), fc.infiniteStream(fc.nat(3)), (random, draws) => {
      fc.pre(findFaults(random).length === 0);
      const assignments = random.people.flatMap(({ choices }, index) =>
        choices.flatMap((choice) => (draws.next().value === 0 ? [{ person: index, slot: choice.slot }] : [])),
      );
      const roster = toRoster(random, assignments);
      const verdict = checkRoster(random, assignments);
      const isAllowed = isRosterAllowed(random, clashesOf(random), roster);
      expect(isAllowed).toBe(verdict.faults.length === 0);
      if (isAllowed) allowed += 1;
      // Costs of broken hard rules aren't asked for; those of soft ones are the same either way.
      expect(worthOf(random, tiersOf(random), roster).sum).toBeCloseTo(verdict.value, 6);
      expect(new Map(stageValues(random, roster).map(({ importance, value }) => [importance, value]))).toEqual(
        new Map([...verdict.stages].toSorted(([a], [b]) => a - b)),
      );
    }),
    { numRuns: 1000, seed: 13 },
  );
  expect(allowed).toBeGreaterThan(200);
});

it('counts an earlier tier before any sum', () => {
  const worth = (first: number, second: number, sum: number) => ({ tiers: [first, second], sum });
  expect(compareWorth(worth(0, 9, 99), worth(1, 0, 0))).toBeLessThan(0);
  expect(compareWorth(worth(1, 2, 0), worth(1, 1, 50))).toBeGreaterThan(0);
  expect(compareWorth(worth(1, 1, 7), worth(1, 1, 7 + 1e-9))).toBe(0);
});

it('knows whether all sums are whole numbers', () => {
  const whole = problem([slot('a', 0)], [person('Ana', [0])]);
  expect(hasWholeValues(whole)).toBe(true);
  expect(hasWholeValues({ ...whole, offset: 0.5 })).toBe(false);
  const half = { limit: 0.5, cost: 1 };
  expect(hasWholeValues(problem([slot('a', 0)], [person('Ana', [0], { maxWeekends: half })]))).toBe(false);
  expect(
    hasWholeValues(problem([slot('a', 0)], [person('Ana', [0], { maxWeekends: { limit: 0.5, cost: null } })])),
  ).toBe(true);
});
