import type { Roster } from '../roster.ts';
import { type Generation, generateColumns } from './generate.ts';
import type { MasterAnswer } from './master.ts';

/** Columns taken to more than this are made whole in one step. */
const nearlyWhole = 0.85;
/** When they are few: of the people still open, how many a step makes whole. Larger steps leave the last people rosters that nothing can mend. */
const shareOfStep = 0.04;
/** How far these must be taken. */
const halfWhole = 0.5;
/** Rounds of pricing after each step: enough to answer what was fixed, far from proving anything. */
const roundsPerStep = 12;
/** What all steps together may cost without an answer, as a share of the value. */
const nearEnough = 0.0002;

/**
 * Makes a fractional answer whole: fixes the rosters that are nearly taken, prices again for the others, and so on. Out of time or work, whoever is
 * open gets the roster that is taken most. Bounds of columns are put back afterwards.
 * @returns null when there is no roster for somebody
 */
export function dive(generation: Generation, begin: MasterAnswer): Roster | null {
  const { master, search } = generation;
  const open = new Set(generation.open);
  const touched = new Set<number>();
  const chosen: (readonly number[])[] = search.problem.people.map(() => []);
  const enough = begin.value + Math.abs(begin.value) * nearEnough;
  let answer = begin;
  try {
    while (open.size > 0) {
      const most = mostTaken(generation, open, answer);
      const isLast = search.isOver();
      const picks = isLast ? most : enoughOf(most, open.size, answer);
      if (picks.length === 0 || (isLast && picks.length < open.size)) return null;
      for (const column of picks) {
        const { person, slots } = master.columns[column] ?? { person: -1, slots: [] };
        chosen[person] = slots;
        open.delete(person);
        master.fix(column, true);
        touched.add(column);
      }
      if (open.size === 0) break;
      answer = generateColumns({ ...generation, open, rounds: roundsPerStep, enough })?.answer ?? answer;
    }
    return chosen;
  } finally {
    for (const column of touched) master.fix(column, false);
  }
}

/** For each open person the column that is taken most, those first that are taken most. */
function mostTaken({ master }: Generation, open: ReadonlySet<number>, { taken }: MasterAnswer): readonly number[] {
  const best = new Map<number, number>();
  master.columns.forEach(({ person }, column) => {
    if (!open.has(person)) return;
    const known = best.get(person);
    if (known === undefined || (taken[column] ?? 0) > (taken[known] ?? 0)) best.set(person, column);
  });
  const sorted = [...best.values()].filter((column) => (taken[column] ?? 0) > 1e-6);
  return sorted.toSorted((a, b) => (taken[b] ?? 0) - (taken[a] ?? 0) || a - b);
}

/** The columns to fix in one step; at least one. */
function enoughOf(most: readonly number[], open: number, { taken }: MasterAnswer): readonly number[] {
  const whole = most.filter((column) => (taken[column] ?? 0) > nearlyWhole);
  const share = most.slice(0, Math.ceil(open * shareOfStep));
  const half = share.filter((column) => (taken[column] ?? 0) > halfWhole);
  const wider = whole.length > half.length ? whole : half;
  return wider.length > 0 ? wider : most.slice(0, 1);
}
