import type { Assignment, Bound, RosterProblem } from './problem.ts';

/** What a roster does to a problem, found out from the problem alone: written from the words of problem.ts, sharing no code with the solver. */
export interface Verdict {
  readonly faults: readonly string[];
  /** Cost of missing people by importance. */
  readonly stages: ReadonlyMap<number, number>;
  readonly value: number;
}

export function checkRoster(problem: RosterProblem, assignments: readonly Assignment[]): Verdict {
  const faults: string[] = [];
  const stages = new Map<number, number>();
  let value = problem.offset ?? 0;
  for (let s = 0; s < problem.slots.length; s += 1) {
    const slot = at(problem.slots, s);
    const here = assignments.filter((one) => one.slot === s).length;
    if (here > slot.required + slot.overAllowed) faults.push(`${slot.id} has ${here} people`);
    const missing = here < slot.required ? slot.required - here : 0;
    if (slot.importance === null) value += missing * slot.underCost;
    else stages.set(slot.importance, (stages.get(slot.importance) ?? 0) + missing * slot.underCost);
    if (here > slot.required) value += (here - slot.required) * slot.overCost;
  }
  for (let p = 0; p < problem.people.length; p += 1) {
    const mine = assignments.filter((one) => one.person === p).map((one) => one.slot);
    value += checkPerson(problem, p, mine, (fault) => faults.push(`${at(problem.people, p).id}: ${fault}`));
  }
  return { faults, stages, value };
}

/** One person's costs; faults are told. */
export function checkPerson(
  problem: RosterProblem,
  p: number,
  mine: readonly number[],
  say: (fault: string) => void,
): number {
  const person = at(problem.people, p);
  let cost = 0;
  const excess = (name: string, by: number, bound: Bound | undefined) => {
    if (bound === undefined || by <= 0) return;
    if (bound.cost === null) say(`${name} by ${by}`);
    else cost += by * bound.cost;
  };
  if (new Set(mine).size !== mine.length) say('the same slot twice');
  for (const s of mine) {
    const choice = person.choices.find((one) => one.slot === s);
    if (choice === undefined) say(`may not work ${problem.slots[s]?.id}`);
    else cost += choice.cost;
    if (person.daysOff.includes(at(problem.slots, s).day)) say(`has day ${at(problem.slots, s).day} off`);
  }
  for (const choice of person.choices) if (choice.pinned && !mine.includes(choice.slot)) say('a pin was lifted');
  for (const a of mine) {
    for (const b of mine) {
      if (a === b) continue;
      const [one, two] = [at(problem.slots, a), at(problem.slots, b)];
      if (two.start >= one.start && two.start - one.end < person.minRestMinutes)
        say(`rest between ${one.id} and ${two.id}`);
      if ((problem.forbidden ?? []).some(([x, y]) => x === a && y === b)) say(`${one.id} with ${two.id}`);
    }
  }
  for (const limit of person.limits) {
    let total = 0;
    for (const term of limit.terms) if (mine.includes(term.slot)) total += term.weight;
    excess(`${limit.name} over`, total - (limit.max?.limit ?? 0), limit.max);
    excess(`${limit.name} under`, (limit.min?.limit ?? 0) - total, limit.min);
  }
  const on = Array.from({ length: problem.days }, (_, day) => mine.some((s) => at(problem.slots, s).day === day));
  const weekends = problem.weekends.filter((days) => days.some((day) => on[day])).length;
  excess('weekends', weekends - (person.maxWeekends?.limit ?? 0), person.maxWeekends);
  const { maxDaysOn, minDaysOn, minDaysOff, daysOnBefore = 0 } = person.runs;
  // A run is found at its first day; `before` are days on that lead into day 0, of which only the allowed number counts.
  const before = Math.min(daysOnBefore, maxDaysOn?.limit ?? daysOnBefore);
  for (let first = 0; first < problem.days; first += 1) {
    if (first > 0 && on[first] === on[first - 1]) continue;
    let end = first;
    while (end < problem.days && on[end] === on[first]) end += 1;
    const length = end - first;
    if (on[first]) excess('days in a row', length + (first === 0 ? before : 0) - (maxDaysOn?.limit ?? 0), maxDaysOn);
    if (first === 0 || end === problem.days) continue;
    const least = on[first] ? minDaysOn : minDaysOff;
    excess(on[first] ? 'a short run on' : 'a short run off', (least?.limit ?? 0) - length, least);
  }
  return cost;
}

/** @throws when there is none: a roster that names what isn't there is no roster */
function at<Thing>(things: readonly Thing[], index: number): Thing {
  const found = things[index];
  if (found === undefined) throw new RangeError(`Nothing at ${index}`);
  return found;
}
