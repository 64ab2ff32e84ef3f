import { dateOf } from '../../calendar/local.ts';
import { amountOf } from '../../plan/cost.ts';
import type { Rate, RateOf } from '../../plan/wages.ts';
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
  readonly rateOf: RateOf;
}

/**
 * The rows of an export: by name, then day, then role. What is paid by another rate is another row, and a row is rounded once:
 * so its rate times its hours is its amount, also where somebody earns more from the middle of the days on.
 */
export function payrollRows(
  payables: readonly Payable[],
  rows: Mapping['rows'],
  names: PayrollNames,
): readonly PayrollRow[] {
  const groups = Map.groupBy(payables, (one) =>
    [one.personId, one.roleId ?? '', rateAt(one, names)?.key ?? '', ...(rows === 'day' ? [one.day] : [])].join(' '),
  );
  return [...groups.values()]
    .map((of) => rowOf(of, rows, names))
    .toSorted((one, other) => {
      const keys = (row: PayrollRow) => [row.person_name, row.person_id, row.day, row.location, row.role].join('\0');
      return keys(one).localeCompare(keys(other), 'en');
    });
}

/** What is paid for it by the hour. A salary is not: its hours are told without an amount. */
function rateAt({ personId, roleId, day }: Payable, { rateOf }: PayrollNames): Rate | null {
  const rate = roleId === null ? null : rateOf(personId, roleId, dateOf(day));
  return rate === null || rate.salaried ? null : rate;
}

function rowOf(of: readonly Payable[], rows: Mapping['rows'], names: PayrollNames): PayrollRow {
  const sum = (figure: 'minutes' | 'overtime' | 'premium') => of.reduce((all, one) => all + one[figure], 0);
  const [minutes, overtime, premium] = [sum('minutes'), sum('overtime'), sum('premium')];
  const [first] = of;
  const { personId = '', roleId = null, day = 0 } = first ?? {};
  const role = roleId === null ? { name: '', location: '', department: '' } : names.role(roleId);
  const rate = first === undefined ? null : rateAt(first, names);
  const pays = (worked: number) => (rate === null ? null : amountOf(worked, rate));
  return {
    ...{ person_name: names.person(personId), person_id: personId },
    ...{ role: role.name, location: role.location, department: role.department },
    day: dateOf(rows === 'day' ? day : names.from),
    ...{ first_day: dateOf(names.from), last_day: dateOf(names.to) },
    ...{ hours: minutes / 60, minutes, regular_hours: (minutes - overtime) / 60 },
    ...{ overtime_hours: overtime / 60, overtime_minutes: overtime },
    ...{ premium_hours: premium / 60, premium_minutes: premium },
    ...{ rate: rate?.minor ?? null, amount: pays(minutes), currency: rate?.currency ?? names.currency },
    premium_amount: pays(premium),
  };
}
