import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { sql } from '../db/index.ts';
import { type Auth, addressSchema, authJobs, openAuth } from './index.ts';

const publicUrl = 'https://coact.example.com';
let world: World;
let auth: Auth;

beforeAll(async () => {
  world = await openWorld();
  auth = await openAuth({ ...world, publicUrl });
});
afterAll(() => world[Symbol.asyncDispose]());

const withCookie = (cookie?: string) => new Request(publicUrl, { headers: cookie ? { cookie } : {} });
const pairOf = ({ setCookie }: { setCookie: readonly string[] }) => setCookie[0]?.split(';')[0] ?? '';

async function signedIn(former?: string) {
  const userId = await auth.createUser();
  const cookies = await auth.startSession(userId, withCookie(former));
  return { userId, cookie: pairOf(cookies), header: cookies.setCookie[0] ?? '' };
}

describe('a session', () => {
  it('is a __Host- cookie that scripts and other sites cannot use', async () => {
    const { header } = await signedIn();
    expect(header).toMatch(/^__Host-coact=[^;]{40,};/);
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(header).toContain(attribute);
    expect(header).not.toContain('Domain');
  });

  it('is known by its cookie, and by nothing else', async () => {
    const { userId, cookie } = await signedIn();
    expect(await auth.session(withCookie(cookie))).toMatchObject({ userId });
    expect(await auth.session(withCookie())).toBeNull();
    const value = cookie.slice('__Host-coact='.length);
    for (const forged of [value.slice(0, -3), `x${value}`, value.split('.')[0], '%00', '', 'a.b'])
      expect(await auth.session(withCookie(`__Host-coact=${forged}`))).toBeNull();
  });

  it('stands in the database as a hash only', async () => {
    const { cookie } = await signedIn();
    const token = decodeURIComponent(cookie.slice('__Host-coact='.length)).split('.')[0] ?? '';
    const rows = await sql<{ token: string }>`select token from sessions`.execute(world.db.kysely);
    expect(token.length).toBeGreaterThanOrEqual(32);
    expect(JSON.stringify(rows.rows)).not.toContain(token);
    // What a thief reads in the table opens nothing.
    for (const { token: stored } of rows.rows)
      expect(await auth.session(withCookie(`__Host-coact=${stored}`))).toBeNull();
  });

  it('is a new one at each sign-in, and the one planted before is over', async () => {
    const planted = await signedIn();
    const own = await signedIn(planted.cookie);
    expect(own.cookie).not.toBe(planted.cookie);
    expect(await auth.session(withCookie(planted.cookie))).toBeNull();
    expect(await auth.session(withCookie(own.cookie))).toMatchObject({ userId: own.userId });
  });

  it('ends at sign-out, for the cookie that was copied too', async () => {
    const { cookie } = await signedIn();
    const { setCookie } = await auth.endSession(withCookie(cookie));
    expect(setCookie.join()).toMatch(/__Host-coact=;.*Max-Age=0/);
    expect(await auth.session(withCookie(cookie))).toBeNull();
  });

  it('ends on every device at once', async () => {
    const first = await signedIn();
    const second = pairOf(await auth.startSession(first.userId, withCookie()));
    await auth.endSessions(first.userId);
    expect(await auth.session(withCookie(first.cookie))).toBeNull();
    expect(await auth.session(withCookie(second))).toBeNull();
  });

  it('ends after a week unused', async () => {
    const { userId, cookie } = await signedIn();
    await sql`update sessions set expires_at = now() - interval '1 second' where user_id = ${userId}`.execute(
      world.db.kysely,
    );
    expect(await auth.session(withCookie(cookie))).toBeNull();
  });

  it('ends after thirty days, however much it is used', async () => {
    const { userId, cookie } = await signedIn();
    await sql`update sessions set created_at = now() - interval '31 days' where user_id = ${userId}`.execute(
      world.db.kysely,
    );
    expect(await auth.session(withCookie(cookie))).toBeNull();
    const left = await sql`select 1 from sessions where user_id = ${userId}`.execute(world.db.kysely);
    expect(left.rows).toEqual([]);
  });

  it('lives on through a restart', async () => {
    const { userId, cookie } = await signedIn();
    const restarted = await openAuth({ ...world, publicUrl });
    expect(await restarted.session(withCookie(cookie))).toMatchObject({ userId });
  });
});

describe('a one-time link', () => {
  const link = (minutes = 15, returnTo?: string) =>
    auth.createLink({ purpose: 'sign_in', subject: { userId: 'u' }, minutes, returnTo });

  it('works once, even for two at the same moment', async () => {
    const token = await link();
    const both = await Promise.all([auth.redeemLink(token), auth.redeemLink(token)]);
    expect(both.filter((one) => one !== null)).toEqual([
      { purpose: 'sign_in', subject: { userId: 'u' }, returnTo: '/' },
    ]);
    expect(await auth.redeemLink(token)).toBeNull();
  });

  it('expires', async () => {
    const token = await link(15);
    world.clock.advance(15 * 60_000);
    expect(await auth.redeemLink(token)).toBeNull();
  });

  it('is not used up by a look', async () => {
    const token = await link();
    expect(await auth.peekLink(token)).not.toBeNull();
    expect(await auth.redeemLink(token)).not.toBeNull();
  });

  it('can be withdrawn with all of its kind', async () => {
    const token = await auth.createLink({ purpose: 'owner', subject: {}, minutes: 15 });
    const other = await link();
    await auth.withdrawLinks('owner');
    expect(await auth.redeemLink(token)).toBeNull();
    expect(await auth.redeemLink(other)).not.toBeNull();
  });

  it('is stored as a hash only, and leads to pages of ours only', async () => {
    const token = await link(15, 'https://evil.example/');
    const rows = await sql`select token_hash::text as hash, subject, return_to from sign_in_links`.execute(
      world.db.kysely,
    );
    expect(JSON.stringify(rows.rows)).not.toContain(token);
    expect((await auth.redeemLink(token))?.returnTo).toBe('/');
  });
});

describe('the hourly sweep', () => {
  it('removes what has ended and leaves the rest', async () => {
    const [idle, aged, live] = [await signedIn(), await signedIn(), await signedIn()];
    const set = (userId: string, change: string) =>
      sql`update sessions set ${sql.raw(change)} where user_id = ${userId}`.execute(world.db.kysely);
    await set(idle.userId, "expires_at = now() - interval '1 second'");
    await set(aged.userId, "created_at = now() - interval '31 days'");
    await auth.createLink({ purpose: 'sign_in', subject: {}, minutes: 1 });
    world.clock.advance(60_001);
    const [job] = authJobs(world);
    await job?.run({}, { attempt: 1, last: false, forget: async () => undefined });
    expect(await auth.session(withCookie(live.cookie))).not.toBeNull();
    const left = await sql<{ user_id: string }>`select user_id from sessions`.execute(world.db.kysely);
    const users = left.rows.map((row) => row.user_id);
    expect(users).toContain(live.userId);
    expect(users).not.toContain(idle.userId);
    expect(users).not.toContain(aged.userId);
    const links = await sql`select 1 from sign_in_links where expires_at < ${world.clock.now()}`.execute(
      world.db.kysely,
    );
    expect(links.rows).toEqual([]);
  });
});

describe('a user', () => {
  it('is found by address in any spelling, while no table holds the address', async () => {
    const address = addressSchema.parse('  Ada.Lovelace@Example.com ');
    const userId = await auth.ensureUser(address, true);
    expect(await auth.userOf(addressSchema.parse('ada.lovelace@example.com'))).toBe(userId);
    expect(await auth.ensureUser(address, false)).toBe(userId);
    const rows = await sql`select * from users`.execute(world.db.kysely);
    expect(JSON.stringify(rows.rows).toLowerCase()).not.toMatch(/lovelace|example\.com/);
  });

  it('is one, even when two make it at the same moment', async () => {
    const address = addressSchema.parse('twice@example.com');
    const both = await Promise.all([auth.ensureUser(address, false), auth.ensureUser(address, true)]);
    expect(new Set(both).size).toBe(1);
  });

  it('gets an address unless it is another’s', async () => {
    const address = addressSchema.parse('grace@example.com');
    const [first, second] = [await auth.createUser(), await auth.createUser()];
    expect(await auth.setAddress(first, address)).toBe('set');
    expect(await auth.setAddress(first, address)).toBe('set');
    expect(await auth.setAddress(second, address)).toBe('taken');
  });
});
