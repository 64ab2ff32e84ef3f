import type { Tx } from '../../../platform/db/index.ts';
import { dateOf, dayOfDate } from '../calendar/local.ts';
import { aroundDays, type Span } from '../calendar/spans.ts';
import type { ScheduleParts } from '../parts.ts';
import type { Candidate, RuleContext } from '../rules/candidate.ts';
import { effectiveRules } from '../rules/effective-rules.ts';
import { openLedger } from '../rules/ledger.ts';
import type { Accounting } from '../rules/rule.ts';
import { type Shift, shiftOf } from '../rules/shift.ts';
import type { Names } from '../rules/words.ts';
import { loadStaff, type Staff } from '../staff/load-staff.ts';
import type { WorkRole } from '../work/roles/role.ts';
import { rolesById } from '../work/roles/store.ts';
import { dayIn, readSettings } from '../work/settings/read-settings.ts';
import { accountingOf, packsOf, type Settings } from '../work/settings/settings.ts';
import { listHolidays } from '../work/settings/store.ts';
import { assignmentsOf } from './assigning/store.ts';
import { type Assignment, isWhole, mostAtOnce, type PlannedShift } from './plan.ts';
import { shiftsBetween } from './shift-store.ts';

/** Somebody who can be given work, or has some. */
export interface WorkPerson {
  readonly id: string;
  readonly name: string;
  readonly isActive: boolean;
  readonly departments: readonly string[];
  readonly locations: readonly string[];
}

/** All that decides who may work what in a stretch of days. */
export interface Work {
  readonly from: number;
  readonly to: number;
  readonly settings: Settings;
  readonly accounting: Accounting;
  readonly roles: ReadonlyMap<string, WorkRole>;
  /** Those of the days that were asked for, cancelled ones too, with who is on them. */
  readonly shifts: readonly LoadedShift[];
  /** By id, with those of the days around. */
  readonly known: ReadonlyMap<string, LoadedShift>;
  readonly people: ReadonlyMap<string, WorkPerson>;
  readonly staff: ReadonlyMap<string, Staff>;
  readonly candidates: readonly Candidate[];
  /** Of somebody who is not on the shift that is asked about; see `contextFor`. */
  readonly context: RuleContext;
  readonly names: Names;
}

export interface LoadedShift {
  readonly planned: PlannedShift;
  /** The same as rules see it. */
  readonly shift: Shift;
  readonly assignments: readonly Assignment[];
}

/** As many days around as the longest period and rules about rows of days look at. */
const around = 42;

/**
 * Loads the work of a stretch of days (both included) with everybody who could do it and what they have already. Shifts
 * that were cancelled count for nobody.
 */
export async function loadWork(
  parts: Pick<ScheduleParts, 'clock' | 'people'>,
  tx: Tx,
  days: { readonly from: string; readonly to: string },
): Promise<Work> {
  const [from, to] = [dayOfDate(days.from) ?? 0, dayOfDate(days.to) ?? 0];
  const settings = await readSettings(parts, tx);
  const accounting = accountingOf(settings);
  const roles = await rolesById(tx);
  const known = await loadShifts(tx, roles, dateOf(from - around), dateOf(to + around));
  const people = await loadPeople(parts, tx, [...known.values()]);
  const window = aroundDays(from - around, to + around);
  const staff = await loadStaff(parts, tx, [...people.keys()], window);
  const holidays = await listHolidays(tx, days.from, days.to);
  const { timeZone } = await parts.people.organisation(tx);
  const qualifications = new Map((await parts.people.qualifications(tx)).map(({ id, name }) => [id, name]));
  const given = Map.groupBy(
    [...known.values()].filter(({ planned }) => !planned.cancelled).flatMap(({ assignments }) => assignments),
    ({ personId }) => personId,
  );
  const packs = packsOf(settings);
  const candidates = [...people.values()].map((person): Candidate => {
    const of = staff.get(person.id);
    if (of === undefined) throw new Error('somebody was not loaded');
    const assigned = ledgerShifts(given.get(person.id) ?? [], known);
    return {
      person: {
        ...{ id: person.id, isActive: person.isActive, joins: null, leaves: null },
        ...{ roles: of.roles, qualifications: of.qualifications, available: of.available, timeOff: of.timeOff },
        ...{ ranks: of.ranks, rules: effectiveRules(settings.rules, packs, of.rules) },
      },
      ledger: openLedger(accounting, assigned),
    };
  });
  return {
    ...{ from, to, settings, accounting, roles, known, people, staff, candidates },
    shifts: [...known.values()].filter(({ shift }) => shift.day >= from && shift.day <= to),
    context: {
      roles: new Map([...roles.values()].map(({ id, conditions }) => [id, { id, conditions }])),
      holidays: holidays.map(({ day, name, locationId }) => ({ day: dayOfDate(day) ?? 0, name, location: locationId })),
      taken: (shiftId) => takenBy(known.get(shiftId), null),
      today: dayOfDate(dayIn(timeZone, parts.clock.now())),
      voluntary: false,
    },
    names: {
      role: (id) => roles.get(id)?.name ?? 'a role',
      qualification: (id) => qualifications.get(id) ?? 'a qualification',
    },
  };
}

/**
 * The context for somebody who may be on shifts already: they don't count against themselves.
 * @param within only the part of a shift that is asked about
 */
export function contextFor({ context, known }: Work, personId: string, within?: Span): RuleContext {
  return { ...context, taken: (shiftId) => takenBy(known.get(shiftId), personId, within) };
}

/** A part of a shift as rules see it; its break is as much shorter. */
export function partOf(shift: Shift, { start, end }: Span): Shift {
  if (isWhole({ start, end }, shift)) return shift;
  const share = (end - start) / (shift.end - shift.start);
  return shiftOf({ ...shift, start, end, breakMinutes: Math.round(shift.breakMinutes * share) });
}

function takenBy(loaded: LoadedShift | undefined, except: string | null, within?: Span): number {
  if (loaded === undefined) return 0;
  const { shift, assignments } = loaded;
  const own = assignments.find(({ personId }) => personId === except);
  const others = assignments.filter(({ personId }) => personId !== except);
  return mostAtOnce(within ?? own ?? shift, others);
}

/** The shifts that begin between two days (both included), with who is on them. */
export async function loadShifts(
  tx: Tx,
  roles: ReadonlyMap<string, WorkRole>,
  from: string,
  to: string,
): Promise<ReadonlyMap<string, LoadedShift>> {
  const planned = await shiftsBetween(tx, from, to);
  const assigned = Map.groupBy(
    await assignmentsOf(
      tx,
      planned.map(({ id }) => id),
    ),
    ({ shiftId }) => shiftId,
  );
  return new Map(
    planned.map((one) => {
      const { id, roleId, start, end, zone, needs, breakMinutes } = one;
      const location = roles.get(roleId)?.locationId ?? '';
      const shift = shiftOf({ ...{ id, role: roleId, location, zone, needs, start, end }, breakMinutes });
      return [id, { planned: one, shift, assignments: assigned.get(id) ?? [] }];
    }),
  );
}

/** Who is active, and who is not any more but has a shift in these days. */
async function loadPeople(
  { people }: Pick<ScheduleParts, 'people'>,
  tx: Tx,
  shifts: readonly LoadedShift[],
): Promise<ReadonlyMap<string, WorkPerson>> {
  const workers = await people.workers(tx);
  const found = new Map<string, WorkPerson>(
    workers.map(({ id, name, departments, locations }) => [id, { id, name, isActive: true, departments, locations }]),
  );
  const assigned = new Set(shifts.flatMap(({ assignments }) => assignments.map(({ personId }) => personId)));
  const gone = [...assigned].filter((id) => !found.has(id));
  const names = gone.length === 0 ? new Map<string, string>() : await people.namesOf(tx, gone);
  for (const id of gone)
    found.set(id, { id, name: names.get(id) ?? '', isActive: false, departments: [], locations: [] });
  return found;
}

/** What stands in somebody's ledger; of two parts of one shift the second needs a name of its own. */
export function ledgerShifts(given: readonly Assignment[], known: ReadonlyMap<string, LoadedShift>): readonly Shift[] {
  const seen = new Set<string>();
  return given.flatMap((one) => {
    const shift = known.get(one.shiftId)?.shift;
    if (shift === undefined) return [];
    const part = partOf(shift, one);
    const again = seen.has(shift.id);
    seen.add(shift.id);
    return [again ? { ...part, id: `${shift.id} ${one.id}` } : part];
  });
}
