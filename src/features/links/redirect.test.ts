import { createServer, type IncomingMessage, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { randomId } from '../../platform/clock/index.ts';
import { type Links, openLinks } from './links.ts';

const browser = 'Mozilla/5.0 (X11; Linux x86_64; rv:150.0) Gecko/20100101 Firefox/150.0';
const target = 'https://example.com/post?utm_source=coact&a=1';

let world: World;
let links: Links;
let port: number;
let swiftAnswers = 0;
const server = createServer((request, response) => {
  if (links.redirect.swift(request, response)) {
    swiftAnswers += 1;
    return;
  }
  if (!links.redirect(request, response)) response.writeHead(418).end();
});
beforeAll(async () => {
  world = await openWorld();
  links = await openLinks({
    db: world.db,
    ring: world.ring,
    clock: world.clock,
    log: world.log,
    config: { linksUrl: 'http://coact.test/l', publicUrl: 'http://coact.test', dataDir: world.folder, clicks: 'batch' },
    clientAddress: (request) => String(request.headers['x-test-address'] ?? '198.51.100.1'),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await links.close();
  await world[Symbol.asyncDispose]();
});

const requestId = () => current.requestId;
let current: { requestId: string; path: string; org: ReturnType<World['newOrgId']> };
beforeEach(async () => {
  const org = world.newOrgId();
  const wanted = { requestId: randomId(), network: 'x', variant: 0, target };
  const link = await world.db.inOrg(org, (tx) => links.create(tx, wanted));
  current = { org, requestId: wanted.requestId, path: new URL(link.url).pathname };
});

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; headers: IncomingMessage['headers']; body: string }>((resolve, reject) => {
    send({ port, path, method, headers: { 'user-agent': browser, ...headers } }, async (response) => {
      const body = (await response.toArray()).join('');
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
    })
      .on('error', reject)
      .end();
  });

const clicks = async () => {
  await links.flush();
  const totals = await world.db.inOrg(current.org, (tx) => links.totals(tx, {}));
  return totals.get(requestId()) ?? { total: 0, unique: 0, robots: 0 };
};

describe('opening a link', () => {
  it('leads to its target at once, is kept by no cache, and is counted', async () => {
    const answer = await ask(current.path);
    expect(answer).toMatchObject({ status: 302, body: '' });
    expect(answer.headers).toMatchObject({
      location: target,
      'cache-control': 'private, no-store',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'x-robots-tag': 'noindex',
    });
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(await clicks()).toEqual({ total: 1, unique: 1, robots: 0 });
  });

  it('leads where the link says and nowhere else, whatever the query says', async () => {
    for (const query of [
      '?url=https://evil.example',
      '?redir_url=//evil.example',
      '?x=%0d%0alocation:%20https://evil.example',
    ]) {
      expect((await ask(current.path + query)).headers.location).toBe(target);
    }
  });

  it('counts a double click once, and a second visit as a click but not as another person', async () => {
    await ask(current.path);
    await ask(current.path);
    world.clock.advance(9_000);
    await ask(current.path);
    expect(await clicks()).toEqual({ total: 1, unique: 1, robots: 0 });
    world.clock.advance(2_000);
    await ask(current.path);
    await ask(current.path, { 'x-test-address': '198.51.100.2' });
    expect(await clicks()).toEqual({ total: 3, unique: 2, robots: 0 });
  });

  it('answers HEAD the same and does not count it', async () => {
    const answer = await ask(current.path, {}, 'HEAD');
    expect([answer.status, answer.headers.location]).toEqual([302, target]);
    expect(await clicks()).toEqual({ total: 0, unique: 0, robots: 0 });
  });

  it('counts crawlers, prefetches and nameless programs apart, and shows them the way too', async () => {
    const robots: readonly Record<string, string>[] = [
      { 'user-agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)' },
      { 'user-agent': 'LinkedInBot/1.0 (compatible)', accept: 'text/html' },
      { 'user-agent': '' },
      { 'sec-purpose': 'prefetch;prerender' },
      { purpose: 'prefetch' },
    ];
    for (const headers of robots) {
      expect((await ask(current.path, headers)).status).toBe(302);
    }
    expect(await clicks()).toEqual({ total: 0, unique: 0, robots: 5 });
  });

  it('refuses other methods and counts nothing', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      const answer = await ask(current.path, {}, method);
      expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, HEAD']);
    }
    expect((await clicks()).total).toBe(0);
  });

  it('ends on the last day', async () => {
    const ended = await world.db.inOrg(current.org, (tx) =>
      links.create(tx, {
        requestId: requestId(),
        network: 'x',
        variant: 1,
        target,
        endsAt: new Date(world.clock.now().getTime() + 60_000),
      }),
    );
    const path = new URL(ended.url).pathname;
    expect((await ask(path)).status).toBe(302);
    world.clock.advance(60_000);
    const answer = await ask(path);
    expect(answer.status).toBe(410);
    expect(answer.body).toContain('This link has ended');
  });

  it('follows an edit of the target with the commit, not before', async () => {
    const edit = { requestId: requestId(), network: 'x', variant: 0, target: 'https://example.com/edited' };
    await world.db
      .inOrg(current.org, async (tx) => {
        await links.create(tx, edit);
        throw new Error('rolled back');
      })
      .catch(() => undefined);
    expect((await ask(current.path)).headers.location).toBe(target);
    await world.db.inOrg(current.org, (tx) => links.create(tx, edit));
    expect((await ask(current.path)).headers.location).toBe('https://example.com/edited');
  });
});

describe('the swift way', () => {
  const swiftly = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
    const before = swiftAnswers;
    const answer = await ask(path, { host: 'coact.test', ...headers }, method);
    return { ...answer, swift: swiftAnswers > before };
  };

  it('answers and counts a plain GET like the whole way, with the same headers', async () => {
    const swift = await swiftly(current.path);
    const whole = await ask(current.path, { host: 'coact.test', 'x-test-address': '198.51.100.9' }, 'HEAD');
    expect(swift.swift).toBe(true);
    const comparable = ({ headers: { date, ...headers }, status }: Awaited<ReturnType<typeof ask>>) => [
      status,
      headers,
    ];
    expect(comparable(swift)).toEqual(comparable(whole));
    await swiftly(current.path);
    await swiftly(current.path, { 'user-agent': 'Twitterbot/1.0' });
    await swiftly(current.path, { 'sec-purpose': 'prefetch' });
    expect(await clicks()).toEqual({ total: 1, unique: 1, robots: 2 });
  });

  it('is for nothing else: other methods, hosts, ways to write it, queries, unknown links', async () => {
    const others = [
      swiftly(current.path, {}, 'HEAD'),
      swiftly(current.path, {}, 'POST'),
      swiftly(current.path, { host: 'evil.example' }),
      swiftly(current.path, { host: 'COACT.test' }),
      swiftly(`${current.path}?fbclid=1`),
      swiftly(`${current.path}/`),
      swiftly(`/${current.path}`),
      swiftly('/l/nothingHere2'),
    ];
    for (const answer of await Promise.all(others)) expect(answer.swift).toBe(false);
  });

  it('ends with the link', async () => {
    const endsAt = new Date(world.clock.now().getTime() + 60_000);
    await world.db.inOrg(current.org, (tx) =>
      links.create(tx, { requestId: requestId(), network: 'x', variant: 0, target, endsAt }),
    );
    expect(await swiftly(current.path)).toMatchObject({ swift: true, status: 302 });
    world.clock.advance(60_000);
    expect(await swiftly(current.path)).toMatchObject({ swift: false, status: 410 });
  });
});

describe('a link that is none', () => {
  it('gets a friendly page without script', async () => {
    for (const path of ['/l/', '/l/nothingHere2', '/l/a/b', '/l/%00', '/l/%2e%2e%2fapi', `/l/${'x'.repeat(5_000)}`]) {
      const answer = await ask(path);
      expect([path.slice(0, 20), answer.status]).toEqual([path.slice(0, 20), 404]);
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
      expect(answer.body).toContain('This link does not exist');
    }
    expect((await ask('/l/nothingHere2', {}, 'HEAD')).body).toBe('');
  });

  it('is not ours when it lies elsewhere', async () => {
    for (const path of ['/', '//', '/l', '/api/me', '/links/x', '/L/abc']) expect((await ask(path)).status).toBe(418);
  });

  it('breaks nothing, however it is written', async () => {
    const raw = (line: string) =>
      new Promise<string>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => socket.end(`${line}\r\nHost: x\r\nConnection: close\r\n\r\n`));
        socket.setEncoding('latin1');
        let text = '';
        socket.on('data', (part) => {
          text += part;
        });
        socket.on('close', () => resolve(text.slice(9, 12))).on('error', () => resolve('reset'));
      });
    const lines = [
      'GET // HTTP/1.1',
      'GET /l/\u0000 HTTP/1.1',
      'GET http://[ HTTP/1.1',
      'GET * HTTP/1.1',
      'GET /l/%E0%A4%A HTTP/1.1',
    ];
    for (const line of [...lines, `GET http://coact.test${current.path} HTTP/1.1`, 'HEAD http:///l/ HTTP/1.1']) {
      expect([line, await raw(line)]).toEqual([line, expect.stringMatching(/^(418|400|404|302)$/)]);
    }
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        expect(await raw(`GET /l/${text} HTTP/1.1`)).toMatch(/^(400|404|418|reset|)$/);
      }),
      { numRuns: 150 },
    );
    expect((await ask(current.path)).status).toBe(302);
    expect(world.log.lines.filter((line) => line.level === 'error')).toEqual([]);
  });
});

describe('where clicks come from', () => {
  it('is kept as classes, and nothing of the visitor is in the data folder or the tables', async () => {
    const canary = 'Canary7f3a';
    await ask(current.path, {
      'user-agent': `${browser} ${canary}`,
      'x-test-address': '203.0.113.77',
      referer: 'https://www.linkedin.com/in/jane-canary',
    });
    await links.flush();
    const found = await world.db.inOrg(current.org, (tx) => links.origins(tx, {}));
    expect(found).toEqual([
      { kind: 'device', name: 'desktop', total: 1 },
      { kind: 'referrer', name: 'linkedin', total: 1 },
    ]);
    const rows = await world.db.inOrg(current.org, async (tx) => {
      const tables = ['short_links', 'click_counts', 'click_origins', 'click_batches'] as const;
      const all = [];
      for (const table of tables)
        all.push(await tx.on<Record<(typeof tables)[number], object>>().selectFrom(table).selectAll().execute());
      return JSON.stringify(all);
    });
    expect(rows).not.toMatch(/Canary|203\.0\.113|jane/);
    expect(JSON.stringify(world.log.lines)).not.toMatch(/Canary|203\.0\.113|jane/);
  });
});
