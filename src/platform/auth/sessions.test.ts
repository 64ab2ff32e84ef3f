import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { sql } from '../db/index.ts';
import { type Auth, openAuth, steppedUpUntil } from './index.ts';

const publicUrl = 'https://coact.example.com';
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
let world: World;
let auth: Auth;

beforeAll(async () => {
  world = await openWorld();
  auth = await openAuth({ ...world, publicUrl });
});
afterAll(() => world[Symbol.asyncDispose]());

const browser = (cookie = '') => new Request(publicUrl, { headers: { cookie, 'user-agent': firefox } });
const pairOf = (given: { setCookie: readonly string[] } | null) => given?.setCookie[0]?.split(';')[0] ?? '';
const set = (userId: string, change: string) =>
  sql`update sessions set ${sql.raw(change)} where user_id = ${userId}`.execute(world.db.kysely);

async function signedIn(userId?: string, secondFactor = false) {
  const user = userId ?? (await auth.createUser());
  const cookie = pairOf(await auth.startSession(user, browser(), { secondFactor }));
  return { userId: user, cookie, session: await auth.session(browser(cookie)) };
}

describe('what a session proved', () => {
  it('is one factor unless two were shown, and fresh at sign-in', async () => {
    const [one, two] = [await signedIn(), await signedIn(undefined, true)];
    expect(one.session?.secondFactor).toBe(false);
    expect(two.session?.secondFactor).toBe(true);
    expect(one.session && steppedUpUntil(one.session)).not.toBeNull();
  });

  it('grows old after ten minutes', async () => {
    const { userId, cookie } = await signedIn();
    await set(userId, "stepped_up_at = now() - interval '601 seconds'");
    const session = await auth.session(browser(cookie));
    expect(session && steppedUpUntil(session)).toBeNull();
  });
});

describe('a raised session', () => {
  it('has a secret of its own; the one before opens nothing', async () => {
    const { userId, cookie } = await signedIn();
    await set(userId, 'stepped_up_at = null');
    const raised = await auth.raiseSession(browser(cookie), { secondFactor: true });
    expect(raised?.until.getTime()).toBeGreaterThan(Date.now() + 9 * 60_000);
    expect(pairOf(raised)).not.toBe(cookie);
    expect(await auth.session(browser(cookie))).toBeNull();
    const session = await auth.session(browser(pairOf(raised)));
    expect(session).toMatchObject({ userId, secondFactor: true });
    expect(session && steppedUpUntil(session)).not.toBeNull();
  });

  it('keeps a second factor that it had, and never outlives its thirty days', async () => {
    const { userId, cookie } = await signedIn(undefined, true);
    await set(userId, "created_at = now() - interval '29 days'");
    const raised = await auth.raiseSession(browser(cookie), { secondFactor: false });
    const session = await auth.session(browser(pairOf(raised)));
    expect(session?.secondFactor).toBe(true);
    expect(Date.now() - (session?.signedInAt.getTime() ?? 0)).toBeGreaterThan(28.9 * 86_400_000);
    await set(userId, "created_at = now() - interval '31 days'");
    expect(await auth.session(browser(pairOf(raised)))).toBeNull();
  });

  it('is not made out of nothing, nor out of one that ended', async () => {
    const { cookie, userId } = await signedIn();
    await auth.endSessions(userId);
    expect(await auth.raiseSession(browser(cookie), { secondFactor: true })).toBeNull();
    expect(await auth.raiseSession(browser(), { secondFactor: true })).toBeNull();
    expect(await auth.raiseSession(browser('__Host-coact=x.y'), { secondFactor: true })).toBeNull();
  });

  it('leaves one session where there was one', async () => {
    const { userId, cookie } = await signedIn();
    await auth.raiseSession(browser(cookie), { secondFactor: false });
    expect(await auth.sessionsOf(userId)).toHaveLength(1);
  });
});

describe('the list of sessions', () => {
  it('names browser and system; the table holds no more of them', async () => {
    const { userId, session } = await signedIn();
    expect(await auth.sessionsOf(userId)).toMatchObject([
      { id: session?.sessionId, browser: 'Firefox', system: 'Linux', secondFactor: false },
    ]);
    const rows = await sql`select * from sessions where user_id = ${userId}`.execute(world.db.kysely);
    expect(JSON.stringify(rows.rows)).not.toMatch(/Mozilla|Gecko|140\.0/);
  });

  it('holds nobody else’s and none that has ended', async () => {
    const [idle, aged, other] = [await signedIn(), await signedIn(), await signedIn()];
    await set(idle.userId, "expires_at = now() - interval '1 second'");
    await set(aged.userId, "created_at = now() - interval '31 days'");
    expect(await auth.sessionsOf(idle.userId)).toEqual([]);
    expect(await auth.sessionsOf(aged.userId)).toEqual([]);
    expect(await auth.sessionsOf(other.userId)).toHaveLength(1);
  });

  it('can be ended one by one, by their own person alone', async () => {
    const first = await signedIn();
    const second = await signedIn(first.userId);
    const thief = await signedIn();
    const id = first.session?.sessionId ?? '';
    expect(await auth.endSessionById(thief.userId, id)).toBe(false);
    expect(await auth.endSessionById(first.userId, id)).toBe(true);
    expect(await auth.endSessionById(first.userId, id)).toBe(false);
    expect(await auth.session(browser(first.cookie))).toBeNull();
    expect(await auth.session(browser(second.cookie))).not.toBeNull();
  });

  it('can be ended but for the one that asks', async () => {
    const first = await signedIn();
    const second = await signedIn(first.userId);
    const other = await signedIn();
    await auth.endSessions(first.userId, second.session?.sessionId ?? '');
    expect(await auth.session(browser(first.cookie))).toBeNull();
    expect(await auth.session(browser(second.cookie))).not.toBeNull();
    expect(await auth.session(browser(other.cookie))).not.toBeNull();
  });
});
