import { z } from '@hono/zod-openapi';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askRaw, freePort, statusesOf } from '../../../test/support/raw-client.ts';
import { memoryLog } from '../log/index.ts';
import { createApi, createLimits, guarded, jsonAnswer, jsonBody, publicRoute, startServer } from './index.ts';

const count = 10_000;
const log = memoryLog();
let port: number;
let close: () => Promise<void>;

/** A small generator with a seed, so that a failure can be repeated. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

beforeAll(async () => {
  port = await freePort();
  const publicUrl = `http://localhost:${port}`;
  const api = createApi({
    publicUrl,
    log,
    limits: createLimits(1_000),
    policy: { decide: () => false },
    session: async () => null,
    actorOf: async () => null,
  });
  const thing = z.object({ name: z.string().min(1) });
  api.mount([
    guarded(
      {
        method: 'post',
        path: '/api/things/{id}',
        guard: publicRoute('a sample'),
        request: {
          params: z.object({ id: z.uuid() }),
          query: z.object({ page: z.coerce.number().optional() }),
          body: jsonBody(thing),
        },
        responses: { 200: jsonAnswer(thing, 'The thing') },
      },
      (c) => c.json(c.req.valid('json')),
    ),
  ]);
  const server = await startServer({
    app: api,
    host: '127.0.0.1',
    port,
    publicUrl,
    linksUrl: `${publicUrl}/l`,
    log,
    timeouts: { headersMs: 2_000, requestMs: 2_000 },
  });
  close = server.close;
});
afterAll(() => close());

const starts = [
  'GET / HTTP/1.1',
  'GET // HTTP/1.1',
  'GET /%00 HTTP/1.1',
  'GET /%ff%fe HTTP/1.1',
  'POST /api/things/1 HTTP/1.1',
  'POST /api/things/018f0000-0000-7000-8000-000000000001?page=%zz HTTP/1.1',
  'DELETE /api/things/../.. HTTP/1.1',
  'GET http:// HTTP/1.1',
  'GET http://[::1 HTTP/1.1',
  'GET /?%%%=%&&& HTTP/1.1',
  'PUT * HTTP/1.1',
  'GET / HTTP/9.9',
  'GET / HTTP/1.0',
  'PRI * HTTP/2.0',
  'OPTIONS * HTTP/1.1',
  'GET /assets/../../etc/passwd HTTP/1.1',
  'HEAD //// HTTP/1.1',
  'QUERY /api/things/1 HTTP/1.1',
  '\u0016\u0003\u0001\u0002',
  'GET /\u00e4 HTTP/1.1',
  'GET  /  HTTP/1.1',
  'GET',
  '',
]; // prettier-ignore
const headers = [
  'Host: localhost',
  'Host:',
  'Host: [',
  'Host: a b',
  'Host: localhost:99999999',
  'Content-Length: -1',
  'Content-Length: 5',
  'Content-Length: 99999999999999999999',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: gzip, chunked',
  'Content-Type: application/json',
  'Content-Type: multipart/form-data; boundary=',
  'Content-Type: application/json; charset=\u00ff',
  'Cookie: =;=;;;%',
  'Cookie: __Host-coact=%00%zz',
  'Origin: null',
  'Origin: http://',
  'X-Coact: 1',
  'X-Coact-Org: \u0000',
  'Expect: 100-continue',
  'Connection: upgrade',
  'Upgrade: websocket',
  'Range: bytes=-',
  'If-None-Match: "',
  'Accept-Encoding: ,,;q=',
  'Sec-Fetch-Site: same-origin',
  'X-Forwarded-For: ,,',
  ' folded',
  ':',
  'a',
]; // prettier-ignore
const bodies = [
  '',
  '{',
  '{"name":',
  '[[[[[[',
  '{"name":"\\u0000"}',
  '{"__proto__":{}}',
  '5\r\nhello\r\n0\r\n\r\n',
  'zz\r\n',
  '\u0000',
  '"',
];

function compose(next: () => number): Buffer {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const lines = [pick(starts), next() < 0.8 ? `Host: localhost:${port}` : pick(headers)];
  for (let index = Math.floor(next() * 6); index > 0; index -= 1) lines.push(pick(headers));
  const bytes = Buffer.from(`${lines.join('\r\n')}\r\n\r\n${pick(bodies)}`, 'latin1');
  // A third also has bytes overturned, so that the parser itself is tried.
  if (next() < 0.33)
    for (let index = 0; index < 3; index += 1) bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256);
  return bytes;
}

it(`answers ${count} malformed requests without a 5xx and lives`, async () => {
  const next = random(20_261_121);
  const bad: string[] = [];
  let answered = 0;
  const worker = async () => {
    while (answered < count) {
      answered += 1;
      const bytes = compose(next);
      const answer = await askRaw(port, bytes, 40, 'end');
      if (statusesOf(answer).some((status) => status >= 500)) bad.push(JSON.stringify(bytes.toString('latin1')));
    }
  };
  await Promise.all(Array.from({ length: 64 }, worker));
  expect(bad).toEqual([]);
  expect(log.lines.filter((line) => line.level === 'error')).toEqual([]);
  const alive = await askRaw(port, `GET /nothing HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`);
  expect(statusesOf(alive)).toEqual([404]);
});
