import type { Span } from '../../calendar/spans.ts';
import { contextFor, type LoadedShift, partOf, type Work } from '../../plan/load-work.ts';
import type { Assignment } from '../../plan/plan.ts';
import { periodOf, weekOf } from '../../rules/accounting.ts';
import type { Candidate } from '../../rules/candidate.ts';
import type { Ledger } from '../../rules/ledger.ts';
import type { Reason } from '../../rules/reason.ts';
import { review } from '../../rules/review.ts';
import type { Shift } from '../../rules/shift.ts';
import { verdict } from '../../rules/verdict.ts';

/** What changes hands: an assignment, or a part of it. */
export interface Handed {
  readonly loaded: LoadedShift;
  readonly assignment: Assignment;
  readonly span: Span;
}

export interface Swap {
  readonly gives: Handed;
  readonly takerId: string;
  readonly takes: Handed | null;
}

/** The hard rules that speak against a trade, for each of the two. */
export interface Against {
  readonly taker: readonly Reason[];
  readonly giver: readonly Reason[];
}

/**
 * Judges a trade as a whole: for each of the two as if they had given theirs away already, so that what neither could take
 * on top may be taken in exchange. What somebody is left with is judged too (a rest of a shift that is too short, a week
 * with too few hours), as far as the trade makes it so.
 */
export function judgeSwap(work: Work, { gives, takerId, takes }: Swap): Against {
  const giverId = gives.assignment.personId;
  return { taker: against(work, takerId, gives, takes), giver: against(work, giverId, takes, gives) };
}

function against(work: Work, personId: string, gets: Handed | null, loses: Handed | null): readonly Reason[] {
  const candidate = work.candidates.find(({ person }) => person.id === personId);
  if (candidate === undefined) return [notHere];
  const before = loses === null ? [] : faultsOf(work, candidate, gets, loses);
  const known = new Set(before.map(({ key }) => key));
  return after(candidate.ledger, loses, () => {
    const reasons = gets === null ? [] : verdictOn(work, candidate, gets);
    if (reasons.length > 0 || loses === null) return reasons;
    return withGain(candidate.ledger, gets, () =>
      faultsOf(work, candidate, gets, loses).flatMap(({ key, reason }) => (known.has(key) ? [] : [reason])),
    );
  });
}

const notHere: Reason = {
  ...{ rule: 'member', why: 'inactive', day: null },
  ...{ hard: true, weight: 0, overrulable: false },
};

function verdictOn(work: Work, candidate: Candidate, { loaded, assignment, span }: Handed): readonly Reason[] {
  const context = { ...contextFor(work, assignment.personId, span), voluntary: true };
  const { reasons } = verdict(candidate, partOf(loaded.shift, span), context);
  return reasons.filter(isAgainst);
}

/** One comes where one goes: a trade makes no shift fuller than it is. */
const isAgainst = ({ hard, rule }: Reason) => hard && rule !== 'headcount';

/** With a shift, or the offered part of it, taken out of somebody's ledger; it is as before afterwards. */
function after<T>(ledger: Ledger, loses: Handed | null, judge: () => T): T {
  const held = loses && ledgerShift(ledger, loses);
  if (loses === null || held === null) return judge();
  const left = remainders(loses.assignment, loses.span).map((rest, index) => ({
    ...partOf(loses.loaded.shift, rest),
    id: index === 0 ? held.id : `${held.id} rest`,
  }));
  ledger.remove(held);
  for (const rest of left) ledger.add(rest);
  try {
    return judge();
  } finally {
    for (const rest of left) ledger.remove(rest);
    ledger.add(held);
  }
}

function withGain<T>(ledger: Ledger, gets: Handed | null, judge: () => T): T {
  if (gets === null) return judge();
  const gained: Shift = { ...partOf(gets.loaded.shift, gets.span), id: `${gets.loaded.shift.id} gained` };
  ledger.add(gained);
  try {
    return judge();
  } finally {
    ledger.remove(gained);
  }
}

/** An assignment as it stands in a ledger: of two parts of a shift the second has a name of its own there. */
function ledgerShift(ledger: Ledger, { loaded, assignment }: Omit<Handed, 'span'>): Shift | null {
  const { start, end } = assignment;
  const isIt = (one: Shift) => one.id.startsWith(loaded.shift.id) && one.start === start && one.end === end;
  return ledger.shifts.find(isIt) ?? null;
}

/** What is left of an assignment when a part of it is given away. */
export function remainders(held: Span, given: Span): readonly Span[] {
  return [
    { start: held.start, end: given.start },
    { start: given.end, end: held.end },
  ].filter(({ start, end }) => start < end);
}

interface Keyed {
  readonly key: string;
  readonly reason: Reason;
}

const idLength = 36;

/** What is wrong with somebody's weeks around the shifts that change hands, other than with the one that they get. */
function faultsOf(work: Work, candidate: Candidate, gets: Handed | null, loses: Handed): readonly Keyed[] {
  const { accounting } = work;
  const days = [loses, ...(gets === null ? [] : [gets])].map(({ loaded }) => loaded.shift.day);
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const from = Math.min(periodOf(first, accounting), weekOf(first, accounting) - 7);
  const until = Math.max(periodOf(last, accounting) + accounting.periodWeeks * 7 - 1, weekOf(last, accounting) + 13);
  const context = { ...contextFor(work, candidate.person.id), voluntary: true };
  return review(candidate, context, from, until).flatMap(({ shift, reason }) => {
    if (!isAgainst(reason) || shift?.id === `${gets?.loaded.shift.id} gained`) return [];
    const about = shift?.id.slice(0, idLength) ?? '';
    return [{ key: `${reason.rule} ${about} ${'day' in reason ? reason.day : ''}`, reason }];
  });
}
