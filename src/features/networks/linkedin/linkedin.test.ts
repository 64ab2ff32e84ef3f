import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { conforms, pixel } from '../../../../test/support/networks/conformance.ts';
import { type LinkedInServer, linkedInApp, startLinkedIn } from '../../../../test/support/networks/linkedin-server.ts';
import { postPlace } from '../../../../test/support/post-place.ts';
import type { Network } from '../network.ts';
import { createLinkedIn } from './linkedin.ts';
import { postBody } from './post-body.ts';

const redirectUri = 'http://localhost:3000/connect/linkedin/callback';
const reports: string[] = [];

function connectorTo({ origin }: { readonly origin: string }, over: { fetch?: typeof fetch; timeoutMs?: number } = {}) {
  return createLinkedIn(
    {
      ...linkedInApp,
      version: '202609',
      authorizeUrl: `${origin}/oauth/v2/authorization`,
      tokenUrl: `${origin}/oauth/v2/accessToken`,
      apiUrl: origin,
    },
    {
      publicUrl: 'http://localhost:3000',
      fetch: over.fetch ?? fetch,
      timeoutMs: over.timeoutMs ?? 20_000,
      report: (event, code) => void reports.push(`${event} ${code}`),
      pictureGraceMs: 0,
    },
  );
}

conforms({
  title: 'LinkedIn',
  start: () => startLinkedIn({ redirectUri }),
  connect: (server, wiring) => connectorTo(server as LinkedInServer, wiring),
  scopes: ['openid', 'profile', 'w_member_social'],
  proofKey: false,
  publishes: /^POST \/rest\/posts$/,
  tokens: /^POST \/oauth\/v2\/accessToken$/,
  uploads: /^POST \/rest\/images$/,
  video: { uploads: /^PUT \/dms-video\/V\d+\/0$/, describes: false },
  sendsCard: true,
  session: 'ends',
  revokes: true,
  repeats: 'refused',
  textOf: (units) => 'x'.repeat(units),
  tooMany: (seconds) => ({ status: 429, headers: { 'retry-after': String(seconds) }, body: { status: 429 } }),
});

describe('LinkedIn in particular', () => {
  let server: LinkedInServer;
  let network: Network;
  let session: string;
  const write = (text: string) => ({ text, writtenAt: new Date() });

  beforeAll(async () => {
    server = await startLinkedIn({ redirectUri });
    network = connectorTo(server);
    const started = await network.authorize({});
    if (started.kind !== 'go') throw new Error(started.sentence);
    const connection = await network.finish(await server.consent(started.url), started.memory);
    if (connection.kind !== 'connected') throw new Error(JSON.stringify(connection));
    expect(connection.account).toMatchObject({
      handle: 'Ana Silva',
      remoteId: expect.stringMatching(/^urn:li:person:/),
    });
    expect(connection.session.lifetimeSeconds).toBeGreaterThan(59 * 86_400);
    session = connection.session.session;
  });
  afterAll(() => server?.[Symbol.asyncDispose]());

  it('shows the post where LinkedIn says that it is', async () => {
    expect(await network.post(session, write('Where'), postPlace(''))).toMatchObject({
      kind: 'posted',
      uri: expect.stringMatching(/^urn:li:share:\d+$/),
      url: expect.stringMatching(/\/feed\/update\/urn:li:share:\d+$/),
    });
  });

  it('mentions the page that is meant, by its name', async () => {
    const text = 'Built by Harbour (Porto) #boats';
    const mentions = [{ at: 9, length: 15, organisation: '2414183' }];
    expect((await network.post(session, { ...write(text), mentions }, postPlace(''))).kind).toBe('posted');
    expect((await server.posts()).map((post) => post.text)).toContain(text);
    const body = postBody('urn:li:person:1', { ...write(text), mentions }, { card: null, pictures: [] });
    expect(body.commentary).toBe('Built by @[Harbour \\(Porto\\)](urn:li:organization:2414183) #boats');
  });

  it('waits, and calls for the operator, once its version is switched off', async () => {
    const { versions } = server;
    server.versions = ['202701'];
    expect(await network.post(session, write('Version'), postPlace(''))).toEqual({
      ...{ kind: 'later', afterSeconds: 900 },
      forEverybody: true,
    });
    const pictures = [{ bytes: pixel, mime: 'image/png', alt: '' }];
    expect((await network.post(session, { ...write('Version'), pictures }, postPlace(''))).kind).toBe('later');
    expect(reports).toContain('networks.version_not_active 202609');
    server.versions = versions;
    expect((await network.post(session, write('Version'), postPlace(''))).kind).toBe('posted');
  });

  it('comes back after midnight, UTC, when a member has had their requests of the day', async () => {
    server.left = 0;
    const outcome = await network.post(session, write('Tomorrow'), postPlace(''));
    server.left = 1_000;
    if (outcome.kind !== 'later') throw new Error(outcome.kind);
    const back = new Date(Date.now() + outcome.afterSeconds * 1_000);
    expect(back.getUTCHours()).toBe(0);
    expect(back.getUTCMinutes()).toBeLessThan(2);
  });

  it('names the post that a repeat is the duplicate of', async () => {
    server.befall({ on: /POST \/rest\/posts/, how: 'lost' });
    const kept: string[] = [];
    const remember = async (memory: string) => void kept.push(memory);
    const post = write('Named');
    expect((await network.post(session, post, postPlace('', { remember }))).kind).toBe('unknown');
    const again = await network.post(session, post, postPlace('', { repeated: true, remember }));
    expect(again).toMatchObject({ kind: 'posted', uri: expect.stringMatching(/^urn:li:share:\d+$/) });
    const third = postPlace('', { repeated: true, memory: kept.at(-1) ?? null });
    const before = server.seen.length;
    expect(await network.post(session, post, third)).toEqual({ kind: 'unsure' });
    expect(server.seen.length).toBe(before);
  });

  it('keeps the repeat that a busy LinkedIn did not take', async () => {
    const kept: string[] = [];
    const remember = async (memory: string) => void kept.push(memory);
    server.befall({ on: /POST \/rest\/posts/, how: { status: 429, headers: { 'retry-after': '5' } } });
    const repeated = postPlace('', { repeated: true, remember });
    expect(await network.post(session, write('Busy'), repeated)).toEqual({ kind: 'later', afterSeconds: 5 });
    const next = postPlace('', { repeated: true, memory: kept.at(-1) ?? null, remember });
    expect((await network.post(session, write('Busy'), next)).kind).toBe('posted');
  });

  it('waits until a token that was handed out just now is good', async () => {
    const revoked = { status: 401, body: { status: 401, serviceErrorCode: 65_601, code: 'REVOKED_ACCESS_TOKEN' } };
    const started = await network.authorize({});
    if (started.kind !== 'go') throw new Error(started.sentence);
    server.befall({ on: /GET \/v2\/userinfo/, how: revoked });
    const params = await server.consent(started.url);
    expect((await network.finish(params, started.memory)).kind).toBe('connected');
  });

  it.each([
    [{ status: 403, body: { code: 'ACCESS_DENIED', message: 'no' } }, 'forbidden', 'connect it again'],
    [{ status: 400, body: { message: 'commentary: is odd' } }, 'refused', 'It says: commentary: is odd'],
  ])('tells the person what %j means', async (how, reason, words) => {
    server.befall({ on: /POST \/rest\/posts/, how });
    const outcome = await network.post(session, write(`Refused ${reason}`), postPlace(''));
    expect(outcome).toMatchObject({ kind: 'rejected', reason, sentence: expect.stringContaining(words) });
  });

  it('sends its token to no other site, whatever an answer names for an upload', async () => {
    const value = { uploadUrl: 'http://evil.example/dms-uploads/1', image: 'urn:li:image:1' };
    server.befall({ on: /POST \/rest\/images/, how: { status: 200, body: { value } } });
    const pictures = [{ bytes: pixel, mime: 'image/png', alt: '' }];
    const asked: string[] = [];
    const watching: typeof fetch = (input, init) => {
      asked.push(String(input));
      return fetch(input, init);
    };
    const outcome = await connectorTo(server, { fetch: watching }).post(
      session,
      { ...write('Elsewhere'), pictures },
      postPlace(''),
    );
    expect(outcome.kind).toBe('later');
    expect(asked.filter((address) => address.includes('evil'))).toEqual([]);
  });

  it('is its own page, and takes no account, without an app', () => {
    const plain = createLinkedIn(
      { version: '202609', authorizeUrl: server.origin, tokenUrl: server.origin, apiUrl: server.origin },
      { publicUrl: 'http://localhost:3000', fetch, report: () => undefined },
    );
    expect(plain.unavailable).toContain('its own page');
    expect(plain.composer?.link({ text: 'Hi', url: 'https://go.example/a' })).toContain('share-offsite/?url=');
  });
});
