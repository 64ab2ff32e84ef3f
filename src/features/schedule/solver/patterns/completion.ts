import type { NetworkDay } from './network.ts';
import { beginsWeekend, type Paths } from './paths.ts';
import type { Step } from './steps.ts';

/** What each duty costs at the prices of the moment, by day. */
export type DutyCosts = readonly Float64Array[];

/** The least that a path can still cost, at the end of a day: `[day][state × places + place]`; and from the very start. */
export interface Completion {
  readonly days: readonly Float64Array[];
  readonly start: number;
}

/**
 * The numbers of one completion: some megabytes that are needed until the next pricing only, thousands of times. Left to the collector of garbage
 * they were a fifth of all work.
 */
class Page {
  #numbers = new Float64Array(1 << 16);
  #used = 0;
  #wanted = 0;

  /** Forgets all that was taken. */
  clear(): void {
    if (this.#wanted > this.#numbers.length) this.#numbers = new Float64Array(this.#wanted * 2);
    this.#used = 0;
    this.#wanted = 0;
  }

  /** So many numbers, all infinite. */
  take(length: number): Float64Array {
    this.#wanted += length;
    const end = this.#used + length;
    if (end > this.#numbers.length) return new Float64Array(length).fill(Number.POSITIVE_INFINITY);
    const taken = this.#numbers.subarray(this.#used, end).fill(Number.POSITIVE_INFINITY);
    this.#used = end;
    return taken;
  }
}

/** One for the thread: a completion is done with before the next begins. */
const page = new Page();

/** From the last day back, without the counts that labels carry: a bound from below, exact where none of them binds. */
export function completionOf(paths: Paths, costs: DutyCosts, costFactor: 0 | 1): Completion {
  const { network, places } = paths;
  const last = network.days.length - 1;
  const days: Float64Array[] = [];
  page.clear();
  const end = page.take((paths.states[last]?.count ?? 0) * places);
  for (let at = 0; at < end.length; at += 1) if (paths.ends[at % places] === 1) end[at] = 0;
  days[last] = end;
  for (let day = last; day > 0; day -= 1) {
    const before = page.take((paths.states[day - 1]?.count ?? 0) * places);
    stepBack(paths, day, costs, costFactor, days[day] ?? end, before);
    days[day - 1] = before;
  }
  const start = page.take(places);
  stepBack(paths, 0, costs, costFactor, days[0] ?? end, start);
  return { days, start: start[0] ?? Number.POSITIVE_INFINITY };
}

function stepBack(
  paths: Paths,
  day: number,
  costs: DutyCosts,
  costFactor: 0 | 1,
  after: Float64Array,
  before: Float64Array,
): void {
  const { places } = paths;
  const at = paths.network.days[day];
  if (at === undefined) return;
  const ways = new Map<number, Float64Array>();
  for (const step of paths.steps[day] ?? []) {
    const row = Math.max(0, step.from) * places;
    if (step.off >= 0 && !at.mustWork) lower(before, row, after, step.off * places, step.offCost * costFactor, places);
    if (step.run < 0) continue;
    const key = step.run * (at.follows.length + 1) + (step.wasOn ? step.kind + 1 : 0);
    const known = ways.get(key) ?? cheapestWork(paths, day, at, step, costs, after);
    ways.set(key, known);
    lower(before, row, known, 0, step.onCost * costFactor, places);
  }
}

/** `to[at + i]` becomes the lesser of itself and `from[start + i] + cost`. */
function lower(to: Float64Array, at: number, from: Float64Array, start: number, cost: number, length: number): void {
  for (let index = 0; index < length; index += 1) {
    const whole = (from[start + index] ?? 0) + cost;
    if (whole < (to[at + index] ?? 0)) to[at + index] = whole;
  }
}

/** For each place before the day, the least cost of working it and all that follows. */
function cheapestWork(
  paths: Paths,
  day: number,
  at: NetworkDay,
  step: Step,
  costs: DutyCosts,
  after: Float64Array,
): Float64Array {
  const { places, states, moves } = paths;
  const least = page.take(places);
  const dutyCosts = costs[day] ?? least;
  const begins = beginsWeekend(at, step.wasOn);
  for (let index = 0; index < at.duties.length; index += 1) {
    const duty = at.duties[index];
    const move = moves[day]?.[index * 2 + begins];
    if (duty === undefined || move === undefined || (step.wasOn && at.follows[step.kind]?.[index] !== true)) continue;
    const row = (states[day]?.on(step.run, duty.kind) ?? 0) * places + move.shift;
    const { fits } = move;
    const cost = dutyCosts[index] ?? 0;
    for (let place = 0; place < places; place += 1) {
      if (fits[place] === 0) continue;
      const whole = cost + (after[row + place] ?? 0);
      if (whole < (least[place] ?? 0)) least[place] = whole;
    }
  }
  return least;
}
