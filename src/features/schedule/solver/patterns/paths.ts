import type { Network, NetworkDay } from './network.ts';
import { type DayStates, type Step, statesOf, stepsInto } from './steps.ts';

/** What working a duty does to the place: how far it moves, and from which places it may. */
export interface Move {
  readonly shift: number;
  /** By place: 1 when no maximum is passed. */
  readonly fits: Uint8Array;
}

/**
 * A network with what every pricing needs again, told once. A place is how many units, weekends and uses of the tightest count there are, as
 * one number.
 */
export interface Paths {
  readonly network: Network;
  readonly states: readonly DayStates[];
  readonly steps: readonly (readonly Step[])[];
  readonly places: number;
  /** `[day][duty × 2 + (1 when it begins a weekend)]` */
  readonly moves: readonly (readonly Move[])[];
  /** By place: 1 when the minimum of units is reached. */
  readonly ends: Uint8Array;
  /** Of one pricing, in about simplex iterations of HiGHS. */
  readonly work: number;
}

/** Places of states that take as long as a simplex iteration of HiGHS. */
const placesPerWork = 30_000;

export function pathsOf(network: Network): Paths {
  const sizes = sizesOf(network);
  const places = sizes.reduce((product, size) => product * size, 1);
  const fits = new Map<string, Move>();
  const ends = new Uint8Array(places);
  for (let place = 0; place < places; place += 1)
    ends[place] = (digits(sizes, place)[0] ?? 0) >= network.minUnits ? 1 : 0;
  const states = network.days.map((_, day) => statesOf(network, day));
  return {
    network,
    states,
    steps: network.days.map((_, day) => stepsInto(network, day)),
    places,
    moves: network.days.map((day) => movesOf(network, day, sizes, fits)),
    ends,
    work: (places * states.reduce((sum, { count }) => sum + count, 0)) / placesPerWork,
  };
}

/** Whether working a day begins a worked weekend. */
export function beginsWeekend(at: NetworkDay, wasOn: boolean): 0 | 1 {
  return at.weekend === 1 && !(at.sameWeekend && wasOn) ? 1 : 0;
}

function sizesOf(network: Network): readonly number[] {
  const tight = network.counts[network.tightCount]?.max?.limit ?? 0;
  return [network.maxUnits + 1, (network.maxWeekends ?? 0) + 1, tight + 1];
}

function movesOf(
  network: Network,
  day: NetworkDay,
  sizes: readonly number[],
  known: Map<string, Move>,
): readonly Move[] {
  return day.duties.flatMap(({ units, weights }) =>
    [0, 1].map((begins) => {
      const weekend = network.maxWeekends === null ? 0 : begins;
      const by = [units, weekend, weights[network.tightCount] ?? 0];
      const key = by.join();
      const move = known.get(key) ?? moveBy(sizes, by);
      known.set(key, move);
      return move;
    }),
  );
}

function moveBy(sizes: readonly number[], by: readonly number[]): Move {
  const shift = by.reduce((sum, step, index) => sum * (sizes[index] ?? 1) + step, 0);
  const places = sizes.reduce((product, size) => product * size, 1);
  const fits = new Uint8Array(places);
  for (let place = 0; place < places; place += 1) {
    const at = digits(sizes, place);
    fits[place] = at.every((digit, index) => digit + (by[index] ?? 0) < (sizes[index] ?? 1)) ? 1 : 0;
  }
  return { shift, fits };
}

function digits(sizes: readonly number[], place: number): readonly number[] {
  const found: number[] = [];
  let rest = place;
  for (const size of sizes.toReversed()) {
    found.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return found;
}
