import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, inject, it } from 'vitest';
import { openTestDatabase } from '../../../test/support/database.ts';
import { memoryLog } from '../log/index.ts';
import { openDatabase, type Payload, sql } from './index.ts';
import { Listeners, writeNotification } from './notifications.ts';

const onPostgres = 'url' in inject('databaseTemplate');

/** Collects what a topic says. */
function ear() {
  const heard: Payload[] = [];
  const state = { missed: 0 };
  const listener = { heard: (payload: Payload) => heard.push(payload), missed: () => (state.missed += 1) };
  return { heard, state, listener };
}

async function until(holds: () => boolean | Promise<boolean>, ms = 10_000): Promise<void> {
  const end = performance.now() + ms;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('it did not happen in time');
    await pause(10);
  }
}

describe('a notification', () => {
  it('is heard after the commit, by whoever listens to its topic, and once', async () => {
    await using db = await openTestDatabase();
    const [links, others] = [ear(), ear()];
    const stop = await db.listen('links.changed', links.listener);
    await db.listen('links.others', others.listener);
    let before = -1;
    await db.directory(async (tx) => {
      await tx.notify('links.changed', { slug: 'one' });
      await tx.notify('links.changed', { slug: 'one' });
      await tx.notify('links.changed', { slug: 'two' });
      await pause(50);
      before = links.heard.length;
    });
    await until(() => links.heard.length === 2);
    expect(before).toBe(0);
    expect(links.heard).toEqual([{ slug: 'one' }, { slug: 'two' }]);
    expect(others.heard).toEqual([]);
    stop();
    await db.directory((tx) => tx.notify('links.changed', { slug: 'three' }));
    await db.directory((tx) => tx.notify('links.others', { slug: 'four' }));
    await until(() => others.heard.length === 1);
    expect(links.heard).toHaveLength(2);
  });

  it('of a transaction that is rolled back is never heard', async () => {
    await using db = await openTestDatabase();
    const { heard, listener } = ear();
    await db.listen('links.changed', listener);
    const failing = db.directory(async (tx) => {
      await tx.notify('links.changed', { slug: 'never' });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    await db.directory((tx) => tx.notify('links.changed', { slug: 'later' }));
    await until(() => heard.length > 0);
    expect(heard).toEqual([{ slug: 'later' }]);
  });

  it('holds ids only, and not too many', () => {
    expect(() => writeNotification('links.changed', { slug: 'x'.repeat(8_000) })).toThrow(RangeError);
    expect(() => writeNotification('Links changed!', {})).toThrow(RangeError);
  });

  it('that is none of ours is passed over, and a listener that throws does not deafen the others', () => {
    const failures: unknown[] = [];
    const listeners = new Listeners((error) => failures.push(error));
    const { heard, state, listener } = ear();
    const broken = () => {
      throw new Error('broken');
    };
    listeners.add('links.changed', { heard: broken, missed: broken });
    listeners.add('links.changed', listener);
    for (const text of ['', 'links.changed', 'links.changed {', 'links.changed [1]', 'links.changed {"a":{}}']) {
      listeners.hear(text);
    }
    expect(heard).toEqual([]);
    listeners.hear('links.changed {"slug":"one"}');
    listeners.missed();
    expect([heard, state.missed, failures.length]).toEqual([[{ slug: 'one' }], 1, 2]);
  });
});

describe.runIf(onPostgres)('between processes on PostgreSQL', () => {
  const addressOf = (db: Awaited<ReturnType<typeof openTestDatabase>>) =>
    'pool' in db.engine ? (db.engine.pool.options.connectionString ?? '') : '';

  it('is heard in the others at once', async () => {
    await using db = await openTestDatabase();
    const other = await openDatabase({ url: addressOf(db), folder: db.folder, connections: 2 });
    const { heard, state, listener } = ear();
    await other.listen('links.changed', listener);
    expect(state.missed).toBe(0);
    const sent = performance.now();
    await db.directory((tx) => tx.notify('links.changed', { slug: 'one' }));
    await until(() => heard.length === 1);
    expect(performance.now() - sent).toBeLessThan(1_000);
    await other.close();
  });

  it('is replaced by "you may have missed something" when the connection was lost', async () => {
    await using db = await openTestDatabase();
    const log = memoryLog();
    const other = await openDatabase({ url: addressOf(db), folder: db.folder, connections: 2, log });
    const { heard, state, listener } = ear();
    await other.listen('links.changed', listener);
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'coact listens' and datname = current_database()`.execute(db.kysely);
    await until(() => state.missed === 1);
    await db.directory((tx) => tx.notify('links.changed', { slug: 'after' }));
    await until(() => heard.length === 1);
    expect(log.lines).toContainEqual(
      expect.objectContaining({ fields: { event: 'db.notifications_lost', reason: 'error' } }),
    );
    expect(other.silentMs()).toBeLessThan(10_000);
    await other.close();
  });

  it('finds a connection that passes queries on but no notifications', async () => {
    await using db = await openTestDatabase();
    const other = await openDatabase({ url: addressOf(db), folder: db.folder, connections: 2, beatMs: 50 });
    const { state, listener } = ear();
    await other.listen('links.changed', listener);
    await pause(300);
    expect([state.missed, (other.silentMs() ?? Number.POSITIVE_INFINITY) < 1_000]).toEqual([0, true]);
    await other.close();
  });
});
