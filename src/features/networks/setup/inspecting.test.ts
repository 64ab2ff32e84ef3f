import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MastodonServer, startMastodonServer } from '../../../../test/support/mastodon/server.ts';
import { type LinkedInServer, linkedInApp, startLinkedIn } from '../../../../test/support/networks/linkedin-server.ts';
import { startX, type XServer, xApp } from '../../../../test/support/networks/x-server.ts';
import { startThreads, type ThreadsServer } from '../../../../test/support/threads/server.ts';
import { versionFinding } from '../linkedin/inspect.ts';
import { createLinkedIn } from '../linkedin/linkedin.ts';
import { connectorAt as mastodonAt } from '../mastodon/connector.fixture.ts';
import type { Network } from '../network.ts';
import { connectorAt as threadsAt } from '../threads/connector.fixture.ts';
import { createX } from '../x/x.ts';

const publicUrl = 'http://localhost:3000';
const down = 'http://127.0.0.1:1';
const reports: string[] = [];
const around = { publicUrl, fetch, timeoutMs: 10_000, report: (event: string) => void reports.push(event) };
const redirect = (network: string) => ({ redirectUri: `${publicUrl}/connect/${network}/callback` });

let linkedin: LinkedInServer;
let x: XServer;
let threads: ThreadsServer;
let mastodon: MastodonServer;
beforeAll(async () => {
  [linkedin, x, threads, mastodon] = await Promise.all([
    ...[startLinkedIn(redirect('linkedin')), startX(redirect('x')), startThreads(), startMastodonServer()],
  ] as const);
});
afterAll(async () => {
  for (const server of [linkedin, x, threads, mastodon]) await server?.[Symbol.asyncDispose]();
});

const linkedInAt = (origin: string, over: object = {}) => {
  const addresses = { authorizeUrl: `${origin}/oauth/v2/authorization`, tokenUrl: `${origin}/oauth/v2/accessToken` };
  return createLinkedIn({ ...linkedInApp, version: '202609', ...addresses, apiUrl: origin, ...over }, around);
};
const xAt = (origin: string, over: object = {}) =>
  createX({ ...xApp, authorizeUrl: `${origin}/i/oauth2/authorize`, apiUrl: origin, ...over }, around);
const asked = async (network: Network, server = '') => (await network.inspect?.(server)) ?? [];
const first = async (network: Network) => (await asked(network))[0];

describe('a network that is asked about the app, without anybody’s account', () => {
  it('knows the right one', async () => {
    for (const network of [linkedInAt(linkedin.origin), xAt(x.origin), threadsAt(threads.url)]) {
      expect(await first(network)).toEqual({ level: 'good', sentence: expect.stringContaining('knows this') });
    }
  });

  it('says that a secret or an ID is another one, and which settings to compare', async () => {
    const wrong: readonly [Network, string][] = [
      [linkedInAt(linkedin.origin, { clientSecret: 'another' }), 'LINKEDIN_CLIENT_SECRET'],
      [linkedInAt(linkedin.origin, { clientId: 'another' }), 'LINKEDIN_CLIENT_ID'],
      [xAt(x.origin, { clientSecret: 'another' }), 'X_CLIENT_SECRET'],
      [threadsAt(threads.url, { appSecret: 'another' }), 'apart from those of the Meta app'],
      [threadsAt(threads.url, { appId: '99' }), 'THREADS_APP_ID'],
    ];
    for (const [network, words] of wrong) {
      expect(await first(network)).toEqual({ level: 'problem', sentence: expect.stringContaining(words) });
    }
    // The operator is looking: no alarm is raised besides.
    expect(reports).toEqual([]);
  });

  it('is told apart from one that does not answer, or says something else', async () => {
    const silent = [linkedInAt(down), xAt(down), threadsAt(down)];
    for (const network of silent) expect(await first(network)).toMatchObject({ level: 'warning' });
    const odd: typeof fetch = async () => Response.json({ ok: true });
    const strange = threadsAt(threads.url, { fetch: odd });
    expect(await first(strange)).toEqual({ level: 'warning', sentence: expect.stringContaining('not in a way') });
  });

  it('can’t tell of an app without a secret, and says so', async () => {
    const invalid: typeof fetch = async () => Response.json({ error: 'invalid_request' }, { status: 400 });
    const { clientId } = xApp;
    const network = createX(
      { clientId, authorizeUrl: `${x.origin}/i/oauth2/authorize`, apiUrl: x.origin },
      { ...around, fetch: invalid },
    );
    expect(await first(network)).toMatchObject({ level: 'note' });
  });

  it('is not asked about what it tells nobody, which is said', async () => {
    const [, version, untold] = await asked(linkedInAt(linkedin.origin));
    expect(version?.sentence).toContain('202609');
    expect(untold).toEqual({ level: 'note', sentence: expect.stringContaining('redirect address') });
  });
});

describe('the version of LinkedIn', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  it.each([
    ['202609', false, 'good'],
    ['202601', false, 'warning'],
    ['202511', false, 'warning'],
    ['202703', false, 'problem'],
    ['202609', true, 'problem'],
  ])('%s, refused: %s, is %s', (name, isRefused, level) => {
    const finding = versionFinding({ name, isRefused }, now);
    expect(finding.level).toBe(level);
    if (level !== 'good') expect(finding.sentence).toContain('LINKEDIN_VERSION');
  });
});

describe('a Mastodon server that is named', () => {
  const said = async (server: string, network = mastodonAt(mastodon)) =>
    (await asked(network, server)).map(({ level, sentence }) => `${level}: ${sentence}`).join('\n');

  it('tells whether it lets Coact in, what it runs and what it takes', async () => {
    const words = await said(new URL(mastodon.url).host);
    expect(words).toContain('good: localhost');
    expect(words).toContain('version 4.5.2. Posts there: 500 characters, 4 pictures.');
    expect(await said('')).toBe(words);
  });

  it('tells what its people will miss', async () => {
    mastodon.instead('POST /api/v1/apps', { status: 422, body: { error: 'Validation failed: Scopes' } });
    const body = { version: '2.7.2 (compatible; Pleroma <b>)', registrations: { enabled: false } };
    mastodon.instead('GET /api/v2/instance', { status: 200, body });
    const words = await said('');
    expect(words).toContain('note: localhost');
    expect(words).toContain('does not know the rights');
    expect(words).toContain('version 2.7.2 (compatible Pleroma b)');
    expect(words).toContain('does not heed');
    expect(words).toContain('takes no new people');
  });

  it('is warned of where it is none, and asked for where there is none of its own', async () => {
    mastodon.instead('POST /api/v1/apps', { status: 404 });
    expect(await said('')).toContain('problem: localhost');
    expect(await said('ana', mastodonAt(null))).toContain('problem: “ana” is no server');
    expect(await said(' ', mastodonAt(null))).toContain('note: Every Mastodon server');
    mastodon.instead('GET /api/v2/instance', { status: 404 });
    expect(await said('')).toContain('warning: localhost');
  });
});
