import type { Tx } from '../../../platform/db/index.ts';
import { dayWords } from '../calendar/describe.ts';
import type { ScheduleParts } from '../parts.ts';
import { changeShift } from '../plan/assigning/change-shift.ts';
import { assignmentsOf } from '../plan/assigning/store.ts';
import { lockPeriods } from '../plan/periods/store.ts';
import { minutesAt, mostAtOnce, type PlannedShift } from '../plan/plan.ts';
import type { Scheduler } from '../plan/reach.ts';
import { shiftsByIds } from '../plan/shift-store.ts';
import type { WorkRole } from '../work/roles/role.ts';
import { lockSeries } from '../work/series/store.ts';
import type { WantedHeadcount } from './shapes.ts';

/** Thrown so that what was written is rolled back: sentences by shift. */
export class HeadcountRefused extends Error {
  override readonly name = 'HeadcountRefused';
  readonly sentences: Readonly<Record<string, string>>;

  constructor(sentences: Readonly<Record<string, string>>) {
    super('the headcount of a shift can’t be changed so');
    this.sentences = sentences;
  }
}

export type HeadcountTaken =
  | { readonly changed: number; readonly findings: readonly string[] }
  /** Also of a shift that the role does not have: it had it when it was looked at, or never. */
  | 'changed_meanwhile';

/** Gives shifts other headcounts, all or none: each as if a scheduler had changed it by hand. */
export async function takeHeadcount(
  parts: ScheduleParts,
  tx: Tx,
  who: Scheduler,
  role: WorkRole,
  wanted: WantedHeadcount['shifts'],
): Promise<HeadcountTaken> {
  const ids = wanted.map(({ shiftId }) => shiftId);
  // Calendars first, then periods, as every change of a shift locks them.
  const series = new Set((await shiftsByIds(tx, ids)).map(({ seriesId }) => seriesId));
  for (const id of [...series].toSorted()) await lockSeries(tx, id);
  await lockPeriods(tx);
  const shifts = new Map((await shiftsByIds(tx, ids)).map((shift) => [shift.id, shift]));
  const asked = wanted.flatMap((one) => {
    const shift = shifts.get(one.shiftId);
    return shift === undefined || shift.roleId !== role.id ? [] : [{ ...one, shift }];
  });
  const isAsShown = asked.every(({ shift, now }) => !shift.cancelled && shift.needs === now);
  if (asked.length < wanted.length || !isAsShown) return 'changed_meanwhile';
  const changing = asked.filter(({ headcount, now }) => headcount !== now);
  await refuseImpossible(parts, tx, changing);
  const findings: string[] = [];
  for (const { shift, headcount } of changing) {
    const changed = await changeShift(parts, tx, who, shift.id, { needs: headcount });
    if (changed === null || 'refused' in changed)
      throw new HeadcountRefused({ [shift.id]: `${nameOf(shift)}: ${changed?.refused ?? 'It is gone.'}` });
    findings.push(...changed.findings);
  }
  return { changed: changing.length, findings };
}

async function refuseImpossible(
  { clock }: ScheduleParts,
  tx: Tx,
  changing: readonly { readonly shift: PlannedShift; readonly headcount: number }[],
): Promise<void> {
  const ids = changing.map(({ shift }) => shift.id);
  const assigned = Map.groupBy(await assignmentsOf(tx, ids), ({ shiftId }) => shiftId);
  const now = minutesAt(clock.now());
  const sentences = changing.flatMap(({ shift, headcount }) => {
    const has = mostAtOnce(shift, assigned.get(shift.id) ?? []);
    if (shift.start <= now) return [[shift.id, `${nameOf(shift)} has begun: how many it needs stays as it is.`]];
    if (headcount >= has) return [];
    const people = has === 1 ? '1 person has it' : `${has} people have it`;
    return [[shift.id, `${nameOf(shift)}: ${people} already. Take somebody off first, or leave it at ${has}.`]];
  });
  if (sentences.length > 0) throw new HeadcountRefused(Object.fromEntries(sentences));
}

const nameOf = ({ day, occurrence }: PlannedShift) => `The shift on ${dayWords(day)} at ${occurrence.slice(11)}`;
