import type { RosterProblem, StageValue } from './problem.ts';
import { headcounts, type Roster } from './roster.ts';

/**
 * One step of the lexicographic order: the stages it stands for, melted into weights of missing people. Stages are melted where their exact
 * order survives it, because a scheduling order that ranks each shift by itself would otherwise mean hundreds of solves.
 */
export interface Tier {
  readonly importances: readonly number[];
  /** Per slot what a missing person costs in this tier; 0 when the slot belongs to another. */
  readonly weights: Float64Array;
}

/** Beyond this ratio between weights the solver's tolerances (10⁻⁶ on rows, 10⁻⁷ on costs) lose the smallest of them. */
const widestRange = 1e6;

/** Tiers, most important first. Slots of importance `null` are in none. */
export function tiersOf(problem: RosterProblem): readonly Tier[] {
  const order = [...new Set(problem.slots.flatMap(({ importance }) => (importance === null ? [] : [importance])))];
  const tiers: Tier[] = [];
  let group: number[] = [];
  let range = 1;
  // From the least important up: each stage's unit must outweigh everything below it in its group.
  for (const importance of order.toSorted((a, b) => b - a)) {
    const span = 1 + stageTotal(problem, importance);
    if (group.length > 0 && (range * span > widestRange || !Number.isInteger(span))) {
      tiers.push(melt(problem, group));
      group = [];
      range = 1;
    }
    group.push(importance);
    range *= span;
  }
  if (group.length > 0) tiers.push(melt(problem, group));
  return tiers.reverse();
}

function stageTotal(problem: RosterProblem, importance: number): number {
  return problem.slots.reduce(
    (sum, slot) => sum + (slot.importance === importance ? slot.underCost * Math.max(0, slot.required) : 0),
    0,
  );
}

function melt(problem: RosterProblem, ascending: readonly number[]): Tier {
  const weights = new Float64Array(problem.slots.length);
  let unit = 1;
  for (const importance of ascending) {
    problem.slots.forEach((slot, index) => {
      if (slot.importance === importance) weights[index] = slot.underCost * unit;
    });
    unit *= 1 + stageTotal(problem, importance);
  }
  return { importances: ascending.toReversed(), weights };
}

/** The value of a tier for known headcounts. */
export function tierValue(problem: RosterProblem, tier: Tier, counts: Int32Array): number {
  let sum = 0;
  problem.slots.forEach((slot, index) => {
    const weight = tier.weights[index] ?? 0;
    if (weight > 0) sum += weight * Math.max(0, slot.required - (counts[index] ?? 0));
  });
  return sum;
}

/** What the stages of a roster are worth, for the answer. */
export function stageValues(problem: RosterProblem, roster: Roster): readonly StageValue[] {
  const counts = headcounts(problem, roster);
  const found = new Map<number, StageValue>();
  problem.slots.forEach((slot, index) => {
    if (slot.importance === null) return;
    const missing = Math.max(0, slot.required - (counts[index] ?? 0));
    const known = found.get(slot.importance) ?? { importance: slot.importance, value: 0, missing: 0 };
    found.set(slot.importance, {
      ...known,
      value: known.value + missing * slot.underCost,
      missing: known.missing + missing,
    });
  });
  return [...found.values()].toSorted((a, b) => a.importance - b.importance);
}
