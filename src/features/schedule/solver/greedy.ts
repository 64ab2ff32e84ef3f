import type { Clashes } from './conflicts.ts';
import { Hand } from './hand.ts';
import { type Candidate, fillByMoves } from './moves.ts';
import type { RosterProblem } from './problem.ts';
import { headcounts, inOrder, personAt, type Roster, slotAt } from './roster.ts';

/**
 * A first roster within milliseconds: the most important slots first, among them those with fewest candidates, each to whom it costs least.
 * Keeps all hard maximums; minimums (of hours, of runs) it knows nothing of, so the result must be checked.
 */
export function fillGreedily(problem: RosterProblem, clashes: Clashes): Roster {
  const hands = problem.people.map((person) => new Hand(problem, person, clashes));
  const candidates: Candidate[][] = problem.slots.map(() => []);
  problem.people.forEach(({ choices }, person) => {
    for (const { slot, cost, pinned } of choices) {
      candidates[slot]?.push({ person, cost });
      if (pinned === true) hands[person]?.take(slot);
    }
  });
  const counts = headcounts(
    problem,
    hands.map(({ slots }) => slots),
  );
  const order = fillingOrder(problem, candidates);
  for (const slot of order) {
    const { required, importance, underCost } = slotAt(problem, slot);
    const worth = importance === null ? underCost : Number.POSITIVE_INFINITY;
    const cheapest = (candidates[slot] ?? []).toSorted((a, b) => a.cost - b.cost || load(hands, a) - load(hands, b));
    for (const { person, cost } of cheapest) {
      if ((counts[slot] ?? 0) >= required || cost >= worth) break;
      if (hands[person]?.mayTake(slot) !== true) continue;
      hands[person]?.take(slot);
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
  }
  const short = order.filter((slot) => slotAt(problem, slot).importance !== null);
  fillByMoves(problem, hands, candidates, short, counts);
  return hands.map(({ slots }) => inOrder(problem, slots));
}

function load(hands: readonly Hand[], { person }: { person: number }): number {
  return hands[person]?.minutes ?? 0;
}

function fillingOrder(problem: RosterProblem, candidates: readonly (readonly unknown[])[]): readonly number[] {
  const rank = (slot: number) => slotAt(problem, slot).importance ?? Number.MAX_SAFE_INTEGER;
  const spare = (slot: number) => (candidates[slot]?.length ?? 0) - slotAt(problem, slot).required;
  return [...problem.slots.keys()].toSorted((a, b) => rank(a) - rank(b) || spare(a) - spare(b) || a - b);
}

/** Takes away all that isn't pinned from whose minimums are broken: a smaller roster is often allowed. */
export function withoutBroken(problem: RosterProblem, roster: Roster, isAllowed: (person: number) => boolean): Roster {
  return roster.map((slots, person) => {
    if (isAllowed(person)) return slots;
    const pinned = new Set(personAt(problem, person).choices.flatMap((one) => (one.pinned === true ? [one.slot] : [])));
    return slots.filter((slot) => pinned.has(slot));
  });
}
