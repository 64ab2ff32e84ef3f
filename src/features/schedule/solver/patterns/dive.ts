import type { Roster } from '../roster.ts';
import { type Generation, generateColumns } from './generate.ts';
import { type Column, type Master, type MasterAnswer, reducedCost } from './master.ts';

/** Columns taken to more than this are made whole in one step. */
const nearlyWhole = 0.85;
/** When they are few: of the people still open, how many a step makes whole. Larger steps leave the last people rosters that nothing can mend. */
const shareOfStep = 0.04;
/** How far these must be taken. */
const halfWhole = 0.5;
/** Rounds of pricing after each step: enough to answer what was fixed, far from proving anything. The last people need most and take least. */
const roundsPerStep = 40;
/** What all steps together may cost without an answer, as a share of the value. */
const nearEnough = 0.0002;

/** Columns of which a linear program takes long: then only so many of each open person are kept, those that cost least. */
const manyColumns = 4_500;
const keptOfPerson = 45;

/**
 * Makes a fractional answer whole: fixes the rosters that are nearly taken, prices again for the others, and so on. Out of time or work, whoever is
 * open gets the roster that is taken most. What it finds on the way are columns of the generation's master afterwards.
 * @returns null when there is no roster for somebody
 */
export function dive(generation: Generation, begin: MasterAnswer): Roster | null {
  const { search } = generation;
  const open = new Set(generation.open);
  const chosen: Column[] = [];
  const enough = begin.value + Math.abs(begin.value) * nearEnough;
  let { master, answer } = narrow(generation, open, chosen, begin);
  try {
    while (open.size > 0) {
      const most = mostTaken(master, open, answer);
      const isLast = search.isOver();
      const picks = isLast ? most : enoughOf(most, open.size, answer);
      if (picks.length === 0 || (isLast && picks.length < open.size)) return null;
      for (const column of picks) {
        const pick = master.columns[column];
        if (pick === undefined) return null;
        chosen.push(pick);
        open.delete(pick.person);
        master.fix(column, true);
      }
      if (open.size === 0) break;
      answer = generateColumns({ ...generation, master, open, rounds: roundsPerStep, enough })?.answer ?? answer;
      if (master.columns.length > manyColumns) {
        const wide = master;
        ({ master, answer } = narrow({ ...generation, master }, open, chosen, answer));
        if (master !== wide) give(wide, generation.master);
      }
    }
    const roster: (readonly number[])[] = search.problem.people.map(() => []);
    for (const { person, slots } of chosen) roster[person] = slots;
    return roster;
  } finally {
    give(master, generation.master);
  }
}

/** A master of those columns only that are taken now or cost least, and its answer; the same as before when there is no time for that. */
function narrow(
  { master, costFactor }: Generation,
  open: ReadonlySet<number>,
  chosen: readonly Column[],
  answer: MasterAnswer,
): { readonly master: Master; readonly answer: MasterAnswer } {
  const weighed = master.columns.flatMap((column, index) => {
    if (!open.has(column.person)) return [];
    return [{ column, isTaken: (answer.taken[index] ?? 0) > 1e-6, cost: reducedCost(column, answer, costFactor) }];
  });
  const byPerson = Map.groupBy(weighed, ({ column }) => column.person);
  const kept = [...open].flatMap((person) => {
    const sorted = byPerson.get(person)?.toSorted((a, b) => Number(b.isTaken) - Number(a.isTaken) || a.cost - b.cost);
    return sorted?.slice(0, keptOfPerson).map(({ column }) => column) ?? [];
  });
  const narrowed = master.narrowed(kept, chosen);
  const solved = narrowed.solve();
  if (solved !== null) return { master: narrowed, answer: solved };
  narrowed.close();
  return { master, answer };
}

/** Leaves a master's columns to another, and closes it. */
function give(from: Master, to: Master): void {
  if (from === to) return;
  for (const column of from.columns) to.add(column);
  from.close();
}

/** For each open person the column that is taken most, those first that are taken most. */
function mostTaken(master: Master, open: ReadonlySet<number>, { taken }: MasterAnswer): readonly number[] {
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
