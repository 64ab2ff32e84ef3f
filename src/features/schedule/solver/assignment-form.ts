import { type Aim, buildAssignmentModel } from './assignment-model.ts';
import { solveLinear, solveMip } from './mip.ts';
import type { RosterProblem } from './problem.ts';
import type { Search } from './search.ts';
import type { Tier } from './stages.ts';
import { sameValue } from './value.ts';

/** Of the time that is left all tiers together may take this share; the sum gets the rest. */
const tierShare = 0.5;

/** How a step ended: proven best, out of time or work, or no roster keeps the hard rules. */
export type StepEnd = 'proven' | 'limit' | 'infeasible';

/** Solves the whole problem as one whole-number program per tier and one for the sum. */
export function solveByAssignment(search: Search): StepEnd {
  const ended = settleTiers(search);
  return ended === 'proven' ? solveSum(search) : ended;
}

/**
 * Brings the tiers to their best values, one after the other. First all at once, without order: usually everything can be filled, and then that
 * was all.
 */
export function settleTiers(search: Search): StepEnd {
  return search.within(tierShare, () => settleEach(search));
}

function settleEach(search: Search): StepEnd {
  const { tiers } = search;
  const caps: number[] = [];
  if (tiers.length > 1 && !isSettled(search, tiers.length)) {
    search.enter(0);
    if (run(search, { tier: 'all', caps }) === 'infeasible') return 'infeasible';
  }
  for (const tier of tiers.keys()) {
    if (!isSettled(search, tier + 1)) {
      search.enter(tier);
      if (run(search, { tier, caps }) === 'infeasible') return 'infeasible';
    }
    const reached = search.best?.worth.tiers[tier];
    if (reached === undefined || search.isOver()) return 'limit';
    caps.push(reached);
  }
  return 'proven';
}

/** Whether the first tiers can't be better by the number of people there are alone. */
function isSettled({ problem, tiers, best }: Search, count: number): boolean {
  return tiers.slice(0, count).every(({ weights }, tier) => {
    const known = best?.worth.tiers[tier];
    return known !== undefined && known <= leastMissing(problem, weights) + sameValue;
  });
}

/** Minimises the sum, with the tiers kept at what they have reached. */
export function solveSum(search: Search): StepEnd {
  search.enter('sum');
  return run(search, { tier: 'sum', caps: search.best?.worth.tiers ?? [] });
}

/** A bound of the sum from the linear program alone: seconds, where the whole-number program takes minutes. */
export function boundSum(search: Search): void {
  const { problem, clashes, tiers, highs, watch } = search;
  const built = buildAssignmentModel(problem, clashes, tiers, { tier: 'sum', caps: search.best?.worth.tiers ?? [] });
  const { integrality: _, ...model } = built.model;
  const value = solveLinear(highs, model, watch);
  search.spend(model.numCols / 5);
  if (value !== null) search.raiseBound(value / built.scale - roundingOf(value) + (problem.offset ?? 0));
}

/** An interior point without crossover ends within 10⁻⁷ of the optimum. */
function roundingOf(value: number): number {
  return 1e-6 * Math.abs(value);
}

/** What can't be filled because too few people may: a bound without any solving. */
export function leastMissing(problem: RosterProblem, weights: Tier['weights']): number {
  const candidates = new Int32Array(problem.slots.length);
  for (const { choices } of problem.people)
    for (const { slot } of choices) candidates[slot] = (candidates[slot] ?? 0) + 1;
  return problem.slots.reduce(
    (sum, slot, index) => sum + (weights[index] ?? 0) * Math.max(0, slot.required - (candidates[index] ?? 0)),
    0,
  );
}

function run(search: Search, aim: Aim): StepEnd {
  const { problem, clashes, tiers, highs, seed, gap } = search;
  const built = buildAssignmentModel(problem, clashes, tiers, aim);
  const offset = problem.offset ?? 0;
  const raise = (bound: number) => {
    if (aim.tier === 'sum') search.raiseBound(bound / built.scale + offset);
  };
  const result = solveMip(highs, {
    model: built.model,
    ...(search.best === null ? {} : { start: built.columnsOf(search.best.roster) }),
    watch: search.watch,
    work: search.workLeft,
    gap: aim.tier === 'sum' ? gap : 0,
    seed,
    onBetter: (columns) => search.offer(built.rosterOf(columns)),
    onBound: raise,
  });
  search.spend(result.work);
  if (result.columns !== null) search.offer(built.rosterOf(result.columns));
  if (result.status === 'infeasible') return search.best === null ? 'infeasible' : 'limit';
  raise(result.bound);
  return result.status === 'optimal' ? 'proven' : 'limit';
}
