import type { Candidate } from '../../rules/candidate.ts';
import { fixesOf, prospectsOf } from '../../rules/prospects.ts';
import { reasonWords } from '../../rules/words.ts';
import type { RosterAnswer } from '../../solver/problem.ts';
import type { Paid, toldCosts } from '../cost.ts';
import { type LoadedShift, partOf, type Work } from '../load-work.ts';
import { missingOf, openPart } from '../plan.ts';
import type { OutcomeAnswer } from '../shapes.ts';
import { paidWork } from '../view.ts';
import { type FreeShift, freeShifts, type Scope } from './scope.ts';
import type { NewPlace, Settled } from './settle.ts';

/** As many unfilled shifts are explained, with as many people each. */
const mostUnfilled = 100;
const mostCandidates = 12;

/** What work costs, as it is told. */
export type CostsOf = (work: readonly Paid[]) => ReturnType<typeof toldCosts>;

/** What an update would change, and what stays open and why. */
export function outcomeOf(scope: Scope, settled: Settled, answer: RosterAnswer, costsOf: CostsOf): OutcomeAnswer {
  const { work } = scope;
  const shifts = freeShifts(scope);
  const given = Map.groupBy(settled.given, ({ shiftId }) => shiftId);
  const keyOf = ({ shiftId, personId }: NewPlace) => `${shiftId} ${personId}`;
  const loose = shifts.flatMap(({ loose: held }) => held);
  const [before, after] = [new Set(loose.map(keyOf)), new Set(settled.given.map(keyOf))];
  const then = shifts.map((shift) => filled(shift, given.get(shift.planned.id) ?? []));
  const open = then.filter(({ planned, assignments }) => missingOf(planned, assignments) > 0);
  const sums = (of: readonly LoadedShift[]) => {
    const paid = paidWork(work, of);
    return {
      open: of.reduce((sum, { planned, assignments }) => sum + missingOf(planned, assignments), 0),
      minutes: paid.reduce((sum, { minutes }) => sum + minutes, 0),
      ...costsOf(paid),
    };
  };
  return {
    added: settled.given.filter((one) => !before.has(keyOf(one))),
    removed: loose.filter((one) => !after.has(keyOf(one))).map(({ shiftId, personId }) => ({ shiftId, personId })),
    kept:
      settled.given.filter((one) => before.has(keyOf(one))).length +
      shifts.reduce((sum, { kept }) => sum + kept.length, 0),
    missing: sums(then).open,
    filled: settled.given.length,
    unfilled: open.slice(0, mostUnfilled).map((shift) => unfilledOf(shift, work, settled.candidates)),
    ...{ before: sums(shifts), after: sums(then) },
    // A search whose thread died gives what it had found, as one that was stopped.
    ended: answer.ended === 'failed' ? 'stopped' : answer.ended,
    seed: answer.seed,
  };
}

function filled(shift: FreeShift, given: readonly NewPlace[]): LoadedShift {
  const { planned, kept } = shift;
  const added = given.map(({ personId }) => ({
    ...{ id: '', shiftId: planned.id, personId, start: planned.start, end: planned.end, madeBy: 'solver' as const },
    ...{ pinned: false, overruledWhy: null, overruledBy: null },
  }));
  return { planned, shift: shift.shift, assignments: [...kept, ...added] };
}

function unfilledOf({ planned, shift, assignments }: LoadedShift, work: Work, candidates: readonly Candidate[]) {
  const span = openPart(planned, assignments);
  const on = new Set(assignments.map(({ personId }) => personId));
  const others = candidates.filter(({ person }) => !on.has(person.id) && person.isActive);
  const prospects = prospectsOf(partOf(shift, span), others, { ...work.context, taken: () => 0 });
  return {
    shiftId: planned.id,
    missing: missingOf(planned, assignments),
    candidates: prospects.slice(0, mostCandidates).map(({ personId, reasons }) => {
      const hard = reasons.filter((reason) => reason.hard).map((reason) => reasonWords(reason, work.names));
      return {
        personId,
        words: hard.length === 0 ? 'Could take it: needed elsewhere, or found too late' : hard.join('; '),
      };
    }),
    fixes: fixesOf(prospects, work.names).map(({ personId, sentence }) => ({ personId, sentence })),
  };
}
