import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAccounts, openVisitor } from '../../../test/support/account.ts';
import { type Browser, type Office, openOffice } from '../../../test/support/sign-in.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { makeOwnerSignInLink } from './back-in.ts';

let world: World;
let office: Office;
let founder: Browser;
let accounts: ReturnType<typeof openAccounts>;

beforeAll(async () => {
  world = await openWorld();
  office = await openOffice(world);
  founder = await office.found();
  accounts = openAccounts(office, world);
});
afterAll(() => world[Symbol.asyncDispose]());

const parts = () => ({ ...office, db: world.db, publicUrl: 'http://localhost:3000' });
const redeem = (url: string, browser = openVisitor(office)) =>
  browser.ask('POST', '/api/sign-in/verify', { token: new URL(url).searchParams.get('token') });

describe('the operator’s link for an owner', () => {
  it('lets them in once, within half an hour, and stands in the log', async () => {
    const made = await makeOwnerSignInLink(parts(), { orgId: founder.orgId });
    if (!made.ok) throw new Error(made.reason);
    expect(made.personId).toBe(founder.personId);
    expect((await redeem(made.url)).status).toBe(200);
    expect((await redeem(made.url)).status).toBe(422);
    const entries = await world.db.inOrg(founder.orgId, (tx) => office.audit.read(tx, 0));
    expect(entries.map(({ entry }) => entry)).toContainEqual({
      actor: { kind: 'operator', id: 'operator' },
      action: 'people.sign_in_link_made',
      target: { type: 'person', id: founder.personId },
      detail: { withoutSecondFactor: false },
    });
    const late = await makeOwnerSignInLink(parts(), { orgId: founder.orgId });
    world.clock.advance(31 * 60_000);
    expect((await redeem(late.ok ? late.url : '')).status).toBe(422);
  });

  it('asks for the second factor as ever, unless the operator takes it away', async () => {
    const account = await accounts.join(founder.orgId, 'owner');
    await accounts.addCode(account);
    await accounts.addPasskey(account);
    const wanted = { orgId: founder.orgId, personId: account.personId };
    const asked = await makeOwnerSignInLink(parts(), wanted);
    expect((await redeem(asked.ok ? asked.url : '')).json).toMatchObject({ next: 'second_factor' });
    const freed = await makeOwnerSignInLink(parts(), { ...wanted, withoutSecondFactor: true });
    // Whoever held what was lost is out.
    expect((await account.browser.ask('GET', '/api/account')).status).toBe(401);
    const browser = openVisitor(office);
    expect((await redeem(freed.ok ? freed.url : '', browser)).json).toEqual({ returnTo: '/' });
    expect((await browser.ask('GET', '/api/account')).json).toMatchObject({
      passkeys: [],
      secondFactor: { code: false, recoveryCodesLeft: 0 },
    });
  });

  it('is for owners alone', async () => {
    const admin = await accounts.join(founder.orgId, 'admin');
    const refused = { ok: false, reason: 'no_owner' };
    expect(await makeOwnerSignInLink(parts(), { orgId: founder.orgId, personId: admin.personId })).toEqual(refused);
    expect(await makeOwnerSignInLink(parts(), { orgId: world.newOrgId() })).toEqual(refused);
  });

  it('proves no address', async () => {
    const userId = await office.auth.createUser();
    const orgId = await office.people.createOrganisation({
      ...{ name: 'Bare', timeZone: 'UTC' },
      owner: { userId, name: 'Olga' },
    });
    const made = await makeOwnerSignInLink(parts(), { orgId });
    expect((await redeem(made.ok ? made.url : '')).status).toBe(200);
    expect(await office.auth.hasProvedAddress(userId)).toBe(false);
  });
});
