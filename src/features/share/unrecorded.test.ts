import { once } from 'node:events';
import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, openAppWorld } from '../../../test/support/app-world.ts';
import { type BlueskyServer, startBluesky } from '../../../test/support/bluesky/server.ts';
import { sql } from '../../platform/db/index.ts';
import { type RunningServer, startServer } from '../../platform/http/index.ts';

/** What employees do of their own free will is nobody's to look up: the audit log is for those who administer. */
let bluesky: BlueskyServer;
let world: AppWorld;
let server: RunningServer;
let requestId: string;
beforeAll(async () => {
  bluesky = await startBluesky();
  world = await openAppWorld(bluesky);
  const { app, log } = world;
  const publicUrl = 'http://localhost:3000';
  const where = { host: '127.0.0.1', port: 0, publicUrl, linksUrl: `${publicUrl}/l` };
  server = await startServer({ ...where, app, front: app.redirect, log });
  requestId = await world.sendRequest();
});
afterAll(async () => {
  await server.close();
  await world[Symbol.asyncDispose]();
  await bluesky[Symbol.asyncDispose]();
});

async function count(table: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(`coact.${table}`)}`.execute(
    world.db.kysely,
  );
  return rows[0]?.count ?? 0;
}

/** Whether what was done can be seen, and by how much the audit log grew meanwhile. */
async function grown(seen: () => unknown, act: () => Promise<unknown>): Promise<object> {
  const before = { seen: await seen(), entries: await count('audit_entries') };
  await act();
  await world.work();
  await expect.poll(seen, { timeout: 20_000 }).not.toEqual(before.seen);
  return { entries: (await count('audit_entries')) - before.entries };
}

const nothing = { entries: 0 };
const home = () =>
  world.deliver(world.slack.send.event('T1', { type: 'app_home_opened', user: 'U2', channel: 'D2', tab: 'home' }));

describe('no entry of the audit log is written when an employee', () => {
  it('opens Home, which makes them known', async () => {
    expect(await grown(() => count('people'), home)).toEqual(nothing);
    expect(world.slack.team('T1').homes.has('U2')).toBe(true);
  });

  it('opens the window of a request', async () => {
    const open = () => world.click('U2', 'share.open', requestId);
    expect(await grown(() => world.window('U2'), open)).toEqual(nothing);
  });

  it('connects an account at a network', async () => {
    const account = await bluesky.addAccount('ana');
    expect(
      await grown(
        () => count('social_accounts'),
        () => world.connect('U2', account),
      ),
    ).toEqual(nothing);
  });

  it('shares', async () => {
    expect(
      await grown(
        () => count('share_tokens'),
        () => world.post('U2', 'So proud'),
      ),
    ).toEqual(nothing);
    expect(world.window('U2')).toContain('Your post is on Bluesky');
  });

  it('is followed by somebody who clicks', async () => {
    const { rows } = await sql<{ slug: string }>`select slug from coact.short_links`.execute(world.db.kysely);
    const headers = { host: 'localhost:3000', 'user-agent': 'Mozilla/5.0 Firefox/150.0' };
    const open = async () => {
      const asked = get({ port: server.port, path: `/l/${rows[0]?.slug}`, headers });
      const [answer] = await once(asked, 'response');
      expect(answer.resume().headers.location).toMatch(/^https:\/\/harbour\.example/);
    };
    expect(await grown(() => count('click_counts'), open)).toEqual(nothing);
  });

  it('disconnects the account', async () => {
    const { rows } = await sql<{ id: string }>`select id from coact.social_accounts`.execute(world.db.kysely);
    const disconnect = () => world.click('U2', 'share.disconnect', rows[0]?.id);
    expect(await grown(() => count('social_accounts'), disconnect)).toEqual(nothing);
  });
});

it('is written when who manages the request ends it, so that this test can see', async () => {
  const end = () => world.ask('POST', `/api/requests/${requestId}/end`);
  expect(await grown(() => count('audit_entries'), end)).toEqual({ entries: 1 });
});
