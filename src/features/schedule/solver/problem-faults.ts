import { clashesOf, conflictsOf } from './conflicts.ts';
import type { Person, RosterProblem } from './problem.ts';
import { slotAt } from './roster.ts';

/** What makes no sense about a problem before any solving, as sentences; empty when it can be solved. */
export function findFaults(problem: RosterProblem): readonly string[] {
  const shape = [...slotFaults(problem), ...problem.people.flatMap((person) => personFaults(problem, person))];
  // What is pinned is only looked at when the numbers can be trusted.
  return shape.length > 0 ? shape : pinFaults(problem);
}

function slotFaults({ slots, days, weekends, forbidden = [] }: RosterProblem): string[] {
  const faults = slots.flatMap(({ id, day, start, end, required, overAllowed, underCost, overCost }) => [
    ...(Number.isInteger(day) && day >= 0 && day < days
      ? []
      : [`Shift ${id} is on day ${day}, outside the ${days} days.`]),
    ...(end > start ? [] : [`Shift ${id} ends before it begins.`]),
    ...(Number.isInteger(required) && required >= 0 ? [] : [`Shift ${id} requires ${required} people.`]),
    ...(overAllowed >= 0 ? [] : [`Shift ${id} allows ${overAllowed} people more than required.`]),
    ...(underCost >= 0 && overCost >= 0 ? [] : [`Shift ${id} has a negative cost of too few or too many people.`]),
  ]);
  if (weekends.flat().some((day) => !(day >= 0 && day < days))) faults.push('A weekend lies outside the horizon.');
  if (forbidden.flat().some((slot) => slots[slot] === undefined)) faults.push('A forbidden pair names no shift.');
  return faults;
}

function personFaults(
  { slots, days }: RosterProblem,
  { id, choices, limits, runs, maxWeekends, ...person }: Person,
): string[] {
  const faults: string[] = [];
  const say = (wrong: boolean, sentence: string) => {
    if (wrong) faults.push(`${id}: ${sentence}`);
  };
  say(
    choices.some(({ slot }) => slots[slot] === undefined),
    'has a choice that is no shift.',
  );
  say(new Set(choices.map(({ slot }) => slot)).size < choices.length, 'has the same shift as a choice twice.');
  say(
    choices.some(({ cost }) => !Number.isFinite(cost)),
    'has a choice whose cost is no number.',
  );
  say(!(person.minRestMinutes >= 0), `has a rest of ${person.minRestMinutes} minutes.`);
  say(
    person.daysOff.some((day) => !(day >= 0 && day < days)),
    'has a day off outside the horizon.',
  );
  for (const { name, min, max, terms } of limits) {
    say(
      terms.some(({ slot, weight }) => slots[slot] === undefined || !Number.isFinite(weight)),
      `${name} names no shift.`,
    );
    const contradict = min?.cost === null && max?.cost === null && min.limit > max.limit;
    say(contradict, `${name} must be at least ${min?.limit} and at most ${max?.limit}.`);
  }
  const { maxDaysOn, minDaysOn, minDaysOff } = runs;
  const bounds = [maxDaysOn, minDaysOn, minDaysOff, maxWeekends, ...limits.flatMap(({ min, max }) => [min, max])];
  say(
    bounds.some((bound) => bound !== undefined && !Number.isFinite(bound.limit)),
    'has a limit that is no number.',
  );
  say(
    bounds.some((bound) => typeof bound?.cost === 'number' && !(bound.cost >= 0)),
    'has a rule with a negative cost.',
  );
  const runsContradict = maxDaysOn?.cost === null && minDaysOn?.cost === null && minDaysOn.limit > maxDaysOn.limit;
  say(runsContradict, `must work at least ${minDaysOn?.limit} and at most ${maxDaysOn?.limit} days in a row.`);
  return faults;
}

/** What is pinned must be possible by itself: else nothing could be answered, and nobody would see why. */
function pinFaults(problem: RosterProblem): string[] {
  const clashes = clashesOf(problem);
  const nameOf = (slot: number) => slotAt(problem, slot).id;
  const faults = problem.people.flatMap((person) => {
    const { between } = conflictsOf(problem, person, clashes);
    const pinned = person.choices.filter((choice) => choice.pinned === true).map(({ slot }) => slot);
    const off = pinned.filter((slot) => person.daysOff.includes(slotAt(problem, slot).day));
    const pairs = pinned.flatMap((slot, at) =>
      pinned.slice(at + 1).flatMap((other) => (between(slot, other) ? [[nameOf(slot), nameOf(other)]] : [])),
    );
    const over = person.limits.flatMap(({ name, max, terms }) => {
      const total = terms.reduce((sum, { slot, weight }) => sum + (pinned.includes(slot) ? weight : 0), 0);
      const keepsSign = terms.every(({ weight }) => weight >= 0);
      return max?.cost === null && keepsSign && total > max.limit ? [{ name, total, limit: max.limit }] : [];
    });
    return [
      ...off.map((slot) => `${person.id} is pinned to ${nameOf(slot)} on a day off.`),
      ...pairs.map(([a, b]) => `${person.id} is pinned to ${a} and ${b}, which overlap or leave too little rest.`),
      ...over.map(
        ({ name, total, limit }) => `${person.id}: ${name} is ${total} by what is pinned alone; ${limit} is the most.`,
      ),
    ];
  });
  const counts = new Int32Array(problem.slots.length);
  for (const { choices } of problem.people)
    for (const { slot, pinned } of choices) if (pinned === true) counts[slot] = (counts[slot] ?? 0) + 1;
  problem.slots.forEach(({ id, required, overAllowed }, slot) => {
    const count = counts[slot] ?? 0;
    if (count > required + overAllowed)
      faults.push(`${count} people are pinned to ${id}, which takes ${required + overAllowed}.`);
  });
  return faults;
}
