import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bruteForce } from './brute-force.fixture.ts';
import { checkRoster } from './check-roster.fixture.ts';
import { loadHighs } from './load-highs.ts';
import type { Form, RosterOutcome, RosterProblem } from './problem.ts';
import { findFaults } from './problem-faults.ts';
import { problems } from './problems.fixture.ts';
import { type SolveSettings, solveRoster } from './solve.ts';
import type { Watch } from './watch.ts';

const highs = await loadHighs();
const silent = { onBest: () => {}, onProgress: () => {} };
/** Work ends these searches, not time. */
const patient: Watch = { seconds: () => 0, stopped: () => false, limit: 1000 };

function solve(problem: RosterProblem, settings: Partial<SolveSettings> = {}): RosterOutcome {
  return solveRoster(highs, problem, patient, { seed: 1, gap: 0, work: 3000, ...settings }, silent);
}

/** Stages and sum of an answer, as the checker counts them; fails when a rule is broken. */
function checkedValue(problem: RosterProblem, outcome: RosterOutcome): readonly number[] | null {
  if (outcome.kind !== 'roster') return null;
  const verdict = checkRoster(problem, outcome.assignments);
  expect(verdict.faults).toEqual([]);
  expect(outcome.value).toBeCloseTo(verdict.value, 6);
  expect(outcome.stages.map(({ importance, value }) => [importance, value])).toEqual(
    [...verdict.stages].toSorted(([a], [b]) => a - b),
  );
  if (outcome.bound !== null) expect(outcome.bound).toBeLessThanOrEqual(outcome.value + 1e-6);
  return [...outcome.stages.map(({ value }) => value), outcome.value];
}

const forms: readonly Form[] = ['assignment', 'patterns', 'neighbourhoods'];

describe.each(forms)('a small problem solved in the form of %s', (form) => {
  it('breaks no hard rule and is as good as trying everything', () => {
    fc.assert(
      fc.property(problems({ days: 5, slots: 5, people: 3 }), (problem) => {
        fc.pre(findFaults(problem).length === 0);
        const outcome = solve(problem, { form });
        const found = checkedValue(problem, outcome);
        if (form === 'assignment') expect(found).toEqual(bruteForce(problem));
        else expect(found === null).toBe(bruteForce(problem) === null);
        if (outcome.kind === 'roster' && outcome.ended === 'optimal') expect(found).toEqual(bruteForce(problem));
      }),
      { numRuns: 300, seed: 4 },
    );
  });
});
