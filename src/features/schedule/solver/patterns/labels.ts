import type { Count } from './network.ts';

/** One label's parts. */
export interface Label {
  /** The last day decided; one beyond the horizon when the roster is whole. */
  readonly day: number;
  readonly cost: number;
  readonly place: number;
  readonly parent: number;
  /** The duty worked, −1 when off. */
  readonly duty: number;
}

/** Partial rosters up to some day, in columns of numbers: objects would be most of the work. */
export class Labels {
  readonly #counts: number;
  size = 0;
  cost = new Float64Array(256);
  day = new Int32Array(256);
  place = new Int32Array(256);
  parent = new Int32Array(256);
  duty = new Int32Array(256);
  /** The next label of the same place, −1 when there is none. */
  next = new Int32Array(256);
  /** 0 when another does as well. */
  alive = new Int32Array(256);
  values: Float64Array;

  /** @param counts how many counts each label carries */
  constructor(counts: number) {
    this.#counts = counts;
    this.values = new Float64Array(256 * counts);
  }

  /** @returns the label's number */
  add({ day, cost, place, parent, duty }: Label, values: Float64Array): number {
    if (this.size === this.cost.length) this.#grow();
    const label = this.size;
    this.size += 1;
    this.day[label] = day;
    this.cost[label] = cost;
    this.place[label] = place;
    this.parent[label] = parent;
    this.duty[label] = duty;
    this.next[label] = -1;
    this.alive[label] = 1;
    for (let count = 0; count < this.#counts; count += 1)
      this.values[label * this.#counts + count] = values[count] ?? 0;
    return label;
  }

  #grow(): void {
    const size = this.size * 2;
    this.cost = longer(this.cost, size);
    this.values = longer(this.values, size * this.#counts);
    this.day = longerWhole(this.day, size);
    this.place = longerWhole(this.place, size);
    this.parent = longerWhole(this.parent, size);
    this.duty = longerWhole(this.duty, size);
    this.next = longerWhole(this.next, size);
    this.alive = longerWhole(this.alive, size);
  }
}

function longer(from: Float64Array, size: number) {
  const to = new Float64Array(size);
  to.set(from);
  return to;
}

function longerWhole(from: Int32Array, size: number) {
  const to = new Int32Array(size);
  to.set(from);
  return to;
}

/**
 * The most by which a count can make one label dearer than another in the days to come, when both do the same then. Infinite when the one
 * may break a hard bound that the other keeps.
 * @param mine the count's value in the label that wants to replace
 * @param theirs the value in the label to be replaced
 */
export function worstRegret(count: Count, day: number, mine: number, theirs: number): number {
  const { min, max } = count;
  if (max !== null && mine > theirs) {
    const over = mine + (count.rest[day] ?? 0) - max.limit;
    if (over <= 0) return 0;
    if (max.cost === null) return Number.POSITIVE_INFINITY;
    return max.cost * Math.max(0, Math.min(mine - theirs, over, max.limit - theirs));
  }
  if (min !== null && mine < theirs && mine < min.limit) {
    return min.cost === null ? Number.POSITIVE_INFINITY : min.cost * (Math.min(theirs, min.limit) - mine);
  }
  return 0;
}

/** What a count costs now that it goes from one value to the next; infinite when a hard maximum is passed. Minimums are settled at the end. */
export function costOfStep(count: Count, from: number, to: number): number {
  const { max } = count;
  if (max === null || to <= max.limit) return 0;
  return max.cost === null ? Number.POSITIVE_INFINITY : max.cost * (to - Math.max(from, max.limit));
}

/** What a count's minimum costs at the end. */
export function costOfEnd({ min }: Count, value: number): number {
  if (min === null || value >= min.limit) return 0;
  return min.cost === null ? Number.POSITIVE_INFINITY : min.cost * (min.limit - value);
}
