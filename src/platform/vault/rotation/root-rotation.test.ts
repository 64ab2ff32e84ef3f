import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kmsArn, startKms } from '../../../../test/support/kms.ts';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { sql } from '../../db/index.ts';
import { loadRootKey, openVault } from '../index.ts';
import { rotateRootKey } from './root-rotation.ts';
import { createTokens, partsOf, readToken, sealTokens, testPlaces } from './rotation.fixture.ts';
import { keyStatus } from './status.ts';

const limits = { maxAgeDays: 365, maxEncryptions: 2 ** 30 };
let world: World;
beforeAll(async () => {
  world = await openWorld();
  await createTokens(world.db);
});
afterAll(() => world[Symbol.asyncDispose]());

const rootsInUse = async (own: World) => {
  const found = await sql<{ id: string }>`select distinct root_key_id as id from coact.data_keys`.execute(
    own.db.kysely,
  );
  return found.rows.map(({ id }) => id);
};

describe('a new root key', () => {
  it('takes over every data key and secret while all are read, and the former file is destroyed', async () => {
    const file = join(world.folder, 'keys', 'root.key');
    const former = readFileSync(file, 'utf8');
    const orgs = [world.newOrgId(), world.newOrgId(), world.newOrgId()];
    const ids = await Promise.all(orgs.map(async (org) => (await sealTokens(world.db, world.vault, org, 1))[0] ?? ''));
    await world.vault.instanceText('cookies', async () => 'kept');
    const derived = world.vault.instanceSecret('x');
    // Another process, which opened the former root key and hears of the new one by itself.
    const other = openVault(
      await loadRootKey(join(world.folder, 'keys'), world.db, world.clock),
      world.db,
      world.clock,
    );

    const over = { yet: false };
    const reading = (async () => {
      let reads = 0;
      for (; !over.yet; reads += 1)
        await readToken(world.db, world.vault, orgs[reads % 3] ?? world.orgId, ids[reads % 3] ?? '');
      return reads;
    })();
    const rotation = await rotateRootKey(partsOf(world));
    over.yet = true;
    expect(await reading).toBeGreaterThan(0);
    expect(rotation).toMatchObject({ outcome: 'rotated', former: [world.root.id] });
    expect(await rootsInUse(world)).toEqual([rotation.id]);
    expect(readFileSync(file, 'utf8')).not.toBe(former);
    expect(existsSync(join(world.folder, 'keys', `root-${rotation.id}.key`))).toBe(false);

    for (const [index, org] of orgs.entries()) await readToken(world.db, other, org, ids[index] ?? '');
    const late = world.newOrgId();
    const [token = ''] = await sealTokens(world.db, other, late, 1);
    expect(await rootsInUse(world)).toEqual([rotation.id]);
    const restarted = await loadRootKey(join(world.folder, 'keys'), world.db, world.clock);
    const after = openVault(restarted, world.db, world.clock);
    expect(restarted.id).toBe(rotation.id);
    await readToken(world.db, after, late, token);
    expect(await after.instanceText('cookies', async () => 'lost')).toBe('kept');
    expect(after.instanceSecret('x')).toEqual(derived);
  });

  it('may move to AWS KMS and back, while what was sealed stays as it is', async () => {
    await using own = await openWorld();
    await createTokens(own.db);
    const [id = ''] = await sealTokens(own.db, own.vault, own.orgId, 1);
    const kms = startKms();
    const keysDir = join(own.folder, 'keys');
    const onKms = { keysDir, kmsKeyId: 'alias/one', kmsClient: kms.client };

    // The setting alone changes nothing: processes with it and without it serve side by side until the rotation.
    const keys = await loadRootKey(onKms, own.db, own.clock);
    expect(keys.id).toBe(own.root.id);
    const parts = { ...partsOf(own), keys };
    expect((await keyStatus(parts, limits)).root).toMatchObject({ provider: 'file', differsFromSettings: true });
    const rotation = await rotateRootKey(parts);
    expect(rotation).toMatchObject({ outcome: 'rotated', id: kmsArn('one'), former: [own.root.id] });
    expect(existsSync(join(keysDir, 'root.key'))).toBe(false);
    expect((await keyStatus(parts, limits)).root).toMatchObject({ provider: 'kms', differsFromSettings: false });
    expect(await rotateRootKey(parts)).toMatchObject({ outcome: 'same' });
    const vault = openVault(await loadRootKey(onKms, own.db, own.clock), own.db, own.clock);
    await readToken(own.db, vault, own.orgId, id);

    const back = await loadRootKey({ keysDir, kmsClient: kms.client }, own.db, own.clock);
    expect((await keyStatus({ ...partsOf(own), keys: back }, limits)).root.differsFromSettings).toBe(true);
    expect(await rotateRootKey({ ...partsOf(own), keys: back })).toMatchObject({ former: [kmsArn('one')] });
    kms.disabled.add(kmsArn('one'));
    const again = openVault(await loadRootKey(keysDir, own.db, own.clock), own.db, own.clock);
    await readToken(own.db, again, own.orgId, id);
  });

  it('is not begun when the one that is wanted can’t be used', async () => {
    await using own = await openWorld();
    const kms = startKms();
    kms.disabled.add(kmsArn('one'));
    const settings = { keysDir: join(own.folder, 'keys'), kmsKeyId: 'one', kmsClient: kms.client };
    const keys = await loadRootKey(settings, own.db, own.clock);
    await expect(rotateRootKey({ ...partsOf(own), keys })).rejects.toThrow(/disabled/);
    expect((await loadRootKey(settings.keysDir, own.db, own.clock)).id).toBe(own.root.id);
  });

  it('can’t be forgotten by the database, nor come back, while anything is wrapped under it', async () => {
    await using own = await openWorld();
    await createTokens(own.db);
    await sealTokens(own.db, own.vault, own.orgId, 1);
    await expect(own.db.asOwner((tx) => sql`delete from root_key_marks`.execute(tx.on()))).rejects.toThrow(
      /data_keys_root/,
    );
    await rotateRootKey(partsOf(own));
    const late = own.db.inOrg(own.orgId, (tx) =>
      sql`update data_keys set root_key_id = ${own.root.id}`.execute(tx.on()),
    );
    await expect(late).rejects.toThrow(/data_keys_root/);
  });

  it('is kept in the second folder too, which can take the place of the first', async () => {
    await using own = await openWorld();
    await createTokens(own.db);
    const [keysDir, keysCopyDir] = [join(own.folder, 'keys'), join(own.folder, 'copy')];
    const keys = await loadRootKey({ keysDir, keysCopyDir }, own.db, own.clock);
    const vault = openVault(keys, own.db, own.clock);
    const [id = ''] = await sealTokens(own.db, vault, own.orgId, 1);
    await rotateRootKey({ ...partsOf(own), keys, places: testPlaces });
    rmSync(keysDir, { recursive: true });
    await expect(loadRootKey(keysDir, own.db, own.clock)).rejects.toThrow(/does not exist/);
    const saved = openVault(await loadRootKey({ keysDir, keysCopyDir }, own.db, own.clock), own.db, own.clock);
    await readToken(own.db, saved, own.orgId, id);
    expect(existsSync(join(keysDir, 'root.key'))).toBe(true);
  });
});
