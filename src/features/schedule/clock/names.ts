import type { Tx } from '../../../platform/db/index.ts';
import type { ScheduleParts } from '../parts.ts';
import { placeNames } from '../work/roles/place-names.ts';
import { listRoles, rolesById, whoKnows } from '../work/roles/store.ts';

/** Where work was, in words. */
export interface PlaceNames {
  readonly roleId: string | null;
  readonly roleName: string | null;
  readonly locationId: string | null;
  readonly locationName: string | null;
}

/** Looks the names of roles and locations up, once for as many as are asked for. */
export async function loadNames(
  { people }: Pick<ScheduleParts, 'people'>,
  tx: Tx,
): Promise<(work: { readonly roleId: string | null; readonly locationId: string | null }) => PlaceNames> {
  const locations = await placeNames({ people }, tx);
  const roles = await rolesById(tx);
  return ({ roleId, locationId }) => {
    const role = roleId === null ? undefined : roles.get(roleId);
    const at = locationId ?? role?.locationId ?? null;
    return {
      ...{ roleId, roleName: role?.name ?? null },
      ...{ locationId: at, locationName: at === null ? null : (locations.get(at) ?? null) },
    };
  };
}

/** A role that somebody may name for work that nobody planned. */
export interface OwnRole {
  readonly id: string;
  readonly name: string;
  readonly locationId: string;
  readonly locationName: string;
  /** What clocks there show. */
  readonly zone: string;
}

/** The roles that somebody knows, by name. */
export async function rolesOf(
  { people }: Pick<ScheduleParts, 'people'>,
  tx: Tx,
  personId: string,
): Promise<readonly OwnRole[]> {
  const known = new Set((await whoKnows(tx, [personId])).map(({ roleId }) => roleId));
  const locations = new Map((await people.places(tx)).locations.map((place) => [place.id, place]));
  const { timeZone } = await people.organisation(tx);
  return (await listRoles(tx))
    .filter(({ id, archived }) => known.has(id) && !archived)
    .map(({ id, name, locationId }) => {
      const at = locations.get(locationId);
      return { ...{ id, name, locationId }, locationName: at?.name ?? '', zone: at?.timeZone ?? timeZone };
    });
}
