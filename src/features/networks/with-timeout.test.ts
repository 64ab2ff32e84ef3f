import { expect, it } from 'vitest';
import { withTimeout } from './with-timeout.ts';

/** Answers after a while, unless it is called off before. */
const slow: typeof fetch = (_input, init) =>
  new Promise((resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason));
    setTimeout(() => resolve(new Response('done')), 300);
  });
const hasty = withTimeout(slow, 50);
const place = 'https://network.example/upload';

it('calls off what takes too long', async () => {
  await expect(hasty(place)).rejects.toThrow();
  await expect(hasty(place, { method: 'POST', body: new Uint8Array(10) })).rejects.toThrow();
});

it('gives a film the time that its bytes take', async () => {
  const body = new Uint8Array(1_000_000);
  expect((await hasty(place, { method: 'POST', body })).status).toBe(200);
  const headers = { 'content-length': '1000000' };
  expect((await hasty(new Request(place, { method: 'POST', body, headers }))).status).toBe(200);
});
