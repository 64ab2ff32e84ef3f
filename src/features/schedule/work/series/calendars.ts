import type { Tx } from '../../../../platform/db/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import { mayPlan, workerAt } from '../../asking.ts';
import type { ScheduleParts } from '../../parts.ts';
import { placeOf } from '../roles/place-names.ts';
import { findRole } from '../roles/store.ts';
import type { Owner, StoredSeries } from './series-rows.ts';
import { seriesOfPeople, seriesOfRoles } from './store.ts';

/** A calendar that somebody may change: a role's shifts, or a person's time. */
export interface Calendar {
  readonly owner: Owner;
  /** What its clocks show. */
  readonly zone: string;
  /** Of a role that is archived: nothing is added. */
  readonly isClosed: boolean;
}

/** The calendar of a role, in its location's time; null where the asking person does not plan it. */
export async function calendarOfRole(
  { people }: Pick<ScheduleParts, 'people'>,
  tx: Tx,
  asking: Asking,
  id: string,
  lock = false,
): Promise<Calendar | null> {
  const role = await findRole(tx, id, lock);
  if (role === null || !mayPlan(asking, role)) return null;
  const { zone } = await placeOf({ people }, tx, role);
  return { owner: { roleId: role.id }, zone, isClosed: role.archived };
}

/** The calendar of a person (`me`: one's own), in their first location's time, or else the organisation's. */
export async function calendarOfPerson(
  parts: Pick<ScheduleParts, 'people'>,
  tx: Tx,
  asking: Asking,
  id: string,
): Promise<Calendar | null> {
  const worker = await workerAt(parts, tx, asking, id);
  if (worker === null) return null;
  return { owner: { personId: worker.id }, zone: await zoneOf(parts, tx, worker), isClosed: false };
}

/** What a person's clocks show. */
export async function zoneOf(
  { people }: Pick<ScheduleParts, 'people'>,
  tx: Tx,
  worker: { readonly locations: readonly string[] },
): Promise<string> {
  const { locations } = await people.places(tx);
  const first = locations.find(({ id }) => worker.locations.includes(id))?.timeZone;
  return first ?? (await people.organisation(tx)).timeZone;
}

/** The calendar that a series stands in; null where it is not the asking person's to change. */
export function calendarOf(
  parts: Pick<ScheduleParts, 'people'>,
  tx: Tx,
  asking: Asking,
  owner: Owner,
): Promise<Calendar | null> {
  return 'roleId' in owner
    ? calendarOfRole(parts, tx, asking, owner.roleId)
    : calendarOfPerson(parts, tx, asking, owner.personId);
}

/** All series of a calendar. */
export async function seriesIn(tx: Tx, { owner }: Pick<Calendar, 'owner'>): Promise<readonly StoredSeries[]> {
  return 'roleId' in owner ? seriesOfRoles(tx, [owner.roleId]) : seriesOfPeople(tx, [owner.personId]);
}
