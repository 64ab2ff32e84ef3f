import type { Roster } from '../roster.ts';
import { type Generation, generateColumns } from './generate.ts';
import type { MasterAnswer } from './master.ts';

/** Columns taken to more than this are made whole in one step; at least one is. */
const nearlyWhole = 0.85;
/** Rounds of pricing after each step: enough to answer what was fixed, far from proving anything. */
const roundsPerStep = 12;

/**
 * Makes a fractional answer whole: fixes the rosters that are nearly taken, prices again for the others, and so on. Bounds of columns are put
 * back afterwards.
 * @returns null when time ran out
 */
export function dive(generation: Generation, begin: MasterAnswer): Roster | null {
  const { master, search } = generation;
  const open = new Set(generation.open);
  const touched = new Set<number>();
  const chosen: (readonly number[])[] = search.problem.people.map(() => []);
  let answer = begin;
  try {
    while (open.size > 0) {
      if (search.isOver()) return null;
      const picks = pick(generation, open, answer);
      if (picks.length === 0) return null;
      for (const column of picks) {
        const { person, slots } = master.columns[column] ?? { person: -1, slots: [] };
        chosen[person] = slots;
        open.delete(person);
        master.fix(column, true);
        touched.add(column);
      }
      if (open.size === 0) break;
      const next = generateColumns({ ...generation, open, rounds: roundsPerStep });
      if (next === null) return null;
      answer = next.answer;
    }
    return chosen;
  } finally {
    for (const column of touched) master.fix(column, false);
  }
}

/** The columns to fix next, at most one of a person: all that are nearly whole, else the largest. */
function pick({ master }: Generation, open: ReadonlySet<number>, { taken }: MasterAnswer): readonly number[] {
  const best = new Map<number, number>();
  master.columns.forEach(({ person }, column) => {
    if (!open.has(person)) return;
    const known = best.get(person);
    if (known === undefined || (taken[column] ?? 0) > (taken[known] ?? 0)) best.set(person, column);
  });
  const sorted = [...best.values()].filter((column) => (taken[column] ?? 0) > 1e-6);
  sorted.sort((a, b) => (taken[b] ?? 0) - (taken[a] ?? 0) || a - b);
  const whole = sorted.filter((column) => (taken[column] ?? 0) > nearlyWhole);
  return whole.length > 0 ? whole : sorted.slice(0, 1);
}
