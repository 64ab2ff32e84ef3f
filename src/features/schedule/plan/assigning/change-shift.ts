import { newId } from '../../../../platform/clock/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import type { Change } from '../../calendar/change.ts';
import { changed } from '../../calendar/edit.ts';
import { wall } from '../../calendar/local.ts';
import { occurrenceOn } from '../../calendar/occurrences.ts';
import { findRole } from '../../work/roles/store.ts';
import type { ShiftPayload, StoredSeries } from '../../work/series/series-rows.ts';
import { lockSeries, updateSeries } from '../../work/series/store.ts';
import { countChange, findPeriod } from '../periods/store.ts';
import { followSeries } from '../periods/sync.ts';
import { plans, type Scheduler } from '../reach.ts';
import { recordPlanAct } from '../record.ts';
import { findShift, setShiftImportance } from '../shift-store.ts';
import type { Parts } from './assign.ts';

/** What of a single shift is changed. Local times of its own clock. */
export interface ShiftChange {
  readonly needs?: number | undefined;
  readonly importance?: number | null | undefined;
  readonly startsAt?: string | undefined;
  readonly endsAt?: string | undefined;
}

export type ShiftChanged = { readonly findings: readonly string[] } | { readonly refused: string } | null;

/** Changes one shift only: in its role's calendar it becomes an occurrence of its own. Null where there is none in reach. */
export async function changeShift(
  parts: Parts,
  tx: Tx,
  who: Scheduler,
  id: string,
  wanted: ShiftChange,
): Promise<ShiftChanged> {
  const shift = await findShift(tx, id);
  if (shift === null) return null;
  const role = await findRole(tx, shift.roleId);
  if (!plans(who, role)) return null;
  const { importance, ...ofSeries } = wanted;
  let findings: readonly string[] = [];
  if (Object.values(ofSeries).some((value) => value !== undefined)) {
    const edited = await editOccurrence(parts, tx, shift, ofSeries);
    if ('refused' in edited) return edited;
    findings = edited.findings;
  }
  if (importance !== undefined) {
    await findPeriod(tx, shift.periodId, true);
    await setShiftImportance(tx, id, importance);
    await countChange(tx, [shift.periodId]);
  }
  const fields = Object.entries(wanted).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  await recordPlanAct(parts, tx, who, 'schedule.shift_changed', id, { fields: fields.join(',') });
  return { findings };
}

async function editOccurrence(
  parts: Parts,
  tx: Tx,
  { seriesId, occurrence, roleId }: { readonly seriesId: string; readonly occurrence: string; readonly roleId: string },
  { needs, startsAt, endsAt }: Omit<ShiftChange, 'importance'>,
): Promise<{ readonly findings: readonly string[] } | { readonly refused: string }> {
  // Before any period, as whoever edits a calendar does: two who wait for each other would both fail.
  const series = (await lockSeries(tx, seriesId)) as StoredSeries<ShiftPayload> | null;
  const present = series === null ? null : occurrenceOn(series, occurrence);
  if (series === null || present === null) return { refused: 'This shift was taken out of the calendar.' };
  const [start, end] = [wall(startsAt ?? present.localStart), wall(endsAt ?? present.localEnd)];
  const change: Change<ShiftPayload> = {
    ...(startsAt === undefined ? {} : { moveBy: start - wall(present.localStart) }),
    ...(startsAt === undefined && endsAt === undefined ? {} : { minutes: end - start }),
    ...(needs === undefined ? {} : { payload: { ...present.payload, needs } }),
  };
  const edit = changed<ShiftPayload>(series, occurrence, 'one', change, newId(parts.clock));
  if (!edit.ok) return { refused: edit.problems[0]?.sentence ?? 'The shift can’t be changed so.' };
  const [edited] = edit.series;
  if (edited === undefined) return { refused: 'The shift can’t be changed so.' };
  const { owner, revision } = series;
  await updateSeries(tx, { ...edited, owner, revision: revision + 1 }, parts.clock.now());
  return { findings: await followSeries(parts, tx, { seriesId, roleId, follow: edit.follow }) };
}
