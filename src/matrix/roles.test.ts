import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Role, roles } from '../platform/policy/index.ts';
import { type Matrix, nobodys, openMatrix, type Route } from './world.fixture.ts';

/** Role × route × {an id of one's own organisation, a foreign one, an unknown one, one that is none}. */
let matrix: Matrix;
beforeAll(async () => {
  matrix = await openMatrix();
});
afterAll(() => matrix[Symbol.asyncDispose]());

/** 2xx, or what the reviewed line says; never "sign in", "not allowed", "not there" or a failure of ours. */
function succeeded({ expected: { business = [] } }: Route, status: number): boolean {
  return (status >= 200 && status < 300) || business.includes(status);
}

async function tryAllowed(route: Route, role: Role): Promise<void> {
  const whose = route.expected.own ? role : 'owner';
  const id = route.hasId ? await matrix.thing(route, matrix.as(whose)) : undefined;
  const { status, text } = await matrix.ask(matrix.as(role), route, id);
  expect([route.name, role, succeeded(route, status) || `${status} ${text}`]).toEqual([route.name, role, true]);
}

/** Whoever's role does not allow it learns nothing of what there is: the same for each id. */
async function tryRefused(route: Route, role: Role, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const { status, text } = await matrix.ask(matrix.as(role), route, id);
    expect([route.name, role, id, status, JSON.parse(text).code]).toEqual([route.name, role, id, 403, 'not_allowed']);
  }
}

// In parts, each with its own time: there are thousands of calls.
const parts = [
  ['reading', (method: string, _path: string) => method === 'GET'],
  ['changing the schedule', (method: string, path: string) => method !== 'GET' && path.startsWith('/api/schedule/')],
  ['changing anything else', (method: string, path: string) => method !== 'GET' && !path.startsWith('/api/schedule/')],
] as const;

it.each(parts)('lets each role do what is expected, and nothing else, in %s', async (_name, isPart) => {
  const { stranger } = matrix;
  const routes = matrix.routes.filter(({ method, path }) => isPart(method, path));
  expect(routes.length).toBeGreaterThan(20);
  for (const route of routes) {
    await matrix.proveAgain();
    const own = route.hasId ? await matrix.thing(route, matrix.as('owner')) : nobodys;
    const foreign = route.hasId ? await matrix.thing(route, stranger) : nobodys;
    const ids = route.hasId ? [own, foreign, nobodys, 'not-an-id'] : [nobodys];
    for (const role of roles) {
      if (route.expected.may.includes(role)) await tryAllowed(route, role);
      else await tryRefused(route, role, ids);
    }
  }
  const failures = matrix.world.log.lines.filter(({ fields }) => fields.event === 'http.route_failed');
  expect(failures).toEqual([]);
});

it('takes nothing from another site', async () => {
  const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  for (const route of matrix.routes.filter(({ method }) => method !== 'GET')) {
    const { status, text } = await matrix.ask(matrix.as('owner'), route, nobodys, headers);
    expect([route.name, status, JSON.parse(text).code]).toEqual([route.name, 403, 'cross_site']);
  }
});

it('asks who is signed out to sign in, whatever they ask about', async () => {
  for (const route of matrix.routes) {
    await matrix.proveAgain();
    const own = route.hasId ? await matrix.thing(route, matrix.as('owner')) : nobodys;
    const answers = [];
    for (const id of [own, nobodys, 'not-an-id']) answers.push(await matrix.ask(null, route, id));
    expect([route.name, answers[0]?.status, JSON.parse(answers[0]?.text ?? '').code]).toEqual([
      route.name,
      401,
      'signed_out',
    ]);
    for (const answer of answers) expect([route.name, answer]).toEqual([route.name, answers[0]]);
  }
});
