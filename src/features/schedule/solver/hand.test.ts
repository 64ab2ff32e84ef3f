import fc from 'fast-check';
import { expect, it } from 'vitest';
import { clashesOf } from './conflicts.ts';
import { Hand } from './hand.ts';
import { findFaults } from './problem-faults.ts';
import { problems } from './problems.fixture.ts';
import { isAllowed, personCost } from './value.ts';

/** A problem whose only hard rules are maximums, which is what a hand looks after while slots are added. */
const onlyMaximums = problems({ days: 7, slots: 9, people: 2 }).map((problem) => ({
  ...problem,
  people: problem.people.map((person) => ({
    ...person,
    choices: person.choices.map(({ slot, cost }) => ({ slot, cost })),
    limits: person.limits.map(({ min, ...rest }) => (min?.cost === null ? rest : { ...rest, min })),
    runs: {
      ...person.runs,
      minDaysOn: person.runs.minDaysOn?.cost === null ? undefined : person.runs.minDaysOn,
      minDaysOff: person.runs.minDaysOff?.cost === null ? undefined : person.runs.minDaysOff,
    },
  })),
}));

it('takes exactly what keeps all hard maximums, and knows what it costs', () => {
  fc.assert(
    fc.property(onlyMaximums, fc.array(fc.nat(8), { maxLength: 20 }), (problem, order) => {
      fc.pre(findFaults(problem).length === 0);
      const clashes = clashesOf(problem);
      problem.people.forEach((person, index) => {
        const hand = new Hand(problem, person, clashes);
        fc.pre(isAllowed(problem, clashes, index, []));
        for (const slot of order) {
          if (hand.slots.includes(slot)) hand.drop(slot);
          else if (hand.mayEver(slot)) {
            expect(hand.mayTake(slot)).toBe(isAllowed(problem, clashes, index, [...hand.slots, slot]));
            if (hand.mayTake(slot)) hand.take(slot);
          }
          expect(hand.cost()).toBeCloseTo(personCost(problem, person, hand.slots), 6);
        }
      });
    }),
    { numRuns: 400, seed: 2 },
  );
});

it('notices a broken minimum, also of runs', () => {
  fc.assert(
    fc.property(problems({ days: 6, slots: 8, people: 1 }), fc.array(fc.nat(7), { maxLength: 6 }), (problem, order) => {
      const [person] = problem.people;
      if (person === undefined) return;
      const clashes = clashesOf(problem);
      const free = {
        ...problem,
        people: [{ ...person, choices: person.choices.map((one) => ({ ...one, pinned: false })) }],
      };
      const hand = new Hand(free, person, clashes);
      for (const slot of order)
        if (hand.mayEver(slot) && !hand.slots.includes(slot) && hand.mayTake(slot)) hand.take(slot);
      const allowed = isAllowed(free, clashes, 0, hand.slots);
      if (hand.slots.length > 0) expect(hand.keepsMinimums()).toBe(allowed);
    }),
    { numRuns: 600, seed: 3 },
  );
});
