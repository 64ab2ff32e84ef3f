import type { Tx } from '../../../platform/db/index.ts';
import { dateOf, dayOfDate } from '../calendar/local.ts';
import type { ScheduleParts } from '../parts.ts';
import { assignmentsOf } from '../plan/assigning/store.ts';
import type { Assignment, PlannedShift } from '../plan/plan.ts';
import { shiftsBetween } from '../plan/shift-store.ts';
import { placeOf } from '../work/roles/place-names.ts';
import type { WorkRole } from '../work/roles/role.ts';
import { type ForecastDay, type Measure, unknownDay } from './forecast.ts';
import { momentsOf } from './half-hours.ts';
import { neededIn } from './needs.ts';
import type { ForecastAnswer } from './shapes.ts';
import { type Crew, crewsWithin, peopleIn } from './staffing.ts';
import { forecastsOf, measureOf } from './store.ts';

/** Days that are asked for, both included. */
export interface DaysAsked {
  readonly from: string;
  readonly to: string;
}

/** A shift may be as long as 36 hours and begin so many days before those that it reaches into. */
const longest = 2;

/** A role's forecast with what it needs, and who and how many places the plan has for it. */
export async function showForecast(
  parts: Pick<ScheduleParts, 'people'>,
  tx: Tx,
  role: WorkRole,
  asked: DaysAsked,
): Promise<ForecastAnswer> {
  const { name: locationName, zone } = await placeOf(parts, tx, role);
  const measure = await measureOf(tx, role.id);
  const { shifts, assignments } = await plannedFor(tx, role.id, asked);
  const rostered = shifts.map(({ start, end, needs }) => ({ start, end, people: needs }));
  const staffed = assignments.map(({ start, end }) => ({ start, end, people: 1 }));
  const days = (await forecastDays(tx, role.id, asked)).map((one) => showDay(one, zone, measure, staffed, rostered));
  return { roleId: role.id, roleName: role.name, locationName, zone, ...measure, days };
}

function showDay(
  { day, amounts, sources }: ForecastDay,
  zone: string,
  measure: Measure,
  staffed: readonly Crew[],
  rostered: readonly Crew[],
): ForecastAnswer['days'][number] {
  const moments = momentsOf(dayOfDate(day) ?? 0, zone);
  const all = moments.flat();
  const within = { start: all[0]?.start ?? 0, end: all.at(-1)?.end ?? 0 };
  const [there, places] = [crewsWithin(within, staffed), crewsWithin(within, rostered)];
  return {
    ...{ day, amounts: [...amounts], sources: [...sources] },
    needed: moments.map((half, index) => neededIn(half, amounts[index] ?? null, measure)),
    staffed: moments.map((half) => peopleIn(half, there)),
    rostered: moments.map((half) => peopleIn(half, places)),
  };
}

/** Each of the days, also those of which nothing is known. */
export async function forecastDays(tx: Tx, roleId: string, asked: DaysAsked): Promise<readonly ForecastDay[]> {
  const known = new Map((await forecastsOf(tx, roleId, asked)).map((one) => [one.day, one]));
  return datesBetween(asked).map((day) => known.get(day) ?? unknownDay(day));
}

/** All days of a stretch. */
function datesBetween({ from, to }: DaysAsked): readonly string[] {
  const first = dayOfDate(from) ?? 0;
  return Array.from({ length: (dayOfDate(to) ?? 0) - first + 1 }, (_, index) => dateOf(first + index));
}

/** The shifts of a role that reach into some days, without cancelled ones, and who is on them. */
export async function plannedFor(
  tx: Tx,
  roleId: string,
  { from, to }: DaysAsked,
): Promise<{ readonly shifts: readonly PlannedShift[]; readonly assignments: readonly Assignment[] }> {
  const all = await shiftsBetween(tx, dateOf((dayOfDate(from) ?? 0) - longest), to, roleId);
  const shifts = all.filter(({ cancelled }) => !cancelled);
  const ids = shifts.map(({ id }) => id);
  return { shifts, assignments: await assignmentsOf(tx, ids) };
}
