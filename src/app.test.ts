import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppMembers, openMembers } from '../test/support/app-members.ts';
import { type AppWorld, draft, openAppWorld } from '../test/support/app-world.ts';
import type { Browser } from '../test/support/sign-in.ts';
import { catalogueProblems, orgId, sql } from './platform/db/index.ts';
import { type Role, roles } from './platform/policy/index.ts';

let world: AppWorld;
let members: AppMembers;
let stranger: Browser;
const browsers = new Map<Role, Browser>();

beforeAll(async () => {
  world = await openAppWorld();
  members = await openMembers(world);
  stranger = await members.found('Elsewhere');
  for (const role of roles) browsers.set(role, await members.signInAs(role));
});
afterAll(() => world[Symbol.asyncDispose]());

const nobodys = '018f0000-0000-7000-8000-0000000000aa';
const listing = () => world.app.api.listing();
const named = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
const bodyFor = (method: string) => (method === 'GET' || method === 'DELETE' ? {} : { body: {} });

const everybody = roles;
const managers: readonly Role[] = ['owner', 'admin'];
const publishers: readonly Role[] = ['owner', 'admin', 'publisher'];

/** Who may ask for what. Written down by hand: a change of a policy has to be meant here too. */
const allowed: Readonly<Record<string, readonly Role[]>> = {
  'GET /api/organisation': everybody,
  'PATCH /api/organisation': managers,
  'GET /api/members': managers,
  'POST /api/members': managers,
  'PATCH /api/members/:id': managers,
  'DELETE /api/members/:id': managers,
  'POST /api/previews': publishers,
  'POST /api/pictures': publishers,
  'POST /api/requests/render': publishers,
  'GET /api/requests': publishers,
  'POST /api/requests': publishers,
  'GET /api/requests/:id': publishers,
  'PATCH /api/requests/:id': publishers,
  'POST /api/requests/:id/send': publishers,
  'POST /api/requests/:id/recall': publishers,
  'POST /api/requests/:id/end': publishers,
  'POST /api/requests/:id/duplicate': publishers,
  'DELETE /api/requests/:id': publishers,
  'GET /api/dashboard': publishers,
  'GET /api/slack': publishers,
  'GET /api/slack/channels': publishers,
  'DELETE /api/slack': managers,
};

/** Open without being a member: each is a deliberate line. */
const open = [
  ...[
    'GET /healthz',
    'GET /readyz',
    'GET /api/openapi.json',
    'GET /api/me',
    'GET /api/settings/scopes',
    'GET /media/:id',
  ],
  ...[
    'POST /api/sign-in/link',
    'POST /api/sign-in/verify',
    'GET /api/sign-in/slack',
    'GET /api/sign-in/slack/callback',
  ],
  ...['POST /slack/events', 'GET /slack/install', 'GET /slack/oauth_redirect', 'GET /slack/manifest.json'],
  ...[
    'GET /connect/:network',
    'POST /connect/:network',
    'GET /connect/:network/callback',
    'POST /connect/:network/undo',
  ],
];

/** Last of all in the table, as they take away what the others stand on. */
const order = Object.keys(allowed).toSorted(
  (left, right) => Number(left.includes('DELETE')) - Number(right.includes('DELETE')),
);

describe('every route', () => {
  it('has a guard, and is one that is known here', () => {
    expect(listing().filter(({ guard }) => guard === 'none')).toEqual([]);
    const guarded = listing().filter(({ guard }) => guard.startsWith('member('));
    expect(guarded.map(named).toSorted()).toEqual(Object.keys(allowed).toSorted());
    expect(
      listing()
        .filter(({ guard }) => guard === 'public')
        .map(named)
        .toSorted(),
    ).toEqual(open.toSorted());
    const signedIn = listing().filter(({ guard }) => guard === 'signedIn');
    expect(signedIn.map(named).toSorted()).toEqual(['POST /api/setup', 'POST /api/sign-out']);
  });

  it('of the API is described, with its input and its problems, in OpenAPI 3.1', () => {
    const document = world.app.api.document() as {
      openapi: string;
      paths: Record<string, Record<string, { responses: Record<string, unknown>; requestBody?: unknown }>>;
    };
    expect(document.openapi).toMatch(/^3\.1\./);
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replaceAll(/{(\w+)}/g, ':$1')}`),
    );
    const wanted = listing().filter(({ path }) => !path.startsWith('/connect/'));
    expect(described.toSorted()).toEqual(wanted.map(named).toSorted());
    for (const operation of Object.values(document.paths).flatMap((operations) => Object.values(operations))) {
      expect(Object.keys(operation.responses)).toContain('default');
    }
    expect(() => JSON.parse(JSON.stringify(document))).not.toThrow();
  });
});

describe.each(order)('%s', (route) => {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern.replace(':id', nobodys);
  const may = allowed[route] ?? [];
  // Allowed, disconnecting would take Slack from those that are asked after it.
  const harmless = route !== 'DELETE /api/slack';

  it(`is open to ${may.join(', ')} alone`, async () => {
    for (const role of roles) {
      if (!harmless && may.includes(role)) continue;
      const { status } = await members.ask(browsers.get(role) ?? null, method, path, bodyFor(method));
      expect([role, status === 403 || status === 401]).toEqual([role, !may.includes(role)]);
      expect([role, status < 500]).toEqual([role, true]);
    }
  });

  it('asks who is signed out to sign in', async () => {
    const answer = await members.ask(null, method, path, bodyFor(method));
    expect([answer.status, JSON.parse(answer.text).code]).toEqual([401, 'signed_out']);
  });

  it('does not know another organisation', async () => {
    const owner = browsers.get('owner') ?? null;
    const ask = (org: string) =>
      members.ask(owner, method, path, { ...bodyFor(method), headers: { 'x-coact-org': org } });
    const foreign = await ask(stranger.orgId);
    expect(foreign.status).toBe(404);
    expect(foreign).toEqual(await ask(nobodys));
    expect(foreign).toEqual(await ask('not an id'));
    const intruder = { ...bodyFor(method), headers: { 'x-coact-org': members.orgId } };
    expect(await members.ask(stranger, method, path, intruder)).toEqual(foreign);
  });

  it('takes nothing from another site', async () => {
    if (method === 'GET') return;
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const { status } = await members.ask(browsers.get('owner') ?? null, method, path, { ...bodyFor(method), headers });
    expect(status).toBe(403);
  });
});

describe('what belongs to another organisation', () => {
  it('is, byte for byte, not there', async () => {
    const owner = browsers.get('owner') ?? null;
    const made = await members.ask(stranger, 'POST', '/api/requests', { body: draft });
    const request: string = JSON.parse(made.text).id;
    for (const route of order.filter((one) => one.includes(':id'))) {
      const [method = '', pattern = ''] = route.split(' ');
      const foreign = pattern.includes('/members/') ? stranger.personId : request;
      const ask = (id: string) => members.ask(owner, method, pattern.replace(':id', id), bodyFor(method));
      const answer = await ask(foreign);
      expect([route, answer.status]).toEqual([route, 404]);
      expect([route, answer]).toEqual([route, await ask(nobodys)]);
      expect([route, answer]).toEqual([route, await ask(foreign.toUpperCase())]);
      expect([route, answer]).toEqual([route, await ask('not-an-id')]);
    }
    const still = await members.ask(stranger, 'GET', `/api/requests/${request}`);
    expect(JSON.parse(still.text)).toMatchObject({ id: request, state: 'draft', revision: 1 });
    const own = await members.ask(owner, 'GET', '/api/requests');
    expect(own.text).not.toContain(request);
  });

  it('can’t be put into a request of one’s own', async () => {
    const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const form = new FormData();
    form.set('file', new File([Buffer.from(png, 'base64')], 'a.png', { type: 'image/png' }));
    const uploaded = await world.app.fetch(
      new Request('http://localhost:3000/api/pictures', { method: 'POST', headers: withoutType(stranger), body: form }),
    );
    const { id } = (await uploaded.json()) as { id: string };
    const send = async (pictureId: string) => {
      const body = { ...draft, picture: { id: pictureId, alt: 'A quay' } };
      const made = await members.ask(browsers.get('publisher') ?? null, 'POST', '/api/requests', { body });
      const path = `/api/requests/${JSON.parse(made.text).id}/send`;
      return members.ask(browsers.get('publisher') ?? null, 'POST', path, { body: {} });
    };
    const answer = await send(id);
    expect(answer.status).toBe(422);
    expect(answer).toEqual(await send(nobodys));
  });

  function withoutType({ headers }: Browser): Record<string, string> {
    return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'content-type'));
  }
});

describe('the whole schema', () => {
  it('leaves no hole in the wall between organisations', async () => {
    expect(await catalogueProblems(world.db)).toEqual([]);
  });

  it('shows one organisation nothing of another, in any table', async () => {
    await members.ask(stranger, 'POST', '/api/requests', { body: draft });
    const tables = await world.db.inOrg(orgId(members.orgId), async (tx) => {
      const found = await sql<{ name: string }>`select c.relname as name
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
        where c.relnamespace = 'coact'::regnamespace and c.relkind = 'r' and has_table_privilege(c.oid, 'select')`.execute(
        tx.on(),
      );
      const seen = [];
      for (const { name } of found.rows) {
        const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(name)}
          where org_id <> ${members.orgId}`.execute(tx.on());
        seen.push({ name, foreign: rows[0]?.count });
      }
      return seen;
    });
    expect(tables.length).toBeGreaterThan(15);
    expect(tables.filter(({ foreign }) => foreign !== 0)).toEqual([]);
  });
});
