import { checkPerson, checkRoster } from './check-roster.fixture.ts';
import type { Assignment, RosterProblem } from './problem.ts';

/** The best value there is, by trying everything: stages, most important first, then the sum. Null when nothing is allowed. */
export function bruteForce(problem: RosterProblem): readonly number[] | null {
  const importances = [...new Set(problem.slots.flatMap(({ importance }) => importance ?? []))].sort((a, b) => a - b);
  const options = problem.people.map((person, p) => {
    const rosters: number[][] = [];
    for (let mask = 0; mask < 2 ** person.choices.length; mask += 1) {
      const mine = person.choices.filter((_, bit) => (mask >> bit) & 1).map(({ slot }) => slot);
      let allowed = true;
      checkPerson(problem, p, mine, () => {
        allowed = false;
      });
      if (allowed) rosters.push(mine);
    }
    return rosters;
  });
  let best: readonly number[] | null = null;
  const tryAll = (p: number, assignments: readonly Assignment[]): void => {
    if (p < options.length) {
      for (const mine of options[p] ?? [])
        tryAll(p + 1, [...assignments, ...mine.map((slot) => ({ person: p, slot }))]);
      return;
    }
    const verdict = checkRoster(problem, assignments);
    if (verdict.faults.length > 0) return;
    const value = [...importances.map((one) => verdict.stages.get(one) ?? 0), verdict.value];
    if (best === null || isLess(value, best)) best = value;
  };
  tryAll(0, []);
  return best;
}

/** Whether the first value that differs is less. */
function isLess(value: readonly number[], than: readonly number[]): boolean {
  const differences = value.map((one, index) => one - (than[index] ?? 0));
  return (differences.find((difference) => difference !== 0) ?? 0) < 0;
}
