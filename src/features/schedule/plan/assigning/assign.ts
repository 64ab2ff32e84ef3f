import { newId } from '../../../../platform/clock/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import { dayWords, spanWords } from '../../calendar/describe.ts';
import { settleLife } from '../../life/settle.ts';
import type { ScheduleParts } from '../../parts.ts';
import type { Candidate } from '../../rules/candidate.ts';
import type { Reason } from '../../rules/reason.ts';
import { verdict } from '../../rules/verdict.ts';
import { reasonWords } from '../../rules/words.ts';
import { contextFor, type LoadedShift, loadWork, partOf, type Work } from '../load-work.ts';
import { countChange, findPeriod } from '../periods/store.ts';
import { type Assignment, isWhole, openPart, type PlannedShift } from '../plan.ts';
import { plans, type Scheduler, schedules } from '../reach.ts';
import { recordPlanAct } from '../record.ts';
import type { ReasonAnswer } from '../shapes.ts';
import { findShift } from '../shift-store.ts';
import {
  assignmentsOfPeople,
  deleteAssignments,
  findAssignment,
  insertAssignments,
  insertStep,
  lockPeople,
} from './store.ts';

export type Parts = Pick<ScheduleParts, 'clock' | 'people' | 'audit' | 'jobs'>;

/** Not there, or not the scheduler's; or a sentence why it can't be, with the rules that speak against it. */
export type Refused =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'refused';
      readonly code: 'rules_broken' | 'double_booked' | 'cancelled' | 'not_possible';
      readonly sentence: string;
      readonly reasons: readonly ReasonAnswer[];
    };

export interface Assigned {
  readonly kind: 'done';
  readonly assignment: Assignment;
  readonly reasons: readonly ReasonAnswer[];
}

export const absent: Refused = { kind: 'absent' };

/** Puts somebody on a shift. Every rule is asked; who insists says why, and nobody is ever in two places at once. */
export async function assign(
  parts: Parts,
  tx: Tx,
  who: Scheduler,
  wanted: { readonly shiftId: string; readonly personId: string; readonly overruleWhy?: string | undefined },
): Promise<Assigned | Refused> {
  const shift = await findShift(tx, wanted.shiftId);
  if (shift === null) return absent;
  return put(parts, tx, who, { ...wanted, shift, from: null });
}

/** Gives an assignment to somebody else, or somebody another shift, in one step. */
export async function moveAssignment(
  parts: Parts,
  tx: Tx,
  who: Scheduler,
  id: string,
  to: {
    readonly shiftId?: string | undefined;
    readonly personId?: string | undefined;
    readonly overruleWhy?: string | undefined;
  },
): Promise<Assigned | Refused> {
  const from = await findAssignment(tx, id);
  const shift = from === null ? null : await findShift(tx, to.shiftId ?? from.shiftId);
  if (from === null || shift === null) return absent;
  return put(parts, tx, who, { shift, personId: to.personId ?? from.personId, overruleWhy: to.overruleWhy, from });
}

interface Putting {
  readonly shift: PlannedShift;
  readonly personId: string;
  readonly overruleWhy?: string | undefined;
  /** What it takes the place of. */
  readonly from: Assignment | null;
}

async function put(parts: Parts, tx: Tx, who: Scheduler, wanted: Putting): Promise<Assigned | Refused> {
  const { personId, from } = wanted;
  const fromShift = from === null ? null : await findShift(tx, from.shiftId);
  for (const periodId of [...new Set([wanted.shift.periodId, ...(fromShift ? [fromShift.periodId] : [])])].toSorted())
    await findPeriod(tx, periodId, true);
  await lockPeople(tx, from === null ? [personId] : [personId, from.personId]);
  const work = await loadWork(parts, tx, { from: wanted.shift.day, to: wanted.shift.day });
  const loaded = work.known.get(wanted.shift.id);
  const candidate = work.candidates.find(({ person }) => person.id === personId);
  const isTheirs =
    loaded !== undefined &&
    candidate !== undefined &&
    plans(who, work.roles.get(loaded.planned.roleId)) &&
    schedules(who, work.people.get(personId)) &&
    (fromShift === null || plans(who, work.roles.get(fromShift.roleId)));
  // Of two who move one at once, the second finds it gone.
  const isThere = from === null || (await findAssignment(tx, from.id)) !== null;
  if (!isTheirs || !isThere) return absent;
  const judged = judge(work, candidate, loaded, from);
  const refused = refusalOf(loaded, judged, wanted.overruleWhy);
  if (refused !== null) return refused;
  return write(parts, tx, who, { work, loaded, judged, wanted, fromShift });
}

interface Judged {
  readonly span: { readonly start: number; readonly end: number };
  readonly reasons: readonly Reason[];
  readonly answers: readonly ReasonAnswer[];
  readonly isOnIt: boolean;
}

/** What speaks against it, as if the assignment that it replaces were gone. */
function judge(work: Work, candidate: Candidate, loaded: LoadedShift, from: Assignment | null): Judged {
  const { person, ledger } = candidate;
  const before = from?.personId === person.id ? work.known.get(from.shiftId) : undefined;
  if (before !== undefined && ledger.has(before.shift.id)) ledger.remove(before.shift);
  const others = loaded.assignments.filter(({ id }) => id !== from?.id);
  const isPart = from !== null && from.shiftId === loaded.planned.id && !isWhole(from, loaded.planned);
  const span = isPart ? { start: from.start, end: from.end } : openPart(loaded.planned, others);
  const leaver = from?.shiftId === loaded.planned.id ? from.personId : person.id;
  const { reasons } = verdict(candidate, partOf(loaded.shift, span), contextFor(work, leaver, span));
  const answers = reasons.map((reason) => answerOf(reason, work));
  return { span, reasons, answers, isOnIt: others.some(({ personId }) => personId === person.id) };
}

/** A reason as schedulers read it. */
export function answerOf(reason: Reason, { names }: Pick<Work, 'names'>): ReasonAnswer {
  return { hard: reason.hard, words: reasonWords(reason, names), overrulable: reason.overrulable };
}

function refusalOf({ planned }: LoadedShift, judged: Judged, why: string | undefined): Refused | null {
  const { reasons, answers, isOnIt } = judged;
  const refuse = (code: Extract<Refused, { kind: 'refused' }>['code'], sentence: string): Refused => ({
    ...{ kind: 'refused', code, sentence },
    reasons: answers,
  });
  if (planned.cancelled)
    return refuse('cancelled', 'This shift was taken out of the calendar. Nobody can be put on it.');
  if (isOnIt) return refuse('double_booked', 'This person is on the shift already.');
  if (reasons.some(({ rule }) => rule === 'overlap'))
    return refuse(
      'double_booked',
      'This person works somewhere else at that time. Nobody can be in two places at once.',
    );
  const hard = reasons.filter((reason) => reason.hard);
  const [first] = answers.filter((answer) => answer.hard);
  if (hard.some(({ overrulable }) => !overrulable))
    return refuse('not_possible', `${first?.words ?? 'This is not possible'}.`);
  if (hard.length > 0 && why === undefined)
    return refuse('rules_broken', 'This breaks a rule. Choose somebody else, or say why it has to be.');
  return null;
}

interface Writing {
  readonly work: Work;
  readonly loaded: LoadedShift;
  readonly judged: Judged;
  readonly wanted: Putting;
  readonly fromShift: PlannedShift | null;
}

async function write(parts: Parts, tx: Tx, who: Scheduler, writing: Writing): Promise<Assigned> {
  const { work, loaded, judged, wanted, fromShift } = writing;
  const { personId, overruleWhy, from } = wanted;
  const now = parts.clock.now();
  const overruled = judged.reasons.filter(({ hard }) => hard).map(({ rule }) => rule);
  const assignment: Assignment = {
    ...{ id: newId(parts.clock), shiftId: loaded.planned.id, personId, ...judged.span, madeBy: 'hand', pinned: true },
    overruledWhy: overruled.length > 0 ? (overruleWhy ?? null) : null,
    overruledBy: overruled.length > 0 ? who.actor.personId : null,
  };
  // What they still have on shifts that were cancelled gives way.
  const cancelled = (await assignmentsOfPeople(tx, [personId], judged.span)).filter(
    (one) => work.known.get(one.shiftId)?.planned.cancelled === true,
  );
  const removed = [...(from === null ? [] : [from]), ...cancelled.filter(({ id }) => id !== from?.id)];
  await deleteAssignments(
    tx,
    removed.map(({ id }) => id),
  );
  await insertAssignments(tx, [assignment], now);
  const words = `${work.people.get(personId)?.name ?? 'Somebody'} on ${shiftWords(loaded)}`;
  const { periodId } = loaded.planned;
  const step = { id: newId(parts.clock), periodId, personId: who.actor.personId, words, removed, added: [assignment] };
  await insertStep(tx, step, now);
  await countChange(tx, [...new Set([periodId, ...(fromShift ? [fromShift.periodId] : [])])]);
  await settleLife(parts, tx);
  const detail = { person: personId, ...(overruled.length > 0 ? { overruled: overruled.join(',') } : {}) };
  if (from === null) await recordPlanAct(parts, tx, who, 'schedule.assigned', assignment.shiftId, detail);
  else {
    const before = { fromShift: from.shiftId, fromPerson: from.personId };
    await recordPlanAct(parts, tx, who, 'schedule.assignment_moved', assignment.shiftId, { ...detail, ...before });
  }
  return { kind: 'done', assignment, reasons: judged.answers };
}

/** "Mon 2 Mar 2026 09:00–17:00". */
function shiftWords({ shift }: Pick<LoadedShift, 'shift'>): string {
  return `${dayWords(shift.localStart.slice(0, 10))} ${spanWords(shift)}`;
}
