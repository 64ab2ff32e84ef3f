import { afterAll, beforeAll, expect, it } from 'vitest';
import { orgId, sql } from '../platform/db/index.ts';
import { type Right, rights } from '../platform/policy/index.ts';
import { forSignedIn } from './expected.fixture.ts';
import { type Matrix, nobodys, openMatrix, type Route } from './world.fixture.ts';

/** API keys as one more role: every route × {a key for everything, one for reading, one for webhooks} × whose id. */
let matrix: Matrix;
let keys: Record<'all' | 'read' | 'webhooks' | 'foreign', string>;

beforeAll(async () => {
  matrix = await openMatrix();
  const make = async (as: Matrix['stranger'], chosen: readonly Right[]): Promise<string> => {
    const body = { name: 'A program', rights: chosen };
    return JSON.parse((await matrix.members.ask(as, 'POST', '/api/api-keys', { body })).text).key;
  };
  const owner = matrix.as('owner');
  keys = {
    all: await make(owner, rights),
    read: await make(owner, ['read']),
    webhooks: await make(owner, ['webhooks']),
    foreign: await make(matrix.stranger, rights),
  };
});
afterAll(() => matrix[Symbol.asyncDispose]());

const ask = (key: keyof typeof keys, route: Route, id?: string) =>
  matrix.ask(null, route, id, {
    authorization: `Bearer ${keys[key]}`,
    origin: 'https://zapier.example',
    'x-coact': '',
  });
const thing = (route: Route, owner = matrix.as('owner')) =>
  route.hasId ? matrix.thing(route, owner) : Promise.resolve(nobodys);
const open = () => matrix.routes.filter((route) => route.keys);
const closed = () => matrix.routes.filter((route) => !route.keys);
const code = (text: string) => JSON.parse(text).code;
/** Rate limits are per key, and say of themselves how much is left. */
const same = ({ headers: { 'ratelimit-remaining': _, 'ratelimit-reset': __, ...headers }, ...answer }: Answered) => ({
  ...answer,
  headers,
});
type Answered = Awaited<ReturnType<typeof ask>>;

it('opens to programs everything that a publisher does', () => {
  const publishers = matrix.world.app.api.listing().filter(({ guard }) => /\((publish|requests\.read)\)/.test(guard));
  expect(publishers.length).toBeGreaterThan(12);
  // A digest is sent to a person, who asks for it themselves; wordings are proposed to who types, and a program has its own model.
  const ofPeople = (path: string) => path === '/api/digest' || path.startsWith('/api/share/rewriting');
  expect(publishers.filter(({ keys, path }) => !keys && !ofPeople(path))).toEqual([]);
});

it('lets a key for everything do what is open to keys, and nothing else', async () => {
  for (const route of open()) {
    const { status, text } = await ask('all', route, await thing(route));
    const fine = (status >= 200 && status < 300) || route.expected.business?.includes(status);
    expect([route.name, fine || `${status} ${text}`]).toEqual([route.name, true]);
  }
  for (const route of closed()) {
    for (const id of [nobodys, 'not-an-id']) {
      const { status, text } = await ask('all', route, id);
      expect([route.name, status, code(text)]).toEqual([route.name, 403, 'not_for_keys']);
    }
  }
});

it('lets a key do only what it was made for', async () => {
  const forHooks = ({ path }: Route) => path.startsWith('/api/webhook');
  // What publishers and approvers look at; what only publishers see, as their feeds, needs the right to publish.
  const looked = new Set(
    matrix.world.app.api
      .listing()
      .filter(({ guard }) => /\((requests|organisation)\.read\)/.test(guard))
      .map(({ method, path }) => `${method} ${path.replaceAll(/{(\w+)}/g, ':$1')}`),
  );
  for (const route of open()) {
    const id = await thing(route);
    const may = { read: looked.has(route.name), webhooks: forHooks(route) };
    for (const key of ['read', 'webhooks'] as const) {
      if (may[key] || route.path === '/api/organisation') continue;
      const { status, text } = await ask(key, route, id);
      expect([route.name, key, status, code(text)]).toEqual([route.name, key, 403, 'not_allowed']);
    }
    if (may.read) expect([route.name, (await ask('read', route, id)).status]).toEqual([route.name, 200]);
  }
});

it('shows a key nothing of another organisation: its things are, byte for byte, not there', async () => {
  for (const route of open().filter(({ hasId }) => hasId)) {
    const foreign = await matrix.thing(route, matrix.stranger);
    const absent = same(await ask('all', route, nobodys));
    expect([route.name, absent.status]).toEqual([route.name, 404]);
    for (const id of [foreign, 'not-an-id']) {
      expect([route.name, id, same(await ask('all', route, id))]).toEqual([route.name, id, absent]);
    }
  }
});

it('shows the key of another organisation nothing of ours, whatever organisation it names', async () => {
  const route = matrix.routes.find(({ name }) => name === 'GET /api/requests/:id');
  if (!route) throw new Error('no request can be read');
  const own = await thing(route);
  const named = { authorization: `Bearer ${keys.foreign}`, 'x-coact-org': matrix.members.orgId };
  expect((await matrix.ask(null, route, own, named)).status).toBe(404);
  expect(same(await ask('foreign', route, own))).toEqual(same(await ask('foreign', route, nobodys)));
});

it('opens no account to a key', async () => {
  for (const name of forSignedIn) {
    const [method = '', path = ''] = name.split(' ');
    const headers = { authorization: `Bearer ${keys.all}` };
    const body = method === 'GET' ? {} : { body: {} };
    const { status, text } = await matrix.members.ask(null, method, path, { headers, ...body });
    expect([name, status, code(text)]).toEqual([name, 403, 'not_for_keys']);
  }
});

it('records what a key did as the key’s doing, and of whoever made it only that they made it', async () => {
  const route = matrix.routes.find(({ name }) => name === 'POST /api/requests');
  if (!route) throw new Error('nothing can be drafted');
  await ask('all', route);
  const { rows } = await matrix.world.db.inOrg(orgId(matrix.members.orgId), (tx) =>
    sql<{ kind: string; id: string }>`select actor_kind as kind, actor_id as id from audit_entries
      where action = 'share.request_created' order by seq desc limit 1`.execute(tx.on()),
  );
  const listed = await matrix.members.ask(matrix.as('owner'), 'GET', '/api/api-keys');
  const all = JSON.parse(listed.text).keys.find(({ rights: may }: { rights: Right[] }) => may.length === rights.length);
  expect(rows).toEqual([{ kind: 'key', id: all.id }]);
  const log = await matrix.members.ask(matrix.as('owner'), 'GET', '/api/audit');
  expect(JSON.parse(log.text).entries[0].actor).toEqual({ kind: 'key', id: all.id, name: 'A program' });
});
