import { type Cost, exactCost, usualCost } from '../plan/cost.ts';
import type { WorkRole } from '../work/roles/role.ts';
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
  /** What is paid in other currencies than the organisation's. */
  readonly otherCosts: {
    readonly currency: string;
    readonly minor: number | null;
    readonly workedMinor: number | null;
  }[];
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
  const own = reported.currency;
  const costs = told ? costOf(reported, planned) : [];
  const workedCosts = told && worked !== null ? costOf(reported, worked) : [];
  const minorIn = (of: readonly Cost[], currency: string) => of.find((one) => one.currency === currency)?.minor ?? null;
  const currencies = new Set([...costs, ...workedCosts].map(({ currency }) => currency));
  return {
    costMinor: minorIn(costs, own),
    workedCostMinor: minorIn(workedCosts, own),
    costMinutes: costs.reduce((sum, { minutes }) => sum + minutes, 0),
    otherCosts: [...currencies]
      .filter((currency) => currency !== own)
      .toSorted()
      .map((currency) => ({
        ...{ currency, minor: minorIn(costs, currency), workedMinor: minorIn(workedCosts, currency) },
      })),
  };
}

function costOf({ exact, rateOf, usualOf }: Reported, stints: readonly Stint[]): readonly Cost[] {
  const paid = stints.flatMap(({ personId, roleId, shift: { day, workMinutes: minutes } }) =>
    roleId === null ? [] : [{ personId, roleId, day, minutes }],
  );
  return exact ? exactCost(paid, rateOf) : usualCost(paid, rateOf, usualOf);
}
