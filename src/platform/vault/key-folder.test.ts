import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { RootKeyProblem } from './index.ts';
import { KeyCache } from './key-cache.ts';
import { openKeyFolder } from './key-folder.ts';
import { KeyServiceAway } from './root/root-key.ts';

const base = mkdtempSync(join(tmpdir(), 'coact-keys-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
let serial = 0;
const fresh = () => {
  serial += 1;
  return join(base, String(serial));
};

describe('a key file', () => {
  it('is read with mode 600 or stricter alone', () => {
    const folder = openKeyFolder(fresh());
    folder.create('a.key', 'secret\n');
    for (const mode of [0o600, 0o400]) {
      chmodSync(folder.pathOf('a.key'), mode);
      expect(folder.read('a.key')).toBe('secret\n');
    }
    for (const mode of [0o640, 0o604, 0o660, 0o606, 0o700, 0o601]) {
      chmodSync(folder.pathOf('a.key'), mode);
      expect(() => folder.read('a.key')).toThrow(`chmod 600 ${folder.pathOf('a.key')}`);
    }
  });

  it('is refused when it belongs to somebody else', () => {
    if (process.getuid?.() !== 0) return;
    const folder = openKeyFolder(fresh());
    folder.create('a.key', 'secret\n');
    chownSync(folder.pathOf('a.key'), 65_534, 65_534);
    expect(() => folder.read('a.key')).toThrow(RootKeyProblem);
    expect(() => folder.read('a.key')).toThrow(/belongs to another user.*chown 0/);
  });

  it('is refused in a folder where anybody may put another in its place', () => {
    const folder = openKeyFolder(fresh());
    folder.create('a.key', 'secret\n');
    chmodSync(folder.path, 0o1777);
    expect(() => folder.read('a.key')).toThrow(`chmod 700 ${folder.path}`);
  });

  it('is made whole or not at all, by the first of two makers', () => {
    const folder = openKeyFolder(fresh());
    expect([folder.create('a.key', 'first'), folder.create('a.key', 'second')]).toEqual([true, false]);
    expect(folder.read('a.key')).toBe('first');
    expect(readdirSync(folder.path)).toEqual(['a.key']);
    folder.destroy('a.key');
    folder.destroy('a.key');
    expect([folder.read('a.key'), folder.names()]).toEqual([null, []]);
  });

  it('is kept in step with its copy, whichever of the two is lost', () => {
    const [one, two] = [fresh(), fresh()];
    const folder = openKeyFolder(one, two);
    folder.create('a.key', 'secret');
    expect(readFileSync(join(two, 'a.key'), 'utf8')).toBe('secret');
    for (const lost of [one, two]) {
      rmSync(lost, { recursive: true });
      expect(folder.read('a.key')).toBe('secret');
      folder.level();
      expect(readdirSync(lost)).toEqual(['a.key']);
    }
    mkdirSync(join(one, 'organisations'));
    writeFileSync(join(one, '.draft'), 'half');
    expect(folder.names()).toEqual(['a.key']);
    folder.rename('a.key', 'b.key');
    expect([readdirSync(two), folder.read('b.key')]).toEqual([['b.key'], 'secret']);
    folder.destroy('b.key');
    expect(readdirSync(two)).toEqual([]);
  });
});

describe('keys in memory', () => {
  const minute = 60_000;

  it('are read anew after five minutes, and once for all who ask at the same time', async () => {
    const time = { now: 0 };
    const cache = new KeyCache<string>(() => time.now);
    let reads = 0;
    const read = async () => `key ${++reads}`;
    expect(await Promise.all([cache.get('a', read), cache.get('a', read)])).toEqual(['key 1', 'key 1']);
    time.now = 5 * minute - 1;
    expect(await cache.get('a', read)).toBe('key 1');
    time.now = 5 * minute;
    expect(await cache.get('a', read)).toBe('key 2');
    cache.forget('a');
    expect(await cache.get('a', read)).toBe('key 3');
  });

  it('serve for an hour while the key service is away, and not at all once it says no', async () => {
    const time = { now: 0 };
    const cache = new KeyCache<string>(() => time.now);
    await cache.get('a', async () => 'key');
    const away = () => Promise.reject(new KeyServiceAway('away'));
    time.now = 59 * minute;
    expect(await cache.get('a', away)).toBe('key');
    await expect(cache.get('b', away)).rejects.toThrow(KeyServiceAway);
    time.now = 61 * minute;
    await expect(cache.get('a', away)).rejects.toThrow(KeyServiceAway);
    await cache.get('a', async () => 'key');
    time.now += 6 * minute;
    await expect(cache.get('a', () => Promise.reject(new RootKeyProblem('denied')))).rejects.toThrow('denied');
    await expect(cache.get('a', away)).rejects.toThrow(KeyServiceAway);
  });

  it('are ten thousand at most, and what is not found is not remembered', async () => {
    const cache = new KeyCache<string>(() => 0);
    for (let at = 0; at < 10_001; at += 1) await cache.get(`k${at}`, async () => 'key');
    expect(await cache.get('k0', async () => null)).toBeNull();
    expect(await cache.get('k0', async () => 'found')).toBe('found');
    expect(await cache.get('k10000', async () => null)).toBe('key');
  });
});
