import { exportJWK, generateKeyPair, importJWK, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSlackIssuer, type SlackIssuer } from '../../../test/support/slack-issuer.ts';
import { openSlackSignIn, type SlackSignIn } from './index.ts';

const publicUrl = 'http://localhost:3000';
const callback = `${publicUrl}/api/sign-in/slack/callback`;
let issuer: SlackIssuer;
let keys: Awaited<ReturnType<typeof generateKeyPair>>;

beforeAll(async () => {
  issuer = await openSlackIssuer(callback);
  keys = await generateKeyPair('RS256', { extractable: true });
});
afterAll(() => issuer[Symbol.asyncDispose]());

type Change = {
  token?: (claims: JWTPayload) => Promise<string> | string;
  answer?: (url: string) => Promise<Response> | null;
};

/** The flow under test, with a thief on the line who may change what comes back from the provider. */
function open({ token, answer }: Change = {}): SlackSignIn {
  return openSlackSignIn({
    ...issuer,
    publicUrl,
    fetch: async (input, init) => {
      const url = String(input);
      const forged = answer?.(url);
      if (forged) return forged;
      const response = await fetch(input, init);
      if (!url.endsWith('/token') || !token) return response;
      const body = (await response.json()) as { id_token: string };
      const claims = JSON.parse(Buffer.from(body.id_token.split('.')[1] ?? '', 'base64url').toString()) as JWTPayload;
      return Response.json({ ...body, id_token: await token(claims) });
    },
  });
}

const pair = (header: string) => header.split(';')[0] ?? '';
const back = (address: string, cookie: string) => new Request(address, { headers: { cookie } });

async function signIn(
  flow: SlackSignIn,
  change: { address?: (url: URL) => void; cookie?: string; returnTo?: string } = {},
) {
  const begun = await flow.begin(change.returnTo);
  if (!begun) throw new Error('the provider is not there');
  const address = new URL(await issuer.click(begun.location, 'U0001'));
  change.address?.(address);
  return flow.finish(back(address.href, change.cookie ?? pair(begun.setCookie)));
}

const forged = { ok: false, reason: 'forged' };
const sign = (claims: JWTPayload) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(keys.privateKey);

describe('sign in with Slack', () => {
  it('ends with who the person is at Slack, and where they wanted to go', async () => {
    expect(await signIn(open(), { returnTo: '/requests' })).toEqual({
      ok: true,
      identity: { teamId: 'T0001', slackUserId: 'U0001', name: 'Sam Slack' },
      returnTo: '/requests',
    });
  });

  it('asks for no address and proves itself with PKCE', async () => {
    const begun = await open().begin('https://evil.example/');
    const query = new URL(begun?.location ?? '').searchParams;
    expect(query.get('scope')).toBe('openid profile');
    expect(query.get('code_challenge_method')).toBe('S256');
    expect(query.get('redirect_uri')).toBe(callback);
    expect(begun?.setCookie).toMatch(/^__Host-coact-slack=.*HttpOnly; Secure; SameSite=Lax$/);
    expect(begun?.location).not.toContain('evil');
  });

  it('never leads out of the product', async () => {
    expect(await signIn(open(), { returnTo: '//evil.example' })).toMatchObject({ ok: true, returnTo: '/' });
  });

  it('says when the person said no', async () => {
    const deny = (url: URL) => {
      url.searchParams.delete('code');
      url.searchParams.set('error', 'access_denied');
    };
    expect(await signIn(open(), { address: deny })).toEqual({ ok: false, reason: 'denied' });
  });
});

describe('a forged answer', () => {
  it.each<[string, (url: URL) => void]>([
    ['another state', (url) => url.searchParams.set('state', 'x'.repeat(43))],
    ['no state', (url) => url.searchParams.delete('state')],
    ['an empty state', (url) => url.searchParams.set('state', '')],
    ['another issuer', (url) => url.searchParams.set('iss', 'https://evil.example')],
    ['another code', (url) => url.searchParams.set('code', 'stolen')],
  ])('with %s is refused', async (_name, address) => {
    expect(await signIn(open(), { address })).toEqual(forged);
  });

  it('in another browser is refused', async () => {
    const flow = open();
    const other = await flow.begin('/');
    expect(await signIn(flow, { cookie: '' })).toEqual(forged);
    expect(await signIn(flow, { cookie: '__Host-coact-slack=%00nonsense' })).toEqual(forged);
    expect(await signIn(flow, { cookie: pair(other?.setCookie ?? '') })).toEqual(forged);
  });

  it('that is replayed is refused: the code works once', async () => {
    const flow = open();
    const begun = await flow.begin('/');
    const address = await issuer.click(begun?.location ?? '', 'U0001');
    const request = () => back(address, pair(begun?.setCookie ?? ''));
    expect((await flow.finish(request())).ok).toBe(true);
    expect(await flow.finish(request())).toEqual(forged);
  });
});

describe('a forged ID token', () => {
  it.each<[string, (claims: JWTPayload) => Promise<string> | string]>([
    ['signed by other keys', sign],
    ['without signature (alg none)', (claims) => new UnsecuredJWT(claims).encode()],
    [
      'signed with the public key as a secret',
      async (claims) => {
        const jwks = (await (await fetch(`${issuer.issuer}/jwks`)).json()) as { keys: object[] };
        const secret = new TextEncoder().encode(JSON.stringify(jwks.keys[0]));
        return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(secret);
      },
    ],
    [
      'signed with the client’s secret',
      (claims) =>
        new SignJWT(claims)
          .setProtectedHeader({ alg: 'HS256' })
          .sign(new TextEncoder().encode(issuer.clientSecret.padEnd(32, '0'))),
    ],
    [
      'that brings its own key',
      async (claims) =>
        new SignJWT(claims)
          .setProtectedHeader({ alg: 'RS256', jwk: await exportJWK(keys.publicKey) })
          .sign(keys.privateKey),
    ],
    ['that is none', () => 'not.a.token'],
  ])('%s is refused', async (_name, token) => {
    expect(await signIn(open({ token }))).toEqual(forged);
  });

  const hour = 3_600;
  const now = Math.floor(Date.now() / 1_000);
  it.each<[string, (claims: JWTPayload) => JWTPayload]>([
    ['for another client', (claims) => ({ ...claims, aud: 'somebody-else' })],
    ['for us and others', (claims) => ({ ...claims, aud: [issuer.clientId, 'somebody-else'] })],
    ['issued to another client', (claims) => ({ ...claims, azp: 'somebody-else' })],
    ['of another issuer', (claims) => ({ ...claims, iss: 'https://evil.example' })],
    ['with another nonce', (claims) => ({ ...claims, nonce: 'x'.repeat(43) })],
    ['without nonce', ({ nonce: _nonce, ...claims }) => claims],
    ['that has expired', (claims) => ({ ...claims, exp: now - hour })],
    ['without an end', ({ exp: _exp, ...claims }) => claims],
    ['that is hours old', (claims) => ({ ...claims, iat: now - 2 * hour, exp: now + hour })],
    ['without team', ({ 'https://slack.com/team_id': _team, ...claims }) => claims],
    ['with a strange user id', (claims) => ({ ...claims, 'https://slack.com/user_id': "U1' or '1" })],
  ])('%s is refused although its signature is right', async (_name, change) => {
    // The provider's own key set is replaced by ours, so that the signature is not what refuses it.
    const jwk = { ...(await exportJWK(keys.publicKey)), alg: 'RS256', use: 'sig' };
    await importJWK(jwk, 'RS256');
    const answer = (url: string) => (url.endsWith('/jwks') ? Promise.resolve(Response.json({ keys: [jwk] })) : null);
    expect(await signIn(open({ token: sign, answer }))).toMatchObject({ ok: true });
    expect(await signIn(open({ token: (claims) => sign(change(claims)), answer }))).toEqual(forged);
  });
});

describe('an issuer', () => {
  const configuration = (change: object) => async () => {
    const real = (await (await fetch(`${issuer.issuer}/.well-known/openid-configuration`)).json()) as object;
    return Response.json({ ...real, ...change });
  };

  it.each([
    ['calls itself otherwise', { issuer: 'https://evil.example' }],
    ['has its token endpoint at a place with other protection', { token_endpoint: 'https://evil.example/token' }],
    ['has no keys', { jwks_uri: undefined }],
  ])('that %s is not talked to', async (_name, change) => {
    const make = configuration(change);
    const answer = (url: string) => (url.includes('.well-known') ? make() : null);
    expect(await open({ answer }).begin('/')).toBeNull();
  });

  it('that is away is asked again the next time', async () => {
    let away = true;
    const flow = open({ answer: () => (away ? Promise.reject(new Error('no line')) : null) });
    expect(await flow.begin('/')).toBeNull();
    away = false;
    const begun = await flow.begin('/');
    expect(begun).not.toBeNull();
    const address = await issuer.click(begun?.location ?? '', 'U0001');
    away = true;
    expect(await flow.finish(back(address, pair(begun?.setCookie ?? '')))).toEqual({
      ok: false,
      reason: 'unreachable',
    });
  });
});
