import type { Aim } from '../assignment-model.ts';
import { scaleOf } from '../assignment-model.ts';
import { solveMip } from '../mip.ts';
import type { Roster } from '../roster.ts';
import { inOrder } from '../roster.ts';
import type { Search } from '../search.ts';
import { type Column, emptyMaster } from './master.ts';

/** The most work that one choice is worth. */
const mostWork = 60_000;

/** The best roster that these columns can make, beginning from the best known. Its columns must be among them. */
export function chooseColumns(search: Search, columns: readonly Column[], aim: Aim): void {
  const { problem, tiers, highs, seed, watch } = search;
  const scale = aim.tier === 'sum' ? scaleOf(problem) : 1;
  const draft = emptyMaster(problem, tiers, aim, scale);
  const first = draft.columns;
  for (const { person, slots, cost } of columns) {
    const rows = [person, ...slots.map((slot) => problem.people.length + slot)];
    draft.columnIn(aim.tier === 'sum' ? cost * scale : 0, rows);
  }
  const rosterOf = (values: Float64Array): Roster | null => {
    const roster: (readonly number[])[] = problem.people.map(() => []);
    for (let person = 0; person < roster.length; person += 1) if ((values[person] ?? 0) > 0.5) return null;
    columns.forEach(({ person, slots }, index) => {
      if ((values[first + index] ?? 0) > 0.5) roster[person] = inOrder(problem, slots);
    });
    return roster;
  };
  const offer = (values: Float64Array) => {
    const roster = rosterOf(values);
    if (roster !== null) search.offer(roster);
  };
  const result = solveMip(highs, {
    model: draft.finish(),
    watch,
    work: Math.min(mostWork, search.workLeft),
    gap: aim.tier === 'sum' ? search.gap : 0,
    seed,
    onBetter: offer,
  });
  search.spend(result.work);
  if (result.columns !== null) offer(result.columns);
}
