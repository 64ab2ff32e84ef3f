import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, cookieFrom, type Office, openOffice } from '../../../test/support/sign-in.ts';
import { openWorld, type World } from '../../../test/support/world.ts';

const setup = { ownerName: 'Olga', organisationName: 'Acme', timeZone: 'Europe/Berlin' };

describe('a fresh installation', () => {
  let world: World;
  let office: Office;
  beforeAll(async () => {
    world = await openWorld();
    office = await openOffice(world);
  });
  afterAll(() => world[Symbol.asyncDispose]());

  const tokenOf = (link: string | null) => new URL(link ?? '').searchParams.get('token') ?? '';
  const verify = (token: string) => office.ask('/api/sign-in/verify', { body: { token } });
  const post = (cookie: string, body: unknown = setup) => office.ask('/api/setup', { headers: { cookie }, body });

  it('is claimed with the newest link, once, and by the founder of its organisation alone', async () => {
    expect(await (await office.ask('/api/me')).json()).toEqual({
      signedIn: false,
      ownerLinkPending: true,
      signIn: { email: true, password: true, passkey: true, slack: false, oidc: null },
    });
    const first = tokenOf(await office.people.ownerLink());
    const link = await office.people.ownerLink();
    expect(link).toMatch(/^http:\/\/localhost:3000\/welcome\?token=/);
    expect((await verify(first)).status).toBe(422);

    const entered = await verify(tokenOf(link));
    expect(await entered.json()).toEqual({ returnTo: '/setup' });
    expect((await verify(tokenOf(link))).status).toBe(422);
    const cookie = cookieFrom(entered) ?? '';
    expect(await (await office.ask('/api/me', { headers: { cookie } })).json()).toMatchObject({
      signedIn: true,
      organisation: null,
    });
    expect((await office.ask('/api/organisation', { headers: { cookie } })).status).toBe(403);

    // A second link, taken before the first owner is done: who founds first owns.
    const rival = cookieFrom(await verify(tokenOf(await office.people.ownerLink()))) ?? '';
    const late = tokenOf(await office.people.ownerLink());
    const both = await Promise.all([post(cookie), post(rival)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    const winner = both[0]?.status === 201 ? cookie : rival;

    expect(await office.people.ownerLink()).toBeNull();
    expect((await verify(late)).status).toBe(422);
    const me = await (await office.ask('/api/me', { headers: { cookie: winner } })).json();
    expect(me).toMatchObject({
      user: { name: 'Olga', email: '' },
      organisation: {
        name: 'Acme',
        timeZone: 'Europe/Berlin',
        setup: { named: true, slackConnected: false, done: false },
      },
      roles: ['owner', 'employee'],
      can: { manage: true, publish: true },
    });
    expect(await (await office.ask('/api/me')).json()).toMatchObject({ ownerLinkPending: false });

    // The owner may go back a step and correct a name; nobody else may.
    const again = { ...setup, organisationName: 'Acme Ltd', ownerEmail: 'olga@example.com' };
    expect((await post(winner, again)).status).toBe(201);
    expect(await (await office.ask('/api/me', { headers: { cookie: winner } })).json()).toMatchObject({
      organisation: { name: 'Acme Ltd' },
      user: { email: 'olga@example.com' },
    });
  });

  it('gives an owner’s link a day', async () => {
    const fresh = await openWorld();
    const other = await openOffice(fresh);
    const token = tokenOf(await other.people.ownerLink());
    fresh.clock.advance(24 * 3_600_000);
    expect((await other.ask('/api/sign-in/verify', { body: { token } })).status).toBe(422);
    await fresh[Symbol.asyncDispose]();
  });

  it('is set up by nobody without a session', async () => {
    expect((await office.ask('/api/setup', { body: setup })).status).toBe(401);
  });
});

describe('an organisation’s settings', () => {
  let world: World;
  let office: Office;
  let owner: Browser;
  beforeAll(async () => {
    world = await openWorld();
    office = await openOffice(world);
    owner = await office.found();
  });
  afterAll(() => world[Symbol.asyncDispose]());

  const patch = (body: unknown, as = owner) => office.ask('/api/organisation', { as, method: 'PATCH', body });

  it('begin with the product’s definitions', async () => {
    expect(await (await office.ask('/api/organisation', { as: owner })).json()).toEqual({
      id: owner.orgId,
      name: 'Acme',
      timeZone: 'Europe/Berlin',
      currency: 'USD',
      smallGroup: 5,
      eventValues: { currency: 'USD', awareness: 150, share: 300, click: 500, like: 200, reshare: 300, comment: 500 },
      setupDone: false,
    });
  });

  it('are changed one by one, and each change is audited by name', async () => {
    const answer = await patch({ name: 'Acme AG', smallGroup: 8, setupDone: true });
    expect(await answer.json()).toMatchObject({
      name: 'Acme AG',
      smallGroup: 8,
      setupDone: true,
      timeZone: 'Europe/Berlin',
    });
    const entries = await world.db.inOrg(owner.orgId, (tx) => office.audit.read(tx));
    expect(entries.at(-1)?.entry).toMatchObject({
      action: 'people.organisation_changed',
      detail: { fields: 'name,setupDone,smallGroup' },
    });
  });

  it.each([
    [{ smallGroup: 2 }, 'smallGroup'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ currency: 'XYZ' }, 'currency'],
    [{ name: ' ' }, 'name'],
    [{ name: 'Two\nlines' }, 'name'],
  ])('refuse %j', async (body, field) => {
    const answer = await patch(body);
    expect(answer.status).toBe(422);
    expect(Object.keys(((await answer.json()) as { fields: object }).fields)).toEqual([field]);
  });

  it('are read by every member and changed by managers', async () => {
    const employee = await office.signInAs(owner.orgId, 'employee');
    expect((await office.ask('/api/organisation', { as: employee })).status).toBe(200);
    expect((await patch({ name: 'Mine' }, employee)).status).toBe(403);
  });

  it('belong to the organisation that was chosen', async () => {
    const other = await office.people.createOrganisation({
      name: 'Second',
      timeZone: 'UTC',
      owner: { userId: owner.userId, name: 'Olga' },
    });
    const ask = async (org: string) =>
      (await (await office.ask('/api/organisation', { as: owner, headers: { 'x-coact-org': org } })).json()) as object;
    expect(await ask(other)).toMatchObject({ id: other, name: 'Second' });
    expect(await ask(owner.orgId)).toMatchObject({ id: owner.orgId });
    const me = (await (await office.ask('/api/me', { as: owner })).json()) as { organisations: object[] };
    expect(me.organisations).toHaveLength(2);
  });
});
