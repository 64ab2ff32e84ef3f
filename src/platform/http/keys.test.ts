import { z } from '@hono/zod-openapi';
import { expect, it } from 'vitest';
import { orgId } from '../db/index.ts';
import { memoryLog } from '../log/index.ts';
import type { ServiceActor } from '../policy/index.ts';
import type { Admissions } from './admission.ts';
import { createApi, createLimits, guarded, jsonAnswer, member } from './index.ts';

const org = orgId('018f0000-0000-7000-8000-000000000001');
const program: ServiceActor = { kind: 'key', keyId: 'k1', orgId: org, rights: ['read'], state: 'active' };
const answers = { 200: jsonAnswer(z.object({}).loose(), 'It') };

function open({ factor = 1, ...more }: Partial<Admissions> & { readonly factor?: number } = {}) {
  const api = createApi({
    ...{ publicUrl: 'http://localhost:3000', log: memoryLog(), limits: createLimits(factor) },
    policy: { decide: ({ actor, action }) => actor.kind === 'key' && action === 'things.read' },
    session: async () => ({
      ...{ sessionId: 's1', userId: 'u1', signedInAt: new Date(0), secondFactor: true, steppedUpAt: null },
    }),
    actorOf: async () => null,
    keyOf: async (key) => (key === 'coact_right' ? program : null),
    ...more,
  });
  const route = (path: string, guard: Parameters<typeof guarded>[0]['guard']) =>
    guarded({ method: 'get', path, guard, responses: answers }, (c) => c.json({ who: 'somebody' }, 200));
  api.mount([
    route('/api/open', member('things.read', { keys: true })),
    route('/api/careful', member('things.read', { keys: true, stepUp: true })),
    route('/api/closed', member('things.read')),
  ]);
  return {
    api,
    ask: (path: string, headers = {}) => api.fetch(new Request(`http://localhost:3000${path}`, { headers })),
  };
}

const right = { authorization: 'Bearer coact_right' };
const codeOf = async (answer: Response) => [answer.status, ((await answer.json()) as { code?: string }).code];

it('lets a key in where the route and the policies both say so; no step-up is asked of a program', async () => {
  const { ask } = open();
  for (const path of ['/api/open', '/api/careful'])
    expect([path, (await ask(path, right)).status]).toEqual([path, 200]);
  expect(await codeOf(await ask('/api/closed', right))).toEqual([403, 'not_for_keys']);
  const strict = open({ policy: { decide: () => false } });
  expect(await codeOf(await strict.ask('/api/open', right))).toEqual([403, 'not_allowed']);
});

it('never takes the session for a key that is wrong', async () => {
  const { ask } = open();
  expect(await codeOf(await ask('/api/open', { authorization: 'Bearer coact_wrong' }))).toEqual([401, 'bad_key']);
  const none = open({ keyOf: undefined });
  expect(await codeOf(await none.ask('/api/open', right))).toEqual([401, 'bad_key']);
});

it('counts each key by itself, says how much is left, and when to come back', async () => {
  // A hundredth of the usual limits: three calls.
  const { ask } = open({ factor: 0.01 });
  const left: (string | null)[] = [];
  for (let call = 0; call < 3; call += 1) left.push((await ask('/api/open', right)).headers.get('ratelimit-remaining'));
  expect(left).toEqual(['2', '1', '0']);
  const refused = await ask('/api/open', right);
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused.headers.get('ratelimit-remaining')).toBe('0');
  expect(refused.headers.get('ratelimit-reset')).toBe(refused.headers.get('retry-after'));
});

it('stops whoever tries keys, by their address', async () => {
  const { ask } = open({ factor: 0.05 });
  const statuses = [];
  for (let call = 0; call < 4; call += 1) {
    statuses.push((await ask('/api/open', { authorization: `Bearer coact_guess${call}` })).status);
  }
  expect(statuses).toEqual([401, 401, 401, 429]);
});

it('says in the description which routes are open to keys', () => {
  const { paths, components } = open().api.document() as {
    paths: Record<string, { get: { security: object[]; description: string } }>;
    components: { securitySchemes: Record<string, { type: string }> };
  };
  expect(paths['/api/open']?.get.security).toEqual([{ session: [] }, { key: [] }]);
  expect(paths['/api/open']?.get.description).toContain('API keys');
  expect(paths['/api/closed']?.get.security).toEqual([{ session: [] }]);
  expect(components.securitySchemes.key).toMatchObject({ type: 'http', scheme: 'bearer' });
});
