import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goodPassword, openAccounts, openVisitor } from '../../../test/support/account.ts';
import { openAuthenticator } from '../../../test/support/authenticator.ts';
import { type Browser, type Office, openOffice } from '../../../test/support/sign-in.ts';
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

async function withPassword() {
  const account = await accounts.join(owner.orgId);
  expect((await account.browser.ask('PUT', '/api/account/password', { password: goodPassword })).status).toBe(204);
  return account;
}

const signIn = (email: string, password: string, browser = openVisitor(office)) =>
  browser.ask('POST', '/api/sign-in/password', { email, password, returnTo: '/requests' });
const isIn = async (browser: ReturnType<typeof openVisitor>) =>
  (await browser.ask('GET', '/api/me')).json.signedIn === true;

describe('a password', () => {
  it('lets its person in, with the address in any spelling', async () => {
    const { email } = await withPassword();
    const browser = openVisitor(office);
    const answer = await signIn(` ${email.toUpperCase()} `, goodPassword, browser);
    expect(answer).toMatchObject({ status: 200, json: { returnTo: '/requests' } });
    expect(await isIn(browser)).toBe(true);
    expect([...browser.cookies.keys()].toSorted()).toEqual(['__Host-coact', '__Host-coact-device']);
  });

  it('that is wrong, and an address that nobody has, get one answer', async () => {
    const { email } = await withPassword();
    const linkOnly = await accounts.join(owner.orgId);
    const answers = await Promise.all([
      signIn(email, 'a wrong guess here'),
      signIn(linkOnly.email, goodPassword),
      signIn('nobody@example.com', goodPassword),
    ]);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toMatchObject({ status: 401, json: { code: 'wrong_credentials' } });
  });

  it('never leads out of the product', async () => {
    const { email } = await withPassword();
    const body = { email, password: goodPassword, returnTo: '//evil.example' };
    const answer = await openVisitor(office).ask('POST', '/api/sign-in/password', body);
    expect(answer.json).toEqual({ returnTo: '/' });
  });

  it('is no way in for who was deactivated', async () => {
    const { email, personId } = await withPassword();
    await office.ask(`/api/members/${personId}`, { as: owner, method: 'PATCH', body: { state: 'deactivated' } });
    const browser = openVisitor(office);
    expect(await signIn(email, goodPassword, browser)).toMatchObject({ status: 403, json: { code: 'deactivated' } });
    expect(await isIn(browser)).toBe(false);
  });

  it('is not there where the operator wants none', async () => {
    const without = await openOffice(world, { passwords: false });
    const { email } = await withPassword();
    const answer = await openVisitor(without).ask('POST', '/api/sign-in/password', { email, password: goodPassword });
    expect(answer.status).toBe(404);
  });
});

describe('the second factor', () => {
  async function pending() {
    const account = await withPassword();
    const { secret, recoveryCodes } = await accounts.addCode(account);
    const browser = openVisitor(office);
    const answer = await signIn(account.email, goodPassword, browser);
    return { account, secret, recoveryCodes, browser, answer };
  }

  it('is asked for after the first, before there is a session', async () => {
    const { browser, answer, secret } = await pending();
    expect(answer.json).toEqual({ next: 'second_factor', methods: ['code', 'recovery'] });
    expect(await isIn(browser)).toBe(false);
    const ended = await browser.ask('POST', '/api/sign-in/second-factor', { code: accounts.shown(secret) });
    expect(ended).toMatchObject({ status: 200, json: { returnTo: '/requests' } });
    expect(await isIn(browser)).toBe(true);
    expect(browser.cookies.has('__Host-coact-pending')).toBe(false);
    const me = await browser.ask('GET', '/api/account');
    expect(
      (me.json.sessions as { current: boolean; secondFactor: boolean }[]).find((one) => one.current),
    ).toMatchObject({
      secondFactor: true,
    });
  });

  it('is asked for after a link too', async () => {
    const { account } = await pending();
    const browser = openVisitor(office);
    const answer = await accounts.signInByLink(account.email, browser);
    expect(answer).toMatchObject({ status: 200, json: { next: 'second_factor' } });
    expect(await isIn(browser)).toBe(false);
  });

  it('can be a recovery code, once, of which its person is told', async () => {
    const { browser, recoveryCodes, account } = await pending();
    const recoveryCode = recoveryCodes[3] ?? '';
    expect((await browser.ask('POST', '/api/sign-in/second-factor', { recoveryCode })).status).toBe(200);
    expect(await accounts.notices(account)).toContain('A recovery code was used');
    const again = openVisitor(office);
    await signIn(account.email, goodPassword, again);
    const answer = await again.ask('POST', '/api/sign-in/second-factor', { recoveryCode });
    expect(answer).toMatchObject({ status: 401, json: { code: 'wrong_code' } });
    expect((await account.browser.ask('GET', '/api/account')).json.secondFactor).toMatchObject({
      recoveryCodesLeft: 9,
    });
  });

  it('can be a passkey, asked with a challenge of its own', async () => {
    const { account } = await pending();
    const { device } = await accounts.addPasskey(account);
    const browser = openVisitor(office);
    expect((await signIn(account.email, goodPassword, browser)).json.methods).toEqual(['code', 'passkey', 'recovery']);
    const asked = await browser.ask('POST', '/api/sign-in/second-factor/options');
    const passkey = device.get(asked.json.options as object);
    const stranger = openVisitor(office);
    expect((await stranger.ask('POST', '/api/sign-in/second-factor', { passkey })).json.code).toBe('start_again');
    expect((await browser.ask('POST', '/api/sign-in/second-factor', { passkey })).status).toBe(200);
    expect(await isIn(browser)).toBe(true);
  });

  it('may be wrong five times; then it begins anew', async () => {
    const { browser, secret } = await pending();
    const codes: unknown[] = [];
    for (let index = 0; index < 6; index += 1) {
      codes.push((await browser.ask('POST', '/api/sign-in/second-factor', { code: '000000' })).json.code);
    }
    expect(codes).toEqual([...Array(4).fill('wrong_code'), 'start_again', 'start_again']);
    const late = await browser.ask('POST', '/api/sign-in/second-factor', { code: accounts.shown(secret) });
    expect(late.json.code).toBe('start_again');
    expect(await isIn(browser)).toBe(false);
  });

  it('is awaited for ten minutes', async () => {
    const { browser, secret } = await pending();
    world.clock.advance(10 * 60_000);
    const late = await browser.ask('POST', '/api/sign-in/second-factor', { code: accounts.shown(secret) });
    expect(late).toMatchObject({ status: 401, json: { code: 'start_again' } });
  });

  it('is nobody else’s: another’s code, another’s passkey, no cookie', async () => {
    const [mine, other] = [await pending(), await pending()];
    const { device } = await accounts.addPasskey(other.account);
    const code = accounts.shown(other.secret);
    expect((await mine.browser.ask('POST', '/api/sign-in/second-factor', { code })).json.code).toBe('wrong_code');
    const asked = await mine.browser.ask('POST', '/api/sign-in/second-factor/options');
    const passkey = device.get(asked.json.options as object);
    expect((await mine.browser.ask('POST', '/api/sign-in/second-factor', { passkey })).json.code).toBe('wrong_code');
    const bare = await openVisitor(office).ask('POST', '/api/sign-in/second-factor', {
      code: accounts.shown(mine.secret),
    });
    expect(bare.json.code).toBe('start_again');
  });

  it('ends one sign-in only, though two answers come at once', async () => {
    const { browser, recoveryCodes } = await pending();
    const both = await Promise.all(
      recoveryCodes
        .slice(0, 2)
        .map((recoveryCode) => browser.ask('POST', '/api/sign-in/second-factor', { recoveryCode })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 401]);
  });
});

describe('a passkey', () => {
  it('lets its person in by itself, with two factors shown', async () => {
    const account = await accounts.join(owner.orgId);
    const { device } = await accounts.addPasskey(account);
    const browser = openVisitor(office);
    const asked = await browser.ask('POST', '/api/sign-in/passkey/options');
    const response = device.get(asked.json.options as object);
    const answer = await browser.ask('POST', '/api/sign-in/passkey', { response, returnTo: '/requests' });
    expect(answer).toMatchObject({ status: 200, json: { returnTo: '/requests' } });
    expect((await browser.ask('GET', '/api/me')).json).toMatchObject({ security: { secondFactor: 'ok' } });
    // The challenge is used up, and it was this browser's.
    expect((await browser.ask('POST', '/api/sign-in/passkey', { response })).json.code).toBe('start_again');
    const thief = openVisitor(office);
    expect((await thief.ask('POST', '/api/sign-in/passkey', { response })).json.code).toBe('start_again');
    await thief.ask('POST', '/api/sign-in/passkey/options');
    expect((await thief.ask('POST', '/api/sign-in/passkey', { response })).json.code).toBe('wrong_credentials');
  });

  it('that nobody knows is refused', async () => {
    const browser = openVisitor(office);
    const asked = await browser.ask('POST', '/api/sign-in/passkey/options');
    const response = openAuthenticator().get(asked.json.options as object);
    expect(await browser.ask('POST', '/api/sign-in/passkey', { response })).toMatchObject({
      status: 401,
      json: { code: 'wrong_credentials' },
    });
  });
});

describe('an entry', () => {
  it('is in the log, with the way and the factors, and holds nothing secret', async () => {
    const { personId, email } = await withPassword();
    await signIn(email, goodPassword);
    const entries = await world.db.inOrg(owner.orgId, (tx) => office.audit.read(tx, 0));
    const own = entries.map(({ entry }) => entry).filter(({ target }) => target.id === personId);
    expect(own.map(({ action, detail }) => [action, detail])).toContainEqual([
      'people.signed_in',
      { by: 'password', secondFactor: false },
    ]);
    const said = JSON.stringify(entries);
    for (const secret of [email, goodPassword]) expect(said).not.toContain(secret);
    expect(JSON.stringify(world.log.lines)).not.toContain(goodPassword);
    const tables = await sql`select hash from passwords`.execute(world.db.kysely);
    expect(JSON.stringify(tables.rows)).not.toContain(goodPassword);
  });
});
