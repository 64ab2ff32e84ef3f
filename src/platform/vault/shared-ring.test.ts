import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { openRing, type RingKey } from './index.ts';

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
    const markOf = (key: RingKey) => Buffer.from(key.hmac('x')).toString('hex');
    const made = new Set([markOf(await one.create('blinking'))]);
    const found = new Set<string>();
    let isOver = false;
    const look = async () => {
      while (!isOver) {
        const key = await two.find('blinking');
        if (key !== null) found.add(markOf(key));
      }
    };
    const looking = Promise.all(Array.from({ length: 5 }, look));
    for (let round = 0; round < 200; round += 1) {
      await one.destroy('blinking');
      made.add(markOf(await one.create('blinking')));
    }
    // The last one stays, so there is something to find however the rounds went.
    await expect.poll(() => found.size).toBeGreaterThan(0);
    isOver = true;
    await looking;
    expect([...found].filter((mark) => !made.has(mark))).toEqual([]);
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
