import { type Completion, completionOf, type DutyCosts } from './completion.ts';
import { costOfEnd, costOfStep, Labels, worstRegret } from './labels.ts';
import type { NetworkDay } from './network.ts';
import { beginsWeekend, type Paths } from './paths.ts';
import { LeastFirst } from './queue.ts';
import type { Step } from './steps.ts';

/** A roster of one person with its cost at the prices it was asked for. */
export interface Priced {
  readonly cost: number;
  readonly slots: readonly number[];
}

export interface PricingAnswer {
  /** The cheapest below the threshold, cheapest first. */
  readonly found: readonly Priced[];
  /** No roster of this person costs less. */
  readonly least: number;
  /** How much was done, in about simplex iterations of HiGHS. */
  readonly work: number;
}

export interface PricingQuestion {
  /** What a person on each slot is worth: taken off the cost. */
  readonly prices: Float64Array;
  /** 1 to count the choices' own costs and those of soft rules, 0 to leave them out. */
  readonly costFactor: 0 | 1;
  /** Only rosters that cost less are looked for. */
  readonly threshold: number;
  /** How many rosters to give at most. */
  readonly most: number;
  /** Labels to make at most; beyond them `least` is a bound only. */
  readonly labels: number;
}

/**
 * Finds the cheapest rosters of a person: labels (partial rosters) are continued in the order of the least they can end with, so that the first
 * that is whole is the cheapest of all.
 */
export function price(paths: Paths, question: PricingQuestion): PricingAnswer {
  const costs = dutyCostsOf(paths, question);
  const completion = completionOf(paths, costs, question.costFactor);
  if (completion.start >= question.threshold) return { found: [], least: completion.start, work: paths.work };
  return new Round(paths, question, costs, completion).run();
}

function dutyCostsOf({ network }: Paths, { prices, costFactor }: PricingQuestion): DutyCosts {
  return network.days.map(({ duties }) =>
    Float64Array.from(duties, ({ slots, cost }) =>
      slots.reduce((sum, slot) => sum - (prices[slot] ?? 0), cost * costFactor),
    ),
  );
}

const never = { min: null, max: null, rest: [] };

/** Labels that take as long as a simplex iteration of HiGHS. */
const labelsPerWork = 250;

/** One pricing of one person. */
class Round {
  readonly #paths: Paths;
  readonly #question: PricingQuestion;
  readonly #costs: DutyCosts;
  readonly #completion: Completion;
  readonly #labels: Labels;
  readonly #queue = new LeastFirst();
  readonly #scratch: Float64Array;
  /** By day: the step that leaves each state. */
  readonly #steps: Step[][];
  /** By day and place of a state: the last label put there. */
  readonly #heads: Int32Array[];

  constructor(paths: Paths, question: PricingQuestion, costs: DutyCosts, completion: Completion) {
    this.#paths = paths;
    this.#question = question;
    this.#costs = costs;
    this.#completion = completion;
    this.#labels = new Labels(paths.network.counts.length);
    this.#scratch = new Float64Array(paths.network.counts.length);
    this.#heads = completion.days.map(({ length }) => new Int32Array(length).fill(-1));
    this.#steps = paths.steps.map((steps) => {
      const byState: Step[] = [];
      for (const step of steps) byState[Math.max(0, step.from)] = step;
      return byState;
    });
  }

  run(): PricingAnswer {
    const { threshold, most } = this.#question;
    const found: Priced[] = [];
    this.#leave(0, -1);
    while (this.#queue.size > 0 && found.length < most && this.#labels.size < this.#question.labels) {
      const cost = this.#queue.least;
      const label = this.#queue.pop();
      const day = this.#labels.day[label] ?? 0;
      if (day === this.#paths.network.days.length) found.push({ cost, slots: this.#trace(label) });
      else if (this.#labels.alive[label] === 1) this.#leave(day + 1, label);
    }
    return {
      found,
      least: found[0]?.cost ?? Math.min(threshold, this.#queue.least),
      work: this.#paths.work + this.#labels.size / labelsPerWork,
    };
  }

  /** All ways from a label (−1: from before the horizon) through one day; after the last day it is settled. */
  #leave(day: number, label: number): void {
    const at = this.#paths.network.days[day];
    if (at === undefined) {
      this.#settle(day, label);
      return;
    }
    const { places } = this.#paths;
    const where = label < 0 ? 0 : (this.#labels.place[label] ?? 0);
    const step = this.#steps[day]?.[Math.floor(where / places)];
    if (step === undefined) return;
    const cost = label < 0 ? 0 : (this.#labels.cost[label] ?? 0);
    if (step.off >= 0 && !at.mustWork) {
      this.#read(label);
      const off = step.offCost * this.#question.costFactor;
      this.#put(day, cost + off, step.off * places + (where % places), label, -1);
    }
    if (step.run >= 0) this.#work(day, at, step, label, where % places, cost);
  }

  #work(day: number, at: NetworkDay, step: Step, label: number, place: number, before: number): void {
    const { network, states, places, moves } = this.#paths;
    const { costFactor } = this.#question;
    const begins = beginsWeekend(at, step.wasOn);
    for (let index = 0; index < at.duties.length; index += 1) {
      const duty = at.duties[index];
      const move = moves[day]?.[index * 2 + begins];
      if (duty === undefined || move?.fits[place] !== 1) continue;
      if (step.wasOn && at.follows[step.kind]?.[index] !== true) continue;
      let cost = before + step.onCost * costFactor + (this.#costs[day]?.[index] ?? 0);
      this.#read(label);
      for (let count = 0; count < network.counts.length; count += 1) {
        const grown = count === network.weekendCount ? begins : (duty.weights[count] ?? 0);
        if (grown === 0) continue;
        const value = this.#scratch[count] ?? 0;
        this.#scratch[count] = value + grown;
        const extra = costOfStep(network.counts[count] ?? never, value, value + grown);
        cost += extra === Number.POSITIVE_INFINITY ? extra : extra * costFactor;
      }
      const state = states[day]?.on(step.run, duty.kind) ?? 0;
      this.#put(day, cost, state * places + place + move.shift, label, index);
    }
  }

  /** The label's counts into the scratch. */
  #read(label: number): void {
    const { length } = this.#scratch;
    for (let count = 0; count < length; count += 1)
      this.#scratch[count] = label < 0 ? 0 : (this.#labels.values[label * length + count] ?? 0);
  }

  /** Adds a label unless it can't end below the threshold or another of its place is as good. */
  #put(day: number, cost: number, place: number, parent: number, duty: number): void {
    const labels = this.#labels;
    const whole = cost + (this.#completion.days[day]?.[place] ?? 0);
    const heads = this.#heads[day];
    if (heads === undefined || !(whole < this.#question.threshold)) return;
    let previous = -1;
    for (let other = heads[place] ?? -1; other >= 0; other = labels.next[other] ?? -1) {
      const values = other * this.#scratch.length;
      if (this.#dominates(day, labels.cost[other] ?? 0, labels.values, values, cost, this.#scratch, 0)) return;
      if (this.#dominates(day, cost, this.#scratch, 0, labels.cost[other] ?? 0, labels.values, values)) {
        const after = labels.next[other] ?? -1;
        labels.alive[other] = 0;
        if (previous < 0) heads[place] = after;
        else labels.next[previous] = after;
      } else previous = other;
    }
    const label = labels.add({ day, cost, place, parent, duty }, this.#scratch);
    labels.next[label] = heads[place] ?? -1;
    heads[place] = label;
    this.#queue.push(label, whole);
  }

  /** A whole roster, with what its unmet minimums cost. */
  #settle(day: number, last: number): void {
    const { network } = this.#paths;
    let cost = this.#labels.cost[last] ?? 0;
    this.#read(last);
    for (const [index, count] of network.counts.entries()) {
      const end = costOfEnd(count, this.#scratch[index] ?? 0);
      cost += end === Number.POSITIVE_INFINITY ? end : end * this.#question.costFactor;
    }
    if (!(cost < this.#question.threshold)) return;
    this.#queue.push(this.#labels.add({ day, cost, place: 0, parent: last, duty: -1 }, this.#scratch), cost);
  }

  #dominates(
    day: number,
    cost: number,
    values: Float64Array,
    at: number,
    otherCost: number,
    otherValues: Float64Array,
    otherAt: number,
  ): boolean {
    let sum = cost;
    if (sum > otherCost) return false;
    const { counts } = this.#paths.network;
    for (let count = 0; count < counts.length; count += 1) {
      const mine = values[at + count] ?? 0;
      const theirs = otherValues[otherAt + count] ?? 0;
      if (mine === theirs) continue;
      sum += worstRegret(counts[count] ?? never, day, mine, theirs);
      if (sum > otherCost) return false;
    }
    return true;
  }

  #trace(last: number): readonly number[] {
    const days: (readonly number[])[] = [];
    for (let label = last; label >= 0; label = this.#labels.parent[label] ?? -1) {
      const duty = this.#labels.duty[label] ?? -1;
      const day = this.#labels.day[label] ?? 0;
      if (duty >= 0) days.push(this.#paths.network.days[day]?.duties[duty]?.slots ?? []);
    }
    return days.reverse().flat();
  }
}
