import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { goodPassword, openAccounts, openVisitor } from '../../../test/support/account.ts';
import { type Office, openOffice } from '../../../test/support/sign-in.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { createLimits } from '../../platform/http/index.ts';

let world: World;
let office: Office;
let accounts: ReturnType<typeof openAccounts>;

/** Limits as they are in production, with the general ones out of the way: those are tested by themselves. */
function signInLimits() {
  const [real, wide] = [createLimits(), createLimits(100_000)];
  return {
    consume: (limit: Parameters<typeof real.consume>[0], key: string) =>
      (limit.name.startsWith('sign-in-guess') ? real : wide).consume(limit, key),
  };
}

beforeAll(async () => {
  world = await openWorld();
  office = await openOffice(world, { limits: signInLimits() });
  accounts = openAccounts(office, world);
});
afterAll(() => world[Symbol.asyncDispose]());

async function ownerWithPassword() {
  const { orgId } = await office.found();
  const account = await accounts.join(orgId, 'owner');
  await account.browser.ask('PUT', '/api/account/password', { password: goodPassword });
  return account;
}

const guess = (email: string, password: string, browser = openVisitor(office)) =>
  browser.ask('POST', '/api/sign-in/password', { email, password });

describe('guessing a password', () => {
  it('10,000 times from one place is answered ten times; the owner gets in all the while', async () => {
    const owner = await ownerWithPassword();
    const check = vi.spyOn(office.auth.passwords, 'check');
    const attacker = openVisitor(office, '198.51.100.1');
    let answered = 0;
    for (let index = 0; index < 10_000; index += 1) {
      const { status } = await guess(owner.email, `guess number ${index}`, attacker);
      if (status !== 429) answered += 1;
    }
    expect(answered).toBe(10);
    expect(check).toHaveBeenCalledTimes(10);
    check.mockRestore();
    // From anywhere else, from the browser they know, by a mailed link, by a passkey.
    expect((await guess(owner.email, goodPassword, openVisitor(office, '203.0.113.99'))).status).toBe(200);
    expect((await guess(owner.email, goodPassword, owner.browser)).status).toBe(200);
  }, 600_000);

  it('from everywhere comes to an end too, and locks the owner out of nothing they have used', async () => {
    const owner = await ownerWithPassword();
    const { device } = await accounts.addPasskey(owner);
    let answered = 0;
    for (let index = 0; index < 500; index += 1) {
      const from = `198.51.${Math.floor(index / 250)}.${index % 250}`;
      if ((await guess(owner.email, `guess number ${index}`, openVisitor(office, from))).status !== 429) answered += 1;
    }
    expect(answered).toBe(50);
    const stranger = openVisitor(office, '203.0.113.99');
    expect((await guess(owner.email, goodPassword, stranger)).status).toBe(429);
    // The browser they know asks for the second factor, as ever.
    expect(await guess(owner.email, goodPassword, owner.browser)).toMatchObject({ json: { next: 'second_factor' } });
    expect((await accounts.signInByLink(owner.email, stranger)).json).toMatchObject({ next: 'second_factor' });
    const asked = await stranger.ask('POST', '/api/sign-in/passkey/options');
    const response = device.get(asked.json.options as object);
    expect((await stranger.ask('POST', '/api/sign-in/passkey', { response })).status).toBe(200);
  });

  it('says no more about a known address than about an unknown one', async () => {
    const owner = await ownerWithPassword();
    const run = async (email: string) => {
      const attacker = openVisitor(office, '198.51.100.77');
      const statuses = [];
      for (let index = 0; index < 12; index += 1)
        statuses.push((await guess(email, `guess ${index}`, attacker)).status);
      return statuses;
    };
    expect(await run(owner.email)).toEqual(await run('nobody@example.com'));
  });

  it('is not eased by a cookie of another account’s browser, nor by one that is made up', async () => {
    const [owner, other] = [await ownerWithPassword(), await ownerWithPassword()];
    for (const cookie of [other.browser.cookies.get('__Host-coact-device') ?? '', 'made.up']) {
      const statuses = [];
      const attacker = openVisitor(office, cookie === 'made.up' ? '198.51.100.8' : '198.51.100.9');
      for (let index = 0; index < 11; index += 1) {
        attacker.cookies.set('__Host-coact-device', cookie);
        statuses.push((await guess(owner.email, `guess ${index}`, attacker)).status);
      }
      expect(statuses.at(-1)).toBe(429);
    }
  });

  it('in a browser that was stolen is bounded as well', async () => {
    const owner = await ownerWithPassword();
    const statuses = [];
    for (let index = 0; index < 21; index += 1) {
      statuses.push((await guess(owner.email, `guess ${index}`, owner.browser)).status);
    }
    expect(statuses.at(-1)).toBe(429);
  });
});
