import { cpSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { randomId } from '../../platform/clock/index.ts';
import { type Database, type OrgId, sql } from '../../platform/db/index.ts';
import type { Click } from './click-record.ts';
import { type Counting, openCounting } from './counting.ts';
import { createLoader } from './loader.ts';
import { openNewcomers } from './newcomers.ts';
import { insertLink } from './store.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

let org: OrgId;
let click: Click;
beforeEach(async () => {
  ({ org, click } = await newClick());
});

async function newClick() {
  const owner = world.newOrgId();
  const linkId = randomId();
  const row = {
    id: linkId,
    request_id: randomId(),
    network: 'x',
    variant: 0,
    target: 'https://example.com/',
    ends_at: null,
  };
  const slug = linkId.replaceAll('-', '').slice(0, 12);
  await world.db.inOrg(owner, (tx) => insertLink(tx, { ...row, slug }, world.clock.now()));
  const one: Click = { orgId: owner, linkId, hour: 493_000, robot: false, unique: true, device: 1, referrer: 0 };
  return { org: owner, click: one };
}

const countOf = (owner = org) =>
  world.db.inOrg(owner, async (tx) => {
    const { rows } = await sql<{
      total: number;
    }>`select coalesce(sum(total), 0)::bigint as total from click_counts`.execute(tx.on());
    return rows[0]?.total ?? 0;
  });

/** A database that can be switched off. */
const switchable = () => {
  const state = { down: false };
  const db: Database = {
    ...world.db,
    inOrg: (owner, work) => (state.down ? Promise.reject(new Error('away')) : world.db.inOrg(owner, work)),
  };
  return { db, state };
};

const open = (folder: string, db: Database = world.db, mode: 'batch' | 'sync' = 'batch'): Promise<Counting> => {
  const { clock, log } = world;
  const loader = createLoader({ db, clock, log, newcomers: openNewcomers() });
  return openCounting({ mode, folder, loader, clock, log, loadEveryMs: 3_600_000 });
};
const folder = () => join(world.folder, 'clicks', randomId());
const filesUnder = (path: string) =>
  readdirSync(path, { recursive: true }).filter((name) => String(name).endsWith('.clicks'));

describe('counting in batches', () => {
  it('brings each click into the database once, for every organisation in a batch', async () => {
    const other = await newClick();
    const counting = await open(folder());
    for (let index = 0; index < 100; index += 1) counting.count(index % 4 === 0 ? other.click : click);
    await counting.flush();
    await counting.flush();
    expect([await countOf(), await countOf(other.org)]).toEqual([75, 25]);
    await counting.close();
  });

  it('counts what comes in during a load', async () => {
    const counting = await open(folder());
    counting.count(click);
    const loading = counting.flush();
    counting.count(click);
    await Promise.all([loading, counting.flush()]);
    expect(await countOf()).toBe(2);
    await counting.close();
  });

  it('counts what a killed process left, and not twice what it had loaded but not removed', async () => {
    const path = folder();
    const killed = await open(path);
    killed.count(click);
    killed.count(click);
    await new Promise((resolve) => setTimeout(resolve, 60));
    const saved = join(world.folder, randomId());
    cpSync(path, saved, { recursive: true });
    await killed.flush();
    expect(await countOf()).toBe(2);
    expect(filesUnder(path)).toEqual([]);
    await killed.close();
    // The same files again, as if the process had died between the commit and the removal.
    rmSync(path, { recursive: true });
    for (const name of filesUnder(saved)) {
      mkdirSync(join(path, 'host.999999999.1.x'), { recursive: true });
      cpSync(join(saved, String(name)), join(path, 'host.999999999.1.x', String(name).split('/').at(-1) ?? ''));
    }
    utimesSync(join(path, 'host.999999999.1.x'), 0, 0);
    const next = await open(path);
    expect(await countOf()).toBe(2);
    expect(filesUnder(path)).toEqual([]);
    await next.close();
  });

  it('counts half-loaded batches to their end', async () => {
    const other = await newClick();
    const { db, state } = switchable();
    let calls = 0;
    const half: Database = {
      ...db,
      inOrg: (owner, work) => {
        calls += 1;
        return calls === 2 ? Promise.reject(new Error('away')) : db.inOrg(owner, work);
      },
    };
    const counting = await open(folder(), half);
    counting.count(click);
    counting.count(other.click);
    await counting.flush();
    expect((await countOf()) + (await countOf(other.org))).toBe(1);
    await counting.flush();
    expect([await countOf(), await countOf(other.org), state.down]).toEqual([1, 1, false]);
    await counting.close();
  });

  it('keeps clicks while the database is away, says so once, and loads them when it is back', async () => {
    const { db, state } = switchable();
    const path = folder();
    const counting = await open(path, db);
    state.down = true;
    for (let round = 0; round < 3; round += 1) {
      counting.count(click);
      await counting.flush();
    }
    expect(counting.problems()).toEqual([expect.stringContaining('database')]);
    expect(world.log.lines.filter((line) => line.fields.event === 'clicks_load_failed')).toHaveLength(
      1 + failuresBefore(),
    );
    state.down = false;
    await counting.flush();
    expect(await countOf()).toBe(3);
    expect(counting.problems()).toEqual([]);
    await counting.close();
  });

  it('goes on without a disk, tells the operator, and loses nothing', async () => {
    const path = folder();
    const counting = await open(path);
    rmSync(path, { recursive: true });
    writeFileSync(path, 'in the way');
    counting.count(click);
    counting.count(click);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(counting.problems()).toEqual([expect.stringContaining('disk full')]);
    expect(world.log.lines.map((line) => line.fields.event)).toContain('clicks_journal_failed');
    await counting.flush();
    expect(await countOf()).toBe(2);
    await counting.close();
  });
});

/** The half-loaded batch above has reported one. */
const failuresBefore = () => 1;

describe('counting before the answer', () => {
  it('resolves when the click is committed, many in one transaction', async () => {
    let commits = 0;
    const counted: Database = {
      ...world.db,
      inOrg: (owner, work) => {
        commits += 1;
        return world.db.inOrg(owner, work);
      },
    };
    const counting = await open(folder(), counted, 'sync');
    await counting.count(click);
    expect(await countOf()).toBe(1);
    await Promise.all(Array.from({ length: 200 }, () => counting.count(click)));
    expect(await countOf()).toBe(201);
    expect(commits).toBeLessThanOrEqual(4);
    await counting.close();
  });

  it('lets the visitor on when the database is away, and counts the click later, once', async () => {
    const { db, state } = switchable();
    const path = folder();
    const counting = await open(path, db, 'sync');
    state.down = true;
    await counting.count(click);
    expect(filesUnder(path)).toHaveLength(1);
    state.down = false;
    await counting.flush();
    expect(await countOf()).toBe(1);
    await counting.close();
  });

  it('counts once when the commit worked and only its answer was lost', async () => {
    const deaf: Database = {
      ...world.db,
      inOrg: async (owner, work) => {
        await world.db.inOrg(owner, work);
        if (!once.lost) {
          once.lost = true;
          throw new Error('connection reset');
        }
        return work as never;
      },
    };
    const once = { lost: false };
    const counting = await open(folder(), deaf, 'sync');
    await counting.count(click);
    await counting.flush();
    expect(await countOf()).toBe(1);
    await counting.close();
  });
});
