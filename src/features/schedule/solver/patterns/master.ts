import type { Model } from 'highs';
import { type Aim, costOfMissing, scaleOf } from '../assignment-model.ts';
import { ModelDraft, unbounded } from '../matrix.ts';
import type { RosterProblem } from '../problem.ts';
import type { Search } from '../search.ts';
import type { Tier } from '../stages.ts';

/** One person's whole roster as a column. */
export interface Column {
  readonly person: number;
  readonly slots: readonly number[];
  /** In the last stage, with the person's soft rules. */
  readonly cost: number;
}

/** What the master's linear program says; all in the problem's own units, without its offset. */
export interface MasterAnswer {
  readonly value: number;
  /** What one more person on each slot is worth. */
  readonly prices: Float64Array;
  /** What each person's row is worth: a column is wanted when its cost less its slots' prices is below this. */
  readonly shares: Float64Array;
  /** How much of each column is taken. */
  readonly taken: Float64Array;
}

const keyOf = ({ person, slots }: Column) => `${person}:${slots.join()}`;

/** What a column costs beyond what its places are worth at the prices of an answer. @param costFactor 0 where only missing people cost */
export function reducedCost(
  { person, slots, cost }: Column,
  { prices, shares }: Pick<MasterAnswer, 'prices' | 'shares'>,
  costFactor: 0 | 1,
): number {
  return slots.reduce((sum, slot) => sum - (prices[slot] ?? 0), cost * costFactor - (shares[person] ?? 0));
}

/** HiGHS' numbers for its two simplex methods. */
const dualSimplex = 1;
const primalSimplex = 4;

/** Iterations on so few rows that take as long as one of a whole-number program. */
const iterationsPerWork = 5;

/**
 * The linear program over columns: each person takes one roster, each slot has its people or pays for their lack or excess. Lives in HiGHS, so
 * that each solve begins where the last ended.
 */
export class Master {
  readonly columns: Column[] = [];
  readonly #model: Model;
  readonly #aim: Aim;
  readonly #search: Search;
  readonly #problem: RosterProblem;
  readonly #scale: number;
  readonly #first: number;
  #isFixed = false;
  /** The number of each column, by who works what. */
  readonly #known = new Map<string, number>();

  constructor(search: Search, aim: Aim) {
    const { highs, problem, tiers } = search;
    this.#search = search;
    this.#problem = problem;
    this.#aim = aim;
    this.#scale = aim.tier === 'sum' ? scaleOf(problem) : 1;
    const draft = emptyMaster(problem, tiers, aim, this.#scale);
    this.#first = draft.columns;
    const { integrality: _, ...model } = draft.finish();
    this.#model = highs.createModel(model);
    this.#model.options.set({ output_flag: false, presolve: 'off', solver: 'simplex' });
  }

  /** Takes a column unless it is there already. */
  add(column: Column): boolean {
    const key = keyOf(column);
    if (this.#known.has(key)) return false;
    this.#known.set(key, this.columns.length);
    this.columns.push(column);
    const rows = [...column.slots.map((slot) => slot + this.#problem.people.length), column.person].toSorted(
      (a, b) => a - b,
    );
    this.#model.addCol(this.#aim.tier === 'sum' ? column.cost * this.#scale : 0, 0, unbounded, {
      indices: rows,
      values: rows.map(() => 1),
    });
    return true;
  }

  /** Takes a column wholly, or lets it be chosen again. Free columns have no upper bound: it would take part of their price. */
  fix(column: number, whole: boolean): void {
    this.#isFixed = true;
    this.#model.changeColBounds(this.#first + column, whole ? 1 : 0, whole ? 1 : unbounded);
  }

  /** @returns null when time ran out or it isn't solvable */
  solve(): MasterAnswer | null {
    const { watch, highs } = this.#search;
    this.#model.zeroAllClocks();
    this.#model.options.set({
      time_limit: Math.max(0.01, watch.limit - watch.seconds()),
      // The last answer is still dual feasible after fixing, and primal feasible after adding columns.
      simplex_strategy: this.#isFixed ? dualSimplex : primalSimplex,
    });
    this.#isFixed = false;
    const { modelStatus } = this.#model.run();
    this.#search.spend(Number(this.#model.info.get('simplex_iteration_count')) / iterationsPerWork);
    if (modelStatus === highs.constants.modelStatus.timeLimit) watch.onOver?.();
    if (modelStatus !== highs.constants.modelStatus.optimal) return null;
    const { colValue, rowDual } = this.#model.getSolution();
    if (colValue === undefined || rowDual === undefined) return null;
    const people = this.#problem.people.length;
    return {
      value: this.#model.getObjectiveValue() / this.#scale,
      shares: rowDual.slice(0, people).map((dual) => dual / this.#scale),
      prices: rowDual.slice(people, people + this.#problem.slots.length).map((dual) => dual / this.#scale),
      taken: colValue.slice(this.#first),
    };
  }

  /** A smaller one with some of the columns only, of which these are taken wholly: it is solved in a fraction of the time. */
  narrowed(columns: readonly Column[], whole: readonly Column[]): Master {
    const narrow = new Master(this.#search, this.#aim);
    for (const column of columns) narrow.add(column);
    for (const column of whole) {
      narrow.add(column);
      narrow.fix(narrow.#known.get(keyOf(column)) ?? 0, true);
    }
    return narrow;
  }

  close(): void {
    this.#model.dispose();
  }
}

/** A person without a roster costs more than any roster can. */
function dearestLack(problem: RosterProblem, tiers: readonly Tier[], aim: Aim): number {
  let most = 1;
  problem.slots.forEach((slot, index) => {
    most = Math.max(most, costOfMissing(problem, tiers, aim, index), aim.tier === 'sum' ? slot.overCost : 0);
  });
  for (const { choices } of problem.people) for (const { cost } of choices) most = Math.max(most, Math.abs(cost));
  return most * problem.days * 2;
}

/** Rows: people first, then slots, then kept tiers. Columns: one lack per person, then under and over. */
export function emptyMaster(problem: RosterProblem, tiers: readonly Tier[], aim: Aim, scale: number): ModelDraft {
  const draft = new ModelDraft();
  const sum = aim.tier === 'sum';
  const lack = dearestLack(problem, tiers, aim) * scale;
  for (const _ of problem.people) {
    const column = draft.column(lack, 0, 1, 'real');
    draft.row(1, 1, [[column, 1]]);
  }
  const under = problem.slots.map((slot, index) => {
    const row: [number, number][] = [];
    let missing: number | null = null;
    if (slot.required > 0) {
      missing = draft.column(costOfMissing(problem, tiers, aim, index) * scale, 0, slot.required, 'real');
      row.push([missing, 1]);
    }
    if (slot.overAllowed > 0)
      row.push([draft.column(sum ? slot.overCost * scale : 0, 0, slot.overAllowed, 'real'), -1]);
    draft.row(slot.required, slot.required, row);
    return missing;
  });
  aim.caps.forEach((cap, tier) => {
    const entries = under.flatMap((column, slot): [number, number][] =>
      column === null ? [] : [[column, tiers[tier]?.weights[slot] ?? 0]],
    );
    draft.row(-unbounded, cap + 1e-6, entries);
  });
  return draft;
}
