import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestIssuer, type TestIssuer } from '../../../../test/support/oidc-issuer.ts';
import { type OidcSignIn, openOidcSignIn } from './oidc-sign-in.ts';

const publicUrl = 'http://localhost:3000';
const redirectUri = `${publicUrl}/api/sign-in/oidc/callback`;
let issuer: TestIssuer;
let other: TestIssuer;
let keys: Awaited<ReturnType<typeof generateKeyPair>>;

beforeAll(async () => {
  const about = (person: string) => ({ email: `${person}@example.com`, email_verified: true });
  issuer = await openTestIssuer({ redirectUri, about, authMethod: 'client_secret_basic' });
  other = await openTestIssuer({ redirectUri });
  keys = await generateKeyPair('RS256', { extractable: true });
});
afterAll(async () => {
  await issuer[Symbol.asyncDispose]();
  await other[Symbol.asyncDispose]();
});

type Thief = {
  /** Puts another ID token in the place of the one that the issuer gave. */
  token?: (claims: JWTPayload, text: string) => Promise<string> | string;
  /** Answers in the issuer's place. */
  answer?: (url: string) => Promise<Response> | null;
};

/** The flow under test, with a thief on the line between us and the issuer. */
function open({ token, answer }: Thief = {}, more: { trustSecondFactor?: boolean } = {}): OidcSignIn {
  return openOidcSignIn({
    ...{ ...issuer, publicUrl, name: 'Company account', scopes: 'openid', trustSecondFactor: false, ...more },
    fetch: async (input, init) => {
      const url = String(input);
      const forged = answer?.(url);
      if (forged) return forged;
      const response = await fetch(input, init);
      if (!url.endsWith('/token') || !token) return response;
      const body = (await response.json()) as { id_token: string };
      const claims = JSON.parse(Buffer.from(body.id_token.split('.')[1] ?? '', 'base64url').toString()) as JWTPayload;
      return Response.json({ ...body, id_token: await token(claims, body.id_token) });
    },
  });
}

const pair = (header = '') => header.split(';')[0] ?? '';
const back = (address: string, cookie: string) => new Request(address, { headers: { cookie } });

async function signIn(flow: OidcSignIn, change: { address?: (url: URL) => void; cookie?: string } = {}) {
  const begun = await flow.begin('/requests');
  if (!begun) throw new Error('the issuer is not there');
  const address = new URL(await issuer.click(begun.location, 'maya'));
  change.address?.(address);
  return flow.finish(back(address.href, change.cookie ?? pair(begun.setCookie)));
}

const forged = { ok: false, reason: 'forged' };
const sign = (claims: JWTPayload) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(keys.privateKey);
const ourKeys = async (alg = 'RS256') => {
  const jwk = { ...(await exportJWK(keys.publicKey)), alg, use: 'sig' };
  return (url: string) => (url.endsWith('/jwks') ? Promise.resolve(Response.json({ keys: [jwk] })) : null);
};

describe('sign-in with an issuer', () => {
  it('ends with issuer and subject, and knows no address', async () => {
    expect(await signIn(open())).toEqual({
      ok: true,
      identity: { issuer: issuer.issuer, subject: 'maya', secondFactor: false },
      returnTo: '/requests',
      linkFor: null,
    });
  });

  it('asks with PKCE, state and nonce, all bound to the browser', async () => {
    const begun = await open().begin('//evil.example');
    const query = new URL(begun?.location ?? '').searchParams;
    expect(Object.fromEntries(query)).toMatchObject({
      ...{ response_type: 'code', scope: 'openid', redirect_uri: redirectUri, code_challenge_method: 'S256' },
      ...{ state: expect.stringMatching(/^[\w-]{43}$/), nonce: expect.stringMatching(/^[\w-]{43}$/) },
    });
    expect(begun?.setCookie).toMatch(/^__Host-coact-oidc=.*HttpOnly; Secure; SameSite=Lax$/);
  });

  it('that was begun to link an account ends as that', async () => {
    const flow = open();
    const begun = await flow.begin('/account', 'u1');
    const address = await issuer.click(begun?.location ?? '', 'maya');
    expect(await flow.finish(back(address, pair(begun?.setCookie)))).toMatchObject({ ok: true, linkFor: 'u1' });
  });

  it.each([
    [['pwd', 'otp'], true, true],
    [['mfa'], true, true],
    [['pwd'], true, false],
    [['mfa'], false, false],
    ['mfa', true, false],
    [undefined, true, false],
  ])('methods %j, trusted %s: two factors %s', async (amr, trustSecondFactor, secondFactor) => {
    const token = (claims: JWTPayload) => sign({ ...claims, ...(amr === undefined ? {} : { amr }) });
    const flow = open({ token, answer: await ourKeys() }, { trustSecondFactor });
    expect(await signIn(flow)).toMatchObject({ ok: true, identity: { secondFactor } });
  });
});

describe('a forged answer', () => {
  it.each<[string, (url: URL) => void]>([
    ['another state', (url) => url.searchParams.set('state', 'x'.repeat(43))],
    ['no state', (url) => url.searchParams.delete('state')],
    ['two states', (url) => url.searchParams.append('state', 'x'.repeat(43))],
    ['an altered code', (url) => url.searchParams.set('code', `${url.searchParams.get('code')}x`)],
    ['another issuer (mix-up)', (url) => url.searchParams.set('iss', 'https://evil.example')],
    ['an issuer that only begins alike', (url) => url.searchParams.set('iss', `${issuer.issuer}.evil.example`)],
    ['no issuer, though ours names itself', (url) => url.searchParams.delete('iss')],
    ['a token beside the code', (url) => url.searchParams.set('id_token', 'x.y.z')],
  ])('with %s is refused', async (_name, address) => {
    expect((await signIn(open(), { address })).ok).toBe(false);
  });

  it('in another browser is refused', async () => {
    const flow = open();
    const foreign = await flow.begin('/');
    for (const cookie of ['', '__Host-coact-oidc=nonsense', pair(foreign?.setCookie)])
      expect(await signIn(flow, { cookie })).toEqual(forged);
  });

  it('that is replayed is refused', async () => {
    const flow = open();
    const begun = await flow.begin('/');
    const address = await issuer.click(begun?.location ?? '', 'maya');
    expect((await flow.finish(back(address, pair(begun?.setCookie)))).ok).toBe(true);
    expect(await flow.finish(back(address, pair(begun?.setCookie)))).toEqual(forged);
  });

  it('with a code of the attacker’s own sign-in is refused: it was asked for with another challenge', async () => {
    const flow = open();
    const attackers = await flow.begin('/');
    const stolen = new URL(await issuer.click(attackers?.location ?? '', 'mallory')).searchParams.get('code') ?? '';
    expect(await signIn(flow, { address: (url) => url.searchParams.set('code', stolen) })).toEqual(forged);
  });

  it('from another issuer, with its code and its name, is refused', async () => {
    const flow = open();
    const begun = await flow.begin('/');
    const twisted = new URL(begun?.location ?? '');
    const elsewhere = new URL(other.issuer);
    twisted.host = elsewhere.host;
    const address = await other.click(twisted.href, 'mallory');
    expect(await flow.finish(back(address, pair(begun?.setCookie)))).toEqual(forged);
  });
});

describe('a forged ID token', () => {
  it.each<[string, (claims: JWTPayload, text: string) => Promise<string> | string]>([
    ['signed by other keys', sign],
    ['of algorithm none', (claims) => new UnsecuredJWT(claims).encode()],
    ['of algorithm none with its old signature', (_claims, text) => text.replace(/^[^.]+/, encode({ alg: 'none' }))],
    ['signed with the public key as a secret', (claims) => hs256(claims, JSON.stringify(claims).padEnd(32, 'k'))],
    ['signed with the client’s secret', (claims) => hs256(claims, issuer.clientSecret.padEnd(32, '0'))],
    [
      'that brings its own key',
      async (claims) =>
        new SignJWT(claims)
          .setProtectedHeader({ alg: 'RS256', jwk: await exportJWK(keys.publicKey) })
          .sign(keys.privateKey),
    ],
    [
      'whose claims were changed',
      (claims, text) => text.replace(/\.[^.]+\./, `.${encode({ ...claims, sub: 'owner' })}.`),
    ],
    ['that is none', () => 'not.a.token'],
    ['that is empty', () => ''],
  ])('%s is refused', async (_name, token) => {
    expect(await signIn(open({ token }))).toEqual(forged);
  });

  const now = Math.floor(Date.now() / 1_000);
  it.each<[string, (claims: JWTPayload) => JWTPayload]>([
    ['of another issuer', (claims) => ({ ...claims, iss: 'https://evil.example' })],
    ['of our issuer with a slash', (claims) => ({ ...claims, iss: `${claims.iss}/` })],
    ['for another client', (claims) => ({ ...claims, aud: 'somebody-else' })],
    ['for many clients', (claims) => ({ ...claims, aud: [issuer.clientId, 'somebody-else'] })],
    ['issued to another client', (claims) => ({ ...claims, azp: 'somebody-else' })],
    ['without a nonce', ({ nonce: _nonce, ...claims }) => claims],
    ['with the nonce of another sign-in', (claims) => ({ ...claims, nonce: 'x'.repeat(43) })],
    ['that has expired', (claims) => ({ ...claims, exp: now - 120 })],
    ['without an end', ({ exp: _exp, ...claims }) => claims],
    ['from long ago', (claims) => ({ ...claims, iat: now - 86_400 })],
    ['of the future', (claims) => ({ ...claims, nbf: now + 3_600 })],
    ['of nobody', ({ sub: _sub, ...claims }) => claims],
  ])('%s is refused, though well signed', async (_name, change) => {
    const answer = await ourKeys();
    expect((await signIn(open({ token: sign, answer }))).ok).toBe(true);
    expect(await signIn(open({ token: (claims) => sign(change(claims)), answer }))).toEqual(forged);
  });

  it('of an earlier sign-in is refused: its nonce was for another browser', async () => {
    let earlier = '';
    const token = (_claims: JWTPayload, text: string) => {
      earlier ||= text;
      return earlier;
    };
    const flow = open({ token });
    expect((await signIn(flow)).ok).toBe(true);
    expect(await signIn(flow)).toEqual(forged);
  });

  it('is refused after the keys were swapped for others', async () => {
    const flow = open({ answer: await ourKeys() });
    expect(await signIn(flow)).toEqual(forged);
  });
});

describe('an issuer', () => {
  const configuration = async (change: object) => {
    const real = (await (await fetch(`${issuer.issuer}/.well-known/openid-configuration`)).json()) as object;
    return Response.json({ ...real, ...change });
  };

  it.each([
    ['calls itself otherwise', { issuer: 'https://evil.example' }],
    ['has its token endpoint under other protection', { token_endpoint: 'https://evil.example/token' }],
    ['has no keys', { jwks_uri: undefined }],
    ['has no page to sign in', { authorization_endpoint: undefined }],
  ])('that %s is not talked to', async (_name, change) => {
    const answer = (url: string) => (url.includes('.well-known') ? configuration(change) : null);
    expect(await open({ answer }).begin('/')).toBeNull();
  });

  it.each([
    ['none', (claims: JWTPayload) => new UnsecuredJWT(claims).encode()],
    ['HS256', (claims: JWTPayload) => hs256(claims, issuer.clientSecret.padEnd(32, '0'))],
  ])('that says it signs with %s is not believed', async (alg, token) => {
    const change = { id_token_signing_alg_values_supported: [alg, 'RS256'] };
    const answer = (url: string) => (url.includes('.well-known') ? configuration(change) : null);
    expect(await signIn(open({ answer, token }))).toEqual(forged);
  });

  it('that breaks down is told from a forgery', async () => {
    const answer = (url: string) =>
      url.endsWith('/token') ? Promise.resolve(new Response('', { status: 503 })) : null;
    expect(await signIn(open({ answer }))).toEqual({ ok: false, reason: 'unreachable' });
  });
});

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function hs256(claims: JWTPayload, secret: string): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(secret));
}
