import { z } from '@hono/zod-openapi';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryLog } from '../log/index.ts';
import { holdsCardNumber } from './card-numbers.ts';
import { createApi, createLimits, guarded, jsonAnswer, jsonBody, publicRoute } from './index.ts';

describe('a card number', () => {
  // Numbers that issuers and Stripe publish for tests; none is a card (docs.stripe.com/testing).
  it.each([
    '4242424242424242',
    '4242 4242 4242 4242',
    '4242-4242-4242-4242',
    '４２４２ ４２４２ ４２４２ ４２４２',
    '4242\u00a04242\u00a04242\u00a04242',
    'Visa: 4000 0566 5566 5556, 12/28 123',
    'please charge4242 4242 4242 4242 4242 4242',
    '5555555555554444',
    '2223003122003222',
    '3782 822463 10005',
    '378282246310005',
    '3056 9309 0259 04',
    '36227206271667',
    '3566002020360505',
    '6011111111111117',
    '6205 5000 0000 0000 004',
    '4222222222222',
    'a 1 4111-1111-1111-1111.',
  ])('is seen in %j', (text) => {
    expect(holdsCardNumber(text)).toBe(true);
  });

  it.each([
    '',
    '4242 4242 4242 4241',
    '+49 4242 4242 4242 4242',
    '+424242424242424',
    'https://shop.example/orders/4242424242424242',
    'shop.example/orders/4242424242424242?x=4111111111111111',
    'at https://www.facebook.com/harbour/posts/4242424242424242, look',
    'urn:li:share:6011111111111117',
    '4242424242424242@example.com',
    'https://mastodon.example/@ana/4242424242424242',
    'DE89 3704 0044 0532 0130 00',
    'GB42 4242 4242 4242 4242 42',
    '41111111-1111-4111-8111-111111111111',
    'id_4242424242424242',
    'x4242424242424242',
    '42424242424242424242424242',
    '1795401234567',
    '9780306406157',
    '40 42 44 46 48 50 52 54 56',
    '2026 11 23 02 41 00 2026 11 24',
    '1718000000.123459 4242',
  ])('is not seen in %j', (text) => {
    expect(holdsCardNumber(text)).toBe(false);
  });

  it('is seen however its digits stand among words, and takes no time over long texts', () => {
    const word = fc.stringMatching(/^[a-z]{0,8}$/);
    fc.assert(
      fc.property(word, word, fc.constantFrom('', ' ', '-'), (before, after, between) => {
        const number = ['5555', '5555', '5555', '4444'].join(between);
        expect(holdsCardNumber(`${before} ${number} ${after}`)).toBe(true);
      }),
    );
    const begun = performance.now();
    for (const piece of ['1 ', '1234 ', '1234567890123', 'a.bc/', '@.:/']) {
      expect(holdsCardNumber(`1234567890123${piece.repeat(10_000)}`)).toBe(false);
    }
    // A step too many for each character would take minutes.
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});

describe('the edge', () => {
  const log = memoryLog();
  const seen: unknown[] = [];
  const api = createApi({
    ...{ publicUrl: 'http://localhost:3000', log, limits: createLimits(1_000) },
    ...{ policy: { decide: () => false }, session: async () => null, actorOf: async () => null },
  });
  const responses = { 200: jsonAnswer(z.object({}), 'Done') };
  const body = jsonBody(z.object({ note: z.object({ lines: z.array(z.string()) }) }));
  const guard = publicRoute('a sample');
  api.mount([
    guarded({ method: 'post', path: '/api/notes', guard, request: { body }, responses }, (c) => {
      seen.push(c.req.valid('json'));
      return c.json({}, 200);
    }),
    guarded({ method: 'get', path: '/api/notes', guard, responses }, (c) => c.json({}, 200)),
    guarded({ method: 'post', path: '/api/signed', guard, webhook: true, responses }, (c) => c.json({}, 200)),
  ]);
  const ask = (path: string, text?: string) =>
    api.fetch(
      new Request(`http://localhost:3000${path}`, {
        headers: { 'x-coact': '1', origin: 'http://localhost:3000', 'content-type': 'application/json' },
        ...(text === undefined ? {} : { method: 'POST', body: text }),
      }),
    );
  const note = (line: string) => JSON.stringify({ note: { lines: ['Hello', line] } });

  it('refuses a body that holds one, with a sentence, and says the number nowhere', async () => {
    const answer = await ask('/api/notes', note('It is 4242 4242 4242 4242'));
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(JSON.parse(text)).toMatchObject({ code: 'card_number' });
    expect(text + JSON.stringify(log.lines)).not.toMatch(/4242/);
    expect(seen).toEqual([]);
    expect((await ask('/api/notes', note('4242 4242 4242 4242').replaceAll('4', '\\u0034'))).status).toBe(422);
  });

  it('refuses a search for one', async () => {
    expect((await ask('/api/notes?q=4242-4242-4242-4242')).status).toBe(422);
    expect((await ask('/api/notes?before=1795401234567')).status).toBe(200);
  });

  it('lets everything else through, and leaves what another system has signed alone', async () => {
    expect((await ask('/api/notes', note('Call +49 1512 3456 7890'))).status).toBe(200);
    expect((await ask('/api/signed', note('4242 4242 4242 4242'))).status).toBe(200);
  });
});
