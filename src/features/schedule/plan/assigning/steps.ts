import { newId } from '../../../../platform/clock/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import { dayWords } from '../../calendar/describe.ts';
import { settleLife } from '../../life/settle.ts';
import { findRole, rolesById } from '../../work/roles/store.ts';
import { countChange, findPeriod } from '../periods/store.ts';
import type { Assignment, PlannedShift } from '../plan.ts';
import { plans, type Scheduler } from '../reach.ts';
import { recordPlanAct } from '../record.ts';
import { findShift, shiftsByIds } from '../shift-store.ts';
import { absent, type Parts, type Refused } from './assign.ts';
import {
  assignmentsByIds,
  assignmentsOfPeople,
  deleteAssignments,
  findAssignment,
  insertAssignments,
  insertStep,
  lastSteps,
  lockPeople,
  markUndone,
  type Step,
} from './store.ts';

/** Takes somebody off a shift; the place is open then. */
export async function unassign(parts: Parts, tx: Tx, who: Scheduler, id: string): Promise<'done' | Refused> {
  const found = await findInReach(parts, tx, who, id);
  if (found === null) return absent;
  const { assignment, shift, name } = found;
  await deleteAssignments(tx, [id]);
  const step = stepOf(parts, who, shift, `${name} off ${dayWords(shift.day)}`);
  await insertStep(tx, { ...step, removed: [assignment], added: [] }, parts.clock.now());
  await countChange(tx, [shift.periodId]);
  await settleLife(parts, tx);
  await recordPlanAct(parts, tx, who, 'schedule.unassigned', shift.id, { person: assignment.personId });
  return 'done';
}

/** Lets somebody stay on a shift when the schedule is updated, or lets them go. */
export async function pinAssignment(
  parts: Parts,
  tx: Tx,
  who: Scheduler,
  id: string,
  pinned: boolean,
): Promise<Assignment | Refused> {
  const found = await findInReach(parts, tx, who, id);
  if (found === null) return absent;
  const { assignment, shift, name } = found;
  const changed = { ...assignment, pinned };
  await deleteAssignments(tx, [id]);
  await insertAssignments(tx, [changed], parts.clock.now());
  const step = stepOf(parts, who, shift, `${name} ${pinned ? 'pinned' : 'not pinned'} on ${dayWords(shift.day)}`);
  await insertStep(tx, { ...step, removed: [assignment], added: [changed] }, parts.clock.now());
  await countChange(tx, [shift.periodId]);
  await recordPlanAct(parts, tx, who, 'schedule.assignment_pinned', shift.id, { person: assignment.personId, pinned });
  return changed;
}

async function findInReach(parts: Parts, tx: Tx, who: Scheduler, id: string) {
  const first = await findAssignment(tx, id);
  const shift = first === null ? null : await findShift(tx, first.shiftId);
  if (first === null || shift === null) return null;
  const role = await findRole(tx, shift.roleId);
  if (!plans(who, role)) return null;
  await findPeriod(tx, shift.periodId, true);
  await lockPeople(tx, [first.personId]);
  const assignment = await findAssignment(tx, id);
  if (assignment === null) return null;
  const names = await parts.people.namesOf(tx, [assignment.personId]);
  return { assignment, shift, name: names.get(assignment.personId) ?? 'Somebody' };
}

function stepOf(parts: Parts, who: Scheduler, shift: PlannedShift, words: string) {
  return { id: newId(parts.clock), periodId: shift.periodId, personId: who.actor.personId, words };
}

/** The last change of a period's plan that the scheduler could take back, or null. */
export async function nextUndo(tx: Tx, who: Scheduler, periodId: string): Promise<Step | null> {
  const steps = await lastSteps(tx, periodId);
  if (steps.length === 0) return null;
  const roles = await rolesById(tx);
  const ids = steps.flatMap(({ removed, added }) => [...removed, ...added].map(({ shiftId }) => shiftId));
  const shifts = new Map((await shiftsByIds(tx, ids)).map((shift) => [shift.id, shift]));
  const isTheirs = ({ shiftId }: Assignment) => plans(who, roles.get(shifts.get(shiftId)?.roleId ?? ''));
  return steps.find(({ removed, added }) => [...removed, ...added].every(isTheirs)) ?? null;
}

export type Undone = { readonly words: string } | { readonly refused: string } | null;

/** Takes back the last change of the plan, unless something came since that it would run against. */
export async function undoStep(parts: Parts, tx: Tx, who: Scheduler, periodId: string): Promise<Undone> {
  if ((await findPeriod(tx, periodId, true)) === null) return null;
  const step = await nextUndo(tx, who, periodId);
  if (step === null) return { refused: 'There is nothing to take back.' };
  const { added, words } = step;
  await lockPeople(
    tx,
    [...added, ...step.removed].map(({ personId }) => personId),
  );
  const found = await comingBack(tx, step);
  if ('refused' in found) return found;
  const { back } = found;
  await deleteAssignments(
    tx,
    added.map(({ id }) => id),
  );
  await insertAssignments(tx, back, parts.clock.now());
  await markUndone(tx, step.id, parts.clock.now());
  const shifts = await shiftsByIds(
    tx,
    [...added, ...back].map(({ shiftId }) => shiftId),
  );
  await countChange(tx, [...new Set([periodId, ...shifts.map((shift) => shift.periodId)])]);
  await settleLife(parts, tx);
  await recordPlanAct(parts, tx, who, 'schedule.step_undone', periodId);
  return { words };
}

type ComingBack = { readonly back: readonly Assignment[] } | { readonly refused: string };

/**
 * What comes back when a step is taken back, or what came since that it can't be. On a shift that was taken out of the
 * calendar nobody works: its people come back to it as long as nothing is in their way, and hold up nothing where something is.
 */
async function comingBack(tx: Tx, { added, removed }: Step): Promise<ComingBack> {
  const present = new Map(
    (
      await assignmentsByIds(
        tx,
        added.map(({ id }) => id),
      )
    ).map((one) => [one.id, one]),
  );
  const isAsAdded = (one: Assignment) => {
    const now = present.get(one.id);
    return now !== undefined && now.start === one.start && now.end === one.end && now.shiftId === one.shiftId;
  };
  if (!added.every(isAsAdded)) return { refused: 'Somebody has changed the same places since: change them by hand.' };
  const shifts = new Map(
    (
      await shiftsByIds(
        tx,
        removed.map(({ shiftId }) => shiftId),
      )
    ).map((shift) => [shift.id, shift]),
  );
  const leaving = new Set(added.map(({ id }) => id));
  const back: Assignment[] = [];
  for (const one of removed) {
    const shift = shifts.get(one.shiftId);
    const isThere = shift !== undefined && one.start >= shift.start && one.end <= shift.end;
    const others = isThere ? await assignmentsOfPeople(tx, [one.personId], one) : [];
    const isFree = others.every(({ id }) => leaving.has(id));
    if (isThere && isFree) back.push(one);
    else if (shift?.cancelled === true) continue;
    else if (!isThere) return { refused: 'The shift was changed since: change the plan by hand.' };
    else return { refused: 'Somebody whose shift would come back works somewhere else then by now.' };
  }
  return { back };
}
