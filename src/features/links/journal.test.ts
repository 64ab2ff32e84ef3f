import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Batch } from './batch.ts';
import type { Click } from './click-record.ts';
import { openJournal } from './journal.ts';
import { openJournalFolder } from './journal-folder.ts';

const root = () => mkdtempSync(join(tmpdir(), 'coact-clicks-'));
const click: Click = {
  orgId: '01969a00-0000-7000-8000-000000000001',
  linkId: '01969a00-0000-7000-8000-00000000000a',
  hour: 493_000,
  robot: false,
  unique: true,
  device: 1,
  referrer: 0,
};

const totalOf = async (batches: readonly Batch[]) => {
  let total = 0;
  for (const batch of batches) for (const count of (await batch.counts()).values()) total += count.total;
  return total;
};
const bytesIn = (folder: string) =>
  readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

describe('the journal', () => {
  it('has a click in its file in the next turn of the event loop, without being asked', async () => {
    const folder = root();
    const journal = openJournal({ folder, onFailure: () => undefined });
    journal.append(click);
    expect(readdirSync(folder)).toEqual([]);
    await new Promise((resolve) => setImmediate(resolve));
    expect(bytesIn(folder)).toBe(40);
    journal.close();
  });

  it('holds nothing of a visitor', () => {
    expect(Object.keys(click).toSorted()).toEqual(['device', 'hour', 'linkId', 'orgId', 'referrer', 'robot', 'unique']);
  });

  it('hands out batches until they are done, and the files of earlier processes too', async () => {
    const folder = root();
    const journal = openJournal({ folder, onFailure: () => undefined });
    for (let index = 0; index < 3_000; index += 1) journal.append(click);
    expect(await totalOf(await journal.batches())).toBe(3_000);
    journal.append(click);
    const batches = await openJournal({ folder, onFailure: () => undefined }).batches();
    expect(batches).toHaveLength(1);
    const again = await journal.batches();
    expect(await totalOf(again)).toBe(3_001);
    for (const batch of again) await batch.done();
    expect(await journal.batches()).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not hand out the file that it is writing to', async () => {
    const journal = openJournal({ folder: root(), onFailure: () => undefined });
    let counted = 0;
    // Many times: listing the folder and writing the next file are a race, if they are one.
    for (let round = 0; round < 200; round += 1) {
      journal.append(click);
      const asked = journal.batches();
      journal.append(click);
      journal.flush();
      for (const batch of await asked) {
        counted += await totalOf([batch]);
        await batch.done();
      }
      journal.append(click);
    }
    expect(counted + (await totalOf(await journal.batches()))).toBe(600);
  });

  it('keeps clicks in memory while the disk refuses them, says so once, and recovers', async () => {
    const folder = join(root(), 'clicks');
    // A file where the folder should be: refused for every user, root included.
    writeFileSync(folder, '');
    const failures: unknown[] = [];
    const journal = openJournal({ folder, onFailure: (error) => failures.push(error) });
    for (let round = 0; round < 3; round += 1) {
      journal.append(click);
      journal.flush();
    }
    expect(failures).toHaveLength(1);
    expect(journal.healthy).toBe(false);
    const batches = await journal.batches();
    expect([batches.length, await totalOf(batches)]).toEqual([1, 3]);
    // What somebody has begun to load stays as it is; later clicks are another batch.
    journal.append(click);
    journal.flush();
    const more = await journal.batches();
    expect([more.length, await totalOf(more)]).toEqual([2, 4]);
    for (const batch of more) await batch.done();
    rmSync(folder);
    journal.append(click);
    journal.flush();
    expect(journal.healthy).toBe(true);
    expect(await totalOf(await journal.batches())).toBe(1);
    journal.close();
  });

  it('goes on when its folder is taken away', async () => {
    const folder = join(root(), 'clicks');
    const journal = openJournal({ folder, onFailure: () => undefined });
    journal.append(click);
    await (await journal.batches())[0]?.done();
    rmSync(folder, { recursive: true });
    journal.append(click);
    expect(await totalOf(await journal.batches())).toBe(1);
    expect(journal.healthy).toBe(true);
    journal.close();
  });

  it('keeps clicks under the batch id that may be in the database already', async () => {
    const folder = root();
    const journal = openJournal({ folder, onFailure: () => undefined });
    journal.keep('01969a00-0000-4000-8000-0000000000ff', [click, click]);
    const batches = await journal.batches();
    expect(batches.map((batch) => batch.id)).toEqual(['01969a00-0000-4000-8000-0000000000ff']);
    expect(await totalOf(batches)).toBe(2);
  });
});

describe('the journal folder', () => {
  const host =
    hostname()
      .replace(/[^\w-]/g, '')
      .slice(0, 60) || 'host';
  const leave = (clicks: string, name: string) => {
    mkdirSync(join(clicks, name), { recursive: true });
    writeFileSync(join(clicks, name, 'left.clicks'), 'x');
    return join(clicks, name);
  };

  it('takes over what a dead process of this machine left, at once', () => {
    const clicks = root();
    const left = leave(clicks, `${host}.999999999.1.aa`);
    const reused = leave(clicks, `${host}.${process.pid}.1.bb`);
    const folder = openJournalFolder(clicks);
    expect(existsSync(left)).toBe(false);
    expect(existsSync(reused)).toBe(false);
    expect(readdirSync(folder.path)).toEqual(['left.clicks']);
  });

  it('leaves a living process its files, and takes those of another machine after a minute of silence', () => {
    const clicks = root();
    const living = openJournalFolder(clicks);
    writeFileSync(join(living.path, 'mine.clicks'), 'x');
    const elsewhere = leave(clicks, 'other-host.1.1.aa');
    const folder = openJournalFolder(clicks);
    expect(existsSync(join(living.path, 'mine.clicks'))).toBe(true);
    expect(existsSync(elsewhere)).toBe(true);
    const past = new Date(Date.now() - 61_000);
    utimesSync(elsewhere, past, past);
    folder.beat();
    expect(readdirSync(folder.path)).toEqual(['left.clicks']);
    folder.close();
    expect(existsSync(folder.path)).toBe(true);
  });

  it('leaves nothing behind when there is nothing to leave', () => {
    const clicks = root();
    const folder = openJournalFolder(clicks);
    folder.close();
    expect(readdirSync(clicks)).toEqual([]);
  });
});
