import { solveByAssignment } from './assignment-form.ts';
import { personAt } from './roster.ts';
import { Search } from './search.ts';

/**
 * Says whose hard rules can't be kept, by asking for each person alone: people only share slots, and a slot may stay empty. Where everybody can
 * alone, it is the minimums together that ask for more work than there is.
 */
export function explainImpossible(search: Search): readonly string[] {
  const { problem, highs, watch, seed } = search;
  const alone = problem.people.flatMap((person, index) => {
    const inner = new Search({
      problem: { ...problem, people: [personAt(problem, index)] },
      highs,
      watch,
      seed,
      gap: 1,
      work: Number.POSITIVE_INFINITY,
      listener: { onBest: () => {}, onProgress: () => {} },
    });
    return solveByAssignment(inner) === 'infeasible' ? [person.id] : [];
  });
  if (alone.length === 0) return ['The minimums of all people together ask for more than the shifts have places for.'];
  return alone.map((id) => `${id}: the hard rules contradict each other, even if nobody else worked.`);
}
