import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { openRing } from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'coact-shared-ring-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('a ring that several processes share', () => {
  it('gives all of them the same key, however close they come', async () => {
    const file = new URL('./ring.fixture.ts', import.meta.url).pathname;
    const begin = String(Date.now() + 4_000);
    const run = () => promisify(execFile)(process.execPath, [file, folder, '150', begin], { encoding: 'utf8' });
    const got = await Promise.all([run(), run(), run()]);
    const keys: string[][] = got.map(({ stdout }) => JSON.parse(stdout));
    expect(new Set(keys[0]).size).toBe(150);
    expect(keys[1]).toEqual(keys[0]);
    expect(keys[2]).toEqual(keys[0]);
    expect(readdirSync(folder).filter((name) => !name.endsWith('.key'))).toEqual([]);
  });

  it('never shows half a key, also while it is made and destroyed', async () => {
    const [one, two] = [openRing(folder), openRing(folder)];
    const first = await one.create('blinking');
    const marks = new Set([Buffer.from(first.hmac('x')).toString('hex')]);
    let found = 0;
    for (let round = 0; round < 50; round += 1) {
      const looking = Promise.all(Array.from({ length: 5 }, () => two.find('blinking')));
      await one.destroy('blinking');
      marks.add(Buffer.from((await one.create('blinking')).hmac('x')).toString('hex'));
      for (const key of await looking) {
        if (key === null) continue;
        found += 1;
        expect(marks).toContain(Buffer.from(key.hmac('x')).toString('hex'));
      }
    }
    expect(found).toBeGreaterThan(0);
  });

  it('clears what a killed process left on its way in or out, and refuses a damaged key', async () => {
    const left = [join(folder, 'a.coming'), join(folder, 'b.gone')];
    for (const path of left) writeFileSync(path, Buffer.alloc(32));
    openRing(folder);
    expect(readdirSync(folder)).toContain('b.gone');
    writeFileSync(join(folder, 'torn.key'), Buffer.alloc(7));
    await expect(openRing(folder).find('torn')).rejects.toThrow('damaged');
    const past = new Date(Date.now() - 120_000);
    for (const path of left) utimesSync(path, past, past);
    openRing(folder);
    await expect.poll(() => readdirSync(folder).filter((name) => !name.endsWith('.key'))).toEqual([]);
  });
});
