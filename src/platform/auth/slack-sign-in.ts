import { createRemoteJWKSet, customFetch, type JWTPayload, jwtVerify } from 'jose';
import { z } from 'zod';
import { equalSecrets, randomToken, tokenHash } from '../vault/index.ts';
import { readCookie, setCookie } from './cookie.ts';
import { safeReturnTo } from './return-to.ts';

/** A person of Slack. The pair is the key; an e-mail address never is. */
export type SlackIdentity = { readonly teamId: string; readonly slackUserId: string; readonly name: string | null };

export type SlackSignInOutcome =
  | { readonly ok: true; readonly identity: SlackIdentity; readonly returnTo: string }
  /** `denied`: the person said no. `forged`: not an answer to what this browser asked. `unreachable`: try again. */
  | { readonly ok: false; readonly reason: 'denied' | 'forged' | 'unreachable' };

export type SlackSignIn = {
  /** Where to send the browser, and the cookie that binds the answer to it. */
  begin(returnTo: string | undefined): Promise<{ readonly location: string; readonly setCookie: string } | null>;
  /** Reads the browser's return. The cookie is used up in any case: send `forget` with the answer. */
  finish(request: Request): Promise<SlackSignInOutcome>;
  readonly forget: string;
};

type Settings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly publicUrl: string;
  readonly fetch?: typeof fetch;
};

const cookieName = '__Host-coact-slack';
const cookieSeconds = 600;
const requestMs = 8_000;

const discoverySchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
});
const tokensSchema = z.object({ id_token: z.string() });
const claimsSchema = z.object({
  nonce: z.string(),
  'https://slack.com/team_id': z.string().regex(/^[A-Z0-9]{2,40}$/),
  'https://slack.com/user_id': z.string().regex(/^[A-Z0-9]{2,40}$/),
  name: z.string().max(200).optional(),
});
const pendingSchema = z.tuple([z.string().min(20), z.string().min(20), z.string().min(20), z.string()]);

/**
 * *Sign in with Slack*: OpenID Connect's code flow with state, nonce and PKCE, all three bound to the browser by a
 * cookie. The ID token's signature, issuer, audience, nonce and times are verified (RS256 only, as Slack signs); the
 * tokens are used for nothing else and kept nowhere.
 */
export function openSlackSignIn(settings: Settings): SlackSignIn {
  const issuer = openIssuer(settings);
  const redirectUri = `${settings.publicUrl}/api/sign-in/slack/callback`;
  return {
    forget: setCookie(cookieName, '', 0),
    begin: async (returnTo) => {
      const provider = await issuer().catch(() => null);
      if (provider === null) return null;
      const [state, nonce, verifier] = [randomToken(), randomToken(), randomToken()];
      const location = new URL(provider.authorization_endpoint);
      const query = {
        response_type: 'code',
        client_id: settings.clientId,
        redirect_uri: redirectUri,
        scope: 'openid profile',
        state,
        nonce,
        code_challenge: Buffer.from(tokenHash(verifier)).toString('base64url'),
        code_challenge_method: 'S256',
      };
      for (const [name, value] of Object.entries(query)) location.searchParams.set(name, value);
      const pending = Buffer.from(JSON.stringify([state, nonce, verifier, safeReturnTo(returnTo)])).toString(
        'base64url',
      );
      return { location: location.href, setCookie: setCookie(cookieName, pending, cookieSeconds) };
    },
    finish: async (request) => {
      const query = new URL(request.url).searchParams;
      const pending = readPending(request);
      const state = query.get('state');
      if (!pending || !state || !equalSecrets(state, pending.state)) return { ok: false, reason: 'forged' };
      // RFC 9207: an answer that names its issuer must name ours.
      const iss = query.get('iss');
      if (iss !== null && iss !== settings.issuer) return { ok: false, reason: 'forged' };
      const code = query.get('code');
      if (query.get('error') !== null || !code) return { ok: false, reason: 'denied' };

      const provider = await issuer().catch(() => null);
      if (provider === null) return { ok: false, reason: 'unreachable' };
      const idToken = await exchange(settings, provider.token_endpoint, redirectUri, code, pending.verifier);
      if (idToken === 'unreachable') return { ok: false, reason: 'unreachable' };
      const identity = idToken === null ? null : await verify(settings, provider, idToken, pending.nonce);
      return identity ? { ok: true, identity, returnTo: pending.returnTo } : { ok: false, reason: 'forged' };
    },
  };
}

function readPending(request: Request) {
  const text = readCookie(request, cookieName);
  if (text === null) return null;
  const parsed = pendingSchema.safeParse(parseJson(Buffer.from(text, 'base64url').toString('utf8')));
  if (!parsed.success) return null;
  const [state, nonce, verifier, returnTo] = parsed.data;
  return { state, nonce, verifier, returnTo: safeReturnTo(returnTo) };
}

type Provider = z.infer<typeof discoverySchema> & { readonly keys: ReturnType<typeof createRemoteJWKSet> };

/** Discovery, kept once it succeeded. The document must be about the issuer it was asked of, over TLS. */
function openIssuer(settings: Settings): () => Promise<Provider> {
  let known: Promise<Provider> | null = null;
  const discover = async (): Promise<Provider> => {
    const response = await get(settings, `${settings.issuer}/.well-known/openid-configuration`);
    if (!response.ok) throw new Error('the issuer has no configuration');
    const document = discoverySchema.parse(await response.json());
    if (document.issuer.replace(/\/$/, '') !== settings.issuer) throw new Error('the issuer calls itself otherwise');
    for (const address of [document.authorization_endpoint, document.token_endpoint, document.jwks_uri]) {
      if (new URL(address).protocol !== new URL(settings.issuer).protocol) throw new Error('an endpoint without TLS');
    }
    const keys = createRemoteJWKSet(new URL(document.jwks_uri), {
      timeoutDuration: requestMs,
      [customFetch]: (url, init) => (settings.fetch ?? fetch)(url, { ...init, redirect: 'error' }),
    });
    return { ...document, keys };
  };
  return () => {
    known ??= discover().catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
}

function get(settings: Settings, url: string, init: RequestInit = {}): Promise<Response> {
  return (settings.fetch ?? fetch)(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(requestMs) });
}

/** The ID token for a code; null when the issuer refuses the code. */
async function exchange(
  settings: Settings,
  endpoint: string,
  redirectUri: string,
  code: string,
  verifier: string,
): Promise<string | null | 'unreachable'> {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    code,
    redirect_uri: redirectUri,
    client_id: settings.clientId,
    client_secret: settings.clientSecret,
    code_verifier: verifier,
  });
  const response = await get(settings, endpoint, { method: 'POST', body }).catch(() => null);
  if (response === null || response.status >= 500) return 'unreachable';
  const tokens = tokensSchema.safeParse(await response.json().catch(() => null));
  return response.ok && tokens.success ? tokens.data.id_token : null;
}

async function verify(
  settings: Settings,
  provider: Provider,
  idToken: string,
  nonce: string,
): Promise<SlackIdentity | null> {
  const claims = await jwtVerify(idToken, provider.keys, {
    issuer: provider.issuer,
    audience: settings.clientId,
    algorithms: ['RS256'],
    requiredClaims: ['iss', 'sub', 'aud', 'exp', 'iat', 'nonce'],
    maxTokenAge: '10 minutes',
    clockTolerance: 60,
  }).catch(() => null);
  if (claims === null || !singleAudience(claims.payload, settings.clientId)) return null;
  const parsed = claimsSchema.safeParse(claims.payload);
  if (!parsed.success || !equalSecrets(parsed.data.nonce, nonce)) return null;
  return {
    teamId: parsed.data['https://slack.com/team_id'],
    slackUserId: parsed.data['https://slack.com/user_id'],
    name: parsed.data.name ?? null,
  };
}

/** A token made for others too is taken only if we are the party it was issued to (OpenID Connect Core 3.1.3.7). */
function singleAudience({ aud, azp }: JWTPayload, clientId: string): boolean {
  if (azp !== undefined) return azp === clientId;
  return !Array.isArray(aud) || aud.length === 1;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
