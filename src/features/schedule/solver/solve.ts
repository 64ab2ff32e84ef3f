import type { Highs } from 'highs';
import { anneal } from './anneal.ts';
import { boundSum, type StepEnd, settleTiers, solveSum } from './assignment-form.ts';
import { countChoices } from './assignment-model.ts';
import { fillGreedily, withoutBroken } from './greedy.ts';
import { explainImpossible } from './impossible.ts';
import { searchNeighbourhoods } from './neighbourhoods.ts';
import type { Paths } from './patterns/paths.ts';
import { allPaths, solveByPatterns } from './patterns/pattern-form.ts';
import { replan } from './patterns/replan.ts';
import type { Assignment, Form, Progress, RosterOutcome, RosterProblem } from './problem.ts';
import { findFaults } from './problem-faults.ts';
import { inOrder, toAssignments, toRoster } from './roster.ts';
import { Search } from './search.ts';
import { chooseForm, usualWork } from './shape.ts';
import { stageValues } from './stages.ts';
import { isAllowed } from './value.ts';
import type { Watch } from './watch.ts';

/** How a problem is to be solved. */
export interface SolveSettings {
  /** Recorded with the answer: the same seed, work and start give the same answer, when time doesn't end it first. */
  readonly seed: number;
  /** Ends when this share of the value separates it from the bound; 10⁻⁴ when nothing is said. */
  readonly gap?: number;
  /**
   * Work in all, one unit about a simplex iteration or a millisecond; when nothing is said, what is usual for the problem's size. Infinite:
   * only time ends it.
   */
  readonly work?: number;
  /** A roster to begin from, e.g. the one published; left out when it breaks a rule. */
  readonly start?: readonly Assignment[];
  /** Instead of the form that the problem's shape asks for. */
  readonly form?: Form;
  /** Only improves parts: for a second thread beside one that solves the whole. */
  readonly partsOnly?: boolean;
}

/** What a caller hears while it is solved. */
export interface SolveListener {
  readonly onBest: (assignments: readonly Assignment[]) => void;
  readonly onProgress: (progress: Progress) => void;
  /** Once, before anything else. */
  readonly onForm?: (form: Form) => void;
  /** A better roster that another thread found since the last time; asked for between parts. */
  readonly hear?: () => readonly Assignment[] | null;
}

/** Solves in the calling thread; `runner.ts` does it in another. The answer's roster keeps every hard rule, whatever HiGHS said. */
export function solveRoster(
  highs: Highs,
  problem: RosterProblem,
  watch: Watch,
  settings: SolveSettings,
  listener: SolveListener,
): RosterOutcome {
  const reasons = findFaults(problem);
  if (reasons.length > 0) return { kind: 'impossible', reasons };
  const search = new Search({
    problem,
    highs,
    watch,
    seed: settings.seed,
    gap: settings.gap ?? 1e-4,
    work: settings.work ?? usualWork(problem),
    listener: {
      onBest: ({ roster }) => listener.onBest(toAssignments(roster)),
      onProgress: listener.onProgress,
      hear: () => {
        const heard = listener.hear?.() ?? null;
        return heard === null ? null : toRoster(problem, heard);
      },
    },
  });
  if (settings.start !== undefined) search.offer(toRoster(problem, settings.start));
  const paths = allPaths(search);
  const form = settings.form ?? chooseForm(problem, paths !== null);
  listener.onForm?.(form);
  begin(search, form === 'patterns' ? paths : null);
  const ended = settings.partsOnly === true && search.best !== null ? 'limit' : solveWhole(search, form, paths);
  if (ended === 'infeasible') return { kind: 'impossible', reasons: explainImpossible(search) };
  if (ended === 'limit' || !search.isProven()) searchNeighbourhoods(search, form === 'patterns');
  return answerOf(search, form);
}

/** A first roster, so that there is something to keep from the first second on. */
function begin(search: Search, paths: readonly Paths[] | null): void {
  const { problem, clashes } = search;
  const filled = fillGreedily(problem, clashes);
  search.offer(filled);
  search.offer(withoutBroken(problem, filled, (person) => isAllowed(problem, clashes, person, filled[person] ?? [])));
  if (paths !== null) replan(search, paths);
}

/** Shares of the time and work that are left. */
const shares = { patterns: 0.7, firstParts: 0.5, whole: 0.6 };

/** Up to this many choices the whole is small enough to be begun with. */
const smallWhole = 1_200;

/** The steps before parts are improved until the end. */
function solveWhole(search: Search, form: Form, paths: readonly Paths[] | null): StepEnd {
  if (form === 'patterns' && paths !== null)
    return search.within(shares.patterns, () => solveByPatterns(search, paths));
  const tiers = form === 'assignment' || search.best === null ? settleTiers(search) : 'limit';
  if (search.best !== null && countChoices(search.problem) > smallWhole) anneal(search);
  if (tiers !== 'proven') return tiers;
  if (form !== 'assignment' && search.best !== null) return 'limit';
  if (countChoices(search.problem) > smallWhole) {
    boundSum(search);
    search.within(shares.firstParts, () => searchNeighbourhoods(search, false));
  }
  return search.isProven() ? 'proven' : search.within(shares.whole, () => solveSum(search));
}

function answerOf(search: Search, form: Form): RosterOutcome {
  const { best, watch, problem, seed } = search;
  const limited = watch.stopped() ? 'stopped' : search.workLeft <= 0 ? 'work' : 'time';
  if (best === null) return { kind: 'nothing', ended: limited };
  return {
    kind: 'roster',
    assignments: toAssignments(best.roster.map((slots) => inOrder(problem, slots))),
    stages: stageValues(problem, best.roster),
    value: best.worth.sum,
    bound: search.bound,
    ended: search.isProven() ? 'optimal' : limited,
    repeatable: !search.hurried,
    seed,
    form,
    seconds: watch.seconds(),
  };
}
