import type { WorkRole } from '../work/roles/role.ts';
import { type Cost, exactCost, sumOf, usualCost } from './cost.ts';
import type { Reported } from './load-report.ts';
import { minutesOf, overtimeIn, type Stint } from './stint.ts';

/** Hours and cost of some work. Worked figures are null where the time clock is off. */
export interface Hours {
  readonly people: number;
  /** People on shifts. */
  readonly assignments: number;
  readonly planned: number;
  readonly worked: number | null;
  readonly overtime: number | null;
  readonly workedOvertime: number | null;
  readonly costMinor: number | null;
  readonly workedCostMinor: number | null;
  /** Planned minutes that the cost is of. */
  readonly costMinutes: number;
}

export interface HourTables {
  readonly totals: Hours;
  readonly people: readonly (Hours & { readonly personId: string; readonly name: string })[];
  /** `roleId` null: work for which no role was named. */
  readonly roles: readonly (Hours & { readonly roleId: string | null; readonly locationId: string | null })[];
  readonly locations: readonly (Hours & { readonly locationId: string | null })[];
}

/** Who worked, where, as what, and what that costs. Every table adds up to the same sum. */
export function hoursOf(reported: Reported): HourTables {
  const { planned, worked, people, roles } = reported;
  const rowOf = (of: Both, told: boolean): Hours => ({
    people: new Set([...of.planned, ...(of.worked ?? [])].map(({ personId }) => personId)).size,
    assignments: of.planned.length,
    planned: minutesOf(of.planned),
    worked: of.worked === null ? null : minutesOf(of.worked),
    overtime: overtimeIn(of.planned),
    workedOvertime: of.worked === null ? null : overtimeIn(of.worked),
    ...costsOf(reported, of, told),
  });
  const all = { planned, worked };
  const byPerson = split(all, ({ personId }) => personId);
  const byRole = split(all, ({ roleId }) => roleId);
  const byLocation = split(all, ({ locationId }) => locationId);
  const nameOf = (id: string) => people.get(id)?.name ?? '';
  const places = new Map(roles.map(({ id, locationId }) => [id, locationId]));
  return {
    totals: rowOf(all, true),
    people: [...byPerson]
      .map(([personId, of]) => ({ personId, name: nameOf(personId), ...rowOf(of, reported.exact) }))
      .toSorted((one, other) => one.name.localeCompare(other.name, 'en')),
    roles: inOrder(roles, byRole).map(([roleId, of]) => ({
      ...{ roleId, locationId: places.get(roleId ?? '') ?? null },
      ...rowOf(of, true),
    })),
    locations: [...byLocation].map(([locationId, of]) => ({ locationId, ...rowOf(of, true) })),
  };
}

/** The same work as it was planned and as it was done. */
interface Both {
  readonly planned: readonly Stint[];
  readonly worked: readonly Stint[] | null;
}

function split<Key>({ planned, worked }: Both, keyOf: (one: Stint) => Key): ReadonlyMap<Key, Both> {
  const [ofPlan, ofClock] = [Map.groupBy(planned, keyOf), Map.groupBy(worked ?? [], keyOf)];
  const keys = new Set([...ofPlan.keys(), ...ofClock.keys()]);
  const none = worked === null ? null : [];
  return new Map([...keys].map((key) => [key, { planned: ofPlan.get(key) ?? [], worked: ofClock.get(key) ?? none }]));
}

/** As roles are listed, work without a role last. */
function inOrder(roles: readonly WorkRole[], found: ReadonlyMap<string | null, Both>) {
  return [...roles.map(({ id }) => id), null].flatMap((id) => {
    const of = found.get(id);
    return of === undefined ? [] : [[id, of] as const];
  });
}

/** @param told whether what this costs may be told at all */
function costsOf(reported: Reported, { planned, worked }: Both, told: boolean) {
  const cost = told ? costOf(reported, planned) : null;
  const workedCost = told && worked !== null ? costOf(reported, worked) : null;
  return {
    costMinor: cost?.minor ?? null,
    workedCostMinor: workedCost?.minor ?? null,
    costMinutes: cost?.minutes ?? 0,
  };
}

/** Role by role, so that a sum holds nothing that the row of a role would not tell. */
function costOf({ exact, rateOf, knowing }: Reported, stints: readonly Stint[]): Cost | null {
  const byRole = Map.groupBy(stints, ({ roleId }) => roleId);
  const costs = [...byRole].map(([roleId, of]) => {
    if (roleId === null) return null;
    const paid = of.map(({ personId, shift }) => ({ personId, roleId, minutes: shift.workMinutes }));
    return exact ? exactCost(paid, rateOf) : usualCost(paid, rateOf, knowing.get(roleId) ?? []);
  });
  return sumOf(costs);
}
