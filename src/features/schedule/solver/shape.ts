import { countChoices } from './assignment-model.ts';
import type { Form, RosterProblem } from './problem.ts';

/**
 * Choices up to which HiGHS gets the whole problem: 24,000 take under 1 GB (facts measured with 300 people × 14 days). Beyond, only parts of
 * it are solved, so that memory stays bounded.
 */
const mostChoices = 60_000;

/** From this many days on, whole rosters are better columns than single shifts, when there are rules on days in a row. */
const longHorizon = 20;

/** Work that a choice is worth, and bounds of it: from about twenty seconds to three minutes of one core. */
const workPerChoice = 8;
const leastWork = 20_000;
const mostWork = 120_000;

/** How much work a problem of this size is usually worth: later little is gained. */
export function usualWork(problem: RosterProblem): number {
  return Math.min(mostWork, Math.max(leastWork, workPerChoice * countChoices(problem)));
}

/** The form that suits a problem: patterns for long horizons with rules on runs, else assignments, else only parts. */
export function chooseForm(problem: RosterProblem, fitsPatterns: boolean): Form {
  const runs = problem.people.filter(({ runs }) => (runs.minDaysOn ?? runs.minDaysOff ?? runs.maxDaysOn) !== undefined);
  const tight = problem.people.filter(({ limits }) =>
    limits.some(({ min, max }) => min?.cost === null && max?.cost === null),
  );
  const isCoupled = runs.length * 2 > problem.people.length;
  const isBound = tight.length * 2 > problem.people.length;
  if (isCoupled && (problem.days >= longHorizon || isBound) && fitsPatterns) return 'patterns';
  return countChoices(problem) <= mostChoices ? 'assignment' : 'neighbourhoods';
}
