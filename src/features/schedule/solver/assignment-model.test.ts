import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type AssignmentModel, buildAssignmentModel } from './assignment-model.ts';
import { checkRoster } from './check-roster.fixture.ts';
import { clashesOf } from './conflicts.ts';
import { findFaults } from './problem-faults.ts';
import { problems } from './problems.fixture.ts';
import { toAssignments, toRoster } from './roster.ts';
import { tiersOf } from './stages.ts';

/** Whether columns keep all of a model's rows and bounds, and what they cost. */
function judge({ model }: AssignmentModel, columns: Float64Array) {
  const near = 1e-6;
  const within = (value: number, lower = 0, upper = 0) => value >= lower - near && value <= upper + near;
  const { matrix, numRows, colCost, colLower, colUpper, rowLower, rowUpper } = model;
  if (!('starts' in matrix)) throw new Error('The matrix is written in rows');
  let keeps = columns.every((value, column) => within(value, colLower[column], colUpper[column]));
  for (let row = 0; row < numRows; row += 1) {
    let sum = 0;
    for (let at = matrix.starts[row] ?? 0; at < (matrix.starts[row + 1] ?? 0); at += 1)
      sum += (matrix.values[at] ?? 0) * (columns[matrix.indices[at] ?? 0] ?? 0);
    keeps &&= within(sum, rowLower[row], rowUpper[row]);
  }
  return { keeps, cost: columns.reduce((sum, value, column) => sum + value * (colCost[column] ?? 0), 0) };
}

it('holds exactly the rosters that break no hard rule, at what they cost', () => {
  let allowed = 0;
  fc.assert(
    fc.property(problems({ days: 7, slots: 10, people: 3 }), fc.infiniteStream(fc.nat(2)), (problem, draws) => {
      fc.pre(findFaults(problem).length === 0);
      // On a day off there is no column to say it with.
      const assignments = problem.people.flatMap(({ choices, daysOff }, person) =>
        choices.flatMap(({ slot, pinned }) => {
          const isDrawn = pinned === true || draws.next().value === 0;
          return isDrawn && !daysOff.includes(problem.slots[slot]?.day ?? -1) ? [{ person, slot }] : [];
        }),
      );
      const roster = toRoster(problem, assignments);
      const built = buildAssignmentModel(problem, clashesOf(problem), tiersOf(problem), { tier: 'sum', caps: [] });
      const columns = built.columnsOf(roster);
      const { keeps, cost } = judge(built, columns);
      const verdict = checkRoster(problem, assignments);
      expect(keeps).toBe(verdict.faults.length === 0);
      if (!keeps) return;
      allowed += 1;
      expect(cost + (problem.offset ?? 0)).toBeCloseTo(verdict.value, 6);
      expect(toAssignments(built.rosterOf(columns))).toEqual(toAssignments(roster));
    }),
    { numRuns: 1000, seed: 11 },
  );
  expect(allowed).toBeGreaterThan(100);
});

it('holds a tier at the value that it was given as a cap', () => {
  fc.assert(
    fc.property(problems({ days: 4, slots: 6, people: 3 }), (problem) => {
      fc.pre(findFaults(problem).length === 0);
      const tiers = tiersOf(problem);
      const nobody = toRoster(problem, []);
      const [stage] = checkRoster(problem, []).stages.entries();
      fc.pre(stage !== undefined && stage[1] > 0 && checkRoster(problem, []).faults.length === 0);
      const clashes = clashesOf(problem);
      const atMost = (caps: readonly number[]) => {
        const built = buildAssignmentModel(problem, clashes, tiers, { tier: 'sum', caps });
        return judge(built, built.columnsOf(nobody)).keeps;
      };
      expect(atMost(tiers.map(() => 1e9))).toBe(true);
      expect(atMost([-1])).toBe(false);
    }),
    { numRuns: 200, seed: 12 },
  );
});
