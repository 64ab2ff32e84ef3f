import type { RequestListener } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { listenHttp, listenTcp } from '../../../test/support/local-server.ts';
import { createEgress } from './client.ts';
import type { EgressRequest } from './follow.ts';

const limits: EgressRequest = { maxBytes: 10_000, timeoutMs: 1_500 };

const ask = async (answer: RequestListener, path = '/', asked: EgressRequest = limits) => {
  await using server = await listenHttp(answer);
  const egress = createEgress({ allow: [server.hostPort] });
  const started = performance.now();
  const result = await egress.fetch(`${server.origin}${path}`, asked);
  await egress.close();
  return { result, ms: performance.now() - started, connections: server.connections() };
};

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('an answer', () => {
  it.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
  ])('comes out of %s', async (encoding, compress) => {
    const { result } = await ask((_request, response) => {
      response.writeHead(200, { 'content-encoding': encoding }).end(compress('hello'));
    });
    if (!result.ok) throw new Error(result.reason);
    expect(textOf(result.response.bytes)).toBe('hello');
    expect(result.response.headers.has('content-encoding')).toBe(false);
  });

  it('may be an error of HTTP, which is for the caller to judge', async () => {
    const { result } = await ask((_request, response) => response.writeHead(404).end('no'));
    expect(result).toMatchObject({ ok: true, response: { status: 404 } });
  });

  it('is refused when it is too long, whatever its length header says', async () => {
    const { result } = await ask((_request, response) => response.end('x'.repeat(50_000)));
    expect(result).toMatchObject({ ok: false, reason: 'too_large' });
  });

  it('is cut off where the caller wants its beginning', async () => {
    const { result } = await ask((_request, response) => response.end('x'.repeat(50_000)), '/', {
      ...limits,
      cut: true,
    });
    expect(result).toMatchObject({ ok: true, response: { cut: true } });
    expect(result.ok && result.response.bytes.byteLength).toBe(10_000);
  });

  it('is refused when it unfolds to more than it may, without unfolding it', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024));
    const before = process.memoryUsage().rss;
    const { result, ms } = await ask(
      (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
      '/',
      { ...limits, maxBytes: 1024 * 1024 },
    );
    expect(result).toMatchObject({ ok: false, reason: 'too_large' });
    expect(ms).toBeLessThan(1_500);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  it('is refused when compressed twice, damaged, or in a coding that nobody asked for', async () => {
    for (const [encoding, body] of [
      ['gzip, gzip', gzipSync(gzipSync('x'))],
      ['gzip', Buffer.from('not gzip')],
      ['gzip', gzipSync('x'.repeat(1_000)).subarray(0, 20)],
      ['compress', Buffer.from('x')],
    ] as const) {
      const { result } = await ask((_request, response) => {
        response.writeHead(200, { 'content-encoding': encoding }).end(body);
      });
      expect(result).toMatchObject({ ok: false, reason: 'broken' });
    }
  });

  it('that drips is given up when the time is over', async () => {
    let timer: NodeJS.Timeout | undefined;
    const { result, ms } = await ask((_request, response) => {
      response.writeHead(200);
      timer = setInterval(() => response.write('x'), 100);
    });
    clearInterval(timer);
    expect(result).toMatchObject({ ok: false, reason: 'timeout' });
    expect(ms).toBeLessThan(2_500);
  });

  it('that never begins is given up too, and so is a name that never resolves', async () => {
    await using silent = await listenTcp(() => undefined);
    const egress = createEgress({ allow: [silent.hostPort], resolve: () => new Promise(() => undefined) });
    const soon = { ...limits, timeoutMs: 200 };
    expect(await egress.fetch(`http://${silent.hostPort}/`, soon)).toMatchObject({ reason: 'timeout' });
    expect(await egress.fetch('http://never.example/', soon)).toMatchObject({ reason: 'timeout' });
    await egress.close();
  });

  it('that is not HTTP, or breaks off, is told apart from no server at all', async () => {
    await using chatter = await listenTcp((socket) => socket.end('220 mail.example ESMTP\r\n'));
    await using quitter = await listenTcp((socket) => socket.once('data', () => socket.destroy()));
    await using short = await listenTcp((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\nx'));
    const closed = await listenTcp(() => undefined);
    await closed[Symbol.asyncDispose]();
    const servers = [chatter, quitter, short, closed];
    const egress = createEgress({ allow: servers.map((server) => server.hostPort) });
    const reasons = [];
    for (const { hostPort } of servers) {
      const result = await egress.fetch(`http://${hostPort}/`, limits);
      reasons.push(result.ok ? 'ok' : result.reason);
    }
    expect(reasons).toEqual(['broken', 'broken', 'broken', 'refused']);
    await egress.close();
  });

  it('of a name without addresses has its own reason', async () => {
    const egress = createEgress({ resolve: () => Promise.reject(new Error('ENOTFOUND')) });
    const result = await egress.fetch('https://nowhere.example/', limits);
    expect(result).toMatchObject({ reason: 'dns', sentence: expect.stringContaining('Check the spelling') });
    await egress.close();
  });
});

describe('a request', () => {
  it('names the host that was checked, not one from its headers', async () => {
    const { result } = await ask((request, response) => response.end(request.headers.host), '/', {
      ...limits,
      headers: { host: 'internal.example' },
    });
    expect(result.ok && textOf(result.response.bytes)).toMatch(/^127\.0\.0\.1:/);
  });

  it('carries method, headers and body', async () => {
    const { result } = await ask(
      async (request, response) => {
        const body = await request.toArray();
        response.end(`${request.method} ${request.headers['x-a']} ${body.join('')}`);
      },
      '/',
      { ...limits, method: 'post', headers: { 'x-a': '1' }, body: 'grüße' },
    );
    expect(result.ok && textOf(result.response.bytes)).toBe('POST 1 grüße');
  });
});
