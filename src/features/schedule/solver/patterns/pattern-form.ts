import { leastMissing } from '../assignment-form.ts';
import type { Aim } from '../assignment-model.ts';
import { personAt, type Roster } from '../roster.ts';
import type { Search } from '../search.ts';
import { personCost, sameValue } from '../value.ts';
import { chooseColumns } from './column-mip.ts';
import { dive } from './dive.ts';
import { type Generation, generateColumns } from './generate.ts';
import { type Column, Master, type MasterAnswer, reducedCost } from './master.ts';
import { buildNetwork } from './network.ts';
import { type Paths, pathsOf } from './paths.ts';

/** @returns null when some person's rules don't fit the form */
export function allPaths({ problem, clashes }: Pick<Search, 'problem' | 'clashes'>): readonly Paths[] | null {
  const paths: Paths[] = [];
  for (const person of problem.people) {
    const network = buildNetwork(problem, person, clashes);
    if (network === null) return null;
    paths.push(pathsOf(network));
  }
  return paths;
}

/** Of the time left, what each tier before the sum may take. */
const tierShare = 0.3;

/** Solves tier by tier: columns to the bound, dive, choice among the columns. Improving what comes out is the neighbourhoods' work. */
export function solveByPatterns(search: Search, paths: readonly Paths[]): 'proven' | 'limit' | 'infeasible' {
  const caps: number[] = [];
  for (const [tier, { weights }] of search.tiers.entries()) {
    const known = search.best?.worth.tiers[tier];
    if (known === undefined || known > leastMissing(search.problem, weights)) {
      search.enter(tier);
      if (search.within(tierShare, () => solveAim(search, paths, { tier, caps })) === 'infeasible') return 'infeasible';
    }
    const reached = search.best?.worth.tiers[tier];
    if (reached === undefined || search.isOver()) return 'limit';
    caps.push(reached);
  }
  search.enter('sum');
  return solveAim(search, paths, { tier: 'sum', caps });
}

/** Rounds of pricing for a bound; usually 20 to 60 are enough. */
const mostRounds = 400;
/** Of what is left, what the choice among columns may take. */
const choiceShare = 0.3;

function solveAim(search: Search, paths: readonly Paths[], aim: Aim): 'proven' | 'limit' | 'infeasible' {
  const { problem } = search;
  const master = new Master(search, aim);
  try {
    if (search.best !== null) addRoster(search, master, search.best.roster);
    const generation: Generation = {
      search,
      paths,
      master,
      open: new Set(problem.people.keys()),
      costFactor: aim.tier === 'sum' ? 1 : 0,
      rounds: mostRounds,
      closeEnough: sameValue,
    };
    const root = generateColumns(generation);
    if (root === null) return 'limit';
    if (aim.tier === 'sum') search.raiseBound(root.bound + (problem.offset ?? 0));
    if (search.isProven()) return 'proven';
    const found = dive(generation, root.answer);
    if (found !== null) search.offer(found);
    if (search.isProven()) return 'proven';
    const columns = promising(generation, root.answer);
    search.within(choiceShare, () => chooseColumns(search, columns, aim));
    return search.isProven() ? 'proven' : 'limit';
  } finally {
    master.close();
  }
}

/** How many columns the choice looks at: with more HiGHS spends its time on the linear program. */
const mostPromising = 3000;

/** The columns that cost least at the prices of the bound, and those of the best roster. */
function promising({ search, master, costFactor }: Generation, answer: MasterAnswer): readonly Column[] {
  const { best } = search;
  const reduced = master.columns.map((column) => ({
    column,
    isBest: best !== null && best.roster[column.person]?.join() === column.slots.join(),
    cost: reducedCost(column, answer, costFactor),
  }));
  const sorted = reduced.toSorted((a, b) => Number(b.isBest) - Number(a.isBest) || a.cost - b.cost);
  return sorted.slice(0, mostPromising).map(({ column }) => column);
}

function addRoster({ problem }: Search, master: Master, roster: Roster): void {
  roster.forEach((slots, person) => {
    master.add({ person, slots, cost: personCost(problem, personAt(problem, person), slots) });
  });
}
