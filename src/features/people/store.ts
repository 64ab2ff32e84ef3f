import { type OrgId, orgId, orgOf, sql, type Tx } from '../../platform/db/index.ts';
import { announce } from '../../platform/http/index.ts';
import type { Role } from '../../platform/policy/index.ts';
import type { Person, PersonState } from './person.ts';

interface PersonRow {
  org_id: string;
  id: string;
  user_id: string | null;
  slack_user_id: string | null;
  slack_name_key: Uint8Array | null;
  name: string;
  email_sealed: Uint8Array | null;
  email_key: Uint8Array | null;
  roles: Role[];
  state: PersonState;
  deactivated_by: 'member' | 'slack' | 'scim' | null;
  joined_at: Date | null;
  left_at: Date | null;
  created_at: Date;
}

interface OrganisationRow {
  org_id: string;
  name: string;
  time_zone: string;
  currency: string;
  small_group: number;
  setup_done_at: Date | null;
  created_at: Date;
}

interface Tables {
  people: PersonRow;
  organisations: OrganisationRow;
  installation_claims: { single: boolean; org_id: string; claimed_at: Date };
}

/** A person with what only this slice reads. */
export type StoredPerson = Person & {
  readonly name: string;
  readonly emailSealed: Uint8Array | null;
  /** A keyed hash of how Slack calls them, as last heard. */
  readonly slackNameKey: Uint8Array | null;
  readonly deactivatedBy: 'member' | 'slack' | 'scim' | null;
  /** Of an invited person: when they were invited. */
  readonly joinedAt: Date;
  /** When their membership ended; null while it goes on, and where that was not kept. */
  readonly leftAt: Date | null;
  /** Whether they have ever accepted, or were active from the start. */
  readonly hasJoined: boolean;
};

export type PersonChange = Partial<
  Pick<
    PersonRow,
    | 'user_id'
    | 'slack_user_id'
    | 'slack_name_key'
    | 'name'
    | 'email_sealed'
    | 'email_key'
    | 'roles'
    | 'state'
    | 'deactivated_by'
    | 'joined_at'
    | 'left_at'
  >
>;

const fromRow = (row: PersonRow): StoredPerson => ({
  id: row.id,
  userId: row.user_id,
  slackUserId: row.slack_user_id,
  roles: row.roles,
  state: row.state,
  name: row.name,
  emailSealed: row.email_sealed,
  slackNameKey: row.slack_name_key,
  deactivatedBy: row.deactivated_by,
  joinedAt: row.joined_at ?? row.created_at,
  leftAt: row.left_at,
  hasJoined: row.joined_at !== null,
});

export type PersonKey =
  | { readonly id: string }
  | { readonly userId: string }
  | { readonly slackUserId: string }
  | { readonly emailKey: Uint8Array };

export async function findPerson(tx: Tx, key: PersonKey): Promise<StoredPerson | null> {
  const query = tx.on<Tables>().selectFrom('people').selectAll();
  let found: PersonRow | undefined;
  if ('id' in key) found = await query.where('id', '=', key.id).executeTakeFirst();
  else if ('userId' in key) found = await query.where('user_id', '=', key.userId).executeTakeFirst();
  else if ('slackUserId' in key) found = await query.where('slack_user_id', '=', key.slackUserId).executeTakeFirst();
  else found = await query.where('email_key', '=', key.emailKey).executeTakeFirst();
  return found ? fromRow(found) : null;
}

/** What a list of people is narrowed to; parts that are left out narrow nothing. */
export type PeopleFilter = {
  /** Each of these, without case and accents, stands in the name. */
  readonly words?: readonly string[];
  /** Or their address has this key. */
  readonly emailKey?: Uint8Array | null;
  /** Their highest role; `employee` means no other. */
  readonly role?: Role | undefined;
  readonly states?: readonly PersonState[] | undefined;
  /** They work in one of the departments, at one of the locations; an empty list narrows nothing. */
  readonly departments?: readonly string[];
  readonly locations?: readonly string[];
};

/** A page of people by name, those without one last, and how many there are on all pages. */
export async function pageOfPeople(
  tx: Tx,
  filter: PeopleFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly people: readonly StoredPerson[]; readonly total: number }> {
  const where = sql.join([sql`true`, ...conditionsOf(filter)], sql` and `);
  const counted = await sql<{ total: number }>`select count(*) as total from people where ${where}`.execute(tx.on());
  const { rows } = await sql<PersonRow>`select * from people where ${where}
    order by name_key = '', name_key, id limit ${page.limit} offset ${page.offset}`.execute(tx.on());
  return { people: rows.map(fromRow), total: counted.rows[0]?.total ?? 0 };
}

function conditionsOf({ words = [], emailKey, role, states, departments = [], locations = [] }: PeopleFilter) {
  const inName = words.map((word) => sql`strpos(name_key, folded(${word})) > 0`);
  const found = emailKey ? [sql`email_key = ${emailKey}`] : inName;
  return [
    ...found,
    ...(role === undefined ? [] : [role === 'employee' ? sql`roles <@ array['employee']` : sql`${role} = any (roles)`]),
    ...(states ? [sql`state = any (${[...states]}::text[])`] : []),
    ...(departments.length > 0
      ? [
          sql`exists (select 1 from person_departments works where works.org_id = people.org_id
            and works.person_id = people.id and works.relation = 'works'
            and works.department_id = any (${[...departments]}::uuid[]))`,
        ]
      : []),
    ...(locations.length > 0
      ? [
          sql`exists (select 1 from person_locations works where works.org_id = people.org_id
            and works.person_id = people.id and works.relation = 'works'
            and works.location_id = any (${[...locations]}::uuid[]))`,
        ]
      : []),
  ];
}

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Names by id and by id in Slack, of those that are there. */
export async function namesOfPeople(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  const own = wanted.filter((id) => uuid.test(id));
  if (wanted.length === 0) return new Map();
  const rows = await tx
    .on<Tables>()
    .selectFrom('people')
    .select(['id', 'slack_user_id', 'name'])
    .where((row) => row.or([row('slack_user_id', 'in', wanted), ...(own.length > 0 ? [row('id', 'in', own)] : [])]))
    .execute();
  return new Map(
    rows.flatMap(({ id, slack_user_id: slack, name }) => [
      [id, name] as const,
      ...(slack ? [[slack, name] as const] : []),
    ]),
  );
}

/** Everybody who is active, those who have been here longest first. */
export async function activePeople(tx: Tx): Promise<readonly StoredPerson[]> {
  const query = tx.on<Tables>().selectFrom('people').selectAll().where('state', '=', 'active');
  return (await query.orderBy('created_at').orderBy('id').execute()).map(fromRow);
}

/** How many people are active. */
export async function countActive(tx: Tx): Promise<number> {
  const counted = await sql<{ count: number }>`select count(*) as count from people where state = 'active'`.execute(
    tx.on(),
  );
  return Number(counted.rows[0]?.count ?? 0);
}

/** People by their ids, whatever their state; ids that are nobody's here are left out. */
export async function peopleByIds(tx: Tx, ids: readonly string[]): Promise<readonly StoredPerson[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .on<Tables>()
    .selectFrom('people')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return rows.map(fromRow);
}

/** The active owners, those who have been here longest first. */
export async function listOwners(tx: Tx): Promise<readonly StoredPerson[]> {
  return (await activePeople(tx)).filter(({ roles }) => roles.includes('owner'));
}

/** Ids of the active owners, locked until the transaction ends: two owners can't remove each other at once. */
export async function lockOwners(tx: Tx): Promise<string[]> {
  const rows = await tx
    .on<Tables>()
    .selectFrom('people')
    .select(['id', 'roles', 'state'])
    .where('state', '=', 'active')
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.filter((row) => row.roles.includes('owner')).map((row) => row.id);
}

/** Adds a person; false when the user, the Slack person or the address is already somebody here. */
export async function insertPerson(
  tx: Tx,
  row: Omit<PersonRow, 'org_id' | 'left_at' | 'slack_name_key'>,
): Promise<boolean> {
  const result = await tx
    .on<Tables>()
    .insertInto('people')
    .values({ ...row, org_id: orgOf(tx) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  // Only what somebody else did to them: the moment in which a person first appears by an act of their own is nobody's business.
  if (row.state === 'invited') await announce(tx, 'members');
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function updatePerson(tx: Tx, id: string, change: PersonChange): Promise<void> {
  await tx.on<Tables>().updateTable('people').set(change).where('id', '=', id).execute();
  if (change.roles !== undefined || change.state !== undefined) await announce(tx, 'members');
}

export async function deletePerson(tx: Tx, id: string): Promise<void> {
  await tx.on<Tables>().deleteFrom('people').where('id', '=', id).execute();
  await announce(tx, 'members');
}

export type Membership = { readonly orgId: OrgId; readonly personId: string; readonly state: PersonState };

/** A user's memberships in every organisation, the oldest first. For the directory role. */
export async function membershipsOf(tx: Tx, userId: string): Promise<Membership[]> {
  const rows = await tx
    .on<Tables>()
    .selectFrom('people')
    .select(['org_id', 'id', 'state'])
    .where('user_id', '=', userId)
    .orderBy('joined_at')
    .orderBy('org_id')
    .execute();
  return rows.map((row) => ({ orgId: orgId(row.org_id), personId: row.id, state: row.state }));
}

/** Names of organisations, in the order asked. For the directory role. */
export async function namesOf(tx: Tx, ids: readonly OrgId[]): Promise<{ readonly id: OrgId; readonly name: string }[]> {
  if (ids.length === 0) return [];
  const table = tx.on<Tables>();
  const rows = await table
    .selectFrom('organisations')
    .select(['org_id', 'name'])
    .where('org_id', 'in', [...ids])
    .execute();
  const names = new Map(rows.map((row) => [row.org_id, row.name]));
  return ids.map((id) => ({ id, name: names.get(id) ?? '' }));
}

/** Whether this installation has any organisation yet. For the directory role. */
export async function anyOrganisation(tx: Tx): Promise<boolean> {
  const row = await tx.on<Tables>().selectFrom('organisations').select('org_id').limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Adds the organisation of the unit of work; false when it is there already. */
export async function insertOrganisation(tx: Tx, row: Omit<OrganisationRow, 'org_id'>): Promise<boolean> {
  const result = await tx
    .on<Tables>()
    .insertInto('organisations')
    .values({ ...row, org_id: orgOf(tx) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function findOrganisation(tx: Tx): Promise<OrganisationRow | null> {
  return (await tx.on<Tables>().selectFrom('organisations').selectAll().executeTakeFirst()) ?? null;
}

export async function updateOrganisation(
  tx: Tx,
  change: Partial<Omit<OrganisationRow, 'org_id' | 'created_at'>>,
): Promise<void> {
  await tx.on<Tables>().updateTable('organisations').set(change).where('org_id', '=', orgOf(tx)).execute();
}

/** The organisation that the first owner founds: decided once, however often and however parallel it is asked. */
export async function claimInstallation(tx: Tx, wanted: OrgId, at: Date): Promise<OrgId> {
  const table = tx.on<Tables>();
  const row = { org_id: wanted, claimed_at: at };
  await table
    .insertInto('installation_claims')
    .values({ ...row, single: true })
    .onConflict((c) => c.doNothing())
    .execute();
  const claim = await table.selectFrom('installation_claims').select('org_id').executeTakeFirstOrThrow();
  return orgId(claim.org_id);
}

/** Ids of all organisations, the oldest first. For the directory role. */
export async function organisationIds(tx: Tx): Promise<OrgId[]> {
  const rows = await tx.on<Tables>().selectFrom('organisations').select('org_id').orderBy('org_id').execute();
  return rows.map((row) => orgId(row.org_id));
}
