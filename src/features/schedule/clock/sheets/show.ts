import type { Tx } from '../../../../platform/db/index.ts';
import type { Worker } from '../../../people/index.ts';
import { mayDecide } from '../../asking.ts';
import { dateOf } from '../../calendar/local.ts';
import { type PublishedShift, toldBetween } from '../../plan/publishing/store.ts';
import { type AskingDoing, minuteNow } from '../doing.ts';
import { forgottenFrom } from '../matching.ts';
import { loadNames, rolesOf } from '../names.ts';
import { placeWithoutRole } from '../placing.ts';
import { entryAnswer, plannedAnswer } from '../show.ts';
import { shiftOfEntry } from '../state.ts';
import { approvalProblem } from './approving.ts';
import { type PersonSheet, type SheetPeriod, sumsOfSheet } from './load-sheets.ts';
import type { SheetAnswer, SheetRowAnswer } from './shapes.ts';

/** One line of the list: what somebody worked in a period, and whether it was approved. */
export function rowAnswer(
  doing: AskingDoing,
  period: SheetPeriod,
  worker: Worker,
  sheet: PersonSheet,
  { names, toldOf }: { readonly names: ReadonlyMap<string, string>; readonly toldOf: ToldOf },
): SheetRowAnswer {
  const sums = sumsOfSheet(sheet);
  const now = minuteNow(doing.parts);
  const state = sheet.sheet === null ? 'open' : sheet.sheet.approvedAt === null ? 'reopened' : 'approved';
  const [running] = sheet.running;
  return {
    ...{ personId: worker.id, name: worker.name, ...sums, difference: sums.worked - sums.planned },
    ...{ entries: sheet.ended.length + sheet.running.length, state, asked: sheet.asked.length },
    runningSince: running === undefined ? null : new Date(running.start * 60_000).toISOString(),
    forgotten: running !== undefined && now >= forgottenFrom(running.start, toldOf(running)),
    approvedBy: state === 'approved' && sheet.sheet ? (names.get(sheet.sheet.approvedBy) ?? '') : null,
    approvedAt: sheet.sheet?.approvedAt?.toISOString() ?? null,
    problem: approvalProblem(doing, period, worker, sheet)?.sentence ?? null,
  };
}

type ToldOf = (entry: PersonSheet['running'][number]) => PublishedShift | null;

/** What people were told of the shifts for which they clocked in and that still run. */
export async function toldOfRunning(tx: Tx, sheets: readonly PersonSheet[]): Promise<ToldOf> {
  const running = sheets.flatMap((sheet) => sheet.running);
  if (running.length === 0) return () => null;
  const starts = running.map(({ start }) => start);
  const day = 24 * 60;
  const told = await toldBetween(tx, { start: Math.min(...starts) - 2 * day, end: Math.max(...starts) + 2 * day });
  return (entry) => shiftOfEntry(told, entry);
}

/** A timesheet with everything in it, day by day. */
export async function sheetAnswer(
  doing: AskingDoing,
  period: SheetPeriod,
  worker: Worker,
  sheet: PersonSheet,
): Promise<SheetAnswer> {
  const { parts, tx } = doing;
  const [nameOf, now] = [await loadNames(parts, tx), minuteNow(parts)];
  const toldOf = await toldOfRunning(tx, [sheet]);
  const names = await parts.people.namesOf(tx, sheet.sheet ? [sheet.sheet.approvedBy] : []);
  const asked = new Set(sheet.asked.map(({ entryId }) => entryId));
  const show = (entry: PersonSheet['running'][number], overtimeMinutes: number) => ({
    ...entryAnswer(entry, { now, nameOf, shift: toldOf(entry), waiting: asked.has(entry.id) }),
    overtimeMinutes,
  });
  const entries = [
    ...sheet.ended.map(({ entry, counted }) => show(entry, counted.overtime)),
    ...sheet.running.map((entry) => show(entry, 0)),
  ].toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
  return {
    period,
    person: rowAnswer(doing, period, worker, sheet, { names, toldOf }),
    planned: sheet.planned.map(({ told, shift }) => ({ ...plannedAnswer(told, nameOf), day: dateOf(shift.day) })),
    entries,
    mayDecide: mayDecide(doing.asking, worker),
    zone: (await placeWithoutRole(parts, tx, worker.id)).zone,
    roles: [...(await rolesOf(parts, tx, worker.id))],
  };
}
