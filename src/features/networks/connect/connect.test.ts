import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type NetworksWorld, openNetworksWorld } from '../../../../test/support/bluesky/connecting.ts';
import { type BlueskyAccount, type BlueskyServer, startBluesky } from '../../../../test/support/bluesky/server.ts';
import { consentAt } from '../../../../test/support/bluesky/sign-in.ts';
import { randomId } from '../../../platform/clock/index.ts';
import { sql } from '../../../platform/db/index.ts';

let server: BlueskyServer;
let alice: BlueskyAccount;
let own: NetworksWorld;
let person: string;

beforeAll(async () => {
  server = await startBluesky();
  alice = await server.addAccount('alice');
  own = await openNetworksWorld(server);
});
beforeEach(async () => {
  await own.reset();
  person = randomId();
});
afterAll(async () => {
  await own?.[Symbol.asyncDispose]();
  await server?.[Symbol.asyncDispose]();
});

const minuteMs = 60_000;

/** A browser with its cookies, for our own pages. */
function openBrowser({ site }: NetworksWorld) {
  let cookie = '';
  const visit = async (path: string, form?: Record<string, string>, headers: Record<string, string> = {}) => {
    const request = new Request(`http://localhost:3000${path}`, {
      headers: { cookie, ...headers },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    const response = await site.fetch(request);
    const set = response.headers.get('set-cookie');
    if (set) cookie = set.split(';')[0] ?? '';
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  return { visit };
}

function linkFor(
  { world, networks }: NetworksWorld,
  returnTo = 'request-42',
  label = 'Alice <Sales>',
): Promise<string> {
  return world.db.inOrg(world.orgId, (tx) =>
    networks.connectLink(tx, { personId: person, network: 'bluesky', returnTo, slackUserLabel: label }),
  );
}

const pathOf = (link: string) => link.replace(/^https?:\/\/[^/]+/, '');
const tokenOf = (link: string) => new URL(link).searchParams.get('t') ?? '';
const onwardOf = (text: string) => (/href="([^"]+authorize[^"]+)"/.exec(text)?.[1] ?? '').replaceAll('&amp;', '&');

async function goToNetwork(world: NetworksWorld, link: string, browser = openBrowser(world)) {
  const page = await browser.visit('/connect/bluesky', { t: tokenOf(link), handle: '' });
  const back = await consentAt(onwardOf(page.text), alice);
  return { browser, callback: `${back.pathname}${back.search}` };
}

describe('connecting from Slack', () => {
  it('leads from the link through the network and back, and reports where the person came from', async () => {
    const link = await linkFor(own);
    const browser = openBrowser(own);
    const page = await browser.visit(pathOf(link));
    expect(page.status).toBe(200);
    expect(page.text).toContain('for <strong>Alice &lt;Sales&gt;</strong> in Slack');
    const { callback } = await goToNetwork(own, link, browser);
    const done = await browser.visit(callback);
    expect(done.status).toBe(200);
    expect(done.text).toContain('Connected as @alice.test');
    expect(own.connected).toMatchObject([{ personId: person, orgId: own.world.orgId, returnTo: 'request-42' }]);
    const accounts = await own.world.db.inOrg(own.world.orgId, (tx) => own.networks.accountsOf(tx, person));
    expect(accounts).toMatchObject([
      { network: 'bluesky', handle: 'alice.test', state: 'active', connectedOn: '2026-05-04' },
    ]);
  });

  it('lets no script, frame or foreign form into its pages and no address out of them', async () => {
    const { headers } = await openBrowser(own).visit(pathOf(await linkFor(own)));
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'nonce-[\w-]{43}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/,
    );
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('ties the sign-in to a cookie that only our host can set', async () => {
    const { headers } = await openBrowser(own).visit('/connect/bluesky', { t: tokenOf(await linkFor(own)) });
    expect(headers.get('set-cookie')).toMatch(
      /^__Host-connect=[\w-]{43}; Max-Age=1800; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
  });

  it('shows success even when Slack cannot be told', async () => {
    await using own = await openNetworksWorld(server, {
      onConnected: async () => {
        throw new Error('canary: Slack is down');
      },
    });
    const { browser, callback } = await goToNetwork(own, await linkFor(own));
    expect((await browser.visit(callback)).text).toContain('Connected as @alice.test');
    expect(JSON.stringify(own.world.log.lines)).toContain('networks.return_failed');
    expect(JSON.stringify(own.world.log.lines)).not.toContain('canary');
  });

  it('says who can do something about an address that Bluesky does not accept', async () => {
    await using own = await openNetworksWorld(server, { publicUrl: 'https://coact.example.com:8443' });
    const page = await openBrowser(own).visit(pathOf(await linkFor(own)));
    expect(page.status).toBe(503);
    expect(page.text).toContain('PUBLIC_URL is an https address without a port');
  });

  it('shows its documents where it is a confidential client, and the key stays the same', async () => {
    await using own = await openNetworksWorld(server, { publicUrl: 'https://coact.example.com' });
    const { visit } = openBrowser(own);
    const metadata = JSON.parse((await visit('/oauth/bluesky/client-metadata.json')).text);
    expect(metadata.jwks_uri).toBe('https://coact.example.com/oauth/bluesky/jwks.json');
    const jwks = JSON.parse((await visit('/oauth/bluesky/jwks.json')).text);
    expect(jwks).toEqual({ keys: [expect.objectContaining({ kty: 'EC', crv: 'P-256', kid: expect.any(String) })] });
    expect(jwks.keys[0]).not.toHaveProperty('d');
    expect((await own.openAgain()).blueskyDocuments?.jwks).toEqual(jwks);
    await using local = await openNetworksWorld(server);
    expect((await openBrowser(local).visit('/oauth/bluesky/jwks.json')).status).toBe(404);
  });

  it('lets the person correct a handle that does not exist', async () => {
    const link = await linkFor(own);
    const browser = openBrowser(own);
    const wrong = await browser.visit('/connect/bluesky', { t: tokenOf(link), handle: 'alise.test' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('There is no Bluesky account called “alise.test”');
    const right = await browser.visit('/connect/bluesky', { t: tokenOf(link), handle: '@alice.test' });
    expect(onwardOf(right.text)).toContain('request_uri');
  });

  it('takes a no at the network for a no', async () => {
    const browser = openBrowser(own);
    const page = await browser.visit('/connect/bluesky', { t: tokenOf(await linkFor(own)) });
    const back = await consentAt(onwardOf(page.text), alice, 'no');
    expect((await browser.visit(`${back.pathname}${back.search}`)).text).toContain('Nothing was connected');
    expect(own.connected).toEqual([]);
  });

  it('can be taken back on the spot, which ends the session at the network', async () => {
    const { browser, callback } = await goToNetwork(own, await linkFor(own));
    const done = await browser.visit(callback);
    const undo = /name="u" value="([^"]+)"/.exec(done.text)?.[1] ?? '';
    expect((await openBrowser(own).visit('/connect/bluesky/undo', { u: undo })).status).toBe(403);
    expect((await browser.visit('/connect/bluesky/undo', { u: undo })).text).toContain('Disconnected');
    expect((await browser.visit('/connect/bluesky/undo', { u: undo })).status).toBe(410);
    expect(own.sent.some((one) => one.path.endsWith('/revoke'))).toBe(true);
    expect(await own.world.db.inOrg(own.world.orgId, (tx) => own.networks.accountsOf(tx, person))).toEqual([]);
  });

  it('refuses someone who left meanwhile, and ends the session', async () => {
    await using own = await openNetworksWorld(server, { members: () => false });
    const { browser, callback } = await goToNetwork(own, await linkFor(own));
    const done = await browser.visit(callback);
    expect(done.status).toBe(400);
    expect(own.sent.at(-1)?.path).toMatch(/revoke$/);
  });
});

describe('attacks on connecting', () => {
  it('a link works for one browser, once, for 15 minutes', async () => {
    const link = await linkFor(own);
    const { browser, callback } = await goToNetwork(own, link);
    expect((await openBrowser(own).visit('/connect/bluesky', { t: tokenOf(link) })).status).toBe(403);
    await browser.visit(callback);
    expect((await browser.visit(pathOf(link))).status).toBe(410);
    const old = await linkFor(own);
    own.world.clock.advance(15 * minuteMs);
    expect((await browser.visit(pathOf(old))).status).toBe(410);
    expect((await browser.visit('/connect/bluesky', { t: tokenOf(old) })).status).toBe(410);
  });

  it.each([
    ['a forged state', (path: string) => path.replace(/state=[^&]+/, 'state=forged'), 410],
    ['no state', (path: string) => path.replace(/state=[^&]+/, ''), 410],
    ['another issuer', (path: string) => path.replace(/iss=[^&]+/, 'iss=https%3A%2F%2Fevil.example'), 400],
    ['another code', (path: string) => path.replace(/code=[^&]+/, 'code=cod-00'), 400],
    ['another network', (path: string) => path.replace('/bluesky/', '/myspace/'), 410],
  ])('%s connects nothing', async (_what, forge, status) => {
    const { browser, callback } = await goToNetwork(own, await linkFor(own));
    expect((await browser.visit(forge(callback))).status).toBe(status);
    expect(own.connected).toEqual([]);
  });

  it('a form on another site begins nothing', async () => {
    const form = { t: tokenOf(await linkFor(own)) };
    const page = await openBrowser(own).visit('/connect/bluesky', form, { 'sec-fetch-site': 'cross-site' });
    expect(page.status).toBe(403);
    expect(own.sent).toEqual([]);
  });

  it('another browser connects nothing and spoils nothing', async () => {
    const { browser, callback } = await goToNetwork(own, await linkFor(own));
    expect((await openBrowser(own).visit(callback)).status).toBe(403);
    expect((await browser.visit(callback)).status).toBe(200);
  });

  it('a callback works once, and not after 15 minutes', async () => {
    const { browser, callback } = await goToNetwork(own, await linkFor(own));
    const both = await Promise.all([browser.visit(callback), browser.visit(callback)]);
    expect(both.map((page) => page.status).toSorted()).toEqual([200, 410]);
    expect((await browser.visit(callback)).status).toBe(410);
    const late = await goToNetwork(own, await linkFor(own));
    own.world.clock.advance(15 * minuteMs);
    expect((await late.browser.visit(late.callback)).status).toBe(410);
  });
});

describe('what connecting leaves behind', () => {
  it('is an account, and neither an attempt, a key, nor a word about where the person came from', async () => {
    const { browser, callback } = await goToNetwork(own, await linkFor(own, 'canary-return'));
    await browser.visit(callback);
    own.world.clock.advance(16 * minuteMs);
    await linkFor(own, 'canary-open');
    own.world.clock.advance(16 * minuteMs);
    await own.runJob('sweep_attempts');
    const rows = await own.world.db.inOrg(own.world.orgId, (tx) =>
      sql<{ count: number }>`select count(*) from connect_attempts`.execute(tx.on()),
    );
    expect(rows.rows[0]?.count).toBe(0);
    expect(await own.world.ring.names('connect-')).toEqual([]);
    const log = JSON.stringify(own.world.log.lines);
    for (const canary of ['canary', person, 'alice', alice.did]) expect(log).not.toContain(canary);
  });

  it('a key without an attempt goes at the second sweep, not at the first', async () => {
    await own.world.ring.create('connect-never-committed');
    await own.runJob('sweep_attempts');
    expect(await own.world.ring.names('connect-')).toHaveLength(1);
    await own.runJob('sweep_attempts');
    expect(await own.world.ring.names('connect-')).toEqual([]);
  });
});
