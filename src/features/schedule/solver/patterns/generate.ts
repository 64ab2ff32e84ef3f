import { personAt } from '../roster.ts';
import type { Search } from '../search.ts';
import { personCost } from '../value.ts';
import type { Master, MasterAnswer } from './master.ts';
import type { Paths } from './paths.ts';
import { price } from './pricing.ts';

export interface Generation {
  readonly search: Search;
  readonly paths: readonly Paths[];
  readonly master: Master;
  /** People whose rosters are still looked for. */
  readonly open: ReadonlySet<number>;
  readonly costFactor: 0 | 1;
  readonly rounds: number;
  /** Stops when the bound is this near to the value: below it nothing can be gained. */
  readonly closeEnough: number;
  /** A value that is good enough to stop at, where no bound is wanted. */
  readonly enough?: number;
}

export interface Generated {
  readonly answer: MasterAnswer;
  /** Of the linear program over all columns there are, in the problem's units without its offset. */
  readonly bound: number;
  readonly rounds: number;
}

/** What a roster must save at least for its column to be taken; below it is rounding. */
const saving = 1e-5;
/** Columns of a person in one round; more where few people are open, as solving the linear program takes longer than finding them. */
const leastColumns = 4;
const columnsOfRound = 160;
/** Labels of one pricing: few while columns are easily found, all (within memory) when a bound is wanted. */
const narrow = 4_000;
const wide = 400_000;

/** Adds columns until none helps any more: the bound is that of the whole problem then. Null when time ran out before the first solve. */
export function generateColumns(generation: Generation): Generated | null {
  const { master, search, open, closeEnough, enough } = generation;
  let answer = master.solve();
  if (answer === null) return null;
  let bound = Number.NEGATIVE_INFINITY;
  for (let round = 1; round <= generation.rounds; round += 1) {
    if (enough !== undefined && answer.value <= enough) return { answer, bound, rounds: round };
    let { added, reduced } = priceAll(generation, answer, narrow);
    if (added === 0 && enough === undefined) ({ added, reduced } = priceAll(generation, answer, wide));
    if (added < 0) return { answer, bound, rounds: round };
    bound = Math.max(bound, answer.value + reduced);
    if (added === 0 || answer.value - bound < closeEnough || search.isOver() || open.size === 0)
      return { answer, bound, rounds: round };
    const next = master.solve();
    if (next === null) return { answer, bound, rounds: round };
    answer = next;
  }
  return { answer, bound, rounds: generation.rounds };
}

function priceAll(
  generation: Generation,
  answer: MasterAnswer,
  labels: number,
): { readonly added: number; readonly reduced: number } {
  const { search, paths, master, open, costFactor } = generation;
  const { problem } = search;
  let added = 0;
  let reduced = 0;
  for (const person of open) {
    if (search.isOver()) return { added: -1, reduced: 0 };
    const way = paths[person];
    if (way === undefined) continue;
    const share = answer.shares[person] ?? 0;
    const { found, least, work } = price(way, {
      prices: answer.prices,
      costFactor,
      threshold: share - saving,
      most: Math.max(leastColumns, Math.round(columnsOfRound / open.size)),
      labels,
    });
    search.spend(work);
    reduced += Math.min(0, least - share);
    for (const { slots } of found) {
      if (master.add({ person, slots, cost: personCost(problem, personAt(problem, person), slots) })) added += 1;
    }
  }
  return { added, reduced };
}
