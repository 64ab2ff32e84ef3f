import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import { announce } from '../../../platform/http/index.ts';
import type { Role } from '../../../platform/policy/index.ts';
import type { PersonState } from '../person.ts';
import type { PlaceKind } from '../places/place.ts';

/** Of a person, what an import compares with. */
export type ComparedPerson = {
  readonly id: string;
  readonly name: string;
  readonly emailKey: string | null;
  readonly roles: readonly Role[];
  readonly state: PersonState;
  readonly hasAccess: boolean;
};

/** Everybody, in the order of their ids; held as they are until the transaction ends where `hold` says so. */
export async function everybodyCompared(tx: Tx, hold: boolean): Promise<readonly ComparedPerson[]> {
  const { rows } = await sql<ComparedPerson>`
    select id, name, encode(email_key, 'hex') as "emailKey", roles, state,
      user_id is not null or slack_user_id is not null as "hasAccess"
    from people order by id ${hold ? sql`for no key update` : sql``}`.execute(tx.on());
  return rows;
}

/** One import at a time in an organisation, and none while a place gets its name: the second finds what the first did. */
export async function lockImports(tx: Tx): Promise<void> {
  await sql`select 1 from organisations where org_id = ${orgOf(tx)} for no key update`.execute(tx.on());
  // Nobody removes a place until whoever is put there is.
  for (const table of ['departments', 'locations']) {
    await sql`select 1 from ${sql.table(table)} for key share`.execute(tx.on());
  }
}

/** Somebody to be added; bytes stand in hexadecimal digits, as they travel in JSON. */
export type NewPerson = {
  readonly id: string;
  readonly name: string;
  readonly email_sealed: string | null;
  readonly email_key: string | null;
  readonly roles: readonly Role[];
  readonly state: 'active' | 'invited';
};

/** Few statements for many rows, none of them too large. */
const atOnce = 1_000;

async function inPieces<Row>(rows: readonly Row[], work: (json: string) => Promise<void>): Promise<void> {
  for (let from = 0; from < rows.length; from += atOnce) await work(JSON.stringify(rows.slice(from, from + atOnce)));
}

/** Adds people; gives the ids of those whose address was nobody's yet. */
export async function insertPeople(tx: Tx, people: readonly NewPerson[], at: Date): Promise<ReadonlySet<string>> {
  const made = new Set<string>();
  await inPieces(people, async (json) => {
    const { rows } = await sql<{ id: string }>`
      insert into people (org_id, id, name, email_sealed, email_key, roles, state, joined_at, created_at)
      select ${orgOf(tx)}::uuid, id, name, decode(email_sealed, 'hex'), decode(email_key, 'hex'), roles, state,
        case when state = 'active' then ${at}::timestamptz end, ${at}::timestamptz
      from jsonb_to_recordset(${json}::jsonb)
        as told (id uuid, name text, email_sealed text, email_key text, roles text[], state text)
      on conflict do nothing returning id`.execute(tx.on());
    for (const { id } of rows) made.add(id);
  });
  return made;
}

/** What changes of somebody; null stays as it is. */
export type PersonPatch = {
  readonly id: string;
  readonly name: string | null;
  readonly email_sealed: string | null;
  readonly email_key: string | null;
  readonly roles: readonly Role[] | null;
  readonly state: 'invited' | null;
};

export async function patchPeople(tx: Tx, patches: readonly PersonPatch[]): Promise<void> {
  await inPieces(patches, async (json) => {
    await sql`
      update people set name = coalesce(told.name, people.name), roles = coalesce(told.roles, people.roles),
        state = coalesce(told.state, people.state),
        email_sealed = coalesce(decode(told.email_sealed, 'hex'), people.email_sealed),
        email_key = coalesce(decode(told.email_key, 'hex'), people.email_key)
      from jsonb_to_recordset(${json}::jsonb)
        as told (id uuid, name text, email_sealed text, email_key text, roles text[], state text)
      where people.id = told.id`.execute(tx.on());
  });
  await announce(tx, 'members');
}

/** Sets where people work; how far schedulers reach stays. */
export async function putWorks(
  tx: Tx,
  kind: PlaceKind,
  works: readonly { readonly personId: string; readonly placeIds: readonly string[] }[],
): Promise<void> {
  const table = sql.table(kind === 'department' ? 'person_departments' : 'person_locations');
  const place = sql.ref(kind === 'department' ? 'department_id' : 'location_id');
  await inPieces(works, async (json) => {
    await sql`
      delete from ${table} where relation = 'works'
        and person_id in (select "personId" from jsonb_to_recordset(${json}::jsonb) as told ("personId" uuid))`.execute(
      tx.on(),
    );
    await sql`
      insert into ${table} (org_id, person_id, ${place}, relation)
      select ${orgOf(tx)}::uuid, told."personId", placed.id, 'works'
      from jsonb_to_recordset(${json}::jsonb) as told ("personId" uuid, "placeIds" uuid[])
      cross join lateral (select distinct unnest(told."placeIds") as id) placed`.execute(tx.on());
  });
}
