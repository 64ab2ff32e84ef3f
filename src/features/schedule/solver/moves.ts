import type { Hand } from './hand.ts';
import type { RosterProblem } from './problem.ts';
import { slotAt } from './roster.ts';

/** Somebody who may work a slot, and for what. */
export interface Candidate {
  readonly person: number;
  readonly cost: number;
}

/** How many people may be moved for one place, and how many tries all places have: together well under a second. */
const deepest = 3;
const mostTries = 400_000;

/**
 * Fills what is short by moving others: somebody takes the place and leaves what stands against it, which somebody else takes, and so on. Finds
 * in milliseconds what costs HiGHS seconds when nearly everything is filled.
 */
export function fillByMoves(
  problem: RosterProblem,
  hands: readonly Hand[],
  candidates: readonly (readonly Candidate[])[],
  order: readonly number[],
  counts: Int32Array,
): void {
  const moves = new Moves(hands, candidates);
  for (const slot of order) {
    while ((counts[slot] ?? 0) < slotAt(problem, slot).required) {
      const placed = Array.from({ length: deepest + 1 }, (_, depth) => depth).some((depth) =>
        moves.place(slot, depth, []),
      );
      if (!placed) break;
      counts[slot] = (counts[slot] ?? 0) + 1;
    }
  }
}

class Moves {
  readonly #hands: readonly Hand[];
  readonly #candidates: readonly (readonly Candidate[])[];
  #tries = 0;

  constructor(hands: readonly Hand[], candidates: readonly (readonly Candidate[])[]) {
    this.#hands = hands;
    this.#candidates = candidates;
  }

  /**
   * Gives one place of a slot to somebody, moving at most `depth` people in a chain; puts everything back when that fails.
   * @param moved people who have been moved already and stay
   */
  place(slot: number, depth: number, moved: readonly number[]): boolean {
    for (const { person } of this.#candidates[slot] ?? []) {
      const hand = this.#hands[person];
      if (hand === undefined || moved.includes(person) || hand.slots.includes(slot)) continue;
      if (hand.mayTake(slot)) {
        hand.take(slot);
        return true;
      }
      if (depth > 0 && this.#exchange(hand, slot, depth, [...moved, person])) return true;
      if (this.#tries > mostTries) return false;
    }
    return false;
  }

  #exchange(hand: Hand, slot: number, depth: number, moved: readonly number[]): boolean {
    const blockers = hand.blockers(slot);
    if (blockers.length > 2 || blockers.some((other) => hand.isPinned(other))) return false;
    const others = hand.slots.filter((other) => !blockers.includes(other) && !hand.isPinned(other));
    for (const leaving of [blockers, ...others.map((other) => [...blockers, other])]) {
      if (leaving.length === 0 || leaving.length > depth) continue;
      this.#tries += 1;
      if (this.#tries > mostTries) return false;
      for (const other of leaving) hand.drop(other);
      if (hand.mayTake(slot)) {
        hand.take(slot);
        if (this.#placeAll(leaving, depth - 1, moved)) return true;
        hand.drop(slot);
      }
      for (const other of leaving) hand.take(other);
    }
    return false;
  }

  #placeAll(slots: readonly number[], depth: number, moved: readonly number[]): boolean {
    const [first, second] = slots;
    if (first === undefined) return true;
    if (second === undefined) return this.place(first, depth, moved);
    // With two to place only simple takers: what a chain has moved couldn't be told back.
    const takers = (this.#candidates[first] ?? []).flatMap(({ person }) => this.#hands[person] ?? []);
    for (const hand of takers) {
      if (moved.some((person) => this.#hands[person] === hand) || hand.slots.includes(first) || !hand.mayTake(first))
        continue;
      hand.take(first);
      if (this.place(second, 0, moved)) return true;
      hand.drop(first);
    }
    return false;
  }
}
