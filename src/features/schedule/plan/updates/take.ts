import { newId } from '../../../../platform/clock/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import { dateOf, dayOfDate } from '../../calendar/local.ts';
import { settleLife } from '../../life/settle.ts';
import { review } from '../../rules/review.ts';
import type { Parts } from '../assigning/assign.ts';
import {
  assignmentsOfPeople,
  deleteAssignments,
  insertAssignments,
  insertStep,
  lockPeople,
} from '../assigning/store.ts';
import { contextFor, loadWork, type Work } from '../load-work.ts';
import { countChange, findPeriod } from '../periods/store.ts';
import { type Assignment, isWhole, missingOf, type Period } from '../plan.ts';
import type { Scheduler } from '../reach.ts';
import { recordPlanAct } from '../record.ts';
import type { OutcomeAnswer } from '../shapes.ts';
import { type PlanUpdate, setUpdateState } from './store.ts';

const changedSince =
  'The plan was changed since, so that this update does not fit any more. Nothing was changed. Update the schedule again.';

/** Takes the draft over into the plan, in one step that can be taken back. A sentence where it does not fit any more. */
export async function takeUpdate(
  parts: Parts,
  tx: Tx,
  who: Scheduler,
  update: PlanUpdate & { readonly outcome: OutcomeAnswer },
): Promise<'taken' | { readonly refused: string }> {
  const { clock } = parts;
  const period = await findPeriod(tx, update.periodId, true);
  if (period === null) return { refused: changedSince };
  const { added, removed } = update.outcome;
  const people = [...added, ...removed].map(({ personId }) => personId);
  await lockPeople(tx, people);
  const work = await loadPeriod(parts, tx, period);
  const leaving = removed.map(({ shiftId, personId }) =>
    work.known.get(shiftId)?.assignments.find((one) => one.personId === personId && !one.pinned),
  );
  const gone = leaving.filter((one) => one !== undefined);
  if (gone.length < removed.length) return { refused: changedSince };
  const coming = added.flatMap(({ shiftId, personId }): Assignment[] => {
    const planned = work.known.get(shiftId)?.planned;
    if (planned === undefined || planned.cancelled || work.people.get(personId)?.isActive !== true) return [];
    return [
      {
        ...{ id: newId(clock), shiftId, personId, start: planned.start, end: planned.end },
        ...{ madeBy: 'solver', pinned: false, overruledWhy: null, overruledBy: null },
      },
    ];
  });
  if (coming.length < added.length || !hasRoom(work, gone, coming)) return { refused: changedSince };
  const cancelled = await onCancelled(tx, work, coming);
  await deleteAssignments(
    tx,
    [...gone, ...cancelled].map(({ id }) => id),
  );
  if (!(await areFree(tx, coming))) throw new TakenMeanwhile();
  await insertAssignments(tx, coming, clock.now());
  // Also where the plan is as it was: what people may work can have changed.
  if (await breaksRules(parts, tx, period, coming)) throw new TakenMeanwhile();
  const words = `The update of the schedule: ${added.length} added, ${removed.length} removed`;
  const step = { id: newId(clock), periodId: period.id, personId: who.actor.personId, words };
  await insertStep(tx, { ...step, removed: [...gone, ...cancelled], added: coming }, clock.now());
  await setUpdateState(tx, update.id, 'taken', clock.now());
  await countChange(tx, [period.id]);
  await settleLife(parts, tx);
  const detail = { update: update.id, added: added.length, removed: removed.length };
  await recordPlanAct(parts, tx, who, 'schedule.update_taken', period.id, detail);
  return 'taken';
}

/** Thrown so that what was written is rolled back. */
export class TakenMeanwhile extends Error {
  override readonly name = 'TakenMeanwhile';
  readonly sentence = changedSince;
}

function loadPeriod(parts: Parts, tx: Tx, { firstDay, days }: Period): Promise<Work> {
  return loadWork(parts, tx, { from: firstDay, to: dateOf((dayOfDate(firstDay) ?? 0) + days - 1) });
}

/** Whether every shift has places for those who come once those who leave are gone. */
function hasRoom(work: Work, gone: readonly Assignment[], coming: readonly Assignment[]): boolean {
  const leaving = new Set(gone.map(({ id }) => id));
  return [...Map.groupBy(coming, ({ shiftId }) => shiftId)].every(([shiftId, group]) => {
    const loaded = work.known.get(shiftId);
    if (loaded === undefined) return false;
    const staying = loaded.assignments.filter(({ id }) => !leaving.has(id));
    const isSame = group.every((one) => isWhole(one, loaded.planned));
    const isNew = group.every(({ personId }) => staying.every((one) => one.personId !== personId));
    return isSame && isNew && group.length <= missingOf(loaded.planned, staying);
  });
}

/** What those who come still have on shifts that were cancelled. */
async function onCancelled(tx: Tx, work: Work, coming: readonly Assignment[]): Promise<readonly Assignment[]> {
  const all = await overlapping(tx, coming);
  return all.filter(({ shiftId }) => work.known.get(shiftId)?.planned.cancelled === true);
}

async function areFree(tx: Tx, coming: readonly Assignment[]): Promise<boolean> {
  return (await overlapping(tx, coming)).length === 0;
}

async function overlapping(tx: Tx, coming: readonly Assignment[]): Promise<readonly Assignment[]> {
  if (coming.length === 0) return [];
  const window = {
    start: Math.min(...coming.map(({ start }) => start)),
    end: Math.max(...coming.map(({ end }) => end)),
  };
  const ids = [...new Set(coming.map(({ personId }) => personId))];
  const theirs = Map.groupBy(await assignmentsOfPeople(tx, ids, window), ({ personId }) => personId);
  const found = coming.flatMap((one) =>
    (theirs.get(one.personId) ?? []).filter(({ start, end }) => start < one.end && one.start < end),
  );
  return [...new Set(found)];
}

/** Whether, on the plan as it is now, one of those who came breaks a hard rule. */
async function breaksRules(parts: Parts, tx: Tx, period: Period, coming: readonly Assignment[]): Promise<boolean> {
  const work = await loadPeriod(parts, tx, period);
  const given = new Set(coming.map(({ personId, shiftId }) => `${personId} ${shiftId}`));
  return work.candidates.some((candidate) =>
    review(candidate, contextFor(work, candidate.person.id), work.from, work.to).some(
      ({ shift, reason }) => shift !== null && reason.hard && given.has(`${candidate.person.id} ${shift.id}`),
    ),
  );
}
