import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { sql } from '../../db/index.ts';
import { openBox } from '../../vault/index.ts';
import { type Auth, openAuth } from '../index.ts';
import { type Codes, openCodes } from './codes.ts';
import { openRecoveryCodes, type RecoveryCodes } from './recovery.ts';

let world: World;
let auth: Auth;
let codes: Codes;
let recovery: RecoveryCodes;

beforeAll(async () => {
  world = await openWorld();
  auth = await openAuth({ ...world, publicUrl: 'http://localhost:3000' });
  const box = openBox('a secret');
  codes = openCodes({ ...world, box });
  recovery = openRecoveryCodes({ ...world, box });
});
afterAll(() => world[Symbol.asyncDispose]());

/** What the app on the phone shows, `steps` of 30 seconds from now. */
const shown = (secret: string, steps = 0) =>
  TOTP.generate({
    secret: Secret.fromBase32(secret),
    ...{ algorithm: 'SHA1', digits: 6, period: 30, timestamp: world.clock.now().getTime() + steps * 30_000 },
  });

/** A user with an app; the clock stands a minute after its first code. */
async function withApp() {
  const user = await auth.createUser();
  const { secret, uri } = await codes.begin(user, 'maya@example.com');
  expect(await codes.confirm(user, shown(secret))).toBe(true);
  world.clock.advance(90_000);
  return { user, secret, uri };
}

describe('an app for codes', () => {
  it('gets its secret by an address that apps know', async () => {
    const { uri, secret } = await withApp();
    const url = new URL(uri);
    expect(url.protocol).toBe('otpauth:');
    expect(decodeURIComponent(url.pathname)).toContain('maya@example.com');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({ issuer: 'Coact', secret, digits: '6', period: '30' });
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  });

  it('counts only once its first code was given, within half an hour', async () => {
    const user = await auth.createUser();
    const { secret } = await codes.begin(user, 'x');
    expect(await codes.check(user, shown(secret))).toBe(false);
    expect(await codes.isSet(user)).toBe(false);
    expect(await codes.confirm(user, '000000')).toBe(false);
    world.clock.advance(31 * 60_000);
    expect(await codes.confirm(user, shown(secret))).toBe(false);
    expect(await codes.isSet(user)).toBe(false);
  });

  it.each([
    [-2, false],
    [-1, true],
    [0, true],
    [1, true],
    [2, false],
  ])('whose clock is %i steps off: %s', async (steps, ok) => {
    const { user, secret } = await withApp();
    expect(await codes.check(user, shown(secret, steps))).toBe(ok);
  });

  it('gives codes that work once, also for two who come at once', async () => {
    const { user, secret } = await withApp();
    const code = shown(secret);
    const both = await Promise.all([codes.check(user, code), codes.check(user, code)]);
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(await codes.check(user, code)).toBe(false);
    // An earlier one that was looked at is no use after a later one.
    expect(await codes.check(user, shown(secret, -1))).toBe(false);
    expect(await codes.check(user, shown(secret, 1))).toBe(true);
  });

  it('does not give the code that confirmed it a second life', async () => {
    const user = await auth.createUser();
    const { secret } = await codes.begin(user, 'x');
    await codes.confirm(user, shown(secret));
    expect(await codes.check(user, shown(secret))).toBe(false);
  });

  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６'])('never shows %j', async (code) => {
    const { user } = await withApp();
    expect(await codes.check(user, code)).toBe(false);
  });

  it('may be replaced; the former holds until then', async () => {
    const { user, secret } = await withApp();
    const next = await codes.begin(user, 'x');
    expect(await codes.check(user, shown(secret))).toBe(true);
    world.clock.advance(60_000);
    expect(await codes.confirm(user, shown(next.secret))).toBe(true);
    world.clock.advance(60_000);
    expect(await codes.check(user, shown(secret))).toBe(false);
    expect(await codes.check(user, shown(next.secret))).toBe(true);
  });

  it('is somebody’s own, and its secret stands sealed', async () => {
    const [mine, other] = [await withApp(), await withApp()];
    expect(await codes.check(other.user, shown(mine.secret))).toBe(false);
    const rows = await sql<{ secret: Uint8Array }>`select secret from code_generators`.execute(world.db.kysely);
    const stored = rows.rows.map(({ secret }) => Buffer.from(secret ?? []).toString('latin1')).join();
    expect(stored).not.toContain(mine.secret);
    // Moved to another row it opens nothing.
    await sql`update code_generators set secret = (select secret from code_generators where user_id = ${mine.user})
      where user_id = ${other.user}`.execute(world.db.kysely);
    await expect(codes.check(other.user, shown(mine.secret))).rejects.toThrow();
  });

  it('can be removed', async () => {
    const { user, secret } = await withApp();
    await codes.remove(user);
    expect(await codes.check(user, shown(secret))).toBe(false);
    expect(await codes.isSet(user)).toBe(false);
  });
});

describe('recovery codes', () => {
  it('are ten, each good once, in any spelling', async () => {
    const user = await auth.createUser();
    const list = await recovery.renew(user);
    expect(new Set(list).size).toBe(10);
    for (const code of list) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){3}$/);
    const [first = '', second = ''] = list;
    expect(await recovery.use(user, first.toUpperCase().replaceAll('-', ' '))).toBe(true);
    expect(await recovery.use(user, first)).toBe(false);
    const both = await Promise.all([recovery.use(user, second), recovery.use(user, second)]);
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(await recovery.left(user)).toBe(8);
  });

  it('are somebody’s own, and end when they are renewed', async () => {
    const [user, other] = [await auth.createUser(), await auth.createUser()];
    const [code = ''] = await recovery.renew(user);
    expect(await recovery.use(other, code)).toBe(false);
    await recovery.renew(user);
    expect(await recovery.use(user, code)).toBe(false);
    expect(await recovery.left(user)).toBe(10);
    await recovery.remove(user);
    expect(await recovery.left(user)).toBe(0);
  });

  it('stand nowhere as they are', async () => {
    const user = await auth.createUser();
    const [code = ''] = await recovery.renew(user);
    const rows = await sql`select * from recovery_codes`.execute(world.db.kysely);
    expect(JSON.stringify(rows.rows)).not.toContain(code.replaceAll('-', ''));
    expect(JSON.stringify(rows.rows)).not.toContain(code);
    expect(await recovery.use(user, '')).toBe(false);
  });
});
