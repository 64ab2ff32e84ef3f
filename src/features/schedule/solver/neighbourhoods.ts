import { solveByAssignment } from './assignment-form.ts';
import { countChoices } from './assignment-model.ts';
import { chanceOf, shuffled } from './chance.ts';
import { cutPart, type Part, type Reach } from './part.ts';
import { allPaths, solveByPatterns } from './patterns/pattern-form.ts';
import type { RosterProblem } from './problem.ts';
import { headcounts } from './roster.ts';
import { type Found, Search } from './search.ts';
import { compareWorth } from './value.ts';

/** What one neighbourhood may cost at most: a few seconds. */
const roundWork = 6_000;
/** Free choices of a neighbourhood: begins small, grows while parts are solved to the end, shrinks while they aren't. */
const firstSize = 400;
const leastSize = 120;
const mostSize = 6_000;

/** How parts are solved: few people over all days suit patterns, some days of many people suit assignments. */
type Kind = 'people' | 'days' | 'patterns';

/**
 * Large neighbourhood search: frees a part of the best roster, solves it, keeps what is better, until time or work is over.
 * @param usePatterns whether the people's rules fit the patterns form
 */
export function searchNeighbourhoods(search: Search, usePatterns: boolean): void {
  const chance = chanceOf(search.seed);
  const kinds: readonly Kind[] = usePatterns ? ['patterns', 'days', 'people'] : ['people', 'days'];
  const sizes = new Map<Kind, number>(kinds.map((kind) => [kind, firstSize]));
  const credit = new Map<Kind, number>(kinds.map((kind) => [kind, 1]));
  const field = { problem: search.problem, candidates: candidatesOf(search.problem), chance };
  search.enter('sum');
  while (!search.isOver() && !search.isProven()) {
    search.hear();
    const { best } = search;
    if (best === null) return;
    const kind = drawKind(kinds, credit, chance);
    const size = sizes.get(kind) ?? firstSize;
    const reach = drawReach(field, best, kind, size);
    const part = cutPart(search.problem, best.roster, reach);
    const { whole, better } = solvePart(search, part, kind, Math.floor(chance() * 2 ** 31));
    credit.set(kind, 0.9 * (credit.get(kind) ?? 1) + (better ? 0.5 : 0.05));
    sizes.set(kind, Math.min(mostSize, Math.max(leastSize, size * (better ? 1 : whole ? 1.15 : 0.9))));
    const everything = reach.days === null && reach.people.size === search.problem.people.length;
    if (everything && whole && kind !== 'patterns') {
      search.raiseBound(search.best?.worth.sum ?? Number.NEGATIVE_INFINITY);
      return;
    }
  }
}

/** What neighbourhoods are drawn from. */
interface Field {
  readonly problem: RosterProblem;
  /** Who may work each slot. */
  readonly candidates: readonly (readonly number[])[];
  readonly chance: () => number;
}

function candidatesOf(problem: RosterProblem): readonly (readonly number[])[] {
  const candidates: number[][] = problem.slots.map(() => []);
  problem.people.forEach(({ choices }, person) => {
    for (const { slot } of choices) candidates[slot]?.push(person);
  });
  return candidates;
}

function drawKind(kinds: readonly Kind[], credit: ReadonlyMap<Kind, number>, chance: () => number): Kind {
  const total = kinds.reduce((sum, kind) => sum + (credit.get(kind) ?? 0), 0);
  let left = chance() * total;
  for (const kind of kinds) {
    left -= credit.get(kind) ?? 0;
    if (left <= 0) return kind;
  }
  return kinds[0] ?? 'people';
}

function drawReach(field: Field, best: Found, kind: Kind, size: number): Reach {
  const { problem, chance } = field;
  if (size >= countChoices(problem)) return { days: null, people: new Set(problem.people.keys()) };
  if (kind === 'days') {
    const perDay = problem.people.reduce((sum, { choices }) => sum + choices.length, 0) / problem.days;
    const count = Math.min(problem.days, Math.max(2, Math.round(size / Math.max(1, perDay))));
    const first = Math.floor(chance() * (problem.days - count + 1));
    const days = new Set(Array.from({ length: count }, (_, index) => first + index));
    const needed = Math.max(1, Math.round((size / Math.max(1, perDay * count)) * problem.people.length));
    return { days, people: new Set(drawPeople(field, best, needed)) };
  }
  const perPerson = problem.people.reduce((sum, { choices }) => sum + choices.length, 0) / problem.people.length;
  const count = Math.max(2, Math.round(size / Math.max(1, perPerson)));
  return { days: null, people: new Set(drawPeople(field, best, count)) };
}

/**
 * People who can take each other's places: grown from one slot (half the time one that is short or crowded) over who may work it, to another
 * slot that one of them may work, and so on.
 */
function drawPeople(field: Field, { roster }: Found, count: number): readonly number[] {
  const { problem, candidates, chance } = field;
  const counts = headcounts(problem, roster);
  const wrong = problem.slots.flatMap(({ required }, slot) => ((counts[slot] ?? 0) === required ? [] : [slot]));
  const among = wrong.length > 0 && chance() < 0.5 ? wrong : [...problem.slots.keys()];
  let slot = among[Math.floor(chance() * among.length)] ?? 0;
  const drawn = new Set<number>();
  for (let tries = 0; drawn.size < count && tries < 4 * count + 20; tries += 1) {
    for (const person of shuffled(candidates[slot] ?? [], chance)) if (drawn.size < count) drawn.add(person);
    const members = [...drawn];
    const choices = problem.people[members[Math.floor(chance() * members.length)] ?? 0]?.choices ?? [];
    slot = choices[Math.floor(chance() * choices.length)]?.slot ?? Math.floor(chance() * problem.slots.length);
  }
  return [...drawn];
}

function solvePart(search: Search, part: Part, kind: Kind, seed: number): { whole: boolean; better: boolean } {
  const { watch, highs, gap } = search;
  const before = search.best;
  const inner = new Search({
    problem: part.problem,
    highs,
    watch,
    seed,
    gap,
    work: Math.min(roundWork, search.workLeft),
    listener: { onBest: ({ roster }) => search.offer(part.merge(roster)), onProgress: () => {} },
  });
  const workBefore = inner.workLeft;
  inner.offer(part.inside);
  const paths = kind === 'patterns' ? allPaths(inner) : null;
  const ended = paths === null ? solveByAssignment(inner) : solveByPatterns(inner, paths);
  search.spend(1 + workBefore - inner.workLeft);
  const after = search.best;
  const better = before !== null && after !== null && compareWorth(after.worth, before.worth) < 0;
  return { whole: ended === 'proven' || (kind === 'patterns' && !inner.isOver()), better };
}
