import type { Tx } from '../../../../platform/db/index.ts';
import { dateOf, dayOfDate } from '../../calendar/local.ts';
import { aroundDays } from '../../calendar/spans.ts';
import { localAt } from '../../calendar/zone.ts';
import type { ScheduleParts } from '../../parts.ts';
import { shiftTold } from '../../plan/publishing/changes.ts';
import { type PublishedShift, toldBetween } from '../../plan/publishing/store.ts';
import { periodOf, weekOf } from '../../rules/accounting.ts';
import { effectiveRules } from '../../rules/effective-rules.ts';
import { overtimeOf, thresholdsOf } from '../../rules/overtime.ts';
import type { Accounting } from '../../rules/rule.ts';
import { type Shift, shiftOf } from '../../rules/shift.ts';
import { personalRulesOf } from '../../staff/wishes/store.ts';
import { dayIn, readSettings } from '../../work/settings/read-settings.ts';
import { accountingOf, packsOf, type Settings } from '../../work/settings/settings.ts';
import { type Correction, listCorrections } from '../corrections/store.ts';
import { breakMinutesOf, type ClockEntry } from '../entry.ts';
import { entriesOn } from '../store.ts';
import { type Sheet, sheetsOf } from './store.ts';
import { type CountedEntry, type Sums, sumsOf } from './sums.ts';

/** A period for which hours are approved: as long as those of the schedule. */
export interface SheetPeriod {
  readonly firstDay: string;
  readonly lastDay: string;
  readonly days: number;
  /** Whether its last day is over. */
  readonly isOver: boolean;
}

/** Everything of a person in a period. */
export interface PersonSheet {
  readonly personId: string;
  readonly planned: readonly { readonly told: PublishedShift; readonly shift: Shift }[];
  /** What is over, with what it counts. */
  readonly ended: readonly { readonly entry: ClockEntry; readonly counted: CountedEntry }[];
  readonly running: readonly ClockEntry[];
  readonly asked: readonly Correction[];
  readonly sheet: Sheet | null;
}

export interface Sheets {
  readonly period: SheetPeriod;
  readonly people: readonly PersonSheet[];
}

/** The period in which a day lies; today's unless told. */
export async function periodAt(parts: ScheduleParts, tx: Tx, day?: string): Promise<SheetPeriod> {
  const settings = await readSettings(parts, tx);
  const { timeZone } = await parts.people.organisation(tx);
  const today = dayIn(timeZone, parts.clock.now());
  const first = periodOf(dayOfDate(day ?? today) ?? 0, accountingOf(settings));
  const days = settings.periodWeeks * 7;
  const lastDay = dateOf(first + days - 1);
  return { firstDay: dateOf(first), lastDay, days, isOver: lastDay < today };
}

/** The timesheets of these people in a period, whether anything is in them or not. */
export async function loadSheets(
  parts: ScheduleParts,
  tx: Tx,
  period: SheetPeriod,
  personIds: readonly string[],
): Promise<Sheets> {
  const settings = await readSettings(parts, tx);
  const accounting = accountingOf(settings);
  const [first, last] = [dayOfDate(period.firstDay) ?? 0, dayOfDate(period.lastDay) ?? 0];
  // Overtime counts whole weeks: those with which the period begins and ends too.
  const weeks = { from: dateOf(weekOf(first, accounting) - 1), to: dateOf(weekOf(last, accounting) + 7) };
  const entries = Map.groupBy(await entriesOn(tx, weeks, personIds), ({ personId }) => personId);
  const around = aroundDays(first, last);
  const told = Map.groupBy(
    await toldBetween(tx, around, personIds.length === 1 ? personIds[0] : undefined),
    (one) => one.personId,
  );
  const asked = await listCorrections(tx, { personIds, states: ['asked'], within: around, limit: 10_000 });
  const [sheets, rules] = [await sheetsOf(tx, period.firstDay), await personalRulesOf(tx, personIds)];
  const isWithin = (day: string) => day >= period.firstDay && day <= period.lastDay;
  const people = personIds.map((personId): PersonSheet => {
    const own = entries.get(personId) ?? [];
    const thresholds = effectiveRules(settings.rules, packsOf(settings), rules.get(personId));
    const planned = (told.get(personId) ?? []).map((one) => ({ told: one, shift: shiftTold(one) }));
    return {
      ...{ personId, sheet: sheets.get(personId) ?? null },
      planned: planned.filter(({ shift }) => shift.day >= first && shift.day <= last),
      ended: counted(own, accounting, thresholds).filter(({ entry }) => isWithin(entry.day)),
      running: own.filter(({ end, day }) => end === null && isWithin(day)),
      asked: asked.filter((one) => one.personId === personId && isWithin(dayOfCorrection(one))),
    };
  });
  return { period, people };
}

function dayOfCorrection({ zone, start }: Correction): string {
  return localAt(zone, start).slice(0, 10);
}

function counted(
  entries: readonly ClockEntry[],
  accounting: Accounting,
  rules: Settings['rules'],
): readonly { readonly entry: ClockEntry; readonly counted: CountedEntry }[] {
  const placed = entries.flatMap((entry) => {
    const { id, start, end, zone, roleId, locationId } = entry;
    if (end === null) return [];
    const breakMinutes = breakMinutesOf(entry, end);
    const plan = { id, role: roleId ?? '', location: locationId ?? '', zone, needs: 1, breakMinutes, start, end };
    return [{ entry, shift: shiftOf(plan) }];
  });
  const shifts = placed.map(({ shift }) => shift);
  const overtime = overtimeOf(accounting, thresholdsOf(rules), shifts);
  return placed.map(({ entry, shift }) => {
    const isPlanned = entry.shiftId !== null;
    return { entry, counted: { shift, breaks: shift.breakMinutes, isPlanned, overtime: overtime.get(entry.id) ?? 0 } };
  });
}

/** What is planned and worked in a timesheet. */
export function sumsOfSheet({ planned, ended }: PersonSheet): Sums {
  return sumsOf(
    planned.map(({ shift }) => shift),
    ended.map(({ counted }) => counted),
  );
}
