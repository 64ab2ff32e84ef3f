import { type OrgId, orgId, orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import type { PersonState } from '../person.ts';

interface TokenRow {
  org_id: string;
  token_hash: Uint8Array;
  made_by: string;
  created_at: Date;
  last_used_at: Date | null;
}

interface UserRow {
  org_id: string;
  person_id: string;
  user_name_key: Uint8Array;
  external_id_key: Uint8Array | null;
  sealed: Uint8Array;
  updated_at: Date;
}

interface Tables {
  scim_tokens: TokenRow;
  scim_users: UserRow;
}

/** The token of the organisation, without what would open anything. */
export type ScimToken = { readonly madeBy: string; readonly createdAt: Date; readonly lastUsedAt: Date | null };

export async function findToken(tx: Tx): Promise<ScimToken | null> {
  const row = await tx.on<Tables>().selectFrom('scim_tokens').selectAll().executeTakeFirst();
  return row ? { madeBy: row.made_by, createdAt: row.created_at, lastUsedAt: row.last_used_at } : null;
}

/** Makes this the token; the one before is worth nothing from then on. */
export async function putToken(tx: Tx, hash: Uint8Array, madeBy: string, at: Date): Promise<void> {
  const row = { token_hash: hash, made_by: madeBy, created_at: at, last_used_at: null };
  await tx
    .on<Tables>()
    .insertInto('scim_tokens')
    .values({ ...row, org_id: orgOf(tx) })
    .onConflict((conflict) => conflict.column('org_id').doUpdateSet(row))
    .execute();
}

export async function deleteToken(tx: Tx): Promise<boolean> {
  const result = await tx.on<Tables>().deleteFrom('scim_tokens').executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Whose token this is. For the directory role. */
export async function organisationOfToken(tx: Tx, hash: Uint8Array): Promise<OrgId | null> {
  const query = tx.on<Tables>().selectFrom('scim_tokens').select('org_id').where('token_hash', '=', hash);
  const row = await query.executeTakeFirst();
  return row ? orgId(row.org_id) : null;
}

/** Notes that the token was used, to the nearest few minutes: not every request is worth a write. */
export async function noteUse(tx: Tx, at: Date): Promise<void> {
  await sql`update scim_tokens set last_used_at = ${at}
    where last_used_at is null or last_used_at < ${at}::timestamptz - interval '5 minutes'`.execute(tx.on());
}

/** A person whom the identity provider may know of. */
export type ScimRow = {
  readonly id: string;
  readonly name: string;
  readonly emailSealed: Uint8Array | null;
  readonly state: PersonState;
  readonly createdAt: Date;
  readonly joinedAt: Date | null;
  readonly sealed: Uint8Array | null;
  readonly updatedAt: Date | null;
};

/** What users are looked for by, as keys. */
export type UserKey = {
  readonly id?: string | undefined;
  readonly userNameKey?: Uint8Array | undefined;
  readonly externalIdKey?: Uint8Array | undefined;
  readonly emailKey?: Uint8Array | undefined;
};

/**
 * Who has an address or a name at the provider. Whoever is deactivated and has none was removed by the provider, or was
 * here before it: it does not see them.
 */
function visible({ id, userNameKey, externalIdKey, emailKey }: UserKey) {
  const called = emailKey === undefined ? sql`false` : sql`(told.person_id is null and email_key = ${emailKey})`;
  return sql.join(
    [
      sql`(told.person_id is not null or (email_key is not null and state <> 'deactivated'))`,
      ...(id === undefined ? [] : [sql`people.id = ${id}`]),
      ...(userNameKey === undefined ? [] : [sql`(told.user_name_key = ${userNameKey} or ${called})`]),
      ...(userNameKey !== undefined || emailKey === undefined ? [] : [sql`email_key = ${emailKey}`]),
      ...(externalIdKey === undefined ? [] : [sql`told.external_id_key = ${externalIdKey}`]),
    ],
    sql` and `,
  );
}

const joined = sql`people left join scim_users told on told.org_id = people.org_id and told.person_id = people.id`;

export async function listUsers(tx: Tx, key: UserKey, limit: number, offset: number): Promise<readonly ScimRow[]> {
  const { rows } = await sql<ScimRow>`
    select people.id, name, email_sealed as "emailSealed", state, created_at as "createdAt", joined_at as "joinedAt",
      told.sealed, told.updated_at as "updatedAt"
    from ${joined} where ${visible(key)} order by people.id limit ${limit} offset ${offset}`.execute(tx.on());
  return rows;
}

export async function countUsers(tx: Tx, key: UserKey): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${joined} where ${visible(key)}`.execute(tx.on());
  return rows[0]?.count ?? 0;
}

/** One change by the identity provider at a time: of two that want one name, the second is told so. */
export async function lockUsers(tx: Tx): Promise<void> {
  await sql`select 1 from organisations where org_id = ${orgOf(tx)} for no key update`.execute(tx.on());
}

export async function userNamed(tx: Tx, userNameKey: Uint8Array): Promise<string | null> {
  const query = tx.on<Tables>().selectFrom('scim_users').select('person_id').where('user_name_key', '=', userNameKey);
  return (await query.executeTakeFirst())?.person_id ?? null;
}

export async function putUser(tx: Tx, row: Omit<UserRow, 'org_id'>): Promise<void> {
  await tx
    .on<Tables>()
    .insertInto('scim_users')
    .values({ ...row, org_id: orgOf(tx) })
    .onConflict((conflict) => conflict.columns(['org_id', 'person_id']).doUpdateSet(row))
    .execute();
}

export async function deleteUser(tx: Tx, personId: string): Promise<void> {
  await tx.on<Tables>().deleteFrom('scim_users').where('person_id', '=', personId).execute();
}
