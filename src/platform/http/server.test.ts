import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askRaw, freePort, statusesOf } from '../../../test/support/raw-client.ts';
import { memoryLog } from '../log/index.ts';
import { type RunningServer, startServer } from './index.ts';

const log = memoryLog();
let server: RunningServer;
let origin: string;
let port: number;

beforeAll(async () => {
  port = await freePort();
  origin = `http://localhost:${port}`;
  server = await startServer({
    app: {
      fetch: async (request, env) => {
        const { pathname } = new URL(request.url);
        if (pathname === '/throws') throw new Error('a bug that names ada@example.com');
        if (pathname === '/address') return Response.json({ address: env.clientAddress });
        return new Response(`app ${pathname}`);
      },
    },
    front: Object.assign(
      (request: IncomingMessage, response: ServerResponse) => {
        if (!request.url?.startsWith('/l/')) return false;
        if (request.url === '/l/throws') throw new Error('a bug');
        response.writeHead(302, { location: 'https://example.org/' }).end();
        return true;
      },
      {
        swift: (request: IncomingMessage, response: ServerResponse) => {
          if (request.url === '/swift/throws') throw new Error('a bug');
          if (request.url !== '/swift/abc') return false;
          response.writeHead(302, ['location', 'https://example.org/swift']).end();
          return true;
        },
        serves: (host: string) => host === 'go.harbour.example',
        vouch: (request: IncomingMessage, response: ServerResponse) => {
          if (request.url !== '/vouch') return false;
          response.writeHead(200).end();
          return true;
        },
      },
    ),
    host: '127.0.0.1',
    port,
    publicUrl: origin,
    linksUrl: `http://links.localhost:${port}`,
    log,
    timeouts: { headersMs: 1_000, requestMs: 1_500 },
  });
});
afterAll(() => server.close());

const get = (path: string, headers = '', host = `localhost:${port}`) =>
  askRaw(port, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${headers}Connection: close\r\n\r\n`);

describe('a request line', () => {
  it.each([
    ['//', 404],
    ['//evil.example/..', 404],
    ['/%00', 400],
    ['/?q=%00', 400],
    ['/%', 400],
    ['/%zz', 400],
    ['/%c3%28', 400],
    ['/%0d%0aset-cookie:a=b', 400],
    ['/..\\..\\etc', 404],
    ['*', 400],
    ['evil', 400],
    [`/${'a'.repeat(9_000)}`, 414],
    [`/${'a'.repeat(20_000)}`, 431],
    ['/a/../b', 200],
  ])('GET %.40s is answered with %i', async (path, status) => {
    expect(statusesOf(await get(path))).toEqual([status]);
  });

  it('may be in absolute form', async () => {
    expect(await get(`http://localhost:${port}/here?x=1`, '', 'ignored.example')).toContain('app /here');
    expect(statusesOf(await get('http://evil.example/'))).toEqual([421]);
  });

  it.each(['TRACE', 'CONNECT', 'PROPFIND', 'get'])('refuses the method %s', async (method) => {
    const answer = await askRaw(port, `${method} / HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`);
    expect(answer === '' || [400, 405].includes(statusesOf(answer)[0] ?? 0)).toBe(true);
  });
});

describe('the host', () => {
  it('must be ours', async () => {
    expect(statusesOf(await get('/', '', 'evil.example'))).toEqual([421]);
    expect(statusesOf(await get('/', '', 'local host'))).toEqual([421]);
    expect(statusesOf(await get('/', 'Host: evil.example\r\n'))).toEqual([400]);
    expect(statusesOf(await askRaw(port, 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n'))).toEqual([400]);
  });

  it('under another loopback name is redirected to the public address, path and query kept', async () => {
    const answer = await get('/connect/bluesky?code=1&state=2', '', `127.0.0.1:${port}`);
    expect(statusesOf(answer)).toEqual([302]);
    expect(answer).toContain(`location: ${origin}/connect/bluesky?code=1&state=2\r\n`);
    expect(await get('/', '', `[::1]:${port}`)).toContain(`location: ${origin}/`);
  });

  it('under another loopback name takes no writes', async () => {
    const answer = await askRaw(port, `POST / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`);
    expect(statusesOf(answer)).toEqual([421]);
  });

  it('of short links serves short links only', async () => {
    expect(await get('/l/abc', '', `links.localhost:${port}`)).toContain('location: https://example.org/');
    expect(statusesOf(await get('/address', '', `links.localhost:${port}`))).toEqual([404]);
  });

  it('is one that the front serves besides, for links and nothing else', async () => {
    expect(await get('/l/abc', '', 'Go.Harbour.example')).toContain('location: https://example.org/');
    expect(statusesOf(await get('/address', '', 'go.harbour.example'))).toEqual([404]);
    expect(statusesOf(await get('/l/abc', '', 'other.harbour.example'))).toEqual([421]);
  });

  it('does not matter for what a proxy asks by the process’s own address', async () => {
    for (const host of ['serve:3000', '10.0.0.7', 'go.harbour.example']) {
      expect(statusesOf(await get('/vouch', '', host))).toEqual([200]);
    }
  });

  it('does not matter to probes', async () => {
    expect(await get('/healthz', '', '10.0.0.7')).toContain('app /healthz');
  });
});

describe('what is answered before all checks', () => {
  it('carries its own headers only, and counts among the requests of a connection', async () => {
    const asked = `GET /swift/abc HTTP/1.1\r\nHost: anything\r\n\r\n`;
    const answer = await askRaw(port, asked.repeat(1_005), 8_000);
    expect(statusesOf(answer)).toEqual(Array(1_000).fill(302));
    expect(answer).toContain('location: https://example.org/swift\r\n');
    expect(answer).not.toContain('content-security-policy');
  });
});

describe('an answer', () => {
  const wanted = [
    "content-security-policy: default-src 'none'; script-src 'self'",
    'x-content-type-options: nosniff',
    'referrer-policy: same-origin',
    'cross-origin-opener-policy: same-origin',
    'cross-origin-resource-policy: same-origin',
    'permissions-policy: ',
  ];
  it.each([
    ['the application', '/'],
    ['a redirect', '/l/abc'],
    ['a refusal', '//'],
    ['too long headers', `/${'a'.repeat(20_000)}`],
    ['an error of ours', '/throws'],
    ['an error in front', '/l/throws'],
    ['an error before the checks', '/swift/throws'],
  ])('of %s carries the security headers', async (_name, path) => {
    const head = (await get(path)).split('\r\n\r\n')[0]?.toLowerCase();
    for (const header of wanted) expect(head).toContain(header);
    expect(head).not.toContain('strict-transport-security');
  });

  it('after a bug is a problem without its words, in the answer as in the log', async () => {
    const answer = await get('/throws');
    expect(statusesOf(answer)).toEqual([500]);
    expect(answer).toContain('application/problem+json');
    expect(answer + JSON.stringify(log.lines)).not.toContain('ada@example.com');
    expect(log.lines.at(-1)?.fields.event).toBe('http.failed');
  });
});

describe('a client', () => {
  it('cannot claim another address by a header', async () => {
    expect(await get('/address', 'X-Forwarded-For: 203.0.113.9\r\n')).toContain('"127.0.0.1"');
  });

  it('that never finishes its headers is closed', async () => {
    const started = Date.now();
    const answer = await askRaw(port, `GET / HTTP/1.1\r\nHost: localhost:${port}\r\n`, 8_000);
    expect(statusesOf(answer)).toEqual([408]);
    expect(Date.now() - started).toBeLessThan(4_000);
  });

  it('that says nothing at all is closed', async () => {
    expect(statusesOf(await askRaw(port, '', 8_000))).toEqual([408]);
  });

  it('that never finishes its body is closed', async () => {
    const head = `POST / HTTP/1.1\r\nHost: localhost:${port}\r\nContent-Length: 50\r\n\r\nabc`;
    const started = Date.now();
    await askRaw(port, head, 8_000);
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  it('that expects something odd is told so', async () => {
    expect(statusesOf(await get('/', 'Expect: the-unexpected\r\n'))).toEqual([417]);
  });
});

describe('closing', () => {
  it('lets an answer under way finish, takes nothing new and ends idle connections', async () => {
    const own = await freePort();
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const closing = await startServer({
      app: {
        fetch: async () => {
          await gate;
          return new Response('finished');
        },
      },
      host: '127.0.0.1',
      port: own,
      publicUrl: `http://localhost:${own}`,
      linksUrl: `http://localhost:${own}/l`,
      log,
    });
    const idle = connect(own, '127.0.0.1');
    const ended = new Promise((resolve) => idle.once('close', resolve));
    idle.resume();
    const underWay = askRaw(own, `GET / HTTP/1.1\r\nHost: localhost:${own}\r\n\r\n`);
    await new Promise((resolve) => setTimeout(resolve, 100));
    const closed = closing.close();
    await ended;
    await expect(askRaw(own, `GET / HTTP/1.1\r\nHost: localhost:${own}\r\n\r\n`)).rejects.toThrow('ECONNREFUSED');
    release();
    expect(await underWay).toContain('finished');
    await closed;
  });
});
