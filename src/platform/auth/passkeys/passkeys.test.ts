import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openAuthenticator, type PasskeyCircumstances } from '../../../../test/support/authenticator.ts';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { type Auth, openAuth } from '../index.ts';
import { createdPasskey, passkeyAnswer } from './answers.ts';
import { openPasskeys, type Passkeys } from './passkeys.ts';

const publicUrl = 'https://coact.example.com';
let world: World;
let auth: Auth;
let passkeys: Passkeys;

beforeAll(async () => {
  world = await openWorld();
  auth = await openAuth({ ...world, publicUrl });
  passkeys = openPasskeys({ ...world, publicUrl });
});
afterAll(() => world[Symbol.asyncDispose]());

async function add(user: string, device = openAuthenticator(publicUrl), at: PasskeyCircumstances = {}) {
  const { options, challenge } = await passkeys.addingOptions({ userId: user, shown: 'maya@example.com' });
  const made = createdPasskey.parse(device.create(options, at));
  return { device, added: await passkeys.add(user, made, challenge, 'Phone') };
}

async function withPasskey(counting = false) {
  const user = await auth.createUser();
  return { user, ...(await add(user, openAuthenticator(publicUrl, counting))) };
}

const { privateKey: foreignKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

describe('a passkey', () => {
  it('lets its own user in, whether they were named before or not', async () => {
    const { user, device, added } = await withPasskey();
    expect(added).toMatchObject({ name: 'Phone', lastUsedAt: null });
    for (const asked of [user, null]) {
      const { options, challenge } = await passkeys.askingOptions(asked);
      expect(await passkeys.check(passkeyAnswer.parse(device.get(options)), challenge)).toBe(user);
    }
    expect(await passkeys.list(user)).toMatchObject([{ id: added?.id, lastUsedAt: world.clock.now() }]);
  });

  it('is asked for with user verification, and for this host', async () => {
    const { user, device } = await withPasskey();
    const { options } = await passkeys.askingOptions(user);
    expect(options).toMatchObject({
      userVerification: 'required',
      rpId: 'coact.example.com',
      allowCredentials: [{ id: device.id }],
    });
    const adding = await passkeys.addingOptions({ userId: user, shown: 'x' });
    expect(adding.options).toMatchObject({
      authenticatorSelection: { userVerification: 'required', residentKey: 'required' },
      excludeCredentials: [{ id: device.id }],
    });
  });

  it('can be renamed and removed by its own user alone', async () => {
    const { user, device, added } = await withPasskey();
    const thief = await auth.createUser();
    const id = added?.id ?? '';
    expect(await passkeys.rename(thief, id, 'Mine')).toBe(false);
    expect(await passkeys.remove(thief, id)).toBe(false);
    expect(await passkeys.rename(user, id, 'Laptop')).toBe(true);
    expect(await passkeys.list(user)).toMatchObject([{ name: 'Laptop' }]);
    expect(await passkeys.remove(user, id)).toBe(true);
    const { options, challenge } = await passkeys.askingOptions(user);
    expect(await passkeys.check(passkeyAnswer.parse(device.get(options)), challenge)).toBeNull();
  });

  it('belongs to one user: another can’t add it too', async () => {
    const { device } = await withPasskey();
    expect((await add(await auth.createUser(), device)).added).toBeNull();
  });
});

describe('an answer that is not to be believed', () => {
  it.each<[string, PasskeyCircumstances]>([
    ['from another site', { origin: 'https://coact.example.org' }],
    ['from a site below ours', { origin: 'https://evil.coact.example.com' }],
    ['over plain http', { origin: 'http://coact.example.com' }],
    ['made for another host', { rpId: 'example.com' }],
    ['to another challenge', { challenge: 'c29tZXRoaW5nIGVsc2U' }],
    ['without verifying its person', { verified: false }],
    ['of another kind', { type: 'webauthn.create' }],
    ['signed by another key', { signWith: foreignKey }],
    ['for another user', { userHandle: 'c29tZWJvZHk' }],
  ])('%s', async (_name, at) => {
    const { device, user } = await withPasskey();
    const { options, challenge } = await passkeys.askingOptions(user);
    expect(await passkeys.check(passkeyAnswer.parse(device.get(options, at)), challenge)).toBeNull();
    expect(await passkeys.check(passkeyAnswer.parse(device.get(options)), challenge)).toBe(user);
  });

  it.each<[string, PasskeyCircumstances]>([
    ['from another site', { origin: 'https://coact.example.org' }],
    ['made for another host', { rpId: 'example.com' }],
    ['to another challenge', { challenge: 'c29tZXRoaW5nIGVsc2U' }],
    ['without verifying its person', { verified: false }],
    ['of another kind', { type: 'webauthn.get' }],
  ])('when one is added: %s', async (_name, at) => {
    const user = await auth.createUser();
    expect((await add(user, undefined, at)).added).toBeNull();
    expect(await passkeys.list(user)).toEqual([]);
  });

  it('by a passkey that nobody knows', async () => {
    const { options, challenge } = await passkeys.askingOptions(null);
    const stranger = openAuthenticator(publicUrl);
    expect(await passkeys.check(passkeyAnswer.parse(stranger.get(options)), challenge)).toBeNull();
  });

  it('by a copy, whose counter lags behind', async () => {
    const { user, device } = await withPasskey(true);
    const use = async (counter?: number) => {
      const { options, challenge } = await passkeys.askingOptions(user);
      const at = counter === undefined ? {} : { counter };
      return passkeys.check(passkeyAnswer.parse(device.get(options, at)), challenge);
    };
    expect(await use()).toBe(user);
    expect(await use()).toBe(user);
    expect(await use(1)).toBeNull();
    expect(await use(2)).toBeNull();
    expect(await use(0)).toBeNull();
    expect(await use(9)).toBe(user);
  });

  it('with rubbish in place of its parts', async () => {
    const { user, device } = await withPasskey();
    const { options, challenge } = await passkeys.askingOptions(user);
    const good = passkeyAnswer.parse(device.get(options));
    for (const part of ['clientDataJSON', 'authenticatorData', 'signature'] as const) {
      for (const rubbish of ['', 'AAAA', good.response[part].slice(0, -8)]) {
        const answer = { ...good, response: { ...good.response, [part]: rubbish } };
        expect(await passkeys.check(answer, challenge)).toBeNull();
      }
    }
  });
});
