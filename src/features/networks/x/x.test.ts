import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conforms, pixel } from '../../../../test/support/networks/conformance.ts';
import { startX, type XServer, xApp } from '../../../../test/support/networks/x-server.ts';
import { postPlace } from '../../../../test/support/post-place.ts';
import type { Network } from '../network.ts';
import { createX } from './x.ts';

const redirectUri = 'http://localhost:3000/connect/x/callback';
const reports: string[] = [];

function connectorTo(
  { origin }: { readonly origin: string },
  over: { fetch?: typeof fetch; timeoutMs?: number; app?: { clientId?: string; clientSecret?: string } } = {},
) {
  return createX(
    { ...(over.app ?? xApp), authorizeUrl: `${origin}/i/oauth2/authorize`, apiUrl: origin },
    {
      publicUrl: 'http://localhost:3000',
      fetch: over.fetch ?? fetch,
      timeoutMs: over.timeoutMs ?? 20_000,
      report: (event, code) => void reports.push(`${event} ${code}`),
      pauseMs: 1,
    },
  );
}

conforms({
  title: 'X',
  start: () => startX({ redirectUri }),
  connect: (server, wiring) => connectorTo(server as XServer, wiring),
  scopes: ['tweet.read', 'tweet.write', 'users.read', 'offline.access', 'media.write'],
  proofKey: true,
  publishes: /^POST \/2\/tweets$/,
  tokens: /^POST \/2\/oauth2\/token$/,
  uploads: /^POST \/2\/media\/upload$/,
  video: { uploads: /^POST \/2\/media\/upload\/initialize$/, describes: true },
  sendsCard: false,
  session: 'rotates',
  revokes: true,
  repeats: 'refused',
  textOf: (units) => 'x'.repeat(units),
  tooMany: (seconds) => ({
    status: 429,
    headers: { 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': `${Math.ceil(Date.now() / 1_000) + seconds}` },
    body: { title: 'Too Many Requests', type: 'about:blank', status: 429, detail: 'Too Many Requests' },
  }),
});

async function connected(server: XServer, network: Network): Promise<string> {
  const started = await network.authorize({});
  if (started.kind !== 'go') throw new Error(started.sentence);
  const connection = await network.finish(await server.consent(started.url), started.memory);
  if (connection.kind !== 'connected') throw new Error(JSON.stringify(connection));
  expect(connection.account).toMatchObject({ remoteId: expect.stringMatching(/^\d+$/), handle: 'ana_silva' });
  return connection.session.session;
}

describe('X in particular', () => {
  let server: XServer;
  let network: Network;
  let session: string;
  const write = (text: string) => ({ text, writtenAt: new Date() });

  beforeAll(async () => {
    server = await startX({ redirectUri });
    network = connectorTo(server);
    session = await connected(server, network);
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  it('shows the post where X has it', async () => {
    expect(await network.post(session, write('Where'), postPlace(''))).toMatchObject({
      kind: 'posted',
      url: expect.stringMatching(/\/ana_silva\/status\/\d+$/),
    });
  });

  it('comes back when the counter starts again, the longest of those that are used up', async () => {
    server.left = 0;
    const outcome = await network.post(session, write('Wait'), postPlace(''));
    server.left = 1_000;
    if (outcome.kind !== 'later') throw new Error(outcome.kind);
    expect(Math.abs(outcome.afterSeconds - 900)).toBeLessThan(10);
    const ends = (seconds: number) => `${Math.ceil(Date.now() / 1_000) + seconds}`;
    const headers = {
      ...{ 'x-rate-limit-remaining': '99', 'x-rate-limit-reset': ends(60) },
      ...{ 'x-user-limit-24hour-remaining': '0', 'x-user-limit-24hour-reset': ends(7_200) },
    };
    server.befall({ on: /POST \/2\/tweets/, how: { status: 429, headers } });
    const day = await network.post(session, write('Wait'), postPlace(''));
    expect(day.kind === 'later' && day.afterSeconds > 7_000 && !day.forEverybody).toBe(true);
    const ofApp = { 'x-app-limit-24hour-remaining': '0', 'x-app-limit-24hour-reset': ends(3_600) };
    server.befall({ on: /POST \/2\/tweets/, how: { status: 429, headers: { ...headers, ...ofApp } } });
    expect(await network.post(session, write('Wait'), postPlace(''))).toMatchObject({ forEverybody: true });
  });

  it('waits, and calls for the operator, when the credits are used up', async () => {
    server.credits = 0;
    expect(await network.post(session, write('Credits'), postPlace(''))).toMatchObject({
      kind: 'later',
      afterSeconds: 3_600,
      forEverybody: true,
    });
    server.credits = 1_000_000;
    expect(reports).toContain('networks.usage_capped credits');
    expect((await network.post(session, write('Credits'), postPlace(''))).kind).toBe('posted');
  });

  it('tells the operator about an app that may not post, and the person whom to ask', async () => {
    const body = { title: 'Client Forbidden', type: 'https://api.x.com/2/problems/client-forbidden', detail: 'Enroll' };
    server.befall({ on: /POST \/2\/tweets/, how: { status: 403, body } });
    expect(await network.post(session, write('Forbidden'), postPlace(''))).toMatchObject({
      kind: 'rejected',
      sentence: expect.stringContaining('Tell the people who run Coact'),
    });
    expect(reports).toContain('networks.app_refused client-forbidden');
  });

  it('passes on what X says, and takes one cashtag only', async () => {
    const body = { title: 'Forbidden', detail: 'Your account is suspended.', type: 'about:blank', status: 403 };
    server.befall({ on: /POST \/2\/tweets/, how: { status: 403, body } });
    expect(await network.post(session, write('Suspended'), postPlace(''))).toMatchObject({
      kind: 'rejected',
      sentence: 'X did not take this post. It says: Your account is suspended.',
    });
    expect(network.check({ text: '$ACME and $BETA rise by $5' }).problems).toMatchObject([
      { code: 'too_many_cashtags' },
    ]);
    expect((await network.post(session, write('$ACME rises by $5'), postPlace(''))).kind).toBe('posted');
  });

  it('makes one post when its token ends between a lost answer and the repeat', async () => {
    const own = await connected(server, network);
    let memory: string | null = null;
    const remember = async (kept: string) => {
      memory = kept;
    };
    const place = () => postPlace('', { repeated: true, memory, remember });
    server.befall({ on: /POST \/2\/tweets/, how: 'lost' });
    const post = { ...write('Between'), pictures: [{ bytes: pixel, mime: 'image/png', alt: '' }] };
    expect((await network.post(own, post, postPlace('', { remember }))).kind).toBe('unknown');
    await server.expireAccess();
    expect((await network.post(own, post, place())).kind).toBe('stale');
    const next = await network.refresh(own);
    if (next.kind !== 'fresh') throw new Error(next.kind);
    expect((await network.post(next.session, post, place())).kind).toBe('posted');
    expect((await server.posts()).filter((one) => one.text === 'Between')).toHaveLength(1);
    session = await connected(server, network);
  });

  it('connects as a public client, without a secret', async () => {
    await using open = await startX({ redirectUri, isPublic: true });
    const own = connectorTo(open, { app: { clientId: xApp.clientId } });
    const first = await connected(open, own);
    expect((await own.refresh(first)).kind).toBe('fresh');
  });

  it('tells people and operator of a secret that X does not take', async () => {
    const wrong = connectorTo(server, { app: { ...xApp, clientSecret: 'mistyped' } });
    const started = await wrong.authorize({});
    if (started.kind !== 'go') throw new Error(started.sentence);
    expect(await wrong.finish(await server.consent(started.url), started.memory)).toMatchObject({
      kind: 'refused',
      sentence: expect.stringContaining('client ID or secret is wrong'),
    });
    expect(reports).toContain('networks.app_refused unauthorized_client');
    expect((await wrong.refresh(session)).kind).toBe('later');
  });

  it('is its own page, counts as X does, and takes no account, without an app', () => {
    const plain = connectorTo(server, { app: {} });
    expect(plain.unavailable).toContain('its own page');
    expect(plain.check({ text: '日本' }).remaining).toBe(276);
    expect(plain.composer?.link({ text: 'Hi', url: 'https://go.example/a' })).toContain('intent/tweet?text=Hi&url=');
  });
});
