import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../../test/support/database.ts';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { sql } from '../../db/index.ts';
import { KeysDestroyed, loadRootKey, openVault, RootKeyProblem } from '../index.ts';
import { installation } from '../key-store.ts';
import { destroyKeys } from './destroy.ts';
import { createTokens, partsOf, readToken, sealTokens } from './rotation.fixture.ts';

const tables = ['root_key_marks', 'data_keys', 'instance_secrets', 'tokens'];

/** A dump of everything that has to do with keys, read with the rights of whoever makes backups. */
async function dump(db: World['db']): Promise<Map<string, Record<string, unknown>[]>> {
  const rows = tables.map(async (table) => {
    const found = await sql<Record<string, unknown>>`select * from ${sql.id('coact', table)}`.execute(db.kysely);
    return [table, found.rows] as const;
  });
  return new Map(await Promise.all(rows));
}

async function restore(db: World['db'], dumped: Awaited<ReturnType<typeof dump>>): Promise<void> {
  await createTokens(db);
  for (const [table, rows] of dumped) {
    for (const row of rows) {
      const columns = sql.join(Object.keys(row).map((name) => sql.ref(name)));
      await sql`insert into ${sql.id('coact', table)} (${columns}) values (${sql.join(Object.values(row))})`.execute(
        db.kysely,
      );
    }
  }
}

describe('destroying the keys of an organisation', () => {
  it('makes a backup from before unreadable, with the root key and all other keys in hand', async () => {
    await using world = await openWorld();
    await createTokens(world.db);
    const [erased, kept] = [world.newOrgId(), world.newOrgId()];
    const [lost = ''] = await sealTokens(world.db, world.vault, erased, 1);
    const [safe = ''] = await sealTokens(world.db, world.vault, kept, 1);
    await world.db.inOrg(erased, (tx) => world.vault.fingerprint(tx, 'email', 'ana@example.com'));
    const backup = await dump(world.db);

    // First without the destruction: the backup and the keys do open it, or the rest would prove nothing.
    const keysDir = join(world.folder, 'keys');
    await using before = await openTestDatabase();
    await restore(before, backup);
    const fine = openVault(await loadRootKey(keysDir, before, world.clock), before, world.clock);
    await readToken(before, fine, erased, lost);

    const receipt = await destroyKeys(partsOf(world), erased);
    expect(receipt).toMatchObject({ organisation: erased, at: world.clock.now() });
    expect(receipt.keyIds).toHaveLength(2);
    await expect(readToken(world.db, world.vault, erased, lost)).rejects.toThrow();
    await readToken(world.db, world.vault, kept, safe);

    await using after = await openTestDatabase();
    await restore(after, backup);
    const restored = openVault(await loadRootKey(keysDir, after, world.clock), after, world.clock);
    await readToken(after, restored, kept, safe);
    await expect(readToken(after, restored, erased, lost)).rejects.toThrow(KeysDestroyed);
    const hash = after.inOrg(erased, (tx) => restored.fingerprint(tx, 'email', 'ana@example.com'));
    await expect(hash).rejects.toThrow(KeysDestroyed);

    // Whoever takes the mark away too finds no key, and one of their own making does not fit.
    const own = join(keysDir, 'organisations', `${erased}`);
    rmSync(`${own}.destroyed`);
    await expect(loadRootKey(keysDir, after, world.clock)).rejects.toThrow(/keys of 1 of 2 organisations/);
    writeFileSync(`${own}.key`, Buffer.alloc(32, 1).toString('base64'), { mode: 0o600 });
    const forged = openVault(await loadRootKey(keysDir, after, world.clock), after, world.clock);
    await expect(readToken(after, forged, erased, lost)).rejects.toThrow(/could not be opened/);
  });

  it('lets nothing be sealed for it again, twice does no harm, and a copy of the keys loses it too', async () => {
    await using world = await openWorld();
    await createTokens(world.db);
    const [keysDir, keysCopyDir] = [join(world.folder, 'keys'), join(world.folder, 'copy')];
    const keys = await loadRootKey({ keysDir, keysCopyDir }, world.db, world.clock);
    const vault = openVault(keys, world.db, world.clock);
    const org = world.newOrgId();
    await sealTokens(world.db, vault, org, 1);
    const ownKey = join('organisations', `${org}.key`);
    const secret = readFileSync(join(keysCopyDir, ownKey), 'utf8');
    expect(readFileSync(join(keysDir, ownKey), 'utf8')).toBe(secret);
    await destroyKeys({ ...partsOf(world), keys }, org);
    expect((await destroyKeys({ ...partsOf(world), keys }, org)).keyIds).toEqual([]);
    expect([existsSync(join(keysDir, ownKey)), existsSync(join(keysCopyDir, ownKey))]).toEqual([false, false]);
    await expect(sealTokens(world.db, vault, org, 1)).rejects.toThrow(KeysDestroyed);
    await expect(sealTokens(world.db, world.vault, org, 1)).rejects.toThrow(KeysDestroyed);

    // A volume that was away at the time is brought in step at the next start.
    writeFileSync(join(keysCopyDir, ownKey), secret, { mode: 0o600 });
    rmSync(join(keysCopyDir, 'organisations', `${org}.destroyed`));
    await loadRootKey({ keysDir, keysCopyDir }, world.db, world.clock);
    expect(existsSync(join(keysCopyDir, ownKey))).toBe(false);
  });

  it('is finished by another call when it was cut off after the first step', async () => {
    await using world = await openWorld();
    await createTokens(world.db);
    const [id = ''] = await sealTokens(world.db, world.vault, world.orgId, 1);
    world.root.organisations.destroy(world.orgId, world.clock.now());
    const restarted = openVault(
      await loadRootKey(join(world.folder, 'keys'), world.db, world.clock),
      world.db,
      world.clock,
    );
    await expect(readToken(world.db, restarted, world.orgId, id)).rejects.toThrow(KeysDestroyed);
    expect((await destroyKeys(partsOf(world), world.orgId)).keyIds).toHaveLength(1);
  });

  it('is never done to the installation', async () => {
    await using world = await openWorld();
    await expect(destroyKeys(partsOf(world), installation)).rejects.toThrow(RangeError);
  });
});

describe('the disk without the keys', () => {
  it('does not start without the organisations’ keys, and says what to do', async () => {
    await using world = await openWorld();
    await createTokens(world.db);
    await sealTokens(world.db, world.vault, world.orgId, 1);
    rmSync(join(world.folder, 'keys', 'organisations'), { recursive: true });
    const starting = loadRootKey(join(world.folder, 'keys'), world.db, world.clock);
    await expect(starting).rejects.toThrow(RootKeyProblem);
    await expect(starting).rejects.toThrow(`(${world.orgId}). Put that folder back`);
  });
});
