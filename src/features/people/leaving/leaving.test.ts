import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, type Office, openOffice } from '../../../../test/support/sign-in.ts';
import { openWorld, type World } from '../../../../test/support/world.ts';

let world: World;
let office: Office;
let owner: Browser;
let ana: Browser;
/** What the slice above was told. */
const left: [string, Date][] = [];
const merged: [string, string][] = [];
/** Makes the slice above fail. */
let isBroken = false;

beforeAll(async () => {
  world = await openWorld();
  office = await openOffice(world, {
    above: {
      onLeaving: [
        async (_tx, personId, at) => {
          left.push([personId, at]);
          if (isBroken) throw new Error('broken on purpose');
        },
      ],
      onMerging: [async (_tx, kept, other) => void merged.push([kept, other])],
      leavingLists: [
        {
          title: 'Shifts to come',
          read: async (_tx, personId) =>
            left.some(([id]) => id === personId) ? ['Bar, 3 June, open'] : ['Bar, 3 June'],
        },
      ],
    },
  });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  owner = await office.found();
  ana = await office.signInAs(owner.orgId, 'employee', 'Ana');
  left.length = 0;
  merged.length = 0;
  isBroken = false;
});

const ask = (method: string, path: string, body?: unknown, as = owner) => office.ask(path, { as, method, body });
const change = (body: unknown) => ask('PATCH', `/api/members/${ana.personId}`, body);
const list = async () => (await ask('GET', `/api/members/${ana.personId}/leaving`)).json();

describe('somebody who is deactivated', () => {
  it('has no access from the moment that is answered, on any of their devices, and none of their links works', async () => {
    const second = await office.auth.startSession(ana.userId, new Request('http://localhost:3000'));
    const phone = { ...ana, headers: { ...ana.headers, cookie: second.setCookie[0]?.split(';')[0] ?? '' } };
    const link = await office.auth.createLink({ purpose: 'sign_in', subject: { userId: ana.userId }, minutes: 15 });
    for (const as of [ana, phone]) expect((await ask('GET', '/api/profile', undefined, as)).status).toBe(200);
    expect((await change({ state: 'deactivated' })).status).toBe(200);
    for (const as of [ana, phone]) expect((await ask('GET', '/api/profile', undefined, as)).status).toBe(401);
    const entered = await office.ask('/api/sign-in/verify', { body: { token: link } });
    expect([entered.status, entered.headers.getSetCookie().join().includes('__Host-coact=')]).toEqual([403, false]);
  });

  it('is told to the slices above once, in the same unit of work, and again only after they were back', async () => {
    await change({ state: 'deactivated' });
    await change({ state: 'deactivated' });
    await change({ roles: ['publisher'] });
    expect(left).toEqual([[ana.personId, world.clock.now()]]);
    await change({ state: 'active' });
    expect(await list()).toMatchObject({ state: 'active', leftAt: null });
    await ask('DELETE', `/api/members/${ana.personId}`);
    expect(left).toHaveLength(2);
  });

  it('stays where a slice above fails: nothing is half done', async () => {
    isBroken = true;
    expect((await change({ state: 'deactivated' })).status).toBe(500);
    expect(await list()).toMatchObject({ state: 'active', leftAt: null });
    expect((await ask('GET', '/api/profile', undefined, ana)).status).toBe(200);
  });

  it('leaves a list of what ended and opened up, which can be looked at before', async () => {
    const bo = await office.signInAs(owner.orgId, 'employee', 'Bo');
    await ask('PATCH', `/api/people/${bo.personId}/employment`, { managerId: ana.personId });
    const before = { name: 'Ana', reports: [{ id: bo.personId, name: 'Bo' }] };
    expect(await list()).toEqual({
      ...{ ...before, id: ana.personId, state: 'active', leftAt: null },
      lists: [{ title: 'Shifts to come', items: ['Bar, 3 June'] }],
    });
    await change({ state: 'deactivated' });
    expect(await list()).toEqual({
      ...{ ...before, id: ana.personId, state: 'deactivated', leftAt: world.clock.now().toISOString() },
      lists: [{ title: 'Shifts to come', items: ['Bar, 3 June, open'] }],
    });
  });
});

describe('whoever', () => {
  it('leaves the Slack workspace leaves here too, and stays away when a member says so', async () => {
    const person = await world.db.inOrg(owner.orgId, (tx) => office.people.personForSlack(tx, 'U3'));
    await office.people.followSlackMember(owner.orgId, 'U3', false);
    await office.people.followSlackMember(owner.orgId, 'U3', false);
    expect(left).toEqual([[person.id, world.clock.now()]]);
    await ask('PATCH', `/api/members/${person.id}`, { state: 'deactivated' });
    await office.people.followSlackMember(owner.orgId, 'U3', true);
    expect(left).toHaveLength(1);
    const found = await world.db.inOrg(owner.orgId, (tx) => office.people.person(tx, person.id));
    expect(found?.state).toBe('deactivated');
  });

  it('was invited and never came is told of as well when the invitation is withdrawn', async () => {
    const email = `flo-${crypto.randomUUID()}@example.com`;
    const made = (await (await ask('POST', '/api/members', { name: 'Flo', email })).json()) as { id: string };
    await ask('DELETE', `/api/members/${made.id}`);
    expect(left.map(([id]) => id)).toEqual([made.id]);
  });

  it('turns out to be somebody from Slack does not leave: what hangs on the one record moves to the other', async () => {
    const kept = await world.db.inOrg(owner.orgId, async (tx) => {
      await office.people.personForSlack(tx, 'U4');
      return office.people.linkSlack(tx, { userId: ana.userId, slackUserId: 'U4' });
    });
    expect(merged).toEqual([[kept?.id, ana.personId]]);
    expect(left).toEqual([]);
  });
});
