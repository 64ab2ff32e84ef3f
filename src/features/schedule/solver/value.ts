import type { Clashes } from './conflicts.ts';
import { conflictsOf } from './conflicts.ts';
import type { Bound, Person, RosterProblem } from './problem.ts';
import { headcounts, personAt, type Roster, slotAt } from './roster.ts';
import { countedBefore, runsOf } from './runs.ts';
import { type Tier, tierValue } from './stages.ts';

/** What a roster is worth: tiers first, most important first, then the sum. */
export interface Worth {
  readonly tiers: readonly number[];
  readonly sum: number;
}

/** Costs are integers; what lies closer is the same value with rounding. */
export const sameValue = 1e-4;

/** Negative when `a` is better. */
export function compareWorth(a: Worth, b: Worth): number {
  for (let tier = 0; tier < a.tiers.length; tier += 1) {
    const difference = (a.tiers[tier] ?? 0) - (b.tiers[tier] ?? 0);
    if (Math.abs(difference) > sameValue) return difference;
  }
  return Math.abs(a.sum - b.sum) > sameValue ? a.sum - b.sum : 0;
}

/** True when all that can be added up is whole numbers. */
export function hasWholeValues(problem: RosterProblem): boolean {
  const isBound = (bound: Bound | undefined) =>
    bound === undefined || bound.cost === null || (Number.isInteger(bound.cost) && Number.isInteger(bound.limit));
  return (
    Number.isInteger(problem.offset ?? 0) &&
    problem.slots.every(({ underCost, overCost }) => Number.isInteger(underCost) && Number.isInteger(overCost)) &&
    problem.people.every(
      ({ choices, limits, runs, maxWeekends }) =>
        choices.every(({ cost }) => Number.isInteger(cost)) &&
        limits.every(
          ({ min, max, terms }) =>
            isBound(min) && isBound(max) && terms.every(({ weight }) => Number.isInteger(weight)),
        ) &&
        [runs.maxDaysOn, runs.minDaysOn, runs.minDaysOff, maxWeekends].every(isBound),
    )
  );
}

/** Values a roster; hard rules aren't looked at, see `isAllowed`. */
export function worthOf(problem: RosterProblem, tiers: readonly Tier[], roster: Roster): Worth {
  const counts = headcounts(problem, roster);
  let sum = problem.offset ?? 0;
  problem.slots.forEach((slot, index) => {
    const count = counts[index] ?? 0;
    if (slot.importance === null) sum += slot.underCost * Math.max(0, slot.required - count);
    sum += slot.overCost * Math.max(0, count - slot.required);
  });
  problem.people.forEach((person, index) => {
    sum += personCost(problem, person, roster[index] ?? []);
  });
  return { tiers: tiers.map((tier) => tierValue(problem, tier, counts)), sum };
}

/** One person's costs: of their choices and of every soft rule. */
export function personCost(problem: RosterProblem, person: Person, slots: readonly number[]): number {
  const costs = new Map(person.choices.map((choice) => [choice.slot, choice.cost]));
  let sum = 0;
  for (const slot of slots) sum += costs.get(slot) ?? 0;
  for (const { amount, bound } of excesses(problem, person, slots)) sum += amount * (bound.cost ?? 0);
  return sum;
}

/** True when a person's slots keep all of their hard rules. */
export function isAllowed(problem: RosterProblem, clashes: Clashes, index: number, slots: readonly number[]): boolean {
  const person = personAt(problem, index);
  const worked = new Set(slots);
  const known = new Set(person.choices.map((choice) => choice.slot));
  if (worked.size < slots.length || slots.some((slot) => !known.has(slot))) return false;
  if (person.choices.some((choice) => choice.pinned === true && !worked.has(choice.slot))) return false;
  if (slots.some((slot) => person.daysOff.includes(slotAt(problem, slot).day))) return false;
  const { between } = conflictsOf(problem, person, clashes);
  if (slots.some((slot, at) => slots.slice(at + 1).some((other) => between(slot, other)))) return false;
  return excesses(problem, person, slots).every(({ bound }) => bound.cost !== null);
}

/** True when nobody's hard rules are broken and no slot has more people than it may. */
export function isRosterAllowed(problem: RosterProblem, clashes: Clashes, roster: Roster): boolean {
  const counts = headcounts(problem, roster);
  const crowded = problem.slots.some((slot, index) => (counts[index] ?? 0) > slot.required + slot.overAllowed);
  return !crowded && problem.people.every((_, index) => isAllowed(problem, clashes, index, roster[index] ?? []));
}

/** By how much each bound of a person is passed; only those that are. */
function excesses(
  problem: RosterProblem,
  person: Person,
  slots: readonly number[],
): readonly { readonly amount: number; readonly bound: Bound; readonly rule: string }[] {
  const found: { amount: number; bound: Bound; rule: string }[] = [];
  const over = (rule: string, amount: number, bound: Bound | undefined) => {
    if (bound !== undefined && amount > bound.limit) found.push({ amount: amount - bound.limit, bound, rule });
  };
  const under = (rule: string, amount: number, bound: Bound | undefined) => {
    if (bound !== undefined && amount < bound.limit) found.push({ amount: bound.limit - amount, bound, rule });
  };
  const worked = new Set(slots);
  for (const limit of person.limits) {
    const total = limit.terms.reduce((sum, term) => sum + (worked.has(term.slot) ? term.weight : 0), 0);
    over(limit.name, total, limit.max);
    under(limit.name, total, limit.min);
  }
  const days = new Set(slots.map((slot) => slotAt(problem, slot).day));
  const weekends = problem.weekends.filter((weekend) => weekend.some((day) => days.has(day))).length;
  over('weekends', weekends, person.maxWeekends);
  for (const run of runsOf(problem.days, days, countedBefore(person.runs))) {
    if (run.on) over('days in a row', run.length, person.runs.maxDaysOn);
    if (run.touchesEdge) continue;
    if (run.on) under('fewest days in a row', run.length, person.runs.minDaysOn);
    else under('fewest days off in a row', run.length, person.runs.minDaysOff);
  }
  return found;
}
