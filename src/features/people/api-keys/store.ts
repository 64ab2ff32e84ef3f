import { type OrgId, orgId, orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import type { Right } from '../../../platform/policy/index.ts';

interface Row {
  org_id: string;
  id: string;
  name: string;
  rights: Right[];
  key_hash: Uint8Array;
  made_by: string;
  created_at: Date;
  expires_at: Date;
  revoked_at: Date | null;
  last_used_on: string | null;
}

interface Tables {
  api_keys: Row;
}

/** A key without what would open anything. */
export type ApiKey = {
  readonly id: string;
  readonly name: string;
  readonly rights: readonly Right[];
  readonly madeBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  /** YYYY-MM-DD, in UTC. */
  readonly lastUsedOn: string | null;
};

/** What is looked at when a key is shown. */
export type ShownKey = Pick<ApiKey, 'id' | 'rights' | 'expiresAt' | 'revokedAt' | 'lastUsedOn'> & {
  readonly orgId: OrgId;
};

const columns = [
  'id',
  'name',
  'rights',
  'made_by',
  'created_at',
  'expires_at',
  'revoked_at',
  sql<string | null>`last_used_on::text`.as('last_used_on'),
] as const;

const toKey = (row: Omit<Row, 'org_id' | 'key_hash'>): ApiKey => ({
  ...{ id: row.id, name: row.name, rights: row.rights, madeBy: row.made_by, createdAt: row.created_at },
  ...{ expiresAt: row.expires_at, revokedAt: row.revoked_at, lastUsedOn: row.last_used_on },
});

export async function insertKey(
  tx: Tx,
  { id, name, rights, madeBy, createdAt, expiresAt }: Omit<ApiKey, 'revokedAt' | 'lastUsedOn'>,
  hash: Uint8Array,
): Promise<void> {
  const row = { id, name, rights: [...rights], key_hash: hash, made_by: madeBy, created_at: createdAt };
  await tx
    .on<Tables>()
    .insertInto('api_keys')
    .values({ ...row, org_id: orgOf(tx), expires_at: expiresAt, revoked_at: null, last_used_on: null })
    .execute();
}

/** All keys, the newest first; those that open nothing any more too. */
export async function listKeys(tx: Tx): Promise<ApiKey[]> {
  const rows = await tx.on<Tables>().selectFrom('api_keys').select(columns).orderBy('id', 'desc').execute();
  return rows.map(toKey);
}

export async function findKey(tx: Tx, id: string): Promise<ApiKey | null> {
  const query = tx.on<Tables>().selectFrom('api_keys').select(columns).where('id', '=', id);
  const row = await query.executeTakeFirst();
  return row ? toKey(row) : null;
}

/** False when it was revoked before. */
export async function revoke(tx: Tx, id: string, at: Date): Promise<boolean> {
  const change = tx.on<Tables>().updateTable('api_keys').set({ revoked_at: at });
  const done = await change.where('id', '=', id).where('revoked_at', 'is', null).executeTakeFirst();
  return done.numUpdatedRows > 0n;
}

/** The key of a hash, whosever it is. For the directory role. */
export async function keyOfHash(tx: Tx, hash: Uint8Array): Promise<ShownKey | null> {
  const row = await tx
    .on<Tables>()
    .selectFrom('api_keys')
    .select(['org_id', 'id', 'rights', 'expires_at', 'revoked_at', sql<string | null>`last_used_on::text`.as('used')])
    .where('key_hash', '=', hash)
    .executeTakeFirst();
  if (!row) return null;
  const { id, rights, expires_at: expiresAt, revoked_at: revokedAt, used } = row;
  return { orgId: orgId(row.org_id), id, rights, expiresAt, revokedAt, lastUsedOn: used };
}

export async function noteDayOfUse(tx: Tx, id: string, day: string): Promise<void> {
  await tx.on<Tables>().updateTable('api_keys').set({ last_used_on: day }).where('id', '=', id).execute();
}

/** Names of keys by their id, of revoked ones too; ids of anything else are left out. */
export async function namesOfKeys(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await tx.on<Tables>().selectFrom('api_keys').select(['id', 'name']).where('id', 'in', wanted).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
