import { z } from '@hono/zod-openapi';
import { describe, expect, it } from 'vitest';
import type { Session } from '../auth/index.ts';
import { type OrgId, orgId } from '../db/index.ts';
import { memoryLog } from '../log/index.ts';
import { type Actor, everywhere, type Policy, type Role } from '../policy/index.ts';
import {
  createApi,
  createLimits,
  fileField,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  type Limits,
  member,
  multipartBody,
  notFound,
  publicRoute,
  signedIn,
} from './index.ts';

const ours = orgId('018f0000-0000-7000-8000-000000000001');
const publicUrl = 'https://coact.example.com';
const write = { origin: publicUrl, 'x-coact': '1', 'content-type': 'application/json' };
const thing = z.object({
  name: z.string().min(1, 'Please give it a name.'),
  parts: z.array(z.object({ size: z.number() })).default([]),
});

type Settings = {
  roles?: readonly Role[];
  limits?: Limits;
  decide?: Policy['decide'];
  extra?: readonly GuardedRoute[];
  actions?: readonly string[];
};

function open({ roles = ['publisher'], limits = createLimits(), decide, extra = [], actions }: Settings = {}) {
  const log = memoryLog();
  const signedInAt = new Date(0);
  const session: Session = { sessionId: 's1', userId: 'u1', signedInAt, secondFactor: true, steppedUpAt: null };
  const person = { kind: 'member', personId: 'p1', orgId: ours, state: 'active', userId: 'u1' } as const;
  const actor: Actor = { ...person, roles, reach: everywhere };
  const api = createApi({
    publicUrl,
    log,
    limits,
    policy: {
      ...(actions ? { actions: new Set(actions) } : {}),
      decide:
        decide ??
        (({ actor: who, action }) =>
          action === 'things.write' && who.kind === 'member' && who.roles.includes('publisher')),
    },
    session: async (request) => (request.headers.get('cookie') === 'signed-in' ? session : null),
    actorOf: async (_session, wanted) => (wanted === null || wanted === ours ? actor : null),
  });
  const answers = { 200: jsonAnswer(z.object({}).loose(), 'It') };
  api.mount([
    guarded(
      {
        method: 'post',
        path: '/api/things',
        guard: member('things.write'),
        request: { body: jsonBody(thing) },
        responses: answers,
      },
      (c) => c.json({ made: c.req.valid('json').name, by: c.var.actor.personId, in: c.var.orgId }),
    ),
    guarded(
      {
        method: 'get',
        path: '/api/things/{id}',
        guard: member('things.write'),
        request: { params: z.object({ id: z.uuid() }) },
        responses: answers,
      },
      (c) => {
        const { id } = c.req.valid('param');
        const foreign = '018f0000-0000-7000-8000-000000000002' as OrgId;
        return c.var.allowed('things.read', { type: 'Thing', id, orgId: foreign }) ? c.json({ id }) : notFound(c);
      },
    ),
    guarded({ method: 'get', path: '/api/self', guard: signedIn(), responses: answers }, (c) =>
      c.json({ user: c.var.session.userId }),
    ),
    guarded({ method: 'get', path: '/api/open', guard: publicRoute('a sample'), responses: answers }, (c) =>
      c.json({ ok: true }),
    ),
    guarded(
      {
        method: 'post',
        path: '/hook',
        guard: publicRoute('the caller signs'),
        webhook: true,
        responses: answers,
      },
      async (c) => c.json({ bytes: (await c.req.text()).length }),
    ),
    guarded(
      {
        method: 'post',
        path: '/api/files',
        guard: publicRoute('a sample'),
        bodyLimit: 300_000,
        request: { body: multipartBody(z.object({ file: fileField() })) },
        responses: answers,
      },
      (c) => c.json({ size: c.req.valid('form').file.size }),
    ),
    guarded({ method: 'get', path: '/api/broken', guard: publicRoute('a sample'), responses: answers }, () => {
      throw new Error('ada@example.com broke it');
    }),
    ...extra,
  ]);
  const ask = (path: string, init: RequestInit = {}) => api.fetch(new Request(publicUrl + path, init));
  const post = (body: unknown, headers: Record<string, string> = {}) =>
    ask('/api/things', {
      method: 'POST',
      headers: { cookie: 'signed-in', ...write, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return { api, ask, post, log };
}

const problemOf = async (response: Response) => {
  expect(response.headers.get('content-type')).toContain('application/problem+json');
  return (await response.json()) as { status: number; code: string; detail: string; fields?: Record<string, string> };
};

describe('a guarded route', () => {
  it('gives its handler the validated input and the member', async () => {
    const response = await open().post({ name: 'lamp' });
    expect(await response.json()).toEqual({ made: 'lamp', by: 'p1', in: ours });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  it('asks for a session first', async () => {
    const { ask } = open();
    expect(await problemOf(await ask('/api/self'))).toMatchObject({ status: 401, code: 'signed_out' });
    expect((await ask('/api/self', { headers: { cookie: 'signed-in' } })).status).toBe(200);
    expect((await ask('/api/open')).status).toBe(200);
  });

  it('refuses a role that may not, before it looks at the body', async () => {
    const { post } = open({ roles: ['employee'] });
    expect(await problemOf(await post('{'))).toMatchObject({ status: 403, code: 'not_allowed' });
  });

  it('answers a foreign organisation, an unknown one and nonsense with the same bytes', async () => {
    const { post } = open();
    const answers = await Promise.all(
      ['018f0000-0000-7000-8000-000000000009', 'ffffffff-0000-7000-8000-000000000009', 'x'].map(async (org) => {
        const response = await post({ name: 'lamp' }, { 'x-coact-org': org });
        return `${response.status} ${await response.text()}`;
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('404');
  });

  it('answers a foreign thing, an id that is none and an unknown address with the same bytes', async () => {
    const { ask } = open();
    const answers = await Promise.all(
      ['/api/things/018f0000-0000-7000-8000-0000000000aa', '/api/things/nonsense', '/api/nothing'].map(async (path) => {
        const response = await ask(path, { headers: { cookie: 'signed-in' } });
        return `${response.status} ${await response.text()}`;
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('"code":"not_found"');
  });
});

describe('input', () => {
  it('that is invalid is explained field by field', async () => {
    const problem = await problemOf(await open().post({ name: '', parts: [{ size: 1 }, { size: 'big' }] }));
    expect(problem).toMatchObject({ status: 422, code: 'invalid', detail: 'Please give it a name.' });
    expect(Object.keys(problem.fields ?? {})).toEqual(['name', 'parts.1.size']);
  });

  it.each([
    ['{', {}, 400, 'malformed_request'],
    ['name=lamp', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'unsupported_type'],
    [JSON.stringify({ name: 'x'.repeat(100_001) }), {}, 413, 'too_large'],
    ['{"name":"a\\u0000b"}', {}, 422, 'invalid'],
    ['[]', {}, 422, 'invalid'],
    ['null', {}, 422, 'invalid'],
  ])('%.30s is refused', async (body, headers, status, code) => {
    expect(await problemOf(await open().post(body, headers))).toMatchObject({ status, code });
  });

  it('may speak of a backslash before u0000', async () => {
    expect((await open().post('{"name":"\\\\u0000"}')).status).toBe(200);
  });

  it('may be larger where a route says so', async () => {
    const { ask } = open();
    const send = (size: number) => {
      const form = new FormData();
      form.set('file', new File([new Uint8Array(size)], 'a.bin'));
      return ask('/api/files', { method: 'POST', headers: { origin: publicUrl, 'x-coact': '1' }, body: form });
    };
    expect(await (await send(200_000)).json()).toEqual({ size: 200_000 });
    expect((await send(400_000)).status).toBe(413);
  });
});

describe('a write from elsewhere', () => {
  it.each([
    ['without our header', { 'x-coact': '' }],
    ['from another origin', { origin: 'https://evil.example' }],
    ['from an opaque origin', { origin: 'null' }],
    ['from a sibling host', { 'sec-fetch-site': 'same-site' }],
    ['from another site', { 'sec-fetch-site': 'cross-site' }],
    ['typed into the address bar', { 'sec-fetch-site': 'none' }],
  ])('%s is refused', async (_name, headers) => {
    expect(await problemOf(await open().post({ name: 'lamp' }, headers))).toMatchObject({
      status: 403,
      code: 'cross_site',
    });
  });

  it('without any word of the browser is refused', async () => {
    const { ask } = open();
    const init = {
      method: 'POST',
      headers: { cookie: 'signed-in', 'x-coact': '1', 'content-type': 'application/json' },
      body: '{}',
    };
    expect((await ask('/api/things', init)).status).toBe(403);
  });

  it('is taken from a system that signs its requests', async () => {
    const { ask } = open();
    expect(await (await ask('/hook', { method: 'POST', body: '\0raw' })).json()).toEqual({ bytes: 4 });
  });
});

describe('limits', () => {
  it('say when to come back', async () => {
    const limits: Limits = { consume: async () => ({ ok: false, retryAfter: 17 }) };
    const response = await open({ limits }).ask('/api/open');
    expect(response.headers.get('retry-after')).toBe('17');
    expect(await problemOf(response)).toMatchObject({ status: 429, code: 'too_many_requests' });
  });
});

describe('a bug', () => {
  it('is answered and logged without its words', async () => {
    const { ask, log } = open();
    const response = await ask('/api/broken');
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text + JSON.stringify(log.lines)).not.toContain('ada@');
    expect(log.lines.at(-1)?.fields).toEqual({ event: 'http.route_failed', method: 'GET', route: '/api/broken' });
  });
});

describe('the application', () => {
  it('lists every route with its guard', () => {
    const listing = open().api.listing();
    expect(listing).toContainEqual({ method: 'POST', path: '/api/things', guard: 'member(things.write)', keys: false });
    expect(listing.filter((route) => route.guard === 'none')).toEqual([]);
  });

  it('refuses two routes at one address', () => {
    const again = guarded({ method: 'get', path: '/api/open', guard: publicRoute('again'), responses: {} }, (c) =>
      c.json({}),
    );
    expect(() => open({ extra: [again] })).toThrow('GET /api/open');
  });

  it('refuses a route whose guard no policy speaks of', () => {
    const typo = guarded({ method: 'get', path: '/api/typo', guard: member('things.raed'), responses: {} }, (c) =>
      c.json({}),
    );
    expect(() => open({ extra: [typo], actions: ['things.write'] })).toThrow('things.raed');
  });

  it('keeps the application from starting when it has no guard', () => {
    const bare = guarded({ method: 'get', path: '/api/open', guard: publicRoute('a test'), responses: {} }, (c) =>
      c.json({}),
    );
    const { guard, ...unguarded } = bare.config;
    expect(guard.kind).toBe('public');
    const config = unguarded as typeof bare.config;
    expect(() => open({ extra: [{ ...bare, config }] })).toThrow('GET /api/open does not say whom it is open to');
  });

  it('describes itself in OpenAPI with problems as errors', () => {
    const document = JSON.stringify(open().api.document());
    expect(document).toContain('/api/things/{id}');
    expect(document).toContain('application/problem+json');
  });
});
