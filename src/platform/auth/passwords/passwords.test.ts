import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { sql } from '../../db/index.ts';
import { openPasswordHasher } from '../../vault/index.ts';
import { type Auth, openAuth } from '../index.ts';
import { openPasswords, type Passwords } from './passwords.ts';

const cost = { memory: 64, passes: 1, lanes: 1 };
const alone = { secondFactor: false, words: ['coact'] };
let world: World;
let auth: Auth;
let passwords: Passwords;

beforeAll(async () => {
  world = await openWorld();
  auth = await openAuth({ ...world, publicUrl: 'http://localhost:3000' });
  passwords = openPasswords({ ...world, hasher: openPasswordHasher('pepper', cost) });
});
afterAll(() => world[Symbol.asyncDispose]());

describe('a user’s password', () => {
  it('is theirs once it is set, and only that', async () => {
    const [user, other] = [await auth.createUser(), await auth.createUser()];
    expect(await passwords.check(user, 'quiet lamp river')).toBe(false);
    expect(await passwords.set(user, 'quiet lamp river', alone)).toBeNull();
    expect(await passwords.check(user, 'quiet lamp river')).toBe(true);
    expect(await passwords.check(user, 'quiet lamp rivet')).toBe(false);
    expect(await passwords.check(other, 'quiet lamp river')).toBe(false);
    expect(await passwords.check(null, 'quiet lamp river')).toBe(false);
    expect(await passwords.state(user)).toEqual({ set: true, changedAt: world.clock.now(), standsAlone: true });
  });

  it('stays as it is where something speaks against the wanted one', async () => {
    const user = await auth.createUser();
    await passwords.set(user, 'quiet lamp river', alone);
    expect(await passwords.set(user, 'short', alone)).toBe('too_short');
    expect(await passwords.set(user, 'passwordpassword', alone)).toBe('common');
    expect(await passwords.check(user, 'quiet lamp river')).toBe(true);
  });

  it('takes the place of the one before, and can be taken away', async () => {
    const user = await auth.createUser();
    await passwords.set(user, 'quiet lamp river', alone);
    await passwords.set(user, 'lamp riv', { ...alone, secondFactor: true });
    expect(await passwords.check(user, 'quiet lamp river')).toBe(false);
    expect(await passwords.state(user)).toMatchObject({ set: true, standsAlone: false });
    await passwords.remove(user);
    expect(await passwords.check(user, 'lamp riv')).toBe(false);
    expect(await passwords.state(user)).toMatchObject({ set: false });
  });

  it('is the same on every keyboard, and 256 characters long if one likes', async () => {
    const user = await auth.createUser();
    const long = `${'caf\u00e9 river lamp '.repeat(16)}`.slice(0, 256);
    expect(await passwords.set(user, long, alone)).toBeNull();
    expect(await passwords.check(user, long.normalize('NFD'))).toBe(true);
    expect(await passwords.check(user, `${long}x`)).toBe(false);
  });

  it('is hashed anew at its next use when hashing has become dearer', async () => {
    const user = await auth.createUser();
    await passwords.set(user, 'quiet lamp river', alone);
    const dearer = openPasswords({ ...world, hasher: openPasswordHasher('pepper', { ...cost, passes: 3 }) });
    expect(await dearer.check(user, 'a wrong guess here')).toBe(false);
    expect(await hashOf(user)).toContain('t=1');
    expect(await dearer.check(user, 'quiet lamp river')).toBe(true);
    expect(await hashOf(user)).toContain('t=3');
    expect(await dearer.check(user, 'quiet lamp river')).toBe(true);
  });
});

async function hashOf(user: string): Promise<string> {
  const rows = await sql<{ hash: string }>`select hash from passwords where user_id = ${user}`.execute(world.db.kysely);
  return rows.rows[0]?.hash ?? '';
}
