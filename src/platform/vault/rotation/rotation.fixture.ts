import type { World } from '../../../../test/support/world.ts';
import { randomId } from '../../clock/index.ts';
import { type OrgId, sql, type Tx } from '../../db/index.ts';
import type { Vault } from '../index.ts';
import { type SealedPlace, sealedPlaces } from '../places.ts';
import type { RotationParts } from './parts.ts';

/** A column of tokens that no slice has: rotation works on what is declared, whatever it is. */
const tokens: SealedPlace = { table: 'tokens', column: 'sealed' };
export const testPlaces: readonly SealedPlace[] = [
  ...sealedPlaces,
  tokens,
  {
    table: 'sign_in_links',
    column: 'subject',
    row: 'token_hash',
    within: { sealed: 'sealed', organisation: 'orgId', row: 'slackUserId' },
  },
];

export async function createTokens(db: World['db']): Promise<void> {
  await db.asOwner(async (tx) => {
    await sql`create table if not exists tokens
      (org_id uuid not null, id uuid not null, sealed bytea, primary key (org_id, id))`.execute(tx.on());
    await sql`select coact_tenant_table('tokens') where not exists
      (select from pg_policies where tablename = 'tokens')`.execute(tx.on());
  });
}

/** Seals `count` tokens, each holding its own id. @returns their ids */
export async function sealTokens(db: World['db'], vault: Vault, org: OrgId, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomId());
  for (let start = 0; start < count; start += 500) {
    await db.inOrg(org, async (tx) => {
      const part = ids.slice(start, start + 500);
      const rows = await Promise.all(part.map(async (id) => ({ id, sealed: await sealToken(vault, tx, id) })));
      const values = sql.join(rows.map(({ id, sealed }) => sql`(${org}::uuid, ${id}::uuid, ${sealed}::bytea)`));
      await sql`insert into tokens (org_id, id, sealed) values ${values}`.execute(tx.on());
    });
  }
  return ids;
}

export const sealToken = (vault: Vault, tx: Tx, id: string) =>
  vault.seal(tx, { table: 'tokens', column: 'sealed', rowId: id }, `token of ${id}`);

/** Reads a token and opens it. @throws if it does not open to what was sealed */
export async function readToken(db: World['db'], vault: Vault, org: OrgId, id: string): Promise<void> {
  const text = await db.inOrg(org, async (tx) => {
    const found = await sql<{ sealed: Uint8Array }>`select sealed from tokens where id = ${id}`.execute(tx.on());
    const sealed = found.rows[0]?.sealed ?? Buffer.alloc(0);
    return vault.openText(tx, { table: 'tokens', column: 'sealed', rowId: id }, sealed);
  });
  if (text !== `token of ${id}`) throw new Error(`another token than that of ${id}`);
}

/** How many tokens stand under each key, and whether that key is in the table of keys still. */
export async function tokensByKey(
  db: World['db'],
  org: OrgId,
): Promise<{ key: string; state: string; total: number }[]> {
  const found = await db.inOrg(org, (tx) =>
    sql<{ key: string; state: string; total: number }>`
      select encode(substring(t.sealed from 2 for 16), 'hex') as key, coalesce(k.state, 'gone') as state, count(*)::int as total
      from tokens t left join data_keys k on k.id = encode(substring(t.sealed from 2 for 16), 'hex')::uuid
      group by 1, 2 order by 1`.execute(tx.on()),
  );
  return found.rows;
}

export function partsOf(world: World, more: Partial<RotationParts> = {}): RotationParts {
  return { db: world.db, clock: world.clock, keys: world.root, places: testPlaces, graceMs: 0, ...more };
}
