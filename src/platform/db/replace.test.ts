import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { finishReplacement, replaceEmbedded } from './replace.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coact-replace-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A folder that stands for a database, with its name in it. */
function put(name: string, contents: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'contents'), contents);
}
const contentsOf = (name: string) => readFileSync(join(folder, name, 'contents'), 'utf8');
const build = async (workshop: string) => {
  mkdirSync(join(workshop, 'pg'));
  writeFileSync(join(workshop, 'pg', 'contents'), 'next');
};

describe('putting a database in the place of another', () => {
  it('sets the one before aside', async () => {
    put('pg', 'before');
    expect(await replaceEmbedded(folder, '1', build)).toBe(join(folder, 'pg.before-1'));
    expect([contentsOf('pg'), contentsOf('pg.before-1')]).toEqual(['next', 'before']);
  });

  it('puts it where there was none', async () => {
    expect(await replaceEmbedded(folder, '1', build)).toBeNull();
    expect(contentsOf('pg')).toBe('next');
  });

  it('leaves all as it was when the building fails', async () => {
    put('pg', 'before');
    const failing = replaceEmbedded(folder, '1', async (workshop) => {
      await build(workshop);
      throw new Error('no room');
    });
    await expect(failing).rejects.toThrow('no room');
    expect(readdirSync(folder)).toEqual(['pg']);
    expect(contentsOf('pg')).toBe('before');
  });

  it('cut off while building, leaves the one before, and begins anew', async () => {
    put('pg', 'before');
    put(join('pg.restoring', 'pg'), 'half');
    finishReplacement(folder);
    expect(contentsOf('pg')).toBe('before');
    await replaceEmbedded(folder, '2', build);
    expect(contentsOf('pg')).toBe('next');
    expect(existsSync(join(folder, 'pg.restoring'))).toBe(false);
  });

  it.each([['pg.restored', 'pg'], ['pg.restored']])(
    'cut off while exchanging, is ended by the next opening: %s %s',
    (...there) => {
      for (const name of there) put(name, name === 'pg' ? 'before' : 'next');
      finishReplacement(folder, 'aside');
      expect(contentsOf('pg')).toBe('next');
      expect(existsSync(join(folder, 'aside'))).toBe(there.includes('pg'));
      expect(existsSync(join(folder, 'pg.restored'))).toBe(false);
    },
  );
});
