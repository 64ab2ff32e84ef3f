import { chanceOf } from './chance.ts';
import { Hand } from './hand.ts';
import { type Candidate, fillByMoves } from './moves.ts';
import { headcounts, inOrder, slotAt } from './roster.ts';
import type { Search } from './search.ts';

/** Tries per place, and in all: 600 places take about three seconds, 2,700 about twenty. */
const triesPerPlace = 4_000;
const mostTries = 6_000_000;
/** Tries that take as long as a simplex iteration of HiGHS. */
const triesPerWork = 500;
/** The temperature falls in this many steps, from a share of the usual difference between choices to nearly nothing. */
const steps = 60;
const warmest = 0.5;
const coldest = 0.005;

/**
 * Simulated annealing over a roster that is there: single shifts go to others or are exchanged, dearer rosters are taken for a while. Comes near
 * the best within seconds where shifts are loosely coupled, and leaves proofs and the last percents to HiGHS.
 */
export function anneal(search: Search): void {
  const { best, problem } = search;
  if (best === null) return;
  const table = new Table(search);
  const tries = Math.ceil(Math.min(mostTries, table.places.length * triesPerPlace) / steps);
  const usual = usualDifference(search);
  for (let step = 0; step < steps; step += 1) {
    const heat = usual * warmest * (coldest / warmest) ** (step / (steps - 1));
    for (let index = 0; index < tries; index += 1) {
      if (index % 1024 === 0 && search.isOver()) return;
      table.move(heat);
    }
    table.fill();
    search.spend(tries / triesPerWork);
    search.offer(table.hands.map(({ slots }) => inOrder(problem, slots)));
    if (search.isOver()) return;
  }
}

/** How far the costs of a person's choices lie apart, on average over people. */
function usualDifference({ problem }: Search): number {
  const spreads = problem.people.flatMap(({ choices }) => {
    if (choices.length < 2) return [];
    const mean = choices.reduce((sum, { cost }) => sum + cost, 0) / choices.length;
    return [choices.reduce((sum, { cost }) => sum + Math.abs(cost - mean), 0) / choices.length];
  });
  return Math.max(1, spreads.reduce((sum, spread) => sum + spread, 0) / Math.max(1, spreads.length));
}

interface Place {
  readonly slot: number;
  person: number;
}

/** The roster in hands, place by place. */
class Table {
  readonly hands: readonly Hand[];
  readonly places: Place[] = [];
  readonly #search: Search;
  readonly #chance: () => number;
  readonly #candidates: Candidate[][];

  constructor(search: Search) {
    const { problem, clashes, best, seed } = search;
    this.#search = search;
    this.#chance = chanceOf(seed);
    this.hands = problem.people.map((person) => new Hand(problem, person, clashes));
    this.#candidates = problem.slots.map(() => []);
    problem.people.forEach(({ choices }, person) => {
      for (const { slot, cost } of choices) this.#candidates[slot]?.push({ person, cost });
    });
    best?.roster.forEach((slots, person) => {
      for (const slot of slots) this.hands[person]?.take(slot);
    });
    this.#list();
  }

  #list(): void {
    this.places.length = 0;
    this.hands.forEach((hand, person) => {
      for (const slot of hand.slots) if (!hand.isPinned(slot)) this.places.push({ slot, person });
    });
  }

  /** What is short gets somebody, if it can be had by moving few. */
  fill(): void {
    const { problem } = this.#search;
    const counts = headcounts(
      problem,
      this.hands.map(({ slots }) => slots),
    );
    const short = problem.slots.flatMap(({ required, importance }, slot) =>
      importance !== null && (counts[slot] ?? 0) < required ? [slot] : [],
    );
    if (short.length === 0) return;
    short.sort((a, b) => (slotAt(problem, a).importance ?? 0) - (slotAt(problem, b).importance ?? 0));
    fillByMoves(problem, this.hands, this.#candidates, short, counts);
    this.#list();
  }

  /** One try: a place goes to somebody else, who gives one of theirs when they can't have both. */
  move(heat: number): void {
    const place = this.places[Math.floor(this.#chance() * this.places.length)];
    if (place === undefined) return;
    const { slot, person } = place;
    const candidates = this.#candidates[slot] ?? [];
    const other = candidates[Math.floor(this.#chance() * candidates.length)]?.person ?? person;
    const giver = this.hands[person];
    const taker = this.hands[other];
    if (giver === undefined || taker === undefined || giver === taker || taker.slots.includes(slot)) return;
    if (taker.mayTake(slot) && this.#chance() < 0.7) {
      this.#exchange(place, other, null, heat);
      return;
    }
    const blockers = taker.blockers(slot);
    if (blockers.length > 1) return;
    const back = blockers[0] ?? taker.slots[Math.floor(this.#chance() * taker.slots.length)];
    if (back === undefined || taker.isPinned(back) || !giver.mayEver(back) || giver.slots.includes(back)) return;
    this.#exchange(place, other, back, heat);
  }

  /** Gives the place to another, for one of theirs or for nothing, and takes it back unless it is worth it. */
  #exchange(place: Place, other: number, back: number | null, heat: number): void {
    const { slot, person } = place;
    const giver = this.hands[person];
    const taker = this.hands[other];
    if (giver === undefined || taker === undefined) return;
    const before = giver.cost() + taker.cost();
    giver.drop(slot);
    if (back !== null) taker.drop(back);
    const may = taker.mayTake(slot) && (back === null || giver.mayTake(back));
    if (may) {
      taker.take(slot);
      if (back !== null) giver.take(back);
      const dearer = giver.cost() + taker.cost() - before;
      const isTaken = dearer <= 0 || dearer < -heat * Math.log(this.#chance());
      if (isTaken && giver.keepsMinimums() && taker.keepsMinimums()) {
        place.person = other;
        if (back !== null) this.#rename(back, other, person);
        return;
      }
      taker.drop(slot);
      if (back !== null) giver.drop(back);
    }
    giver.take(slot);
    if (back !== null) taker.take(back);
  }

  #rename(slot: number, from: number, to: number): void {
    const place = this.places.find((one) => one.slot === slot && one.person === from);
    if (place !== undefined) place.person = to;
  }
}
