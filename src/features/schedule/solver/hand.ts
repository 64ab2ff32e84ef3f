import { type Clashes, conflictsOf } from './conflicts.ts';
import type { Bound, Person, RosterProblem } from './problem.ts';
import { slotAt } from './roster.ts';
import { countedBefore, runsOf } from './runs.ts';

interface Effect {
  readonly limit: number;
  readonly weight: number;
}

function effectsOf(person: Person): ReadonlyMap<number, readonly Effect[]> {
  const effects = new Map<number, Effect[]>(person.choices.map(({ slot }) => [slot, []]));
  person.limits.forEach(({ terms }, limit) => {
    for (const { slot, weight } of terms) effects.get(slot)?.push({ limit, weight });
  });
  return effects;
}

/** One person's roster while it grows. */
export class Hand {
  readonly slots: number[] = [];
  minutes = 0;
  #choiceCost = 0;
  readonly #hasRunCosts: boolean;
  readonly #hasMinimums: boolean;
  readonly #costs: ReadonlyMap<number, number>;
  readonly #pinned: ReadonlySet<number>;
  readonly #problem: RosterProblem;
  readonly #person: Person;
  readonly #between: (a: number, b: number) => boolean;
  /** Slots on each day. */
  readonly #days: Int32Array;
  readonly #totals: number[];
  /** What each slot adds to which limits. */
  readonly #effects: ReadonlyMap<number, readonly Effect[]>;

  constructor(problem: RosterProblem, person: Person, clashes: Clashes) {
    this.#problem = problem;
    this.#person = person;
    this.#between = conflictsOf(problem, person, clashes).between;
    this.#costs = new Map(person.choices.map(({ slot, cost }) => [slot, cost]));
    this.#days = new Int32Array(problem.days);
    this.#pinned = new Set(person.choices.flatMap((choice) => (choice.pinned === true ? [choice.slot] : [])));
    const { maxDaysOn, minDaysOn, minDaysOff } = person.runs;
    this.#hasRunCosts = [maxDaysOn, minDaysOn, minDaysOff].some((bound) => (bound?.cost ?? 0) > 0);
    this.#hasMinimums = [minDaysOn, minDaysOff, ...person.limits.map(({ min }) => min)].some(
      (min) => min?.cost === null,
    );
    this.#totals = person.limits.map(() => 0);
    this.#effects = effectsOf(person);
  }

  /** The slots that would have to go for this one by time, rest or pairs. */
  blockers(slot: number): readonly number[] {
    return this.slots.filter((other) => this.#between(other, slot));
  }

  isPinned(slot: number): boolean {
    return this.#pinned.has(slot);
  }

  /** Whether the slot is a choice of this person at all. */
  mayEver(slot: number): boolean {
    return this.#costs.has(slot);
  }

  take(slot: number): void {
    this.slots.push(slot);
    this.#count(slot, 1);
  }

  drop(slot: number): void {
    this.slots.splice(this.slots.indexOf(slot), 1);
    this.#count(slot, -1);
  }

  #count(slot: number, by: 1 | -1): void {
    const { paidMinutes, day } = slotAt(this.#problem, slot);
    this.#choiceCost += by * (this.#costs.get(slot) ?? 0);
    this.minutes += by * paidMinutes;
    this.#days[day] = (this.#days[day] ?? 0) + by;
    const effects = this.#effects.get(slot) ?? [];
    for (const { limit, weight } of effects) this.#totals[limit] = (this.#totals[limit] ?? 0) + by * weight;
  }

  /** Whether all hard maximums are kept with this slot too. */
  mayTake(slot: number): boolean {
    const { day } = slotAt(this.#problem, slot);
    const { limits, daysOff } = this.#person;
    if (daysOff.includes(day) || this.slots.some((other) => other === slot || this.#between(other, slot))) return false;
    const effects = this.#effects.get(slot) ?? [];
    const passes = effects.some(({ limit, weight }) => {
      const max = limits[limit]?.max;
      return max?.cost === null && weight > 0 && (this.#totals[limit] ?? 0) + weight > max.limit;
    });
    return !passes && ((this.#days[day] ?? 0) > 0 || this.#mayWork(day));
  }

  #mayWork(day: number): boolean {
    const { runs, maxWeekends } = this.#person;
    const worksOn = (one: number) => one === day || (this.#days[one] ?? 0) > 0;
    const { maxDaysOn } = runs;
    if (maxDaysOn?.cost === null) {
      let [first, last] = [day, day];
      while (first > 0 && worksOn(first - 1)) first -= 1;
      while (last + 1 < this.#problem.days && worksOn(last + 1)) last += 1;
      if (last - first + 1 + (first === 0 ? countedBefore(runs) : 0) > maxDaysOn.limit) return false;
    }
    if (maxWeekends?.cost !== null) return true;
    return this.#problem.weekends.filter((weekend) => weekend.some(worksOn)).length <= maxWeekends.limit;
  }

  /** The person's costs: of choices and of every soft rule; what `personCost` says, told from running totals. */
  cost(): number {
    let sum = this.#choiceCost;
    const { limits, maxWeekends } = this.#person;
    for (let index = 0; index < limits.length; index += 1) {
      const total = this.#totals[index] ?? 0;
      const limit = limits[index];
      if (limit?.max !== undefined) sum += Math.max(0, total - limit.max.limit) * (limit.max.cost ?? 0);
      if (limit?.min !== undefined) sum += Math.max(0, limit.min.limit - total) * (limit.min.cost ?? 0);
    }
    if (typeof maxWeekends?.cost === 'number' && maxWeekends.cost > 0)
      sum += Math.max(0, this.#weekends() - maxWeekends.limit) * maxWeekends.cost;
    return this.#hasRunCosts ? sum + this.#runs((bound) => bound.cost ?? 0) : sum;
  }

  /** Whether hard minimums are kept as they are now. */
  keepsMinimums(): boolean {
    if (!this.#hasMinimums) return true;
    const { limits } = this.#person;
    const short = limits.some(({ min }, index) => min?.cost === null && (this.#totals[index] ?? 0) < min.limit);
    return !short && this.#runs((bound) => (bound.cost === null ? 1 : 0)) === 0;
  }

  #weekends(): number {
    return this.#problem.weekends.filter((weekend) => weekend.some((day) => (this.#days[day] ?? 0) > 0)).length;
  }

  /** Sums up by how much runs pass their bounds, each times its weight. */
  #runs(weightOf: (bound: Bound) => number): number {
    const { runs } = this.#person;
    const { maxDaysOn, minDaysOn, minDaysOff } = runs;
    const days = new Set([...this.#days.keys()].filter((day) => (this.#days[day] ?? 0) > 0));
    let sum = 0;
    const add = (by: number, bound: Bound | undefined) => {
      if (bound !== undefined && by > 0) sum += by * weightOf(bound);
    };
    for (const { on, length, touchesEdge } of runsOf(this.#problem.days, days, countedBefore(runs))) {
      if (on) add(length - (maxDaysOn?.limit ?? 0), maxDaysOn);
      const least = on ? minDaysOn : minDaysOff;
      if (!touchesEdge) add((least?.limit ?? 0) - length, least);
    }
    return sum;
  }
}
