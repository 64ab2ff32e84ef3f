import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, type World } from '../test/support/world.ts';
import { sql } from './platform/db/index.ts';
import { openVault } from './platform/vault/index.ts';
import { allSealedPlaces } from './sealed-places.ts';

/** Columns of bytes that the vault did not seal, and what they are. A new column has to be in one list or the other. */
const otherBytes: Readonly<Record<string, string>> = {
  'api_keys.key_hash': 'hash',
  'audit_entries.hash': 'chain of hashes',
  'audit_entries.previous': 'chain of hashes',
  'audit_heads.hash': 'chain of hashes',
  'awareness_tokens.token': 'keyed hash under a key of the ring',
  'calendar_feeds.token_hash': 'hash',
  'click_visitors.visitors': 'hashes under the key of the day',
  'code_generators.secret': 'sealed in the box of sign-in, whose key is a secret of the installation',
  'code_generators.shown_secret': 'sealed in the box of sign-in, whose key is a secret of the installation',
  'connect_attempts.browser_hash': 'hash',
  'connect_attempts.sealed': 'sealed under a key of the ring, destroyed at the end of the way',
  'connect_attempts.token_hash': 'hash',
  'data_keys.wrapped': 'a key, wrapped under other keys',
  'limit_windows.key': 'keyed hash',
  'outgoing_shares.owner_tag': 'keyed hash under a key of the ring',
  'outgoing_shares.sealed': 'sealed under a key of the ring, destroyed with the share',
  'people.email_key': 'keyed hash',
  'people.slack_name_key': 'keyed hash',
  'passkeys.public_key': 'public',
  'pictures.bytes': 'a picture that anybody may fetch',
  'pictures.card': 'a picture that anybody may fetch',
  'repeated_calls.asked_hash': 'hash',
  'repeated_calls.name_hash': 'hash',
  'scim_tokens.token_hash': 'hash',
  'scim_users.external_id_key': 'keyed hash',
  'scim_users.user_name_key': 'keyed hash',
  'share_tokens.token': 'keyed hash under a key of the ring',
  'sign_in_links.token_hash': 'hash',
  'slack_install_states.browser_hash': 'hash',
  'slack_install_states.state_hash': 'hash',
  'tickets.secret_hash': 'hash',
  'video_parts.bytes': 'a video that anybody may fetch',
};

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

async function columns(): Promise<Map<string, string>> {
  const found = await sql<{ name: string; type: string }>`
    select table_name || '.' || column_name as name, data_type as type from information_schema.columns
    where table_schema = 'coact'`.execute(world.db.kysely);
  return new Map(found.rows.map(({ name, type }) => [name, type]));
}

it('knows of every column of bytes whether the vault sealed what it holds', async () => {
  const bytes = [...(await columns())].filter(([, type]) => type === 'bytea').map(([name]) => name);
  const declared = allSealedPlaces.filter(({ within }) => !within).map(({ table, column }) => `${table}.${column}`);
  expect(bytes.toSorted()).toEqual([...declared, ...Object.keys(otherBytes)].toSorted());
});

it('names only columns that exist, and rows by columns that exist', async () => {
  const known = await columns();
  for (const { table, column, row = 'id', rowType = 'uuid', within } of allSealedPlaces) {
    expect([table, column, known.get(`${table}.${column}`)]).toEqual([table, column, within ? 'jsonb' : 'bytea']);
    if (!within) expect([table, row, known.get(`${table}.${row}`)]).toEqual([table, row, rowType]);
  }
});

it('refuses to seal for a place that nobody declared', async () => {
  const vault = openVault(world.root, world.db, world.clock, allSealedPlaces);
  const seal = (column: string) =>
    world.db.inOrg(world.orgId, (tx) => vault.seal(tx, { table: 'people', column, rowId: 'p' }, 'x'));
  await expect(seal('wage')).rejects.toThrow(/people\.wage.*sealedPlaces/);
  expect((await seal('email_sealed')).length).toBeGreaterThan(45);
});
