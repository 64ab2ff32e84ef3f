import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, inject, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { randomId } from '../../platform/clock/index.ts';
import { openDatabase, sql } from '../../platform/db/index.ts';
import { type Links, openLinks } from './links.ts';

const onPostgres = 'url' in inject('databaseTemplate');

/** The slice once more, on connections of its own: as far apart as two processes are. */
async function openSecond(world: World) {
  const url = 'pool' in world.db.engine ? (world.db.engine.pool.options.connectionString ?? '') : '';
  const db = await openDatabase({ url, folder: world.folder, connections: 2 });
  const links = await open({ ...world, db });
  return {
    db,
    links,
    [Symbol.asyncDispose]: async () => {
      await links.close();
      await db.close();
    },
  };
}

const open = ({ db, ring, clock, log, folder }: Pick<World, 'db' | 'ring' | 'clock' | 'log' | 'folder'>) =>
  openLinks({
    db,
    ring,
    clock,
    log,
    config: { linksUrl: 'https://go.example', publicUrl: 'https://coact.example', dataDir: folder, clicks: 'batch' },
  });

/** Where a link leads in a process; the status when it leads nowhere. */
async function follow(links: Links, slug: string): Promise<string | number> {
  const sent = Promise.withResolvers<string | number>();
  const response = {
    // The usual redirect sends its headers as a list of names and values, the others as an object.
    writeHead: (status: number, headers: readonly string[] | { location?: string }) => ({
      end: () => {
        const list = Array.isArray(headers) ? headers : Object.entries(headers).flat();
        sent.resolve(list[list.indexOf('location') + 1 || list.length] ?? status);
      },
    }),
    destroy: () => sent.reject(new Error('destroyed')),
  };
  const headers = { host: 'go.example', 'user-agent': 'Mozilla/5.0 Firefox/150.0' };
  const request = {
    url: `/${slug}`,
    method: 'HEAD',
    headers,
    rawHeaders: [],
    socket: { remoteAddress: '198.51.100.7' },
  };
  links.redirect(request as never, response as never);
  return sent.promise;
}

async function within(ms: number, holds: () => Promise<boolean>): Promise<number> {
  const start = performance.now();
  while (!(await holds())) {
    if (performance.now() - start > ms) throw new Error(`it did not hold within ${ms} ms`);
    await pause(5);
  }
  return performance.now() - start;
}

describe.runIf(onPostgres)('links of another process', () => {
  it('are right within a second: made, changed, ended', async () => {
    await using world = await openWorld();
    const here = await open(world);
    await using there = await openSecond(world);
    const draft = { requestId: randomId(), network: 'bluesky', variant: 0, target: 'https://example.com/one' };
    const make = (more: object = {}) => world.db.inOrg(world.orgId, (tx) => here.create(tx, { ...draft, ...more }));
    const { slug } = await make();
    expect(await follow(there.links, slug)).toBe('https://example.com/one');
    await make({ target: 'https://example.com/two' });
    await within(1_000, async () => (await follow(there.links, slug)) === 'https://example.com/two');
    await make({ target: 'https://example.com/two', endsAt: new Date(world.clock.now().getTime() - 1) });
    await within(1_000, async () => (await follow(there.links, slug)) === 410);
    await here.close();
  });

  it('are read again after the connection for notifications was lost', async () => {
    await using world = await openWorld();
    const here = await open(world);
    await using there = await openSecond(world);
    const draft = { requestId: randomId(), network: 'bluesky', variant: 0, target: 'https://example.com/one' };
    const { slug } = await world.db.inOrg(world.orgId, (tx) => here.create(tx, draft));
    expect(await follow(there.links, slug)).toBe('https://example.com/one');
    await pause(300); // The word of its making has been heard by now.
    expect(await follow(there.links, slug)).toBe('https://example.com/one');
    // Changed without a word, as if the word had been said while nobody could hear it.
    await world.db.inOrg(world.orgId, (tx) =>
      sql`update short_links set target = 'https://example.com/two'`.execute(tx.on()),
    );
    await pause(100);
    expect(await follow(there.links, slug)).toBe('https://example.com/one');
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'coact listens' and datname = current_database()`.execute(world.db.kysely);
    await within(2_000, async () => (await follow(there.links, slug)) === 'https://example.com/two');
    await here.close();
  });
});

it.skipIf(onPostgres)('a link of this process is right with the commit', async () => {
  await using world = await openWorld();
  const here = await open(world);
  const draft = { requestId: randomId(), network: 'bluesky', variant: 0, target: 'https://example.com/one' };
  const { slug } = await world.db.inOrg(world.orgId, (tx) => here.create(tx, draft));
  expect(await follow(here, slug)).toBe('https://example.com/one');
  await world.db.inOrg(world.orgId, (tx) => here.create(tx, { ...draft, target: 'https://example.com/two' }));
  expect(await follow(here, slug)).toBe('https://example.com/two');
  await here.close();
});
