import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAccounts, openVisitor, type Visitor } from '../../../test/support/account.ts';
import { openTestIssuer, type TestIssuer } from '../../../test/support/oidc-issuer.ts';
import { type Browser, type Office, openOffice } from '../../../test/support/sign-in.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { openOidcSignIn } from '../../platform/auth/index.ts';
import { sql } from '../../platform/db/index.ts';

const publicUrl = 'http://localhost:3000';
let world: World;
let issuer: TestIssuer;
let office: Office;
let owner: Browser;
let accounts: ReturnType<typeof openAccounts>;

beforeAll(async () => {
  world = await openWorld();
  issuer = await openTestIssuer({
    redirectUri: `${publicUrl}/api/sign-in/oidc/callback`,
    claims: { openid: ['sub', 'email', 'email_verified'] },
    // Every person of this issuer has the address that their name spells.
    about: (person) => ({ email: person, email_verified: true }),
  });
  const settings = { name: 'Harbour login', scopes: 'openid', trustSecondFactor: false };
  office = await openOffice(world, { oidcSignIn: openOidcSignIn({ ...issuer, ...settings, publicUrl }) });
  owner = await office.found();
  accounts = openAccounts(office, world);
});
afterAll(async () => {
  await issuer[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

/** Goes to the issuer, signs in there as `person`, and comes back. */
async function goThrough(browser: Visitor, person: string, start = '/api/sign-in/oidc?returnTo=/requests') {
  const begun = await browser.ask('GET', start);
  const back = new URL(await issuer.click(begun.location ?? '', person));
  return browser.ask('GET', back.pathname + back.search);
}

const link = '/api/account/identities/oidc/link';
const isIn = async (browser: Visitor) => (await browser.ask('GET', '/api/me')).json.signedIn === true;

describe('single sign-on', () => {
  it('is offered by its name', async () => {
    const me = await openVisitor(office).ask('GET', '/api/me');
    expect(me.json.signIn).toMatchObject({ oidc: { name: 'Harbour login' } });
  });

  it('lets in who linked it to their account, and is listed there', async () => {
    const account = await accounts.join(owner.orgId);
    expect((await goThrough(account.browser, 'sam-1', link)).location).toBe('/account');
    const { json } = await account.browser.ask('GET', '/api/account');
    expect(json.identities).toMatchObject([{ provider: 'oidc', label: 'Harbour login' }]);
    expect(await accounts.notices(account)).toContain('Another sign-in was linked');
    const browser = openVisitor(office);
    expect((await goThrough(browser, 'sam-1')).location).toBe('/requests');
    expect((await browser.ask('GET', '/api/me')).json).toMatchObject({ user: { id: account.userId } });
  });

  it('never lets in by an address, though the issuer calls it verified', async () => {
    const { email } = await accounts.join(owner.orgId);
    const browser = openVisitor(office);
    expect((await goThrough(browser, email)).location).toBe('/sign-in?error=oidc_unknown');
    expect(await isIn(browser)).toBe(false);
    const rows = await sql<{ count: number }>`select count(*)::int as count from identities
      where user_id = ${await office.auth.userOf(email as never)}`.execute(world.db.kysely);
    expect(rows.rows[0]?.count).toBe(0);
  });

  it('accepts no invitation: its own link must be opened', async () => {
    const email = `invited-${crypto.randomUUID()}@example.com`;
    await office.ask('/api/members', { as: owner, body: { name: 'Ina', email, roles: ['admin'] } });
    const browser = openVisitor(office);
    expect((await goThrough(browser, email)).location).toBe('/sign-in?error=oidc_unknown');
    expect(await isIn(browser)).toBe(false);
  });

  it('asks for the second factor of who has one', async () => {
    const account = await accounts.join(owner.orgId);
    await goThrough(account.browser, 'sam-2', link);
    const { secret } = await accounts.addCode(account);
    const browser = openVisitor(office);
    const { location } = await goThrough(browser, 'sam-2');
    expect(location).toBe('/sign-in/second-factor?ways=code%2Crecovery&returnTo=%2Frequests');
    expect(await isIn(browser)).toBe(false);
    const ended = await browser.ask('POST', '/api/sign-in/second-factor', { code: accounts.shown(secret) });
    expect(ended.json).toEqual({ returnTo: '/requests' });
  });

  it('that is one account’s can’t be linked to another', async () => {
    const [first, second] = [await accounts.join(owner.orgId), await accounts.join(owner.orgId)];
    await goThrough(first.browser, 'sam-3', link);
    expect((await goThrough(second.browser, 'sam-3', link)).location).toBe('/account?problem=identity_taken');
    const browser = openVisitor(office);
    await goThrough(browser, 'sam-3');
    expect((await browser.ask('GET', '/api/me')).json).toMatchObject({ user: { id: first.userId } });
  });

  it('is linked to nobody but who set out to, in the browser in which they did', async () => {
    const [victim, attacker] = [await accounts.join(owner.orgId), await accounts.join(owner.orgId)];
    // The attacker's answer, opened in the victim's browser.
    const begun = await attacker.browser.ask('GET', link);
    const back = new URL(await issuer.click(begun.location ?? '', 'mallory'));
    const answer = await victim.browser.ask('GET', back.pathname + back.search);
    expect(answer.location).toBe('/sign-in?error=oidc_refused');
    // Begun by one, ended by another who signed in meanwhile.
    const mine = await attacker.browser.ask('GET', link);
    const mineBack = new URL(await issuer.click(mine.location ?? '', 'mallory'));
    await accounts.signInByLink(victim.email, attacker.browser);
    expect((await attacker.browser.ask('GET', mineBack.pathname + mineBack.search)).location).toContain('/sign-in');
    expect((await victim.browser.ask('GET', '/api/account')).json.identities).toEqual([]);
  });

  it('can be unlinked by its own person alone, and then lets nobody in', async () => {
    const [mine, other] = [await accounts.join(owner.orgId), await accounts.join(owner.orgId)];
    await goThrough(mine.browser, 'sam-4', link);
    const [identity] = (await mine.browser.ask('GET', '/api/account')).json.identities as { id: string }[];
    const path = `/api/account/identities/${identity?.id}`;
    expect((await other.browser.ask('DELETE', path)).status).toBe(404);
    expect((await mine.browser.ask('DELETE', path)).status).toBe(204);
    expect((await goThrough(openVisitor(office), 'sam-4')).location).toBe('/sign-in?error=oidc_unknown');
  });

  it('refuses what this browser did not ask for', async () => {
    const browser = openVisitor(office);
    const answer = await browser.ask('GET', '/api/sign-in/oidc/callback?code=x&state=y');
    expect(answer.location).toBe('/sign-in?error=oidc_refused');
  });

  it('keeps neither subject nor address', async () => {
    const account = await accounts.join(owner.orgId);
    await goThrough(account.browser, 'canary-subject@example.com', link);
    const rows = await sql`select * from identities`.execute(world.db.kysely);
    expect(JSON.stringify(rows.rows)).not.toContain('canary-subject');
    expect(JSON.stringify(world.log.lines)).not.toContain('canary-subject');
  });
});
