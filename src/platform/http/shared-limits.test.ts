import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, inject, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { openDatabase, sql } from '../db/index.ts';
import { openLimits } from './shared-limits.ts';

const onPostgres = 'url' in inject('databaseTemplate');
const signIn = { name: 'sign-in-sample', points: 20, seconds: 900 };
const flood = { name: 'flood-sample', points: 1_000, seconds: 60 };
const secret = Buffer.alloc(32, 7);

/** As many processes as wanted, each with connections of its own, in front of one database. */
async function openProcesses(world: World, count: number) {
  const url = 'pool' in world.db.engine ? (world.db.engine.pool.options.connectionString ?? '') : '';
  const processes = await Promise.all(
    Array.from({ length: count }, async () => {
      const db = await openDatabase({ url, folder: world.folder, connections: 2 });
      return { db, limits: await openLimits({ db, secret, log: world.log, mergeMs: 50 }) };
    }),
  );
  return {
    limits: processes.map((one) => one.limits),
    [Symbol.asyncDispose]: async () => {
      for (const { db, limits } of processes) {
        await limits.close();
        await db.close();
      }
    },
  };
}

describe.runIf(onPostgres)('limits of several processes', () => {
  it('are exact for sign-in, whichever process is asked', async () => {
    await using world = await openWorld();
    await using three = await openProcesses(world, 3);
    const asked = await Promise.all(
      Array.from({ length: 60 }, (_, index) => three.limits[index % 3]?.consume(signIn, 'ana@example.com')),
    );
    expect(asked.filter((one) => one?.ok)).toHaveLength(20);
    const refused = await three.limits[0]?.consume(signIn, 'ana@example.com');
    expect(refused).toEqual({ ok: false, retryAfter: expect.closeTo(900, -2) });
    expect(await three.limits[0]?.consume(signIn, 'ben@example.com')).toMatchObject({ ok: true });
    expect(await three.limits[0]?.consume({ ...signIn, name: 'another' }, 'ana@example.com')).toMatchObject({
      ok: true,
    });
  });

  it('begin again when their window is over, and leave no row and nothing personal behind', async () => {
    await using world = await openWorld();
    await using two = await openProcesses(world, 2);
    for (let count = 0; count < 21; count += 1) await two.limits[count % 2]?.consume(signIn, '198.51.100.7');
    const rows = () =>
      world.db.asOwner((tx) => sql<{ row: string }>`select w::text as row from limit_windows w`.execute(tx.on()));
    expect((await rows()).rows).toHaveLength(1);
    expect(JSON.stringify((await rows()).rows)).not.toContain('198.51');
    await world.db.asOwner((tx) =>
      sql`update limit_windows set ends_at = now() - interval '1 second'`.execute(tx.on()),
    );
    expect(await two.limits[0]?.consume(signIn, '198.51.100.7')).toMatchObject({ ok: true });
  });

  it('let about the limit through in a flood, not as often as there are processes, without a write per request', async () => {
    await using world = await openWorld();
    await using three = await openProcesses(world, 3);
    let passed = 0;
    for (let round = 0; round < 60; round += 1) {
      const asked = await Promise.all(
        Array.from({ length: 60 }, (_, index) => three.limits[index % 3]?.consume(flood, 'caller')),
      );
      passed += asked.filter((one) => one?.ok).length;
      await pause(20);
    }
    expect(passed).toBeGreaterThanOrEqual(1_000);
    expect(passed).toBeLessThan(1_500);
    const { rows } = await world.db.asOwner((tx) => sql`select 1 from limit_windows`.execute(tx.on()));
    expect(rows).toEqual([]);
  });

  it('are counted in memory while the database is away', async () => {
    await using world = await openWorld();
    const db = { ...world.db, asOwner: () => Promise.reject(new Error('away')) };
    const limits = await openLimits({ db, secret, log: world.log });
    const asked = [];
    for (let count = 0; count < 25; count += 1) asked.push(await limits.consume(signIn, 'ana'));
    expect(asked.filter((one) => one.ok)).toHaveLength(20);
    await limits.close();
  });
});

it.skipIf(onPostgres)('limits of the one process on the embedded database stay in its memory', async () => {
  await using world = await openWorld();
  const limits = await openLimits({ db: world.db, secret, log: world.log });
  const asked = [];
  for (let count = 0; count < 25; count += 1) asked.push(await limits.consume(signIn, 'ana'));
  expect(asked.filter((one) => one.ok)).toHaveLength(20);
  const { rows } = await world.db.asOwner((tx) => sql`select 1 from limit_windows`.execute(tx.on()));
  expect(rows).toEqual([]);
  await limits.close();
});
