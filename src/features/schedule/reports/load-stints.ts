import type { Tx } from '../../../platform/db/index.ts';
import { dayMinutes } from '../calendar/local.ts';
import { workedBetween } from '../clock/worked.ts';
import { shiftTold } from '../plan/publishing/changes.ts';
import { toldBetween } from '../plan/publishing/store.ts';
import { effectiveRules } from '../rules/effective-rules.ts';
import { overtimeOf, thresholdsOf } from '../rules/overtime.ts';
import { shiftOf } from '../rules/shift.ts';
import { personalRulesOf } from '../staff/wishes/store.ts';
import { accountingOf, packsOf, type Settings } from '../work/settings/settings.ts';
import type { Days } from './days.ts';
import type { Stint } from './stint.ts';

/** A week before the first day, for what it has of its week, and a day more for the night before that. */
export const before = 8;

/** Moments that hold every local day of a stretch and of the week before. */
const around = ({ from, to }: Days) => ({ start: (from - before - 1) * dayMinutes, end: (to + 3) * dayMinutes });

/** What people worked in a stretch of days and in the week before it. */
export async function workedStints(tx: Tx, days: Days): Promise<readonly Stint[]> {
  const entries = await workedBetween(tx, around(days));
  return entries.map(({ id, personId, roleId, locationId, zone, start, end, breakMinutes, approved }) => {
    const place = { id, role: roleId ?? '', location: locationId ?? '', zone, needs: 1 };
    const shift = shiftOf({ ...place, start, end, breakMinutes });
    return { personId, roleId, locationId, overtime: null, approved, shift };
  });
}

/** What people were told and holds, in a stretch of days and in the week before it. */
export async function toldStints(tx: Tx, days: Days): Promise<readonly Stint[]> {
  return (await toldBetween(tx, around(days))).map((one) => ({
    ...{ personId: one.personId, roleId: one.roleId, locationId: null, overtime: null },
    shift: { ...shiftTold(one), id: one.id },
  }));
}

/** The same with the overtime that each brings, by the rules of who works it. */
export async function withOvertime(
  tx: Tx,
  settings: Settings,
  stints: readonly Stint[],
  isKnown: (personId: string) => boolean = () => true,
): Promise<readonly Stint[]> {
  const byPerson = Map.groupBy(stints, ({ personId }) => personId);
  const personal = await personalRulesOf(tx, [...byPerson.keys()]);
  const packs = packsOf(settings);
  const accounting = accountingOf(settings);
  return [...byPerson].flatMap(([personId, own]) => {
    if (!isKnown(personId)) return own;
    const thresholds = thresholdsOf(effectiveRules(settings.rules, packs, personal.get(personId)));
    const shifts = own.map(({ shift }) => shift);
    const overtime = overtimeOf(accounting, thresholds, shifts);
    return own.map((one) => ({ ...one, overtime: overtime.get(one.shift.id) ?? 0 }));
  });
}

/** Whether it begins within these days. */
export const isWithin =
  ({ from, to }: Days) =>
  ({ shift }: Stint): boolean =>
    shift.day >= from && shift.day <= to;
