import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import type { Audience, Employment } from './profile.ts';

interface ProfileRow {
  org_id: string;
  person_id: string;
  legal_name_sealed: Uint8Array | null;
  pronouns_sealed: Uint8Array | null;
  phones_sealed: Uint8Array | null;
  address_sealed: Uint8Array | null;
  emergency_sealed: Uint8Array | null;
  email_seen_by: Audience;
  pronouns_seen_by: Audience;
  phones_seen_by: Audience;
  address_seen_by: Audience;
  emergency_seen_by: Audience;
  start_date: string | null;
  title: string | null;
  seniority: string | null;
  employment_kind: Employment['kind'];
  manager_id: string | null;
}

interface PortraitRow {
  org_id: string;
  person_id: string;
  sealed: Uint8Array;
  mime: 'image/jpeg' | 'image/png';
  changed_at: Date;
}

interface Tables {
  profiles: ProfileRow;
  portraits: PortraitRow;
}

export type StoredProfile = Omit<ProfileRow, 'org_id'>;
export type ProfileChange = Partial<Omit<StoredProfile, 'person_id'>>;

/** What is kept of a person; null where nothing was ever said. */
export async function findProfile(tx: Tx, personId: string): Promise<StoredProfile | null> {
  const query = tx.on<Tables>().selectFrom('profiles').selectAll().where('person_id', '=', personId);
  return (await query.executeTakeFirst()) ?? null;
}

/** Writes parts of a profile; what is left out stays. */
export async function putProfile(tx: Tx, personId: string, change: ProfileChange): Promise<void> {
  const row = { ...change, org_id: orgOf(tx), person_id: personId };
  // Only what has a default may be left out of a first row.
  const whole = { ...row, ...defaults(change) };
  await tx
    .on<Tables>()
    .insertInto('profiles')
    .values(whole)
    .onConflict((conflict) => conflict.columns(['org_id', 'person_id']).doUpdateSet(row))
    .execute();
}

function defaults(change: ProfileChange): Omit<StoredProfile, 'person_id'> {
  return {
    ...{ legal_name_sealed: null, pronouns_sealed: null, phones_sealed: null, address_sealed: null },
    ...{
      emergency_sealed: null,
      start_date: null,
      title: null,
      seniority: null,
      employment_kind: null,
      manager_id: null,
    },
    ...{ email_seen_by: 'me', pronouns_seen_by: 'me', phones_seen_by: 'me' },
    ...{ address_seen_by: 'me', emergency_seen_by: 'me' },
    ...change,
  };
}

/** Forgets the profile and the picture of a person. */
export async function deleteProfile(tx: Tx, personId: string): Promise<void> {
  await tx.on<Tables>().deleteFrom('profiles').where('person_id', '=', personId).execute();
  await deletePortrait(tx, personId);
}

/** Whom each of these people reports to; whoever reports to nobody is left out. */
export async function managersOf(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await sql<{ person_id: string; manager_id: string }>`select person_id, manager_id from profiles
    where person_id = any (${[...personIds]}::uuid[]) and manager_id is not null`.execute(tx.on());
  return new Map(rows.map((row) => [row.person_id, row.manager_id]));
}

/** Seniority and kind of employment of these people; of whom nothing was said is left out. */
export async function employmentsOf(
  tx: Tx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Pick<Employment, 'seniority' | 'kind'>>> {
  if (personIds.length === 0) return new Map();
  const query = tx.on<Tables>().selectFrom('profiles').select(['person_id', 'seniority', 'employment_kind']);
  const rows = await query.where('person_id', 'in', [...personIds]).execute();
  return new Map(rows.map(({ person_id, seniority, employment_kind: kind }) => [person_id, { seniority, kind }]));
}

/** What each of these people is called in their work; who has no title is left out. */
export async function titlesOf(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (personIds.length === 0) return new Map();
  const query = tx.on<Tables>().selectFrom('profiles').select(['person_id', 'title']);
  const rows = await query.where('person_id', 'in', personIds).where('title', 'is not', null).execute();
  return new Map(rows.map(({ person_id, title }) => [person_id, title ?? '']));
}

/** Everybody's manager; held until the transaction ends, so that no two changes close a circle together. */
export async function lockManagers(tx: Tx): Promise<ReadonlyMap<string, string>> {
  await sql`select 1 from organisations where org_id = ${orgOf(tx)} for no key update`.execute(tx.on());
  const query = tx.on<Tables>().selectFrom('profiles').select(['person_id', 'manager_id']);
  const rows = await query.where('manager_id', 'is not', null).execute();
  return new Map(rows.flatMap((row) => (row.manager_id === null ? [] : [[row.person_id, row.manager_id] as const])));
}

/** Gives everybody who reported to one person to another. */
export async function moveReports(tx: Tx, fromId: string, toId: string): Promise<void> {
  const query = tx.on<Tables>().updateTable('profiles').set({ manager_id: toId }).where('manager_id', '=', fromId);
  await query.where('person_id', '<>', toId).execute();
}

/** Ids of the active people who report to somebody, by name. */
export async function reportsOf(tx: Tx, managerId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select people.id from profiles
    join people on people.org_id = profiles.org_id and people.id = profiles.person_id
    where manager_id = ${managerId} and people.state = 'active' order by name_key, people.id`.execute(tx.on());
  return rows.map(({ id }) => id);
}

/**
 * Active people whose time here began between two moments, with when: the day on which they came in, or their first day where
 * that is later. A first day that is long after is a correction of the records, and nobody's beginning.
 */
export async function joinedBetween(
  tx: Tx,
  { from, to, zone }: { readonly from: Date; readonly to: Date; readonly zone: string },
): Promise<readonly { readonly personId: string; readonly at: Date }[]> {
  const { rows } = await sql<{ personId: string; at: Date }>`select * from (
      select people.id as "personId", greatest(joined_at, case when start_date <= (joined_at + interval '92 days')::date
        then start_date::timestamp at time zone ${zone} end) as at
      from people left join profiles on profiles.org_id = people.org_id and profiles.person_id = people.id
      where state = 'active' and joined_at is not null) as begun
    where at >= ${from} and at <= ${to} order by at, "personId"`.execute(tx.on());
  return rows;
}

export async function findPortrait(tx: Tx, personId: string): Promise<PortraitRow | null> {
  const query = tx.on<Tables>().selectFrom('portraits').selectAll().where('person_id', '=', personId);
  return (await query.executeTakeFirst()) ?? null;
}

/** When each of these people last changed their picture; whoever has none is left out. */
export async function portraitsOf(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await sql<{ person_id: string; changed_at: Date }>`select person_id, changed_at from portraits
    where person_id = any (${[...personIds]}::uuid[])`.execute(tx.on());
  return new Map(rows.map((row) => [row.person_id, row.changed_at]));
}

export async function putPortrait(tx: Tx, portrait: Omit<PortraitRow, 'org_id'>): Promise<void> {
  await tx
    .on<Tables>()
    .insertInto('portraits')
    .values({ ...portrait, org_id: orgOf(tx) })
    .onConflict((conflict) => conflict.columns(['org_id', 'person_id']).doUpdateSet(portrait))
    .execute();
}

export async function deletePortrait(tx: Tx, personId: string): Promise<void> {
  await tx.on<Tables>().deleteFrom('portraits').where('person_id', '=', personId).execute();
}
