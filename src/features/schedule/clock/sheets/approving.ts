import type { Worker } from '../../../people/index.ts';
import { byPerson } from '../../acts.ts';
import { mayDecide } from '../../asking.ts';
import type { AskingDoing, Refusal } from '../doing.ts';
import { lockClock } from '../store.ts';
import { loadSheets, type PersonSheet, type SheetPeriod, sumsOfSheet } from './load-sheets.ts';
import { putSheet } from './store.ts';

/** Why somebody can't approve a timesheet now; null if they can. */
export function approvalProblem(
  { asking }: AskingDoing,
  period: SheetPeriod,
  worker: Worker,
  { sheet, running, asked }: PersonSheet,
): Refusal | null {
  if (!mayDecide(asking, worker))
    return { code: 'own_request', sentence: 'About your own hours somebody else has to decide.' };
  if (sheet !== null && sheet.approvedAt !== null)
    return { code: 'approved', sentence: 'These hours are approved already.' };
  if (!period.isOver)
    return { code: 'not_over', sentence: `The period lasts until ${period.lastDay}. Approve it after that.` };
  if (running.length > 0) return { code: 'unsettled', sentence: 'An entry still runs. Correct it first.' };
  if (asked.length > 0) return { code: 'unsettled', sentence: 'Corrections wait for a decision. Decide them first.' };
  return null;
}

/** Approves what somebody worked in a period, as it was seen. Null when it is done. */
export async function approve(
  doing: AskingDoing,
  worker: Worker,
  period: SheetPeriod,
  seen: number,
): Promise<Refusal | null> {
  const { parts, tx, by } = doing;
  await lockClock(tx, worker.id);
  const [found] = (await loadSheets(parts, tx, period, [worker.id])).people;
  if (found === undefined) throw new Error('a timesheet was not loaded');
  const problem = approvalProblem(doing, period, worker, found);
  if (problem !== null) return problem;
  const { worked } = sumsOfSheet(found);
  if (worked !== seen)
    return { code: 'stale', sentence: 'The hours were changed meanwhile. Look at them again, then approve them.' };
  const { firstDay, days } = period;
  const approvedAt = parts.clock.now();
  await putSheet(tx, { personId: worker.id, firstDay, days, approvedBy: by, approvedAt, workedMinutes: worked });
  await parts.audit.append(tx, {
    ...byPerson({ personId: by }),
    action: 'schedule.timesheet_approved',
    target: { type: 'person', id: worker.id },
    detail: { period: firstDay, minutes: worked },
  });
  return null;
}
