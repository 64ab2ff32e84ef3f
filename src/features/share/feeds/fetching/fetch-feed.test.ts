import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEgress, type Egress } from '../../../../platform/egress/index.ts';
import { type FeedServer, openFeedServer, status } from '../feed-server.fixture.ts';
import { feedLimits } from '../item.ts';
import { atom, json, rss, rssItem } from '../samples.fixture.ts';
import { type FetchTimes, fetchFeed, type Known } from './fetch-feed.ts';

let server: FeedServer;
let egress: Egress;
beforeAll(async () => {
  server = await openFeedServer();
  egress = createEgress({ allow: [server.hostPort] });
});
afterAll(async () => {
  await egress.close();
  await server[Symbol.asyncDispose]();
});

const now = new Date('2026-11-20T12:00:00Z');
const ask = (path: string, more: Partial<Known> = {}, times?: FetchTimes) =>
  fetchFeed(egress, { url: `${server.origin}${path}`, etag: null, lastModified: null, ...more }, now, times);
const feed = rss(rssItem(1));

describe('a feed', () => {
  it('is read, with what it is asked for by next time', async () => {
    server.set('/feed', status(200, { etag: '"v1"', 'last-modified': 'Fri, 20 Nov 2026 10:00:00 GMT' }, feed));
    expect(await ask('/feed')).toMatchObject({
      ...{ kind: 'read', moved: false, etag: '"v1"', lastModified: 'Fri, 20 Nov 2026 10:00:00 GMT' },
      feed: { title: 'Feed', items: [{ title: 'Item 1' }] },
    });
  });

  it('is asked for conditionally, and may be unchanged', async () => {
    server.set('/same', status(304));
    const known = { etag: '"v1"', lastModified: 'Fri, 20 Nov 2026 10:00:00 GMT' };
    expect(await ask('/same', known)).toMatchObject({ kind: 'unchanged', moved: false });
    expect(server.asked.at(-1)?.headers).toMatchObject({
      ...{ 'if-none-match': '"v1"', 'if-modified-since': 'Fri, 20 Nov 2026 10:00:00 GMT' },
      ...{ 'user-agent': 'Coact (feed reader)', accept: expect.stringContaining('application/feed+json') },
    });
    expect(await ask('/same')).toMatchObject({ kind: 'failed', problem: { code: 'status_304' } });
  });

  it('of another format is read as well, whatever its content type', async () => {
    server.set('/atom', status(200, { 'content-type': 'text/plain' }, atom));
    server.set('/json', status(200, { 'content-type': 'text/html' }, json));
    expect(await ask('/atom')).toMatchObject({ feed: { format: 'atom' } });
    expect(await ask('/json')).toMatchObject({ feed: { format: 'json' } });
  });

  it('keeps no validators that would be a burden', async () => {
    server.set('/burden', status(200, { etag: `"${'x'.repeat(5_000)}"` }, feed));
    expect(await ask('/burden')).toMatchObject({ etag: null });
  });
});

describe('a redirect', () => {
  it('says that the feed has moved where all of them are for good', async () => {
    server.set('/feed', feed);
    server.set('/old', status(301, { location: '/older' }));
    server.set('/older', status(308, { location: `${server.origin}/feed` }));
    server.set('/for-now', status(302, { location: '/old' }));
    expect(await ask('/old')).toMatchObject({ kind: 'read', moved: true, url: `${server.origin}/feed` });
    expect(await ask('/for-now')).toMatchObject({ kind: 'read', moved: false });
  });

  it('into a private network is refused, at each hop', async () => {
    for (const place of ['http://127.0.0.1:1/', 'http://10.0.0.1/feed', 'http://[::1]/', 'http://169.254.169.254/']) {
      server.set('/in', status(302, { location: place }));
      expect([place, await ask('/in')]).toMatchObject([place, { kind: 'failed' }]);
    }
    expect(await ask('/in')).toMatchObject({ problem: { code: 'private_address' } });
    server.set('/file', status(301, { location: 'file:///etc/passwd' }));
    expect(await ask('/file')).toMatchObject({ problem: { code: 'not_http' } });
  });

  it('without end is given up', async () => {
    server.set('/loop', status(301, { location: '/loop' }));
    expect(await ask('/loop')).toMatchObject({ kind: 'failed', problem: { code: 'too_many_redirects' } });
  });
});

describe('what is no feed', () => {
  it('is said with its status, and when to come again', async () => {
    server.set('/busy', status(429, { 'retry-after': '3600' }));
    server.set('/down', status(503, { 'retry-after': 'Fri, 20 Nov 2026 12:10:00 GMT' }));
    server.set('/gone', status(410));
    expect(await ask('/busy')).toMatchObject({ problem: { code: 'status_429' }, retryAfterMs: 3_600_000 });
    expect(await ask('/down')).toMatchObject({ problem: { code: 'status_503' }, retryAfterMs: 600_000 });
    expect(await ask('/nowhere')).toMatchObject({ problem: { code: 'status_404' }, retryAfterMs: null });
    expect(await ask('/gone')).toMatchObject({ kind: 'gone', problem: { code: 'status_410' } });
  });

  it('offers the feeds of a page', async () => {
    server.set('/', status(200, {}, '<html><link rel="alternate" type="application/rss+xml" href="/feed"></html>'));
    expect(await ask('/')).toMatchObject({ kind: 'page', feeds: [{ url: `${server.origin}/feed` }] });
  });

  it.each([
    ['empty', ''],
    ['malformed', '<rss version="2.0"><channel><item><title>'],
    ['not_feed', 'hello'],
  ])('is %s', async (code, body) => {
    server.set('/bad', status(200, {}, body));
    expect(await ask('/bad')).toMatchObject({ kind: 'failed', problem: { code } });
  });
});

describe('a hostile server', () => {
  it('that never answers, or never ends, is not waited for', async () => {
    server.set('/hang', () => undefined);
    server.set('/drip', (_request, response) => {
      response.writeHead(200).write('<rss>');
    });
    const started = performance.now();
    const short = { allMs: 2_000, hopMs: 1_000 };
    const answers = await Promise.all([ask('/hang', {}, short), ask('/drip', {}, short)]);
    expect(answers).toMatchObject([{ problem: { code: 'timeout' } }, { problem: { code: 'timeout' } }]);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it('sends more than is read: the first items of it are taken, and it is said', async () => {
    const many = rss(
      Array.from({ length: 40_000 }, (_, at) => rssItem(at, `<description>${'x'.repeat(150)}</description>`)).join(''),
    );
    expect(many.length).toBeGreaterThan(feedLimits.bytes);
    server.set('/million', many);
    const bomb = gzipSync(Buffer.concat([Buffer.from(many.slice(0, 1_000)), Buffer.alloc(40_000_000, ' ')]));
    server.set('/bomb', (_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    });
    const read = await ask('/million');
    expect(read).toMatchObject({ kind: 'read', feed: { cut: true } });
    expect(read.kind === 'read' && read.feed.items.length).toBe(feedLimits.items);
    expect(await ask('/bomb')).toMatchObject({ kind: 'read', feed: { cut: true } });
  });
});
