import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Account, goodPassword, openAccounts, openVisitor } from '../../../test/support/account.ts';
import { type Browser, cookieFrom, type Office, openOffice } from '../../../test/support/sign-in.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { sql } from '../../platform/db/index.ts';

let world: World;
let office: Office;
let owner: Browser;
let accounts: ReturnType<typeof openAccounts>;

beforeAll(async () => {
  world = await openWorld();
  office = await openOffice(world);
  owner = await office.found('Harbour');
  accounts = openAccounts(office, world);
});
afterAll(() => world[Symbol.asyncDispose]());

const growOld = (userId: string) =>
  sql`update sessions set stepped_up_at = now() - interval '11 minutes' where user_id = ${userId}`.execute(
    world.db.kysely,
  );
const acts = async ({ personId }: Account) => {
  const entries = await world.db.inOrg(owner.orgId, (tx) => office.audit.read(tx, 0));
  return entries.map(({ entry }) => entry).filter(({ target }) => target.id === personId);
};

describe('one’s account', () => {
  it('shows what there is, and whose sessions', async () => {
    const { browser, email } = await accounts.join(owner.orgId);
    const { json } = await browser.ask('GET', '/api/account');
    expect(json).toMatchObject({
      email: { address: email, proved: true },
      password: { set: false, changedAt: null },
      secondFactor: { required: false, code: false, recoveryCodesLeft: 0 },
      ...{ passkeys: [], identities: [], oidc: null, steppedUpUntil: expect.any(String) },
    });
    expect(json.sessions).toMatchObject([{ current: true, secondFactor: false }]);
  });

  it('is nobody’s who is signed out', async () => {
    expect((await openVisitor(office).ask('GET', '/api/account')).status).toBe(401);
  });
});

describe('what changes an account', () => {
  const id = '018f0000-0000-7000-8000-0000000000aa';
  it.each([
    ['PUT', '/api/account/password', { password: goodPassword }],
    ['DELETE', '/api/account/password'],
    ['POST', '/api/account/code'],
    ['POST', '/api/account/code/confirm', { code: '000000' }],
    ['DELETE', '/api/account/code'],
    ['POST', '/api/account/recovery-codes'],
    ['POST', '/api/account/passkeys/options'],
    ['POST', '/api/account/passkeys', {}],
    ['PATCH', `/api/account/passkeys/${id}`, { name: 'x' }],
    ['DELETE', `/api/account/passkeys/${id}`],
    ['GET', '/api/account/identities/oidc/link'],
    ['DELETE', `/api/account/identities/${id}`],
  ])('%s %s needs a fresh proof', async (method, path, body?: object) => {
    const { browser, userId } = await accounts.join(owner.orgId);
    await growOld(userId);
    expect(await browser.ask(method, path, body)).toMatchObject({
      status: 403,
      json: { code: 'step_up_needed', methods: ['mail'] },
    });
  });
});

describe('a step-up', () => {
  it('by password makes way, with a secret of its own for the session', async () => {
    const { browser, userId } = await accounts.join(owner.orgId);
    await browser.ask('PUT', '/api/account/password', { password: goodPassword });
    await growOld(userId);
    const former = browser.cookies.get('__Host-coact');
    const wrong = await browser.ask('POST', '/api/account/step-up', { password: 'a wrong guess here' });
    expect(wrong).toMatchObject({ status: 422, json: { code: 'wrong_code' } });
    const right = await browser.ask('POST', '/api/account/step-up', { password: goodPassword });
    expect(right).toMatchObject({ status: 200, json: { until: expect.any(String) } });
    expect(browser.cookies.get('__Host-coact')).not.toBe(former);
    const thief = openVisitor(office);
    thief.cookies.set('__Host-coact', former ?? '');
    expect((await thief.ask('GET', '/api/account')).status).toBe(401);
    expect((await browser.ask('DELETE', '/api/account/password')).status).toBe(204);
  });

  it('by mail is for those who have nothing else, with a code of this session', async () => {
    const account = await accounts.join(owner.orgId);
    const { browser, userId, email } = account;
    await growOld(userId);
    const codeFrom = async () => {
      await office.jobs.runDue();
      const mail = office.sent.findLast(({ to, subject }) => to === email && subject.includes('is your code'));
      return /\d{8}/.exec(mail?.subject ?? '')?.[0] ?? '';
    };
    expect((await browser.ask('POST', '/api/account/step-up/mail')).status).toBe(202);
    const first = await codeFrom();
    const elsewhere = openVisitor(office);
    await accounts.signInByLink(email, elsewhere);
    expect((await elsewhere.ask('POST', '/api/account/step-up', { mailCode: first })).status).toBe(422);
    expect((await browser.ask('POST', '/api/account/step-up', { mailCode: '00000000' })).status).toBe(422);
    expect((await browser.ask('POST', '/api/account/step-up', { mailCode: first })).status).toBe(200);
    expect((await browser.ask('POST', '/api/account/step-up', { mailCode: first })).status).toBe(422);
    await browser.ask('PUT', '/api/account/password', { password: goodPassword });
    const before = office.sent.length;
    await browser.ask('POST', '/api/account/step-up/mail');
    await office.jobs.runDue();
    expect(office.sent.slice(before).filter(({ subject }) => subject.includes('is your code'))).toEqual([]);
  });

  it('by code or passkey also proves the second factor, which a password or mail then can’t', async () => {
    const account = await accounts.join(owner.orgId);
    const late = openVisitor(office);
    await accounts.signInByLink(account.email, late);
    await account.browser.ask('PUT', '/api/account/password', { password: goodPassword });
    await accounts.signInByLink(account.email, late);
    const { secret } = await accounts.addCode(account);
    await growOld(account.userId);
    const refused = await late.ask('POST', '/api/account/code');
    expect(refused.json.methods).toEqual(['code']);
    expect((await late.ask('POST', '/api/account/step-up', { password: goodPassword })).status).toBe(422);
    expect((await late.ask('POST', '/api/account/step-up', { code: accounts.shown(secret) })).status).toBe(200);
    expect((await late.ask('GET', '/api/me')).json).toMatchObject({ security: { secondFactor: 'ok' } });
  });

  it('by passkey answers a challenge for this account alone', async () => {
    const [mine, other] = [await accounts.join(owner.orgId), await accounts.join(owner.orgId)];
    const { device } = await accounts.addPasskey(mine);
    const foreign = await accounts.addPasskey(other);
    await growOld(mine.userId);
    const ask = async () => (await mine.browser.ask('POST', '/api/account/step-up/options')).json.options as object;
    const stolen = foreign.device.get(await ask());
    expect((await mine.browser.ask('POST', '/api/account/step-up', { passkey: stolen })).status).toBe(422);
    const passkey = device.get(await ask());
    expect((await mine.browser.ask('POST', '/api/account/step-up', { passkey })).status).toBe(200);
    expect((await mine.browser.ask('POST', '/api/account/step-up', { passkey })).status).toBe(422);
  });
});

describe('one’s password', () => {
  it.each([
    ['too short', 'short one', /at least 15 characters/],
    ['what many use', 'passwordpassword', /Many people/],
    ['the organisation’s name', 'Harbour-Harbour-1', /name/],
  ])('is not %s', async (_name, password, sentence) => {
    const { browser } = await accounts.join(owner.orgId);
    const answer = await browser.ask('PUT', '/api/account/password', { password });
    expect(answer).toMatchObject({ status: 422, json: { fields: { password: expect.stringMatching(sentence) } } });
  });

  it('may be shorter beside a second factor, and then keeps that factor', async () => {
    const account = await accounts.join(owner.orgId);
    const { browser } = account;
    expect((await browser.ask('PUT', '/api/account/password', { password: 'lamp riv' })).status).toBe(422);
    await accounts.addCode(account);
    expect((await browser.ask('PUT', '/api/account/password', { password: 'lamp riv' })).status).toBe(204);
    const kept = await browser.ask('DELETE', '/api/account/code');
    expect(kept).toMatchObject({ status: 409, json: { code: 'password_too_short' } });
    await browser.ask('PUT', '/api/account/password', { password: goodPassword });
    expect((await browser.ask('DELETE', '/api/account/code')).status).toBe(204);
  });

  it('that changes ends the other sessions, and its person is told', async () => {
    const account = await accounts.join(owner.orgId);
    const other = openVisitor(office);
    await accounts.signInByLink(account.email, other);
    await account.browser.ask('PUT', '/api/account/password', { password: goodPassword });
    expect((await other.ask('GET', '/api/account')).status).toBe(200);
    await account.browser.ask('PUT', '/api/account/password', { password: `${goodPassword} again` });
    expect((await other.ask('GET', '/api/account')).status).toBe(401);
    expect((await account.browser.ask('GET', '/api/account')).status).toBe(200);
    expect(await accounts.notices(account)).toContain('Your password for Coact was set');
    expect((await acts(account)).map(({ action }) => action)).toContain('people.password_set');
  });
});

describe('second factors', () => {
  it('come with ten codes, make the session one of two factors, and are told of', async () => {
    const account = await accounts.join(owner.orgId);
    const former = account.browser.cookies.get('__Host-coact');
    const { recoveryCodes } = await accounts.addCode(account);
    expect(recoveryCodes).toHaveLength(10);
    expect(account.browser.cookies.get('__Host-coact')).not.toBe(former);
    expect((await account.browser.ask('GET', '/api/me')).json).toMatchObject({ security: { secondFactor: 'ok' } });
    const { added } = await accounts.addPasskey(account);
    expect(added).toMatchObject({ status: 200, json: { passkey: { name: 'Phone', lastUsedAt: null } } });
    expect(added.json.recoveryCodes).toBeUndefined();
    const told = await accounts.notices(account);
    expect(told.toSorted()).toEqual(['A passkey was added', 'A second factor was added']);
    expect((await acts(account)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['people.second_factor_added', 'people.passkey_added']),
    );
  });

  it('of which the first is a passkey come with codes too', async () => {
    const { added } = await accounts.addPasskey(await accounts.join(owner.orgId));
    expect(added.json.recoveryCodes).toHaveLength(10);
  });

  it('are not added by a wrong code, nor by an answer to somebody else’s challenge', async () => {
    const [mine, other] = [await accounts.join(owner.orgId), await accounts.join(owner.orgId)];
    await mine.browser.ask('POST', '/api/account/code');
    const wrong = await mine.browser.ask('POST', '/api/account/code/confirm', { code: '000000' });
    expect(wrong).toMatchObject({ status: 422, json: { code: 'wrong_code' } });
    const asked = await other.browser.ask('POST', '/api/account/passkeys/options');
    const { openAuthenticator } = await import('../../../test/support/authenticator.ts');
    const response = openAuthenticator().create(asked.json.options as object);
    await mine.browser.ask('POST', '/api/account/passkeys/options');
    const refused = await mine.browser.ask('POST', '/api/account/passkeys', { response, name: 'Phone' });
    expect(refused).toMatchObject({ status: 422, json: { code: 'passkey_refused' } });
  });

  it('take their recovery codes with them when the last one goes', async () => {
    const account = await accounts.join(owner.orgId);
    await accounts.addCode(account);
    const renewed = await account.browser.ask('POST', '/api/account/recovery-codes');
    expect(renewed.json.recoveryCodes).toHaveLength(10);
    await account.browser.ask('DELETE', '/api/account/code');
    const { json } = await account.browser.ask('GET', '/api/account');
    expect(json.secondFactor).toMatchObject({ code: false, recoveryCodesLeft: 0 });
    expect((await account.browser.ask('POST', '/api/account/recovery-codes')).status).toBe(409);
    expect(await accounts.signInByLink(account.email)).toMatchObject({ json: { returnTo: '/' } });
  });

  it('that are passkeys can be renamed and removed by their own person alone', async () => {
    const [mine, other] = [await accounts.join(owner.orgId), await accounts.join(owner.orgId)];
    const { added } = await accounts.addPasskey(mine);
    const path = `/api/account/passkeys/${(added.json.passkey as { id: string }).id}`;
    expect((await other.browser.ask('PATCH', path, { name: 'Mine' })).status).toBe(404);
    expect((await other.browser.ask('DELETE', path)).status).toBe(404);
    expect((await mine.browser.ask('PATCH', path, { name: 'Laptop' })).status).toBe(204);
    expect((await mine.browser.ask('GET', '/api/account')).json.passkeys).toMatchObject([{ name: 'Laptop' }]);
    expect((await mine.browser.ask('DELETE', path)).status).toBe(204);
  });
});

describe('where two factors are required', () => {
  it('an owner can reach their account alone until they have shown one, and can’t remove the last', async () => {
    const strict = await openOffice(world, { secondFactor: 'required' });
    const own = openAccounts(strict, world);
    const account = await own.join(owner.orgId, 'owner');
    const { browser } = account;
    expect(await browser.ask('GET', '/api/members')).toMatchObject({
      status: 403,
      json: { code: 'second_factor_needed' },
    });
    expect((await browser.ask('GET', '/api/me')).json).toMatchObject({ security: { secondFactor: 'needed' } });
    await own.addCode(account);
    expect((await browser.ask('GET', '/api/members')).status).toBe(200);
    const kept = await browser.ask('DELETE', '/api/account/code');
    expect(kept).toMatchObject({ status: 409, json: { code: 'second_factor_required' } });
    const { added } = await own.addPasskey(account);
    expect((await browser.ask('DELETE', '/api/account/code')).status).toBe(204);
    const last = `/api/account/passkeys/${(added.json.passkey as { id: string }).id}`;
    expect(await browser.ask('DELETE', last)).toMatchObject({ json: { code: 'second_factor_required' } });
  });
});

describe('an owner without an address', () => {
  it('keeps the passkey that is their last way in', async () => {
    const userId = await office.auth.createUser();
    await office.people.createOrganisation({ name: 'Bare', timeZone: 'UTC', owner: { userId, name: 'Olga' } });
    const started = await office.auth.startSession(userId, new Request('http://localhost:3000'));
    const browser = openVisitor(office);
    const cookie = cookieFrom(new Response(null, { headers: [['set-cookie', started.setCookie[0] ?? '']] })) ?? '';
    browser.cookies.set('__Host-coact', cookie.slice('__Host-coact='.length));
    const { added } = await accounts.addPasskey({ browser, userId, email: '', personId: '' });
    const path = `/api/account/passkeys/${(added.json.passkey as { id: string }).id}`;
    expect(await browser.ask('DELETE', path)).toMatchObject({ status: 409, json: { code: 'last_way_in' } });
  });
});

describe('sessions', () => {
  it('can be ended one by one and all others at once, by their own person', async () => {
    const account = await accounts.join(owner.orgId);
    const { browser, email } = account;
    const [second, third] = [openVisitor(office), openVisitor(office)];
    for (const one of [second, third]) await accounts.signInByLink(email, one);
    const list = (await browser.ask('GET', '/api/account')).json.sessions as { id: string; current: boolean }[];
    expect(list).toHaveLength(3);
    const secondId = ((await second.ask('GET', '/api/account')).json.sessions as typeof list).find(
      (s) => s.current,
    )?.id;
    const stranger = await accounts.join(owner.orgId);
    expect((await stranger.browser.ask('DELETE', `/api/account/sessions/${secondId}`)).status).toBe(404);
    expect((await browser.ask('DELETE', `/api/account/sessions/${secondId}`)).status).toBe(204);
    expect((await second.ask('GET', '/api/account')).status).toBe(401);
    expect((await third.ask('GET', '/api/account')).status).toBe(200);
    expect((await browser.ask('DELETE', '/api/account/sessions')).status).toBe(204);
    expect((await third.ask('GET', '/api/account')).status).toBe(401);
    expect((await browser.ask('GET', '/api/account')).status).toBe(200);
    expect((await acts(account)).filter(({ action }) => action === 'people.session_ended')).toHaveLength(2);
  });
});
