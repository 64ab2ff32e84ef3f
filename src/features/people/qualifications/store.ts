import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import type { Held, Qualification, ReminderDays } from './qualification.ts';

interface Row {
  org_id: string;
  id: string;
  name: string;
  description: string;
  expires: boolean;
  archived_at: Date | null;
  created_at: Date;
}

interface Tables {
  qualifications: Row;
  held_qualifications: { org_id: string; person_id: string; qualification_id: string; expires_on: string | null };
  qualification_reminders: {
    org_id: string;
    person_id: string;
    qualification_id: string;
    expires_on: string;
    days: ReminderDays;
    sent_at: Date;
  };
}

/** All qualifications by name, archived ones last. */
export async function listQualifications(tx: Tx): Promise<Qualification[]> {
  const { rows } = await sql<Row>`select * from qualifications
    order by archived_at is not null, name_key, id`.execute(tx.on());
  return rows.map(fromRow);
}

export async function findQualification(tx: Tx, id: string): Promise<Qualification | null> {
  const { rows } = await sql<Row>`select * from qualifications where id = ${id}`.execute(tx.on());
  return rows[0] ? fromRow(rows[0]) : null;
}

function fromRow({ id, name, description, expires, archived_at }: Row): Qualification {
  return { id, name, description, expires, archived: archived_at !== null };
}

/** One change of names at a time in an organisation: of two that want one name, the second is told so. */
async function lockNames(tx: Tx): Promise<void> {
  await sql`select 1 from organisations where org_id = ${orgOf(tx)} for no key update`.execute(tx.on());
}

/** Adds a qualification; false when its name, apart from case and accents, is taken. */
export async function insertQualification(tx: Tx, { archived, ...added }: Qualification, at: Date): Promise<boolean> {
  await lockNames(tx);
  const row = { ...added, org_id: orgOf(tx), archived_at: archived ? at : null, created_at: at };
  const query = tx.on<Tables>().insertInto('qualifications').values(row);
  const result = await query.onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Writes a qualification as it shall be; false when its name is another's. */
export async function updateQualification(tx: Tx, wanted: Qualification, at: Date): Promise<boolean> {
  await lockNames(tx);
  const taken = await sql`select 1 from qualifications
    where name_key = folded(${wanted.name}) and id <> ${wanted.id}`.execute(tx.on());
  if (taken.rows.length > 0) return false;
  const { name, description, archived } = wanted;
  const change = { name, description, archived_at: archived ? at : null };
  await tx.on<Tables>().updateTable('qualifications').set(change).where('id', '=', wanted.id).execute();
  return true;
}

/** What each of these people holds, by the qualification's name; an empty list for who holds nothing. */
export async function heldBy(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly Held[]>> {
  const found = new Map<string, Held[]>(personIds.map((id) => [id, []]));
  if (personIds.length === 0) return found;
  const { rows } = await sql<{ person_id: string; qualification_id: string; expires_on: string | null }>`
    select person_id, qualification_id, expires_on from held_qualifications held
    join qualifications known on known.org_id = held.org_id and known.id = held.qualification_id
    where person_id = any (${[...personIds]}::uuid[]) order by name_key, qualification_id`.execute(tx.on());
  for (const row of rows) {
    found.get(row.person_id)?.push({ qualificationId: row.qualification_id, expiresOn: row.expires_on });
  }
  return found;
}

/** Who holds a qualification, until when; those whose last day comes first stand first. */
export async function holdersOf(
  tx: Tx,
  qualificationId: string,
): Promise<readonly { readonly personId: string; readonly expiresOn: string | null }[]> {
  const rows = await tx
    .on<Tables>()
    .selectFrom('held_qualifications')
    .select(['person_id', 'expires_on'])
    .where('qualification_id', '=', qualificationId)
    .orderBy('expires_on')
    .orderBy('person_id')
    .execute();
  return rows.map((row) => ({ personId: row.person_id, expiresOn: row.expires_on }));
}

/** Makes this all that a person holds. What was said about what they keep is not said again. */
export async function putHeld(tx: Tx, personId: string, held: readonly Held[]): Promise<void> {
  const table = tx.on<Tables>();
  const kept = held.map(({ qualificationId }) => qualificationId);
  let gone = table.deleteFrom('held_qualifications').where('person_id', '=', personId);
  if (kept.length > 0) gone = gone.where('qualification_id', 'not in', kept);
  await gone.execute();
  if (held.length === 0) return;
  const rows = held.map(({ qualificationId, expiresOn }) => ({
    ...{ org_id: orgOf(tx), person_id: personId, qualification_id: qualificationId, expires_on: expiresOn },
  }));
  await table
    .insertInto('held_qualifications')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['org_id', 'person_id', 'qualification_id'])
        .doUpdateSet((row) => ({ expires_on: row.ref('excluded.expires_on') })),
    )
    .execute();
}

/** A last day that comes near. */
export type Expiring = { readonly personId: string; readonly qualification: string } & {
  readonly qualificationId: string;
  readonly expiresOn: string;
};

/** Active people's qualifications in use whose last day is one of these, both days included, the nearest first. */
export async function expiringBetween(tx: Tx, from: string, until: string): Promise<readonly Expiring[]> {
  const { rows } = await sql<Expiring>`
    select held.person_id as "personId", held.qualification_id as "qualificationId", held.expires_on as "expiresOn",
      known.name as qualification
    from held_qualifications held
    join qualifications known on known.org_id = held.org_id and known.id = held.qualification_id
    join people on people.org_id = held.org_id and people.id = held.person_id
    where held.expires_on between ${from}::date and ${until}::date
      and known.archived_at is null and people.state = 'active'
    order by held.expires_on, known.name_key, held.person_id`.execute(tx.on());
  return rows;
}

/** Notes that a reminder goes out; false when it did already. */
export async function noteReminder(
  tx: Tx,
  { personId, qualificationId, expiresOn }: Expiring,
  days: ReminderDays,
  at: Date,
): Promise<boolean> {
  const row = { org_id: orgOf(tx), person_id: personId, qualification_id: qualificationId, expires_on: expiresOn };
  const query = tx
    .on<Tables>()
    .insertInto('qualification_reminders')
    .values({ ...row, days, sent_at: at });
  const result = await query.onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}
