import type { Person, RosterProblem } from './problem.ts';
import { inOrder, slotAt } from './roster.ts';

/** Which slots one person can't work both of. */
export interface Conflicts {
  between(a: number, b: number): boolean;
  /** Sets of the person's choices of which at most one may be worked; together they say all conflicts. */
  cliques(): readonly (readonly number[])[];
}

/** What conflicts are told from, made once for all people of a problem: times as arrays, and the forbidden pairs in both directions. */
export interface Clashes {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly pairs: ReadonlyMap<number, ReadonlySet<number>>;
}

export function clashesOf(problem: RosterProblem): Clashes {
  const pairs = new Map<number, Set<number>>();
  const add = (from: number, to: number) => {
    const known = pairs.get(from);
    if (known === undefined) pairs.set(from, new Set([to]));
    else known.add(to);
  };
  for (const [a, b] of problem.forbidden ?? []) {
    add(a, b);
    add(b, a);
  }
  return {
    starts: Float64Array.from(problem.slots, ({ start }) => start),
    ends: Float64Array.from(problem.slots, ({ end }) => end),
    pairs,
  };
}

/** Conflicts by time and rest, which is an interval graph over [start, end + rest), and by the given pairs. */
export function conflictsOf(problem: RosterProblem, person: Person, { starts, ends, pairs }: Clashes): Conflicts {
  const rest = person.minRestMinutes;
  const between = (a: number, b: number) => {
    const start = starts[a] ?? 0;
    const other = starts[b] ?? 0;
    if (start <= other ? other < (ends[a] ?? 0) + rest : start < (ends[b] ?? 0) + rest) return true;
    return pairs.size > 0 && pairs.get(a)?.has(b) === true;
  };
  return {
    between,
    cliques: () => {
      const slots = inOrder(
        problem,
        person.choices.map((choice) => choice.slot),
      );
      return [...intervalCliques(problem, rest, slots), ...pairCliques(slots, pairs, between)];
    },
  };
}

/** All maximal cliques of the interval graph, by one sweep over the starts. */
function intervalCliques(problem: RosterProblem, rest: number, slots: readonly number[]): number[][] {
  const cliques: number[][] = [];
  let active: number[] = [];
  for (const slot of slots) {
    const { start } = slotAt(problem, slot);
    const still = active.filter((other) => slotAt(problem, other).end + rest > start);
    if (still.length < active.length && active.length > 1) cliques.push(active);
    active = [...still, slot];
  }
  if (active.length > 1) cliques.push(active);
  return cliques;
}

/** Covers each given pair by a clique grown greedily: fewer and tighter rows than one for each pair. */
function pairCliques(
  slots: readonly number[],
  pairs: Clashes['pairs'],
  between: (a: number, b: number) => boolean,
): number[][] {
  const mine = new Set(slots);
  const covered = new Set<string>();
  const cliques: number[][] = [];
  for (const a of slots) {
    for (const b of pairs.get(a) ?? []) {
      if (!mine.has(b) || covered.has(`${a} ${b}`)) continue;
      const clique = [a, b];
      const near = [...new Set([...(pairs.get(a) ?? []), ...(pairs.get(b) ?? [])])].filter((slot) => mine.has(slot));
      for (const slot of near) {
        if (!clique.includes(slot) && clique.every((member) => between(member, slot))) clique.push(slot);
      }
      for (const one of clique) for (const other of clique) covered.add(`${one} ${other}`);
      cliques.push(clique);
    }
  }
  return cliques;
}
