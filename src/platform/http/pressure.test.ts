import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { askRaw, freePort } from '../../../test/support/raw-client.ts';
import { memoryLog } from '../log/index.ts';
import { startServer } from './index.ts';
import { mayBeShed, watchPressure } from './pressure.ts';

describe('pressure', () => {
  const answersAfter = (...lags: readonly number[]) => {
    const left = [...lags];
    const pressure = watchPressure(() => left.shift() ?? 0, 3_600_000);
    const seen = lags.map(() => {
      pressure.look();
      return pressure.tooHigh();
    });
    pressure.close();
    return seen;
  };

  it('is too high after two bad looks in a row, until a good one', () => {
    expect(answersAfter(1_500, 1_500, 600, 600, 100, 600)).toEqual([false, true, true, true, false, false]);
  });

  it('is not too high for one long turn, nor for a loop that is somewhat late', () => {
    expect(answersAfter(5_000, 10, 5_000, 10)).toEqual([false, false, false, false]);
    expect(answersAfter(900, 900, 900)).toEqual([false, false, false]);
  });

  it('is low in a process that idles, by the real clock', async () => {
    const pressure = watchPressure(undefined, 100);
    await wait(350);
    expect(pressure.tooHigh()).toBe(false);
    pressure.close();
  });
});

it.each([
  ['/api/requests?page=2', true],
  ['/api/dashboard', true],
  ['/api/members/1', true],
  ['/api/me', false],
  ['/api/sign-in/password', false],
  ['/readyz', false],
  ['/slack/events', false],
  ['/l/abc', false],
  ['/requests', false],
])('of %s may be shed: %s', (path, shed) => {
  expect(mayBeShed(path)).toBe(shed);
});

it('refuses API calls with a time to come back while short links, Slack and probes are answered', async () => {
  const port = await freePort();
  const publicUrl = `http://localhost:${port}`;
  let high = true;
  const server = await startServer({
    app: { fetch: async () => new Response('app') },
    front: (request: IncomingMessage, response: ServerResponse) => {
      if (!request.url?.startsWith('/l/')) return false;
      response.writeHead(302, { location: 'https://example.org/' }).end();
      return true;
    },
    ...{ host: '127.0.0.1', port, publicUrl, linksUrl: `${publicUrl}/l`, log: memoryLog() },
    pressure: { tooHigh: () => high },
  });
  const get = (path: string) =>
    askRaw(port, `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`);
  const refused = await get('/api/requests');
  expect(refused).toMatch(/^HTTP\/1\.1 503 /);
  expect(refused.toLowerCase()).toContain('retry-after: 5\r\n');
  expect(refused.toLowerCase()).toContain('x-content-type-options: nosniff');
  expect(refused).toContain('"code":"overloaded"');
  for (const path of ['/slack/events', '/readyz', '/api/sign-in/link', '/']) expect(await get(path)).toMatch(/ 200 /);
  expect(await get('/l/abc')).toMatch(/ 302 /);
  high = false;
  expect(await get('/api/requests')).toMatch(/ 200 /);
  await server.close();
});
