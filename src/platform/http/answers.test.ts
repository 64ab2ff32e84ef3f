import { z } from '@hono/zod-openapi';
import { describe, expect, it } from 'vitest';
import { memoryLog } from '../log/index.ts';
import { createApi, createLimits, emptyAnswer, guarded, jsonAnswer, problem, publicRoute } from './index.ts';

const described = jsonAnswer(z.object({ name: z.string(), at: z.string().optional() }), 'A thing');

/** A route that answers what it is told to, in an application that checks answers. */
async function answering(answer: unknown, status = 200): Promise<{ status: number; text: string }> {
  const api = createApi({
    ...{ publicUrl: 'https://coact.example.com', log: memoryLog(), limits: createLimits(), checkAnswers: true },
    policy: { decide: () => false },
    session: async () => null,
    actorOf: async () => null,
  });
  const responses = { 200: described, 204: emptyAnswer('Nothing') };
  const route = { method: 'get', path: '/things', guard: publicRoute('a test'), responses } as const;
  api.mount([
    guarded(route, (c) =>
      status === 409
        ? problem(c, 409, 'taken', 'It is taken.')
        : new Response(answer === undefined ? null : JSON.stringify(answer), {
            status,
            headers: answer === undefined ? {} : { 'content-type': 'application/json' },
          }),
    ),
  ]);
  const response = await api.fetch(new Request('https://coact.example.com/things'));
  return { status: response.status, text: await response.text() };
}

describe('an answer in tests', () => {
  it.each([
    ['as described', { name: 'a' }, 200, 200],
    ['without a body, where none is described', undefined, 204, 204],
    ['that is a problem', null, 409, 409],
  ])('goes through %s', async (_name, body, status, expected) => {
    expect((await answering(body, status)).status).toBe(expected);
  });

  it.each([
    ['with a field that nobody described', { name: 'a', salary: 1 }, 200, 'more than is described'],
    ['without what is promised', {}, 200, 'name'],
    ['of another type', { name: 1 }, 200, 'name'],
    ['of a status that is not described', { name: 'a' }, 201, 'status 201'],
    ['without the body that is described', undefined, 200, 'is not JSON'],
  ])('is a failure %s', async (_name, body, status, complaint) => {
    const answer = await answering(body, status);
    expect(answer.status).toBe(500);
    expect(answer.text).toContain(complaint);
  });
});
