import { afterEach, expect, test, vi } from 'vitest';
import { call, chooseOrganisation, nothing } from './api.ts';
import { ApiFailure } from './problem.ts';
import { z } from './zod.ts';

const schema = z.object({ name: z.string() });
afterEach(() => vi.unstubAllGlobals());

/** The network, which answers with what the test gives it and keeps the request. */
function network(answer: () => Response | Promise<Response>): { last: Request | null } {
  const seen: { last: Request | null } = { last: null };
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    seen.last = new Request(new URL(path, 'http://localhost'), init);
    return answer();
  });
  return seen;
}

const failureOf = (work: Promise<unknown>): Promise<ApiFailure> =>
  work.then(
    () => Promise.reject(new Error('it succeeded')),
    (error) => {
      if (error instanceof ApiFailure) return error;
      throw error;
    },
  );

test('a call carries the header that other sites can’t send, and its body as JSON', async () => {
  const seen = network(() => Response.json({ name: 'Harbour' }));
  expect(await call(schema, 'PATCH', '/api/organisation', { body: { name: 'Harbour' } })).toEqual({ name: 'Harbour' });
  expect(seen.last?.headers.get('x-coact')).toBe('1');
  expect(seen.last?.headers.get('content-type')).toBe('application/json');
  expect(await seen.last?.json()).toEqual({ name: 'Harbour' });
});

test('the chosen organisation goes along', async () => {
  const seen = network(() => Response.json({ name: 'Harbour' }));
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  await call(schema, 'GET', '/api/organisation');
  expect(seen.last?.headers.get('x-coact-org')).toBeNull();
  chooseOrganisation('o2');
  await call(schema, 'GET', '/api/organisation');
  expect(seen.last?.headers.get('x-coact-org')).toBe('o2');
});

test('an empty answer is fine where nothing is expected', async () => {
  network(() => new Response(null, { status: 204 }));
  expect(await call(nothing, 'DELETE', '/api/slack')).toBeNull();
});

test('a problem document becomes its sentence', async () => {
  network(() => Response.json({ detail: 'Choose a channel.', fields: { channelId: 'Missing.' } }, { status: 422 }));
  const failure = await failureOf(call(schema, 'PATCH', '/api/organisation'));
  expect(failure.message).toBe('Choose a channel.');
  expect(failure.fields).toEqual({ channelId: 'Missing.' });
});

test('no answer at all is "offline"; a gateway’s page is "broken"', async () => {
  network(() => Promise.reject(new TypeError('Failed to fetch')));
  expect((await failureOf(call(schema, 'GET', '/api/organisation'))).kind).toBe('offline');
  network(() => new Response('<h1>Bad Gateway</h1>', { status: 502 }));
  expect((await failureOf(call(schema, 'GET', '/api/organisation'))).kind).toBe('broken');
});

test('an answer of another shape asks to load the page again', async () => {
  network(() => Response.json({ nom: 'Port' }));
  const failure = await failureOf(call(schema, 'GET', '/api/organisation'));
  expect(failure.message).toContain('load the page again');
  expect(failure.code).toBe('unexpected_answer name');
});

test('an aborted call stays an abort', async () => {
  const controller = new AbortController();
  network(() => {
    controller.abort();
    return Promise.reject(controller.signal.reason);
  });
  await expect(call(schema, 'GET', '/api/organisation', { signal: controller.signal })).rejects.toThrow(/abort/i);
});
