import type { Assignment, Person, RosterProblem } from './problem.ts';

/** The slots of each person, ascending by start; the solver's own form of a roster. */
export type Roster = readonly (readonly number[])[];

/** Groups assignments by person. */
export function toRoster(problem: RosterProblem, assignments: readonly Assignment[]): Roster {
  const roster: number[][] = problem.people.map(() => []);
  for (const { person, slot } of assignments) roster[person]?.push(slot);
  return roster.map((slots) => inOrder(problem, slots));
}

export function toAssignments(roster: Roster): readonly Assignment[] {
  return roster.flatMap((slots, person) => slots.map((slot) => ({ person, slot })));
}

/** Slots ascending by start, then by place in the list. */
export function inOrder(problem: RosterProblem, slots: readonly number[]): readonly number[] {
  return slots.toSorted((a, b) => slotAt(problem, a).start - slotAt(problem, b).start || a - b);
}

/** @throws when there is no such slot: the problem was checked before */
export function slotAt(problem: RosterProblem, slot: number) {
  const found = problem.slots[slot];
  if (found === undefined) throw new RangeError(`No slot ${slot}`);
  return found;
}

/** @throws when there is no such person */
export function personAt(problem: RosterProblem, person: number): Person {
  const found = problem.people[person];
  if (found === undefined) throw new RangeError(`No person ${person}`);
  return found;
}

/** How many people work each slot. */
export function headcounts(problem: RosterProblem, roster: Roster): Int32Array {
  const counts = new Int32Array(problem.slots.length);
  for (const slots of roster) for (const slot of slots) counts[slot] = (counts[slot] ?? 0) + 1;
  return counts;
}
