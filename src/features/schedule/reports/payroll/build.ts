import type { Tx } from '../../../../platform/db/index.ts';
import type { ScheduleParts } from '../../parts.ts';
import { loadRates } from '../../plan/rates.ts';
import { placeNames } from '../../work/roles/place-names.ts';
import { rolesById } from '../../work/roles/store.ts';
import type { Settings } from '../../work/settings/settings.ts';
import type { Days } from '../days.ts';
import { isWithin, toldStints, withOvertime, workedStints } from '../load-stints.ts';
import { minutesOf } from '../stint.ts';
import { listTellings } from '../store.ts';
import type { Mapping } from './mapping.ts';
import { type Payable, type PayrollNames, type PayrollRow, payrollRows } from './payroll-row.ts';

export interface Payroll {
  readonly rows: readonly PayrollRow[];
  /** Of the time clock, what nobody approved yet and is therefore not in the rows. */
  readonly unapproved: { readonly entries: number; readonly people: number; readonly minutes: number };
}

/** What is to be paid for a stretch of days: hours as they were published or approved, and premium that changes owe. */
export async function buildPayroll(
  parts: Pick<ScheduleParts, 'people' | 'vault' | 'wages'>,
  tx: Tx,
  settings: Settings,
  days: Days,
  { rows, source }: Pick<Mapping, 'rows' | 'source'>,
): Promise<Payroll> {
  const found = source === 'worked' ? await workedStints(tx, days) : await toldStints(tx, days);
  // Overtime follows from all that was worked: what is approved later does not move it to other days.
  const stints = (await withOvertime(tx, settings, found)).filter(isWithin(days));
  const open = stints.filter(({ approved }) => approved === false);
  const hours = stints
    .filter(({ approved }) => approved !== false)
    .map(({ personId, roleId, shift, overtime }): Payable => {
      return { personId, roleId, day: shift.day, minutes: shift.workMinutes, overtime: overtime ?? 0, premium: 0 };
    });
  const owed = (await listTellings(tx, days))
    .filter(({ premiumMinutes }) => premiumMinutes > 0)
    .map(({ personId, roleId, day, premiumMinutes }): Payable => {
      return { personId, roleId, day, minutes: 0, overtime: 0, premium: premiumMinutes };
    });
  const payables = [...hours, ...owed];
  return {
    rows: payrollRows(payables, rows, await loadNames(parts, tx, days, payables)),
    unapproved: {
      entries: open.length,
      people: new Set(open.map(({ personId }) => personId)).size,
      minutes: minutesOf(open),
    },
  };
}

async function loadNames(
  parts: Pick<ScheduleParts, 'people' | 'vault' | 'wages'>,
  tx: Tx,
  days: Days,
  payables: readonly Payable[],
): Promise<PayrollNames> {
  const { currency } = await parts.people.organisation(tx);
  const places = await placeNames(parts, tx);
  const roles = await rolesById(tx);
  const people = await parts.people.namesOf(tx, [...new Set(payables.map(({ personId }) => personId))]);
  return {
    ...{ ...days, currency, rateOf: await loadRates(parts, tx) },
    person: (id) => people.get(id) ?? '',
    role: (id) => {
      const { name = '', locationId = '', departmentId = null } = roles.get(id) ?? {};
      return { name, location: places.get(locationId) ?? '', department: places.get(departmentId ?? '') ?? '' };
    },
  };
}
