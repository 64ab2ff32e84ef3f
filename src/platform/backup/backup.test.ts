import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openWorld, type World } from '../../../test/support/world.ts';
import { allMigrations } from '../../migrations.ts';
import { catalogueProblems, openDatabase, sql, withSnapshot } from '../db/index.ts';
import { handles, jobKind } from '../jobs/index.ts';
import { loadRootKey, openVault, rotateRootKey } from '../vault/index.ts';
import { makeBackup } from './backup.ts';
import { cronOf } from './jobs.ts';
import { lastBackup, listBackups, prune } from './names.ts';
import { restoreBackup } from './restore.ts';

const place = { table: 'people', column: 'email_sealed', rowId: 'p1' };
const remind = jobKind('test.remind', z.object({ id: z.string() }));

/** An organisation with a person, a sealed value, a picture of 300 kB, an audit entry, a waiting job. */
async function fill(world: World): Promise<void> {
  const jobs = await world.openJobs([handles(remind, async () => undefined)]);
  for (const orgId of [world.orgId, world.newOrgId()]) {
    await world.db.inOrg(orgId, async (tx) => {
      const sealed = await world.vault.seal(tx, place, 'maya@example.com');
      await sql`insert into organisations (org_id, name, time_zone, currency, small_group, created_at)
        values (${orgId}, 'Häfen "&" Söhne\n\t\\', 'Europe/Lisbon', 'EUR', 5, '2026-05-04T09:00:00.123456Z')`.execute(
        tx.on(),
      );
      await sql`insert into people (org_id, id, name, email_sealed, email_key, roles, state, created_at)
        values (${orgId}, ${crypto.randomUUID()}, 'Maya', ${sealed}, ${Buffer.alloc(32, 3)}, '{owner,employee}', 'active', now())`.execute(
        tx.on(),
      );
      await jobs.enqueue(tx, remind, { id: orgId });
    });
  }
}

/** Everything in a database, table by table, as counts and sums. */
async function sums(settings: { url?: string; folder: string }) {
  const db = await openDatabase(settings);
  try {
    const found = await withSnapshot(db, async ({ tables }) =>
      tables.filter(({ name }) => name !== 'jobs.queue').map(({ name, rows, sum }) => ({ name, rows, sum })),
    );
    return { tables: found ?? [], holes: await catalogueProblems(db) };
  } finally {
    await db.close();
  }
}

function urlOf({ db }: World): string | undefined {
  return 'pool' in db.engine ? db.engine.pool.options.connectionString : undefined;
}

async function backUp(world: World, folder = join(world.folder, 'backups'), asOrganisations = false) {
  return makeBackup({ ...world, keys: { keysDir: join(world.folder, 'keys') }, folder, asOrganisations });
}

function restoring(world: World, file: string, into: { url: string } | { folder: string }) {
  const keys = { keysDir: join(world.folder, 'keys') };
  return { file, into, keys, sets: allMigrations, clock: world.clock, force: false, endSessions: false };
}

/** Another, empty, PostgreSQL database on the server of the test's. */
async function emptyDatabase(url: string) {
  const name = `coact_restored_${crypto.randomUUID().replaceAll('-', '')}`;
  const run = async (statement: string) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await run(`create database ${name}`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  return { url: address.href, [Symbol.asyncDispose]: () => run(`drop database ${name} with (force)`) };
}

describe('a backup', () => {
  it('leaves out what is of the hour: who visited today, and limits', async () => {
    await using world = await openWorld();
    await fill(world);
    await world.db.inOrg(world.orgId, (tx) =>
      sql`insert into click_visitors (org_id, turn, day, visitors)
        values (${world.orgId}, 1, '2026-05-04', ${Buffer.alloc(8, 7)})`.execute(tx.on()),
    );
    await world.db.asOwner((tx) =>
      sql`insert into limit_windows (key, spent, ends_at) values (${Buffer.alloc(16, 7)}, 1, now())`.execute(tx.on()),
    );
    const { contents } = await backUp(world);
    const names = contents.tables.map(({ name }) => name);
    expect(names.filter((name) => /click_visitors|limit_windows/.test(name))).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(['coact.click_counts', 'coact.sessions']));
    expect(names.indexOf('coact.root_key_marks')).toBeLessThan(names.indexOf('coact.data_keys'));
  });

  it('restored elsewhere holds the same rows, walled off, and can be read with the root key', async () => {
    await using world = await openWorld();
    await fill(world);
    const made = await backUp(world);
    const folder = join(world.folder, 'elsewhere');
    const outcome = await restoreBackup(restoring(world, made.file, { folder }));
    expect(outcome.setAside).toBeNull();
    const restored = await sums({ folder });
    const expected = made.contents.tables.filter(({ name }) => name !== 'jobs.queue');
    expect(restored.tables).toEqual(expected.map(({ name, rows, sum }) => ({ name, rows, sum })));
    expect(restored.tables.find(({ name }) => name === 'jobs.job')?.rows).toBe(2);
    expect(restored.tables.find(({ name }) => name === 'coact.people')?.rows).toBe(2);
    expect(restored.holes).toEqual([]);
    const url = urlOf(world);
    if (url === undefined) return;
    await using empty = await emptyDatabase(url);
    await restoreBackup(restoring(world, made.file, { url: empty.url }));
    expect((await sums({ url: empty.url, folder })).tables).toEqual(restored.tables);
  });

  it('is the same whether the login sees past the walls or goes organisation by organisation', async () => {
    await using world = await openWorld();
    await fill(world);
    const past = await backUp(world);
    world.clock.advance(1_000);
    const one = await backUp(world, join(world.folder, 'backups'), true);
    expect(one.contents.tables).toEqual(past.contents.tables);
    const folder = join(world.folder, 'elsewhere');
    await restoreBackup(restoring(world, one.file, { folder }));
    expect((await sums({ folder })).holes).toEqual([]);
  });

  it('holds nothing in clear, neither root key nor ring, and is readable by its owner only', async () => {
    await using world = await openWorld();
    await world.ring.create('canary-ring');
    await fill(world);
    const { file } = await backUp(world);
    const bytes = readFileSync(file);
    for (const canary of ['Maya', 'Söhne', 'maya@example.com']) expect(bytes.includes(canary)).toBe(false);
    expect(bytes.includes(readFileSync(join(world.folder, 'keys', 'root.key'), 'utf8').trim())).toBe(false);
    expect(readdirSync(join(world.folder, 'backups'))).toEqual(['coact-2026-05-04T09-00-00Z.backup']);
  });
});

describe('a backup from before the root key was replaced', () => {
  it('says which root key it needs, and is restored with that beside the one of today', async () => {
    await using world = await openWorld();
    await fill(world);
    const { file } = await backUp(world);
    const keysDir = join(world.folder, 'keys');
    const former = readFileSync(join(keysDir, 'root.key'));
    const { id } = await rotateRootKey({ ...world, keys: world.root, places: [] });
    const folder = join(world.folder, 'elsewhere');
    const name = `root-${world.root.id}.key`;
    await expect(restoreBackup(restoring(world, file, { folder }))).rejects.toThrow(
      new RegExp(`root key ${world.root.id} is not in .* which holds ${id}.* as ${name}`),
    );
    writeFileSync(join(keysDir, name), former, { mode: 0o600 });
    await restoreBackup(restoring(world, file, { folder }));
    const restored = await openDatabase({ folder });
    const keys = await loadRootKey(keysDir, restored, world.clock);
    expect(keys.id).toBe(world.root.id);
    const vault = openVault(keys, restored, world.clock);
    const read = sql<{ sealed: Uint8Array }>`select email_sealed as sealed from people`;
    const opened = await restored.inOrg(world.orgId, async (tx) => {
      const sealed = (await read.execute(tx.on())).rows[0]?.sealed ?? new Uint8Array();
      return vault.openText(tx, place, sealed);
    });
    expect(opened).toBe('maya@example.com');
    await restored.close();
  });
});

describe('a restore changes nothing when', () => {
  it('the file is damaged, cut short, unknown, sealed under another key, or made by a newer version', async () => {
    await using world = await openWorld();
    await fill(world);
    const { file } = await backUp(world);
    const folder = join(world.folder, 'elsewhere');
    const tried = async (change: (bytes: Buffer) => Buffer) => {
      const changed = join(world.folder, 'changed.backup');
      writeFileSync(changed, change(readFileSync(file)));
      return restoreBackup(restoring(world, changed, { folder })).catch((error: Error) => error.message);
    };
    expect(await tried((bytes) => bytes.subarray(0, bytes.length - 1))).toContain('damaged, cut short');
    expect(
      await tried((bytes) => bytes.fill(bytes.at(-9) === 0 ? 1 : 0, bytes.length - 9, bytes.length - 8)),
    ).toContain('damaged');
    expect(await tried(() => Buffer.from('hello'))).toContain('no backup of Coact');
    const missing = restoreBackup(restoring(world, join(world.folder, 'none'), { folder }));
    await expect(missing).rejects.toThrow('There is no file');
    const older = {
      ...restoring(world, file, { folder }),
      sets: allMigrations.filter(({ slice }) => slice !== 'share'),
    };
    await expect(restoreBackup(older)).rejects.toThrow(/newer version of Coact.*share\//);
    writeFileSync(join(world.folder, 'keys', 'root.key'), Buffer.alloc(32, 9).toString('base64'));
    await expect(restoreBackup(restoring(world, file, { folder }))).rejects.toThrow(/root key [0-9a-f]{16} is not in/);
    expect(readdirSync(world.folder)).not.toContain('elsewhere');
  });

  it('the place holds organisations; with force they are set aside', async () => {
    await using world = await openWorld();
    await fill(world);
    const { file, contents } = await backUp(world);
    const folder = join(world.folder, 'elsewhere');
    await restoreBackup(restoring(world, file, { folder }));
    await expect(restoreBackup(restoring(world, file, { folder }))).rejects.toThrow(/holds organisations.*--force/);
    const forced = await restoreBackup({ ...restoring(world, file, { folder }), force: true, endSessions: true });
    expect(forced.setAside).toBe(join(folder, 'pg.before-20260504090000'));
    expect((await sums({ folder })).tables).toHaveLength(contents.tables.length - 1);
    const url = urlOf(world);
    if (url === undefined) return;
    const onServer = { ...restoring(world, file, { url }), force: true };
    await expect(restoreBackup(onServer)).rejects.toThrow(/other connections? (?:is|are) open.*Stop every coact/);
    await using empty = await emptyDatabase(url);
    await restoreBackup(restoring(world, file, { url: empty.url }));
    const again = await restoreBackup({ ...restoring(world, file, { url: empty.url }), force: true });
    expect(again.setAside).toBe('schema coact_before_20260504090000');
    expect((await sums({ url: empty.url, folder })).holes).toEqual([]);
  });
});

describe('the folder of backups', () => {
  it('keeps the latest, forgets what killed backups left, and touches nothing else', async () => {
    await using world = await openWorld();
    const folder = join(world.folder, 'backups');
    const keys = { keysDir: join(world.folder, 'keys') };
    for (let made = 0; made < 3; made += 1) {
      world.clock.advance(60_000);
      await makeBackup({ ...world, keys, folder, keep: 2 });
    }
    expect((await listBackups(folder)).map(({ at }) => at.toISOString())).toEqual([
      '2026-05-04T09:03:00.000Z',
      '2026-05-04T09:02:00.000Z',
    ]);
    expect((await lastBackup(folder))?.bytes).toBeGreaterThan(1_000);
    for (const name of ['coact-2026-05-01T09-00-00Z.backup.part', 'mine.backup', 'coact-notes.txt']) {
      writeFileSync(join(folder, name), '');
      utimesSync(join(folder, name), 0, 0);
    }
    await prune(folder, 5, world.clock.now());
    expect(readdirSync(folder)).toHaveLength(4);
    expect(await lastBackup(join(folder, 'none'))).toBeNull();
  });

  it('gets nothing when the root key is gone', async () => {
    await using world = await openWorld();
    rmSync(join(world.folder, 'keys'), { recursive: true });
    await expect(backUp(world)).rejects.toThrow('There is no root key');
  });
});

it('is made every so many hours', () => {
  expect([cronOf(24), cronOf(6), cronOf(1)]).toEqual(['17 2 * * *', '17 */6 * * *', '17 */1 * * *']);
});
