import type { Tx } from '../../../platform/db/index.ts';
import { dateOf, dayOf } from '../calendar/local.ts';
import { clockOf } from '../calendar/zone.ts';
import type { ScheduleParts } from '../parts.ts';
import { type PublishedShift, toldBetween } from '../plan/publishing/store.ts';
import { findRole } from '../work/roles/store.ts';
import { zoneOf } from '../work/series/calendars.ts';
import type { ClockEntry } from './entry.ts';
import { shiftAt } from './matching.ts';
import { rolesOf } from './names.ts';

/** Where somebody works, and for which published shift. */
export type Placing = Pick<ClockEntry, 'shiftId' | 'roleId' | 'locationId' | 'zone'>;

const day = 24 * 60;

/** The local day of a minute. */
export function dayAt(zone: string, minute: number): string {
  return dateOf(dayOf(clockOf(zone).toWall(minute)));
}

/** The published shift that somebody comes for who clocks in at a minute. */
export async function comesFor(tx: Tx, personId: string, now: number): Promise<PublishedShift | null> {
  return shiftAt(await toldBetween(tx, { start: now - 2 * day, end: now + day }, personId), now);
}

/**
 * Where work is: the shift's role and location, or those of the role that was named instead, or where the person works if
 * that is one location only. Null where the role is none of theirs.
 */
export async function placeOf(
  parts: ScheduleParts,
  tx: Tx,
  personId: string,
  roleId: string | null,
  shift: PublishedShift | null,
): Promise<Placing | null> {
  if (shift !== null && (roleId === null || roleId === shift.roleId)) {
    const locationId = (await findRole(tx, shift.roleId))?.locationId ?? null;
    return { shiftId: shift.shiftId, roleId: shift.roleId, locationId, zone: shift.zone };
  }
  if (roleId === null) return placeWithoutRole(parts, tx, personId);
  const role = (await rolesOf(parts, tx, personId)).find(({ id }) => id === roleId);
  if (role === undefined) return null;
  return { shiftId: null, roleId, locationId: role.locationId, zone: role.zone };
}

/** Where somebody works of whose work nothing else is known: their location, or that of their roles, where it is one. */
export async function placeWithoutRole(parts: ScheduleParts, tx: Tx, personId: string): Promise<Placing> {
  const [left] = await parts.people.leavers(tx, [personId]);
  const own = (left ?? (await parts.people.worker(tx, personId)))?.locations ?? [];
  const ofRoles = (await rolesOf(parts, tx, personId)).map(({ locationId }) => locationId);
  const locations = own.length > 0 ? own : [...new Set(ofRoles)];
  const locationId = locations.length === 1 ? (locations[0] ?? null) : null;
  return { shiftId: null, roleId: null, locationId, zone: await zoneOf(parts, tx, { locations }) };
}
