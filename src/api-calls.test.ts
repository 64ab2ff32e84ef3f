import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callsOf } from '../test/support/api-calls.ts';
import { type AppMembers, openMembers } from '../test/support/app-members.ts';
import { type AppWorld, openAppWorld } from '../test/support/app-world.ts';
import type { Browser } from '../test/support/sign-in.ts';

/** On PostgreSQL the queries differ, the routes do not. */
const calls = process.env.TEST_DATABASE_URL ? 2_000 : 10_000;
/** The same calls in every run; another number makes others. */
const seed = 20_261_122;

/** They end what the other calls need: a session, the connection to Slack. Their own tests call them. */
const skipped = new Set(['POST /api/sign-out', 'DELETE /api/slack']);

let world: AppWorld;
let members: AppMembers;
const roles = ['owner', 'publisher', 'employee'] as const;
let browsers: Record<(typeof roles)[number], Browser>;

beforeAll(async () => {
  world = await openAppWorld(null, { limitFactor: 1_000 });
  members = await openMembers(world);
  await signIn();
});
afterAll(() => world[Symbol.asyncDispose]());

async function signIn(): Promise<void> {
  const signedIn = roles.map(async (role) => [role, await members.signInAs(role)] as const);
  browsers = Object.fromEntries(await Promise.all(signedIn)) as typeof browsers;
}

async function existingIds(): Promise<string[]> {
  const requests = await Promise.all([world.sendRequest(), world.sendRequest({ title: 'Another' })]);
  const listed = await members.ask(browsers.owner, 'GET', '/api/members');
  const people: { id: string }[] = JSON.parse(listed.text).members;
  return [...requests, ...people.map(({ id }) => id)];
}

it(`answers ${calls} calls of every kind as described, and never with an error of its own`, async () => {
  const who = fc.option(fc.constantFrom(...roles), { freq: 6 });
  const statuses = new Map<number, number>();
  let made = 0;
  // All kinds of failures at once, one example of each.
  const failures = new Map<string, string>();
  await fc.assert(
    fc.asyncProperty(who, callsOf(world.app.api.document(), await existingIds(), skipped), async (role, call) => {
      // Some calls sign people out or take roles from them; few calls may find them so.
      made += 1;
      if (made % 100 === 0) await signIn();
      const answer = await members.ask(role && browsers[role], call.method, call.path, { body: call.body });
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (answer.status >= 500)
        failures.set(`${call.route}: ${answer.text}`, `${call.path} ${call.body?.slice(0, 500)}`);
    }),
    { numRuns: calls, seed, endOnFailure: true },
  );
  expect([...failures]).toEqual([]);
  // Calls that were all refused would prove little.
  const share = (of: (status: number) => boolean) =>
    [...statuses].reduce((sum, [status, count]) => sum + (of(status) ? count : 0), 0) / calls;
  expect(share((status) => status < 300)).toBeGreaterThan(0.1);
  expect(share((status) => status === 422)).toBeGreaterThan(0.05);
  expect(statuses.get(429) ?? 0).toBe(0);
}, 900_000);

it('leaves everything that can be read readable', async () => {
  await signIn();
  const read = async (path: string) => {
    const { status, text } = await members.ask(browsers.owner, 'GET', path);
    expect([path, status]).toEqual([path, 200]);
    return JSON.parse(text);
  };
  for (const path of ['/api/dashboard', '/api/organisation', '/api/members', '/api/me', '/api/slack']) await read(path);
  const pages = Math.ceil((await read('/api/requests')).total / 20);
  expect(pages).toBeGreaterThan(0);
  for (let page = 1; page <= pages; page += 1) {
    const { requests } = await read(`/api/requests?page=${page}`);
    for (const { id } of requests.slice(0, 3)) await read(`/api/requests/${id}`);
  }
});
