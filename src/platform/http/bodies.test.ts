import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freePort } from '../../../test/support/raw-client.ts';
import { memoryLog } from '../log/index.ts';
import { type RunningServer, startServer } from './index.ts';

let server: RunningServer;
let origin: string;

beforeAll(async () => {
  const port = await freePort();
  origin = `http://localhost:${port}`;
  const app = new Hono().use(bodyLimit({ maxSize: 1_000 })).all('/thing', async (c) => c.text(await c.req.text()));
  server = await startServer({
    app: { fetch: (request) => app.fetch(request) },
    host: '127.0.0.1',
    port,
    publicUrl: origin,
    linksUrl: `${origin}/l`,
    log: memoryLog(),
  });
});
afterAll(() => server.close());

/** A body whose length nobody announces: it comes in chunks. */
function chunksOf(size: number): ReadableStream {
  return new Blob(['x'.repeat(size)]).stream();
}
const send = (method: string, body?: ReadableStream) =>
  fetch(`${origin}/thing`, { method, ...(body === undefined ? {} : { body, duplex: 'half' as const }) });

it('takes a DELETE without a body, as browsers send it', async () => {
  const answer = await send('DELETE');
  expect([answer.status, await answer.text()]).toEqual([200, '']);
});

it('takes a body in chunks, up to the limit', async () => {
  const answer = await send('POST', chunksOf(900));
  expect([answer.status, (await answer.text()).length]).toEqual([200, 900]);
  expect((await send('POST', chunksOf(2_000))).status).toBe(413);
});
