import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWorld } from '../../../test/support/world.ts';
import { newId } from '../clock/index.ts';
import { orgId } from '../db/index.ts';
import { loadRootKey, openRing, openVault, RootKeyProblem, SealBroken } from './index.ts';

const place = { table: 'social_accounts', column: 'session', rowId: 'row-1' };

describe('the vault', () => {
  it('opens what it sealed, at the same place, after a restart too', async () => {
    await using world = await openWorld();
    const sealed = await world.db.inOrg(world.orgId, (tx) => world.vault.seal(tx, place, 'xoxb-token'));
    expect(Buffer.from(sealed).toString('latin1')).not.toContain('xoxb');
    const restarted = openVault(
      await loadRootKey(join(world.folder, 'keys'), world.db, world.clock),
      world.db,
      world.clock,
    );
    expect(await world.db.inOrg(world.orgId, (tx) => restarted.openText(tx, place, sealed))).toBe('xoxb-token');
  });

  it('refuses a value moved to another row, column, table or organisation', async () => {
    await using world = await openWorld();
    const sealed = await world.db.inOrg(world.orgId, (tx) => world.vault.seal(tx, place, 'secret'));
    for (const elsewhere of [
      { ...place, rowId: 'row-2' },
      { ...place, column: 'refresh' },
      { ...place, table: 'slack_installations' },
    ]) {
      await expect(world.db.inOrg(world.orgId, (tx) => world.vault.open(tx, elsewhere, sealed))).rejects.toThrow(
        SealBroken,
      );
    }
    const foreign = orgId(newId(world.clock));
    await world.db.inOrg(foreign, (tx) => world.vault.seal(tx, place, 'own'));
    await expect(world.db.inOrg(foreign, (tx) => world.vault.open(tx, place, sealed))).rejects.toThrow(SealBroken);
  });

  it('refuses every altered byte and every shortened value', async () => {
    await using world = await openWorld();
    await world.db.inOrg(world.orgId, async (tx) => {
      const sealed = await world.vault.seal(tx, place, 'secret');
      for (let index = 0; index < sealed.length; index += 1) {
        const altered = Uint8Array.from(sealed);
        altered[index] = (altered[index] ?? 0) ^ 1;
        await expect(world.vault.open(tx, place, altered)).rejects.toThrow(SealBroken);
      }
      for (let length = 0; length < sealed.length; length += 1) {
        await expect(world.vault.open(tx, place, sealed.subarray(0, length))).rejects.toThrow(SealBroken);
      }
    });
  });

  it('forgets a data key whose transaction was rolled back', async () => {
    await using world = await openWorld();
    const failing = world.db.inOrg(world.orgId, async (tx) => {
      await world.vault.seal(tx, place, 'lost');
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    const sealed = await world.db.inOrg(world.orgId, (tx) => world.vault.seal(tx, place, 'kept'));
    expect(await world.db.inOrg(world.orgId, (tx) => world.vault.openText(tx, place, sealed))).toBe('kept');
  });

  it('fingerprints alike within an organisation and differently across', async () => {
    await using world = await openWorld();
    const of = (org = world.orgId) =>
      world.db.inOrg(org, (tx) => world.vault.fingerprint(tx, 'email', 'ana@example.com'));
    expect(await of()).toEqual(await of());
    expect(await of()).not.toEqual(await of(orgId(newId(world.clock))));
  });

  it('keeps instance secrets stable', async () => {
    await using world = await openWorld();
    const names = ['key-1', 'key-2'];
    const create = async () => names.shift() ?? 'none';
    expect(await world.vault.instanceText('bluesky', create)).toBe('key-1');
    expect(await world.vault.instanceText('bluesky', create)).toBe('key-1');
    expect(world.vault.instanceSecret('sessions')).toEqual(world.vault.instanceSecret('sessions'));
    expect(world.vault.instanceSecret('sessions')).not.toEqual(world.vault.instanceSecret('other'));
  });
});

describe('an instance secret that is no longer good', () => {
  it('is replaced once, whoever else finds it spent', async () => {
    await using world = await openWorld();
    const { vault } = world;
    const was = await vault.instanceText('client', async () => 'first');
    const makers = ['second', 'third'].map((text) => vault.renewInstanceText('client', was, async () => text));
    const [one, two] = await Promise.all(makers);
    expect(two).toBe(one);
    expect(await vault.instanceText('client', async () => 'never')).toBe(one);
    expect(one).not.toBe('first');
  });

  it('stays where a new one cannot be made', async () => {
    await using world = await openWorld();
    await world.vault.instanceText('client', async () => 'first');
    const failing = world.vault.renewInstanceText('client', 'first', async () => {
      throw new Error('no answer');
    });
    await expect(failing).rejects.toThrow('no answer');
    expect(await world.vault.instanceText('client', async () => 'never')).toBe('first');
  });
});

describe('the root key', () => {
  it('refuses to start without it where sealed data exists', async () => {
    await using world = await openWorld();
    rmSync(join(world.folder, 'keys', 'root.key'));
    await expect(loadRootKey(join(world.folder, 'keys'), world.db, world.clock)).rejects.toThrow(/does not exist/);
  });

  it('refuses another key, a damaged one, and one that others can read', async () => {
    await using world = await openWorld();
    const path = join(world.folder, 'keys', 'root.key');
    const load = () => loadRootKey(join(world.folder, 'keys'), world.db, world.clock);
    writeFileSync(path, Buffer.alloc(32, 7).toString('base64'));
    await expect(load()).rejects.toThrow(/belongs to this database/);
    writeFileSync(path, 'short');
    await expect(load()).rejects.toThrow(/damaged/);
    chmodSync(path, 0o644);
    await expect(load()).rejects.toThrow(RootKeyProblem);
    await expect(load()).rejects.toThrow(`chmod 600 ${path}`);
  });
});

describe('the key ring', () => {
  it('makes unreadable what a destroyed key sealed', async () => {
    await using world = await openWorld();
    const key = await world.ring.create('share-1');
    const sealed = key.seal('who');
    expect((await openRing(join(world.folder, 'ring')).find('share-1'))?.openText(sealed)).toBe('who');
    await world.ring.destroy('share-1');
    await world.ring.destroy('share-1');
    expect(await world.ring.find('share-1')).toBeNull();
    const successor = await world.ring.create('share-1');
    expect(() => successor.open(sealed)).toThrow(SealBroken);
  });

  it('gives two callers at once the same key and lists by prefix', async () => {
    await using world = await openWorld();
    const keys = await Promise.all([1, 2, 3].map(() => world.ring.findOrCreate('clicks-2026-05-04')));
    const tokens = keys.map((key) => Buffer.from(key.hmac('a', 'b')).toString('hex'));
    expect(new Set(tokens).size).toBe(1);
    expect(await world.ring.names('clicks-')).toEqual(['clicks-2026-05-04']);
  });

  it('tells ("ab","c") from ("a","bc")', async () => {
    await using world = await openWorld();
    const key = await world.ring.create('k');
    expect(key.hmac('ab', 'c')).not.toEqual(key.hmac('a', 'bc'));
  });

  it('refuses names that are paths', async () => {
    await using world = await openWorld();
    await expect(world.ring.create('../root')).rejects.toThrow(RangeError);
  });
});
