import { newId } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../../platform/policy/index.ts';
import type { PeopleContext } from '../context.ts';
import { nowhere, type PersonPlaces, type Place, type PlaceKind } from './place.ts';
import { deletePlace, insertPlace, placesOf, putPlaces, unknownPlaces, updatePlace } from './store.ts';

type Context = Pick<PeopleContext, 'clock' | 'audit'>;

const entryOf = (by: Actor, id: string) =>
  ({ actor: { kind: 'person', id: by.personId }, target: { type: 'place', id } }) as const;

/** Adds a department or location; null when its name is taken. */
export async function addPlace(
  { clock, audit }: Context,
  tx: Tx,
  by: Actor,
  kind: PlaceKind,
  wanted: Pick<Place, 'name' | 'timeZone'>,
): Promise<Place | null> {
  const place = { ...wanted, id: newId(clock), archived: false };
  if (!(await insertPlace(tx, kind, place, clock.now()))) return null;
  await audit.append(tx, { ...entryOf(by, place.id), action: 'people.place_added', detail: { kind } });
  return place;
}

/** Renames, moves to another zone, archives or brings back; null when the name is another's. */
export async function changePlace(
  { clock, audit }: Context,
  tx: Tx,
  by: Actor,
  kind: PlaceKind,
  place: Place,
  change: Partial<Omit<Place, 'id'>>,
): Promise<Place | null> {
  const after = { ...place, ...change };
  if (!(await updatePlace(tx, kind, after, clock.now()))) return null;
  const detail = { kind, changed: Object.keys(change).join(','), archived: after.archived };
  await audit.append(tx, { ...entryOf(by, place.id), action: 'people.place_changed', detail });
  return after;
}

/** Removes a place that nobody is in; false when somebody is: then it can be archived. */
export async function removePlace(
  { audit }: Context,
  tx: Tx,
  by: Actor,
  kind: PlaceKind,
  { id }: Place,
): Promise<boolean> {
  if (!(await deletePlace(tx, kind, id))) return false;
  await audit.append(tx, { ...entryOf(by, id), action: 'people.place_removed', detail: { kind } });
  return true;
}

export type WantedPlaces = { readonly [Part in keyof PersonPlaces]?: PersonPlaces[Part] | undefined };

/** Sets where a person works and what their scheduling is limited to; parts that are left out stay. */
export async function assignPlaces(tx: Tx, personId: string, wanted: WantedPlaces): Promise<void> {
  const before = (await placesOf(tx, [personId])).get(personId) ?? nowhere;
  await putPlaces(tx, personId, {
    departments: wanted.departments ?? before.departments,
    locations: wanted.locations ?? before.locations,
    reach: wanted.reach ?? before.reach,
  });
}

/**
 * Sentences by field for places that this organisation does not have; null when it has all. The places that it has are
 * kept from being removed until the transaction ends.
 */
export async function unknownFields(
  tx: Tx,
  { departments = [], locations = [], reach }: WantedPlaces,
): Promise<Readonly<Record<string, string>> | null> {
  const asked = [
    ['department', 'departments', departments],
    ['location', 'locations', locations],
    ['department', 'reach.departments', reach?.departments ?? []],
    ['location', 'reach.locations', reach?.locations ?? []],
  ] as const;
  const fields: Record<string, string> = {};
  for (const [kind, field, ids] of asked) {
    if ((await unknownPlaces(tx, kind, ids)).length > 0) fields[field] = `There is no such ${kind}.`;
  }
  return Object.keys(fields).length > 0 ? fields : null;
}
