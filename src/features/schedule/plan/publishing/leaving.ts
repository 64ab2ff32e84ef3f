import { newId } from '../../../../platform/clock/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import type { Notice } from '../../../people/index.ts';
import { dayWords, spanWords } from '../../calendar/describe.ts';
import { loadAnswering, reaches } from '../../life/schedulers.ts';
import { settleLeaver } from '../../life/settle.ts';
import { rolesById } from '../../work/roles/store.ts';
import type { Parts } from '../assigning/assign.ts';
import { assignmentsOfPeople, deleteAssignments, insertStep, lockPeople } from '../assigning/store.ts';
import { countChange, lockPeriods } from '../periods/store.ts';
import { always, minutesAt } from '../plan.ts';
import { shiftsByIds } from '../shift-store.ts';
import { shiftTold } from './changes.ts';
import { endTold, insertPublication, toldBetween } from './store.ts';

/**
 * When somebody leaves, their shifts to come are opened, what they were told of them ends, and those who plan there are told.
 * A shift that has begun stays as it was.
 */
export async function openShiftsOfLeaver(parts: Parts, tx: Tx, personId: string, at: Date): Promise<void> {
  const span = { start: minutesAt(at), end: always.end };
  // Before anything is read: a trade of theirs may be on its way.
  await lockPeriods(tx);
  await lockPeople(tx, [personId]);
  const held = (await assignmentsOfPeople(tx, [personId], span)).filter(({ start }) => start >= span.start);
  const told = (await toldBetween(tx, span, personId)).filter(({ start }) => start >= span.start);
  if (held.length === 0 && told.length === 0) return settleLeaver(parts, tx, personId);
  const shifts = new Map(
    (
      await shiftsByIds(
        tx,
        held.map(({ shiftId }) => shiftId),
      )
    ).map((shift) => [shift.id, shift]),
  );
  const periodOf = (shiftId: string) => shifts.get(shiftId)?.periodId ?? '';
  const periodIds = [...new Set([...told.map((one) => one.periodId), ...held.map(({ shiftId }) => periodOf(shiftId))])];
  await deleteAssignments(
    tx,
    held.map(({ id }) => id),
  );
  for (const periodId of periodIds) {
    const removed = held.filter(({ shiftId }) => periodOf(shiftId) === periodId);
    const step = { id: newId(parts.clock), periodId, personId, words: 'Somebody left: their shifts were opened' };
    if (removed.length > 0) await insertStep(tx, { ...step, removed, added: [] }, at);
    const ended = told.filter((one) => one.periodId === periodId);
    if (ended.length === 0) continue;
    const id = newId(parts.clock);
    await insertPublication(tx, { id, periodId, kind: 'left', locationId: null, by: personId, why: null }, at);
    await endTold(
      tx,
      id,
      ended.map((one) => ({ id: one.id, premium: 0 })),
    );
  }
  await countChange(tx, periodIds);
  await settleLeaver(parts, tx, personId);
  await parts.audit.append(tx, {
    actor: { kind: 'person', id: personId },
    action: 'schedule.left',
    target: { type: 'person', id: personId },
    detail: { shifts: held.length },
  });
  const lines = held.flatMap((one) => {
    const shift = shifts.get(one.shiftId);
    if (shift === undefined) return [];
    const { zone, breakMinutes } = shift;
    const local = shiftTold({
      ...{ id: one.id, publicationId: '', endedBy: null, periodId: shift.periodId, personId, shiftId: shift.id },
      ...{ roleId: shift.roleId, start: one.start, end: one.end, zone, breakMinutes },
      ...{ premiumMinutes: 0, endPremiumMinutes: 0, seen: false },
    });
    return [{ roleId: shift.roleId, words: `${dayWords(local.localStart.slice(0, 10))} ${spanWords(local)}` }];
  });
  await parts.people.tell(tx, await noticesOf(parts, tx, personId, lines));
}

interface OpenedShift {
  readonly roleId: string;
  readonly words: string;
}

/** As many are listed; the rest is seen in the plan. */
const mostLines = 40;

/** To the schedulers whose reach has the work; where there is none, to owners and admins. */
async function noticesOf(
  parts: Parts,
  tx: Tx,
  leaverId: string,
  opened: readonly OpenedShift[],
): Promise<readonly Notice[]> {
  const roles = await rolesById(tx);
  const name = (await parts.people.namesOf(tx, [leaverId])).get(leaverId) ?? 'Somebody';
  const { schedulers, others } = await loadAnswering(parts, tx, [leaverId]);
  const key = newId(parts.clock);
  const tellOf = (personId: string, theirs: readonly OpenedShift[]): Notice => ({
    ...{ personId, event: 'schedule_changed', key: `${key} ${personId}` },
    subject: `${name} left: ${theirs.length === 1 ? 'a shift is' : `${theirs.length} shifts are`} open now`,
    lines: theirs.slice(0, mostLines).map(({ roleId, words }) => `${words}, ${roles.get(roleId)?.name ?? 'a role'}`),
    link: { label: 'The schedule', path: '/team/schedule' },
  });
  const byScheduler = schedulers.flatMap((scheduler) => {
    const theirs = opened.filter(({ roleId }) => reaches(scheduler, roles.get(roleId)));
    return theirs.length === 0 ? [] : [tellOf(scheduler.id, theirs)];
  });
  if (byScheduler.length > 0 || opened.length === 0) return byScheduler;
  return others.map(({ id }) => tellOf(id, opened));
}
