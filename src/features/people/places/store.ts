import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import type { Reach } from '../../../platform/policy/index.ts';
import { nowhere, type PersonPlaces, type Place, type PlaceKind } from './place.ts';

type Relation = 'works' | 'schedules';

interface PlaceRow {
  org_id: string;
  id: string;
  name: string;
  time_zone: string;
  archived_at: Date | null;
  created_at: Date;
}

interface Tables {
  departments: Omit<PlaceRow, 'time_zone'>;
  locations: PlaceRow;
  person_departments: { org_id: string; person_id: string; department_id: string; relation: Relation };
  person_locations: { org_id: string; person_id: string; location_id: string; relation: Relation };
}

/** All places of a kind by name, archived ones last. */
export async function listPlaces(tx: Tx, kind: PlaceKind): Promise<Place[]> {
  const { rows } = await sql<PlaceRow>`select * from ${tableOf(kind)}
    order by archived_at is not null, name_key, id`.execute(tx.on());
  return rows.map(fromRow);
}

/** All departments and locations. */
export async function everyPlace(tx: Tx): Promise<{ readonly departments: Place[]; readonly locations: Place[] }> {
  return { departments: await listPlaces(tx, 'department'), locations: await listPlaces(tx, 'location') };
}

export async function findPlace(tx: Tx, kind: PlaceKind, id: string): Promise<Place | null> {
  const { rows } = await sql<PlaceRow>`select * from ${tableOf(kind)} where id = ${id}`.execute(tx.on());
  return rows[0] ? fromRow(rows[0]) : null;
}

const tableOf = (kind: PlaceKind) => sql.table(kind === 'department' ? 'departments' : 'locations');

function fromRow(row: PlaceRow): Place {
  return { id: row.id, name: row.name, timeZone: row.time_zone ?? null, archived: row.archived_at !== null };
}

/** One change of names at a time in an organisation: of two that want one name, the second is told so. */
async function lockNames(tx: Tx): Promise<void> {
  await sql`select 1 from organisations where org_id = ${orgOf(tx)} for no key update`.execute(tx.on());
}

/** Adds a place; false when its name, apart from case and accents, is taken. */
export async function insertPlace(tx: Tx, kind: PlaceKind, place: Place, at: Date): Promise<boolean> {
  await lockNames(tx);
  const row = { org_id: orgOf(tx), id: place.id, name: place.name, created_at: at, archived_at: null };
  const into = tx.on<Tables>();
  const query =
    kind === 'department'
      ? into.insertInto('departments').values(row)
      : into.insertInto('locations').values({ ...row, time_zone: place.timeZone ?? 'UTC' });
  const result = await query.onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Writes a place as it shall be; false when its name is another place's. */
export async function updatePlace(tx: Tx, kind: PlaceKind, place: Place, at: Date): Promise<boolean> {
  await lockNames(tx);
  const taken = await sql`select 1 from ${tableOf(kind)}
    where name_key = folded(${place.name}) and id <> ${place.id}`.execute(tx.on());
  if (taken.rows.length > 0) return false;
  const archived_at = place.archived ? at : null;
  const table = tx.on<Tables>();
  if (kind === 'department') {
    await table.updateTable('departments').set({ name: place.name, archived_at }).where('id', '=', place.id).execute();
  } else {
    const row = { name: place.name, archived_at, time_zone: place.timeZone ?? 'UTC' };
    await table.updateTable('locations').set(row).where('id', '=', place.id).execute();
  }
  return true;
}

/** Removes a place; false when somebody works there or a scheduler is limited to it. */
export async function deletePlace(tx: Tx, kind: PlaceKind, id: string): Promise<boolean> {
  // Whoever is putting somebody there holds the row until they are done.
  await sql`select 1 from ${tableOf(kind)} where id = ${id} for update`.execute(tx.on());
  const table = tx.on<Tables>();
  const used =
    kind === 'department'
      ? await table
          .selectFrom('person_departments')
          .select('person_id')
          .where('department_id', '=', id)
          .executeTakeFirst()
      : await table.selectFrom('person_locations').select('person_id').where('location_id', '=', id).executeTakeFirst();
  if (used) return false;
  await sql`delete from ${tableOf(kind)} where id = ${id}`.execute(tx.on());
  return true;
}

/** Those of the ids that are no place of this kind in the organisation. */
export async function unknownPlaces(tx: Tx, kind: PlaceKind, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ id: string }>`select id from ${tableOf(kind)}
    where id = any (${[...ids]}::uuid[]) for key share`.execute(tx.on());
  const known = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => !known.has(id));
}

/** Where each of these people works, and what their scheduling is limited to. */
export async function placesOf(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, PersonPlaces>> {
  const found = new Map(personIds.map((id) => [id, nowhere]));
  if (personIds.length === 0) return found;
  const { rows } = await sql<{ person_id: string; place_id: string; kind: PlaceKind; relation: Relation }>`
    select person_id, department_id as place_id, 'department' as kind, relation
      from person_departments where person_id = any (${[...personIds]}::uuid[])
    union all
    select person_id, location_id, 'location', relation
      from person_locations where person_id = any (${[...personIds]}::uuid[])
    order by 1, 2`.execute(tx.on());
  for (const row of rows) found.set(row.person_id, withPlace(found.get(row.person_id) ?? nowhere, row));
  return found;
}

function withPlace(
  places: PersonPlaces,
  { place_id: id, kind, relation }: { place_id: string; kind: PlaceKind; relation: Relation },
): PersonPlaces {
  const list = kind === 'department' ? 'departments' : 'locations';
  if (relation === 'works') return { ...places, [list]: [...places[list], id] };
  return { ...places, reach: { ...places.reach, [list]: [...places.reach[list], id] } };
}

export async function reachOf(tx: Tx, personId: string): Promise<Reach> {
  return ((await placesOf(tx, [personId])).get(personId) ?? nowhere).reach;
}

/** Sets all of a person's places; each has to be one of the organisation. */
export async function putPlaces(tx: Tx, personId: string, places: PersonPlaces): Promise<void> {
  const table = tx.on<Tables>();
  const org_id = orgOf(tx);
  const pairs = (works: readonly string[], schedules: readonly string[]) => [
    ...works.map((id) => ({ id, relation: 'works' as const })),
    ...schedules.map((id) => ({ id, relation: 'schedules' as const })),
  ];
  await table.deleteFrom('person_departments').where('person_id', '=', personId).execute();
  await table.deleteFrom('person_locations').where('person_id', '=', personId).execute();
  const departments = pairs(places.departments, places.reach.departments).map(({ id, relation }) => ({
    ...{ org_id, person_id: personId, department_id: id, relation },
  }));
  const locations = pairs(places.locations, places.reach.locations).map(({ id, relation }) => ({
    ...{ org_id, person_id: personId, location_id: id, relation },
  }));
  if (departments.length > 0) await table.insertInto('person_departments').values(departments).execute();
  if (locations.length > 0) await table.insertInto('person_locations').values(locations).execute();
}
