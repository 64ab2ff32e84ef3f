import type { Highs } from 'highs';
import { type Clashes, clashesOf } from './conflicts.ts';
import type { Progress, RosterProblem } from './problem.ts';
import { headcounts, type Roster } from './roster.ts';
import { type Tier, tiersOf } from './stages.ts';
import { compareWorth, hasWholeValues, isRosterAllowed, sameValue, type Worth, worthOf } from './value.ts';
import { isOver, until, type Watch } from './watch.ts';

/** A roster with its worth. */
export interface Found {
  readonly roster: Roster;
  readonly worth: Worth;
}

/** What a search tells while it runs. */
export interface Listener {
  readonly onBest: (found: Found) => void;
  readonly onProgress: (progress: Progress) => void;
  /** What others found since the last time. */
  readonly hear?: () => Roster | null;
}

export interface SearchSettings {
  readonly problem: RosterProblem;
  readonly highs: Highs;
  readonly watch: Watch;
  readonly seed: number;
  /** Ends when this share of the value separates it from the bound. */
  readonly gap: number;
  /** Work in all, in about simplex iterations; makes the result the same whatever the machine's speed. */
  readonly work: number;
  readonly listener: Listener;
}

/** The life of one search: the best roster so far, kept outside of every solver, and what is known about it. */
export class Search {
  readonly problem: RosterProblem;
  readonly highs: Highs;
  readonly seed: number;
  readonly gap: number;
  readonly clashes: Clashes;
  readonly tiers: readonly Tier[];
  readonly #listener: Listener;
  /** Every roster's value is a whole number, so a bound may be rounded up to one. */
  readonly #isWhole: boolean;
  #watch: Watch;
  #workLeft: number;
  #hurried = false;
  #best: Found | null = null;
  #bound: number | null = null;
  #tier: number | 'sum' = 'sum';

  constructor({ problem, highs, watch, seed, gap, work, listener }: SearchSettings) {
    this.problem = problem;
    this.highs = highs;
    this.#watch = {
      ...watch,
      onOver: () => {
        this.#hurried = true;
        watch.onOver?.();
      },
    };
    this.seed = seed;
    this.gap = gap;
    this.clashes = clashesOf(problem);
    this.tiers = tiersOf(problem);
    this.#isWhole = hasWholeValues(problem);
    this.#workLeft = work;
    this.#listener = listener;
  }

  get watch(): Watch {
    return this.#watch;
  }

  /** Does a step of the search with a share of the time and work that are left. */
  within<Result>(share: number, step: () => Result): Result {
    const watch = this.#watch;
    const kept = Number.isFinite(this.#workLeft) ? this.#workLeft * (1 - share) : 0;
    this.#watch = until(watch, watch.seconds() + (watch.limit - watch.seconds()) * share);
    this.#workLeft -= kept;
    try {
      return step();
    } finally {
      this.#watch = watch;
      this.#workLeft += kept;
    }
  }

  /** True when time or work of this step is used up. */
  isOver(): boolean {
    return this.#workLeft <= 0 || isOver(this.#watch);
  }

  /** True when time, or the wish to stop, has decided something: the same again may give another roster. */
  get hurried(): boolean {
    return this.#hurried;
  }

  get best(): Found | null {
    return this.#best;
  }

  /** No roster has a lower sum; `null` when that isn't known. */
  get bound(): number | null {
    return this.#bound;
  }

  get workLeft(): number {
    return this.#workLeft;
  }

  spend(work: number): void {
    this.#workLeft -= work;
  }

  /** Takes a roster when it keeps every hard rule and is better than the best; solvers aren't believed. */
  offer(roster: Roster): boolean {
    const worth = worthOf(this.problem, this.tiers, roster);
    if (this.#best !== null && compareWorth(worth, this.#best.worth) >= 0) return false;
    if (!isRosterAllowed(this.problem, this.clashes, roster)) return false;
    this.#best = { roster, worth };
    this.#listener.onBest(this.#best);
    this.#tell();
    return true;
  }

  /** Takes over what another thread has found, when it is better. */
  hear(): void {
    const heard = this.#listener.hear?.() ?? null;
    if (heard !== null) this.offer(heard);
  }

  /** Says which tier is being worked on. */
  enter(tier: number | 'sum'): void {
    this.#tier = tier;
    this.#tell();
  }

  /** A proven bound of the sum, with the problem's offset. */
  raiseBound(proven: number): void {
    const bound = this.#isWhole ? Math.ceil(proven - sameValue) : proven;
    if (!Number.isFinite(bound) || (this.#bound !== null && bound <= this.#bound)) return;
    this.#bound = bound;
    this.#tell();
  }

  /** True when the best is proven within the gap. */
  isProven(): boolean {
    if (this.#best === null || this.#bound === null) return false;
    const { sum } = this.#best.worth;
    return sum - this.#bound <= Math.max(1e-6, this.gap * Math.abs(sum));
  }

  #tell(): void {
    if (this.#best === null) return;
    const { worth, roster } = this.#best;
    const counts = headcounts(this.problem, roster);
    const missing = this.problem.slots.reduce(
      (sum, slot, index) => sum + Math.max(0, slot.required - (counts[index] ?? 0)),
      0,
    );
    const tier = this.#tier;
    this.#listener.onProgress({
      stage: tier === 'sum' ? null : (this.tiers[tier]?.importances[0] ?? null),
      best: tier === 'sum' ? worth.sum : (worth.tiers[tier] ?? 0),
      bound: tier === 'sum' ? this.#bound : null,
      missing,
      seconds: this.watch.seconds(),
    });
  }
}
