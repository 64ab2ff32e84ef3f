import type { Tx } from '../../../platform/db/index.ts';
import { dateOf } from '../calendar/local.ts';
import type { ScheduleParts } from '../parts.ts';
import { assignmentsOf } from '../plan/assigning/store.ts';
import type { UsualOf } from '../plan/cost.ts';
import { type LoadedShift, partOf } from '../plan/load-work.ts';
import { loadRates } from '../plan/rates.ts';
import { plans, type Scheduler, schedules } from '../plan/reach.ts';
import { shiftsBetween } from '../plan/shift-store.ts';
import { loadUsual } from '../plan/usual-rates.ts';
import type { RateOf } from '../plan/wages.ts';
import { effectiveRules } from '../rules/effective-rules.ts';
import type { Rule } from '../rules/rule.ts';
import { shiftOf } from '../rules/shift.ts';
import { noPreferences, type Preferences } from '../staff/wishes/preferences.ts';
import { preferencesOf } from '../staff/wishes/store.ts';
import { placeNames } from '../work/roles/place-names.ts';
import type { WorkRole } from '../work/roles/role.ts';
import { listRoles, whoKnows } from '../work/roles/store.ts';
import { packsOf, type Settings } from '../work/settings/settings.ts';
import type { Days } from './days.ts';
import { before, isWithin, withOvertime, workedStints } from './load-stints.ts';
import type { Stint } from './stint.ts';
import { listTellings, type Telling } from './store.ts';

type Parts = Pick<ScheduleParts, 'clock' | 'people' | 'vault' | 'wages'>;

/** Which work is asked for; nothing said is all. */
export interface Wanted {
  readonly locations?: readonly string[] | undefined;
  readonly departments?: readonly string[] | undefined;
  readonly roles?: readonly string[] | undefined;
  /** Whether who asks answers for pay, and whether single wages are told to them: they said why. */
  readonly pays: boolean;
  readonly exact: boolean;
}

/** Somebody whose work is in a report, or who could have done some. */
export interface ReportedPerson {
  readonly id: string;
  readonly name: string;
  /** Whether the reader schedules them: then what they wish, and all of their work, is theirs to see. */
  readonly inReach: boolean;
  readonly isActive: boolean;
  /** Whether they know one of the reported roles. */
  readonly knows: boolean;
  readonly preferences: Preferences;
  /** All that they are planned for in these days, wherever it is. */
  readonly planned: readonly Stint[];
}

/** All that reports are made of: the work of some days that somebody may see. */
export interface Reported extends Days {
  readonly settings: Settings;
  /** The rules of most people, for what holds for all. */
  readonly rules: readonly Rule[];
  /** Whether the reader answers for pay, and whether single wages are told to them. */
  readonly pays: boolean;
  readonly exact: boolean;
  /** The organisation's own. */
  readonly currency: string;
  readonly usualOf: UsualOf;
  readonly rateOf: RateOf;
  readonly roles: readonly WorkRole[];
  readonly places: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, ReportedPerson>;
  /** Of these roles, without cancelled ones. */
  readonly shifts: readonly LoadedShift[];
  /** The same of the week before, for what reaches into the first days. */
  readonly earlier: readonly LoadedShift[];
  readonly planned: readonly Stint[];
  /** Null: the time clock is off. */
  readonly worked: readonly Stint[] | null;
  readonly tellings: readonly Telling[];
}

/** Loads the work of a stretch of days, whole shifts by the local day on which they begin. */
export async function loadReport(
  parts: Parts,
  tx: Tx,
  who: Scheduler,
  settings: Settings,
  days: Days,
  wanted: Wanted,
): Promise<Reported> {
  const { pays, exact } = wanted;
  const all = await listRoles(tx);
  const roles = all.filter((role) => isWanted(role, wanted) && (pays || plans(who, role)));
  const shown = new Set(roles.map(({ id }) => id));
  const shifts = await loadShifts(tx, new Map(all.map((role) => [role.id, role])), days);
  const rules = effectiveRules(settings.rules, packsOf(settings));
  const isSeen = seenBy(who, shown, wanted, pays);
  const within = isWithin(days);
  const plannedByAll = shifts.flatMap(stintsOf);
  const workedByAll = settings.timeClock ? await workedStints(tx, days) : null;
  const { planned, worked, people } = await loadPeople(parts, tx, who, settings, {
    ...{ pays, shown, planned: plannedByAll, worked: workedByAll, within },
  });
  const rateOf = await loadRates(parts, tx);
  const { currency } = await parts.people.organisation(tx);
  return {
    ...{ ...days, settings, rules, pays, exact, currency, roles, people, rateOf },
    usualOf: await loadUsual(parts, tx, rateOf),
    places: await placeNames(parts, tx),
    shifts: shifts.filter(({ shift }) => shown.has(shift.role) && shift.day >= days.from && shift.day <= days.to),
    earlier: shifts.filter(({ shift }) => shown.has(shift.role) && shift.day < days.from),
    planned: planned.filter((one) => within(one) && isSeen(one)),
    worked: worked?.filter((one) => within(one) && isSeen(one)) ?? null,
    tellings: (await listTellings(tx, days)).filter(({ roleId }) => shown.has(roleId)),
  };
}

const personOf = ({ personId }: { readonly personId: string }) => personId;

function isWanted({ id, locationId, departmentId }: WorkRole, { locations, departments, roles }: Wanted): boolean {
  const isOne = (ids: readonly string[] | undefined, of: string | null) =>
    ids === undefined || ids.length === 0 || (of !== null && ids.includes(of));
  return isOne(roles, id) && isOne(locations, locationId) && isOne(departments, departmentId);
}

/** Work without a role is seen by who plans its place, where neither roles nor departments are asked for. */
function seenBy(who: Scheduler, shown: ReadonlySet<string>, wanted: Wanted, pays: boolean) {
  const all = (ids: readonly string[] | undefined) => ids === undefined || ids.length === 0;
  const { orgId } = who.actor;
  return ({ roleId, locationId }: Stint): boolean => {
    if (roleId !== null) return shown.has(roleId);
    if (!all(wanted.roles) || !all(wanted.departments)) return false;
    if (!all(wanted.locations) && !wanted.locations?.includes(locationId ?? '')) return false;
    const locations = locationId === null ? [] : [locationId];
    return pays || who.allowed('schedule.plan', { type: 'Work', id: orgId, orgId, departments: [], locations });
  };
}

async function loadShifts(
  tx: Tx,
  roles: ReadonlyMap<string, WorkRole>,
  { from, to }: Days,
): Promise<readonly LoadedShift[]> {
  const planned = (await shiftsBetween(tx, dateOf(from - before), dateOf(to))).filter(({ cancelled }) => !cancelled);
  const ids = planned.map(({ id }) => id);
  const assigned = Map.groupBy(await assignmentsOf(tx, ids), ({ shiftId }) => shiftId);
  return planned.map((one) => {
    const { id, roleId, start, end, zone, needs, breakMinutes } = one;
    const location = roles.get(roleId)?.locationId ?? '';
    const shift = shiftOf({ ...{ id, role: roleId, location, zone, needs, start, end }, breakMinutes });
    return { planned: one, shift, assignments: assigned.get(id) ?? [] };
  });
}

function stintsOf({ shift, assignments }: LoadedShift): readonly Stint[] {
  return assignments.map((one) => ({
    ...{ personId: one.personId, roleId: shift.role, locationId: shift.location, overtime: null },
    // Of two parts of one shift each counts.
    shift: { ...partOf(shift, one), id: one.id },
  }));
}

interface Loading {
  readonly pays: boolean;
  readonly shown: ReadonlySet<string>;
  readonly planned: readonly Stint[];
  readonly worked: readonly Stint[] | null;
  readonly within: (one: Stint) => boolean;
}

/** Everybody who is active or has worked, with their overtime: of those whom the reader schedules or pays. */
async function loadPeople(
  { people }: Parts,
  tx: Tx,
  who: Scheduler,
  settings: Settings,
  { pays, shown, planned, worked, within }: Loading,
) {
  const active = new Map((await people.workers(tx)).map((one) => [one.id, one]));
  const ids = [...new Set([...active.keys(), ...[...planned, ...(worked ?? [])].map(personOf)])];
  const gone = ids.filter((id) => !active.has(id));
  const names = gone.length === 0 ? new Map<string, string>() : await people.namesOf(tx, gone);
  const wishes = await preferencesOf(tx, ids);
  const known = Map.groupBy(await whoKnows(tx, ids), personOf);
  const inReach = (id: string) => {
    const worker = active.get(id) ?? { id, departments: [], locations: [] };
    return schedules(who, { ...worker, name: '', isActive: active.has(id) });
  };
  // Who pays has to know overtime of all, but not what people wish.
  const isKnown = (id: string) => pays || inReach(id);
  const ofPlan = await withOvertime(tx, settings, planned, isKnown);
  const ofClock = worked === null ? null : await withOvertime(tx, settings, worked, isKnown);
  const byPerson = Map.groupBy(ofPlan.filter(within), personOf);
  const found = ids.map((id): ReportedPerson => {
    const one = active.get(id);
    return {
      ...{ id, name: one?.name ?? names.get(id) ?? '', inReach: inReach(id), isActive: one !== undefined },
      knows: (known.get(id) ?? []).some(({ roleId }) => shown.has(roleId)),
      ...{ preferences: wishes.get(id) ?? noPreferences, planned: byPerson.get(id) ?? [] },
    };
  });
  return { planned: ofPlan, worked: ofClock, people: new Map(found.map((one) => [one.id, one])) };
}
