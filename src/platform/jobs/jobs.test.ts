import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openWorld } from '../../../test/support/world.ts';
import { sql } from '../db/index.ts';
import { handles, jobKind, RetryLater } from './index.ts';

const greet = jobKind('test.greet', z.object({ id: z.string() }), { retries: 2 });
const tidy = jobKind('test.tidy', z.object({ id: z.string() }), { onePerKey: true });

describe('jobs', () => {
  it('exist if, and only if, their transaction commits', async () => {
    await using world = await openWorld();
    const done: string[] = [];
    const jobs = await world.openJobs([handles(greet, async ({ id }) => void done.push(id))]);
    await world.db.inOrg(world.orgId, (tx) => jobs.enqueue(tx, greet, { id: 'kept' }));
    const rolledBack = world.db.inOrg(world.orgId, async (tx) => {
      await jobs.enqueue(tx, greet, { id: 'lost' });
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    expect(await jobs.runDue()).toBe(1);
    expect(done).toEqual(['kept']);
  });

  it('give the caller its role and organisation back after enqueueing', async () => {
    await using world = await openWorld();
    const jobs = await world.openJobs([handles(greet, async () => undefined)]);
    const role = await world.db.inOrg(world.orgId, async (tx) => {
      await jobs.enqueue(tx, greet, { id: 'x' });
      return sql<{ role: string }>`select current_user::text as role, current_setting('coact.org') as org`.execute(
        tx.on(),
      );
    });
    expect(role.rows).toEqual([{ role: 'coact_app', org: world.orgId }]);
  });

  it('wait for their time', async () => {
    await using world = await openWorld();
    const done: string[] = [];
    const jobs = await world.openJobs([handles(greet, async ({ id }) => void done.push(id))]);
    const later = new Date(Date.now() + 3_600_000);
    await world.db.inOrg(world.orgId, (tx) => jobs.enqueue(tx, greet, { id: 'later' }, { startAfter: later }));
    expect(await jobs.runDue()).toBe(0);
    expect(await jobs.runDue({ future: true })).toBe(1);
    expect(done).toEqual(['later']);
  });

  it('are tried again after a failure and then counted as failed', async () => {
    await using world = await openWorld();
    const tries: [number, boolean][] = [];
    const jobs = await world.openJobs([
      handles(greet, async (_, { attempt, last }) => {
        tries.push([attempt, last]);
        throw new Error('ana@example.com was not reachable');
      }),
    ]);
    await world.db.inOrg(world.orgId, (tx) => jobs.enqueue(tx, greet, { id: 'x' }));
    for (let turn = 0; turn < 4; turn += 1) await jobs.runDue({ future: true });
    expect(tries).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    expect((await jobs.counts())[0]).toMatchObject({ name: 'test.greet', failed: 1, waiting: 0 });
    const stored = await sql<{ row: string }>`select to_jsonb(j)::text as row from jobs.job j`.execute(world.db.kysely);
    expect(JSON.stringify(stored.rows)).not.toContain('ana@example.com');
  });

  it('that ask for more time do not use up their tries', async () => {
    await using world = await openWorld();
    let turn = 0;
    const jobs = await world.openJobs([
      handles(greet, async () => {
        turn += 1;
        if (turn < 6) throw new RetryLater(30);
      }),
    ]);
    await world.db.inOrg(world.orgId, (tx) => jobs.enqueue(tx, greet, { id: 'x' }));
    for (let count = 0; count < 8; count += 1) await jobs.runDue({ future: true });
    expect(turn).toBe(6);
    expect((await jobs.counts())[0]).toMatchObject({ failed: 0, waiting: 0 });
  });

  it('of a kind with one per key that are put off wait each for itself', async () => {
    await using world = await openWorld();
    const done: string[] = [];
    let isBusy = true;
    const jobs = await world.openJobs([
      handles(tidy, async ({ id }) => {
        if (isBusy) throw new RetryLater(30);
        done.push(id);
      }),
    ]);
    await world.db.inOrg(world.orgId, async (tx) => {
      for (const id of ['a', 'b']) await jobs.enqueue(tx, tidy, { id }, { key: id });
    });
    await jobs.runDue();
    isBusy = false;
    await jobs.runDue({ future: true });
    expect(done.toSorted()).toEqual(['a', 'b']);
  });

  it('of a kind with one per key wait once for each key', async () => {
    await using world = await openWorld();
    const done: string[] = [];
    const jobs = await world.openJobs([handles(tidy, async ({ id }) => void done.push(id))]);
    await world.db.inOrg(world.orgId, async (tx) => {
      await jobs.enqueue(tx, tidy, { id: 'a' }, { key: 'a' });
      await jobs.enqueue(tx, tidy, { id: 'a' }, { key: 'a' });
      await jobs.enqueue(tx, tidy, { id: 'b' }, { key: 'b' });
    });
    await jobs.runDue();
    expect(done.toSorted()).toEqual(['a', 'b']);
  });

  it('can leave no trace', async () => {
    await using world = await openWorld();
    const jobs = await world.openJobs([
      handles(greet, async (_, context) => world.db.inOrg(world.orgId, (tx) => context.forget(tx))),
    ]);
    await world.db.inOrg(world.orgId, (tx) => jobs.enqueue(tx, greet, { id: 'canary-71' }));
    await jobs.runDue();
    const stored = await sql`select 1 from jobs.job j where to_jsonb(j)::text like '%canary-71%'`.execute(
      world.db.kysely,
    );
    expect(stored.rows).toEqual([]);
  });

  it('are worked on by workers, and a stop finishes them', async () => {
    await using world = await openWorld();
    const done: string[] = [];
    const started = Promise.withResolvers<void>();
    const jobs = await world.openJobs([
      handles(greet, async ({ id }) => {
        started.resolve();
        await new Promise((resolve) => setTimeout(resolve, 300));
        done.push(id);
      }),
    ]);
    await jobs.work();
    await world.db.inOrg(world.orgId, (tx) => jobs.enqueue(tx, greet, { id: 'x' }));
    await started.promise;
    await jobs.close();
    expect(done).toEqual(['x']);
  });
});
