import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clashesOf } from './conflicts.ts';
import { fillGreedily } from './greedy.ts';
import { cutPart } from './part.ts';
import { problems } from './problems.fixture.ts';
import { tiersOf } from './stages.ts';
import { worthOf } from './value.ts';

it('a part differs from the whole only by what stays, whatever is done inside', () => {
  const random = problems({ days: 6, slots: 8, people: 4 });
  fc.assert(
    fc.property(
      random,
      fc.subarray([0, 1, 2, 3]),
      fc.subarray([0, 1, 2, 3, 4, 5]),
      fc.boolean(),
      (problem, some, days, all) => {
        const people = new Set(some.filter((person) => person < problem.people.length));
        const roster = fillGreedily(problem, clashesOf(problem));
        const part = cutPart(problem, roster, { people, days: all ? null : new Set(days) });
        const worth = (inside: readonly (readonly number[])[]) => ({
          inside: worthOf(part.problem, tiersOf(part.problem), inside).sum,
          whole: worthOf(problem, tiersOf(problem), part.merge(inside)).sum,
        });
        expect(part.merge(part.inside)).toEqual(roster);
        const before = worth(part.inside);
        const after = worth(part.inside.map(() => []));
        expect(after.whole - before.whole).toBeCloseTo(after.inside - before.inside, 6);
      },
    ),
    { numRuns: 500, seed: 6 },
  );
});

it('what is outside the free days is pinned, and what is pinned stays so', () => {
  fc.assert(
    fc.property(problems({ days: 4, slots: 8, people: 3 }), (problem) => {
      const roster = fillGreedily(problem, clashesOf(problem));
      const part = cutPart(problem, roster, { people: new Set(problem.people.keys()), days: new Set([1]) });
      part.problem.people.forEach(({ choices }, person) => {
        for (const { slot, pinned } of choices) {
          if (part.problem.slots[slot]?.day !== 1) expect(pinned).toBe(true);
          if (pinned === true) expect(part.inside[person]).toContain(slot);
        }
      });
    }),
    { numRuns: 200, seed: 7 },
  );
});
