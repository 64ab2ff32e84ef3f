import { headcounts, type Roster, slotAt } from '../roster.ts';
import type { Search } from '../search.ts';
import type { Paths } from './paths.ts';
import { price } from './pricing.ts';

/** Passes over all people: the first makes a roster from nothing, the others improve it. */
const passes = 3;
const labels = 20_000;

/**
 * A first roster by planning one person after the other exactly, against what the others leave: keeps minimums of hours and runs, which filling
 * slot by slot can't.
 */
export function replan(search: Search, paths: readonly Paths[]): void {
  const { problem } = search;
  const roster: (readonly number[])[] = (search.best?.roster ?? problem.people.map(() => [])).map((slots) => slots);
  const ready = problem.people.map(() => search.best !== null);
  for (let pass = 0; pass < passes; pass += 1) {
    for (const [person, way] of paths.entries()) {
      if (search.isOver()) return;
      roster[person] = [];
      const prices = worthOfPlaces(search, roster);
      const { found, work } = price(way, {
        prices,
        costFactor: 1,
        threshold: Number.POSITIVE_INFINITY,
        most: 1,
        labels,
      });
      search.spend(work);
      const best = found[0];
      if (best === undefined) return;
      roster[person] = best.slots;
      ready[person] = true;
    }
    if (ready.every(Boolean)) search.offer([...roster]);
  }
}

/** What one more person is worth on each slot: more than anything below it, stage by stage, as far as numbers reach. */
function worthOfPlaces({ problem, tiers }: Search, roster: Roster): Float64Array {
  const counts = headcounts(problem, roster);
  const step = 1e3;
  return Float64Array.from(problem.slots, (_, slot) => {
    const { required, overAllowed, overCost, underCost, importance } = slotAt(problem, slot);
    const count = counts[slot] ?? 0;
    if (count >= required + overAllowed) return -1e12;
    if (count >= required) return -overCost;
    if (importance === null) return underCost;
    const tier = tiers.findIndex(({ importances }) => importances.includes(importance));
    return Math.min(1e12, (tiers[tier]?.weights[slot] ?? 1) * 1e6 * step ** (tiers.length - 1 - tier));
  });
}
