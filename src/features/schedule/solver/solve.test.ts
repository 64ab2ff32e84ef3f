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
      { numRuns: 200, seed: 4 },
    );
  });
});

describe('a problem too large to try everything', () => {
  const sizes = problems({ days: 14, slots: 40, people: 7 });
  const settings = fc.record({
    seed: fc.nat(),
    work: fc.constantFrom(1, 50, 400),
    form: fc.constantFrom(undefined, ...forms),
  });

  it('is solved without breaking a hard rule, however little may be done', () => {
    let rosters = 0;
    fc.assert(
      fc.property(sizes, settings, (problem, { form, ...rest }) => {
        fc.pre(findFaults(problem).length === 0);
        if (checkedValue(problem, solve(problem, { ...rest, ...(form && { form }) })) !== null) rosters += 1;
      }),
      { numRuns: 150, seed: 5 },
    );
    expect(rosters).toBeGreaterThan(90);
  });

  it('gets no worse than the roster that it begins from', () => {
    fc.assert(
      fc.property(sizes, settings, (problem, { seed }) => {
        fc.pre(findFaults(problem).length === 0);
        const begun = solve(problem, { seed, work: 50 });
        const value = checkedValue(problem, begun);
        if (begun.kind !== 'roster' || value === null) return;
        const further = checkedValue(problem, solve(problem, { seed: seed + 1, work: 1, start: begun.assignments }));
        const change = (further ?? []).map((one, stage) => one - (value[stage] ?? 0));
        expect(change.find((by) => by !== 0) ?? 0).toBeLessThanOrEqual(0);
      }),
      { numRuns: 60, seed: 6 },
    );
  });
});
