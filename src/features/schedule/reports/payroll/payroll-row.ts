import { dateOf } from '../../calendar/local.ts';
import { amountOf } from '../cost.ts';
import type { Days } from '../days.ts';
import type { Mapping, PayrollField } from './mapping.ts';

/** What goes into rows: somebody's hours of one shift or entry, or premium that is owed to them. */
export interface Payable {
  readonly personId: string;
  /** Null: work for which no role was named; it has no rate. */
  readonly roleId: string | null;
  readonly day: number;
  readonly minutes: number;
  readonly overtime: number;
  readonly premium: number;
}

/** What stands in a row, by field. Money is in minor units; null: it is not known. */
export type PayrollRow = Readonly<Record<PayrollField, string | number | null>>;

/** Everything else that rows tell. */
export interface PayrollNames extends Days {
  readonly currency: string;
  readonly person: (id: string) => string;
  readonly role: (id: string) => { readonly name: string; readonly location: string; readonly department: string };
  readonly rateOf: (personId: string, roleId: string) => number | null;
}

/** The rows of an export: by name, then day, then role. A row is rounded once, so that its rate times its hours is its amount. */
export function payrollRows(
  payables: readonly Payable[],
  rows: Mapping['rows'],
  names: PayrollNames,
): readonly PayrollRow[] {
  const groups = Map.groupBy(payables, ({ personId, roleId, day }) =>
    [personId, roleId ?? '', ...(rows === 'day' ? [day] : [])].join(' '),
  );
  return [...groups.values()]
    .map((of) => rowOf(of, rows, names))
    .toSorted((one, other) => {
      const keys = (row: PayrollRow) => [row.person_name, row.person_id, row.day, row.location, row.role].join('\0');
      return keys(one).localeCompare(keys(other), 'en');
    });
}

function rowOf(of: readonly Payable[], rows: Mapping['rows'], names: PayrollNames): PayrollRow {
  const sum = (figure: 'minutes' | 'overtime' | 'premium') => of.reduce((all, one) => all + one[figure], 0);
  const [minutes, overtime, premium] = [sum('minutes'), sum('overtime'), sum('premium')];
  const { personId = '', roleId = null, day = 0 } = of[0] ?? {};
  const role = roleId === null ? { name: '', location: '', department: '' } : names.role(roleId);
  const rate = roleId === null ? null : names.rateOf(personId, roleId);
  return {
    ...{ person_name: names.person(personId), person_id: personId },
    ...{ role: role.name, location: role.location, department: role.department },
    day: dateOf(rows === 'day' ? day : names.from),
    ...{ first_day: dateOf(names.from), last_day: dateOf(names.to) },
    ...{ hours: minutes / 60, minutes, regular_hours: (minutes - overtime) / 60 },
    ...{ overtime_hours: overtime / 60, overtime_minutes: overtime },
    ...{ premium_hours: premium / 60, premium_minutes: premium },
    ...{ rate, amount: rate === null ? null : amountOf({ minutes }, rate), currency: names.currency },
    premium_amount: rate === null ? null : amountOf({ minutes: premium }, rate),
  };
}
