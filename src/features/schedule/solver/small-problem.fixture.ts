import type { Choice, Person, RosterProblem, Slot } from './problem.ts';

/** A slot of eight hours from `hour` on, that one person is required for. */
export function slot(id: string, day: number, hour = 8, parts: Partial<Slot> = {}): Slot {
  const start = (day * 24 + hour) * 60;
  return {
    id,
    day,
    start,
    end: start + 8 * 60,
    paidMinutes: 8 * 60,
    required: 1,
    importance: 0,
    underCost: 1,
    overAllowed: 0,
    overCost: 0,
    ...parts,
  };
}

/** Somebody who may work these slots for nothing. */
export function person(id: string, slots: readonly number[], parts: Partial<Person> = {}): Person {
  return {
    id,
    choices: slots.map((one): Choice => ({ slot: one, cost: 0 })),
    limits: [],
    minRestMinutes: 11 * 60,
    runs: {},
    daysOff: [],
    ...parts,
  };
}

export function problem(
  slots: readonly Slot[],
  people: readonly Person[],
  parts: Partial<RosterProblem> = {},
): RosterProblem {
  return { days: 1 + Math.max(...slots.map(({ day }) => day)), weekends: [], slots, people, ...parts };
}
