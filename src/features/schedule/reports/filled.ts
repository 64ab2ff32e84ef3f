import { weekdayIndex } from '../calendar/local.ts';
import type { LoadedShift } from '../plan/load-work.ts';
import { missingOf } from '../plan/plan.ts';
import type { Reported } from './load-report.ts';

/** How many of the places of some shifts somebody has. */
export interface Filled {
  readonly places: number;
  readonly filled: number;
}

export interface FillTables {
  readonly totals: Filled;
  readonly roles: readonly (Filled & { readonly roleId: string })[];
  /** 0 for Monday; by the local day on which shifts begin. */
  readonly weekdays: readonly (Filled & { readonly weekday: number })[];
}

/** How far shifts are filled, by role and by day of the week. A place that somebody has only in part is none. */
export function fillOf({ shifts, roles }: Pick<Reported, 'shifts' | 'roles'>): FillTables {
  const byRole = Map.groupBy(shifts, ({ shift }) => shift.role);
  const byWeekday = Map.groupBy(shifts, ({ shift }) => weekdayIndex(shift.day));
  return {
    totals: sumOf(shifts),
    roles: roles.flatMap(({ id }) => {
      const of = byRole.get(id);
      return of === undefined ? [] : [{ roleId: id, ...sumOf(of) }];
    }),
    weekdays: [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, ...sumOf(byWeekday.get(weekday) ?? []) })),
  };
}

function sumOf(shifts: readonly LoadedShift[]): Filled {
  const places = shifts.reduce((sum, { planned }) => sum + planned.needs, 0);
  const missing = shifts.reduce((sum, { planned, assignments }) => sum + missingOf(planned, assignments), 0);
  return { places, filled: places - missing };
}
