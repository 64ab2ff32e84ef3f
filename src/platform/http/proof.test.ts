import { z } from '@hono/zod-openapi';
import { describe, expect, it } from 'vitest';
import type { Session } from '../auth/index.ts';
import { orgId } from '../db/index.ts';
import { memoryLog } from '../log/index.ts';
import { type Actor, everywhere, type Role, roles } from '../policy/index.ts';
import { createApi, createLimits, guarded, jsonAnswer, member, type SecondFactorRule, signedIn } from './index.ts';

const ours = orgId('018f0000-0000-7000-8000-000000000001');
const publicUrl = 'https://coact.example.com';
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

type Asked = Partial<Session> & { readonly as?: Role; readonly rule?: SecondFactorRule | undefined };

/** Asks an application of three routes with a session that proved so much; gives status and, of problems, the code. */
async function ask(path: string, { as = 'employee', rule, ...proved }: Asked = {}) {
  const session: Session = {
    ...{ sessionId: 's1', userId: 'u1', signedInAt: minutesAgo(60), secondFactor: false, steppedUpAt: null },
    ...proved,
  };
  const person = { kind: 'member', personId: 'p1', orgId: ours, state: 'active', userId: 'u1' } as const;
  const actor: Actor = { ...person, roles: [as], reach: everywhere };
  const api = createApi({
    ...{ publicUrl, log: memoryLog(), limits: createLimits(), policy: { decide: () => true } },
    session: async () => session,
    actorOf: async () => actor,
    stepUpMethods: async ({ userId }) => (userId === 'u1' ? ['passkey', 'code'] : []),
    ...(rule ? { secondFactor: rule } : {}),
  });
  const responses = { 200: jsonAnswer(z.object({}), 'It') };
  api.mount([
    guarded({ method: 'get', path: '/read', guard: member('read'), responses }, (c) => c.json({})),
    guarded({ method: 'get', path: '/pay', guard: member('pay', { stepUp: true }), responses }, (c) => c.json({})),
    guarded({ method: 'get', path: '/own', guard: signedIn({ stepUp: true }), responses }, (c) => c.json({})),
  ]);
  const answer = await api.fetch(new Request(publicUrl + path));
  const { code, methods } = (await answer.json()) as { code?: string; methods?: string[] };
  return { status: answer.status, ...(code ? { code } : {}), ...(methods ? { methods } : {}) };
}

const ok = { status: 200 };
const stepUp = { status: 403, code: 'step_up_needed', methods: ['passkey', 'code'] };
const second = { status: 403, code: 'second_factor_needed' };

describe('a route that needs a fresh proof', () => {
  it.each(['/pay', '/own'])('%s is open for ten minutes after one, and not longer', async (path) => {
    expect(await ask(path, { steppedUpAt: minutesAgo(9) })).toEqual(ok);
    expect(await ask(path, { steppedUpAt: minutesAgo(10.1) })).toEqual(stepUp);
    expect(await ask(path, { steppedUpAt: null })).toEqual(stepUp);
  });

  it('does not make the others need one', async () => {
    expect(await ask('/read')).toEqual(ok);
  });
});

describe('the second factor', () => {
  it.each(roles)('of %s', async (as) => {
    const needed = as === 'owner' || as === 'admin';
    expect(await ask('/read', { as })).toEqual(needed ? second : ok);
    expect(await ask('/read', { as, rule: 'required' })).toEqual(needed ? second : ok);
    expect(await ask('/read', { as, rule: 'offered' })).toEqual(ok);
    expect(await ask('/read', { as, secondFactor: true })).toEqual(ok);
  });

  it('is asked before a step-up, which would not help', async () => {
    expect(await ask('/pay', { as: 'owner' })).toEqual(second);
    expect(await ask('/pay', { as: 'owner', secondFactor: true })).toEqual(stepUp);
  });

  it('is not asked where one can set it up', async () => {
    expect(await ask('/own', { as: 'owner', steppedUpAt: minutesAgo(1) })).toEqual(ok);
  });
});
