import * as oidc from 'openid-client';
import { z } from 'zod';
import { equalSecrets, randomToken } from '../../vault/index.ts';
import { readCookie, setCookie } from '../cookie.ts';
import { safeReturnTo } from '../return-to.ts';
import { type FlowSettings, IssuerUnreachable, openIssuer } from './issuer.ts';

/** Claims of an ID token whose signature, issuer, audience, nonce and times hold; the rest is for the caller to read. */
export type Claims = Readonly<Record<string, unknown>> & { readonly iss: string; readonly sub: string };

export type FlowOutcome =
  | { readonly ok: true; readonly claims: Claims; readonly returnTo: string; readonly purpose: string }
  /** `denied`: the person said no. `forged`: not an answer to what this browser asked. `unreachable`: try again. */
  | { readonly ok: false; readonly reason: 'denied' | 'forged' | 'unreachable' };

export type Begun = { readonly location: string; readonly setCookie: string };

export type Flow = {
  /**
   * Where to send the browser, and the cookie that binds the answer to it; null when the issuer can't be reached.
   * @param purpose comes back with the outcome: what was begun can't end as something else
   */
  begin(returnTo: string | undefined, purpose?: string): Promise<Begun | null>;
  /** Reads the browser's return. The cookie is used up in any case: send `forget` with the answer. */
  finish(request: Request): Promise<FlowOutcome>;
  readonly forget: string;
};

const cookieSeconds = 600;
const maxTokenAgeSeconds = 600;
const pendingSchema = z.tuple([
  z.string().min(20),
  z.string().min(20),
  z.string().min(20),
  z.string(),
  z.string().max(200),
]);

/**
 * OpenID Connect's code flow (Core 1.0, section 3.1; RFC 9700) with state, nonce and PKCE, all three bound to the browser
 * by a cookie. The ID token is verified by the issuer's published keys although it came over TLS; it is used for nothing
 * else, and no token is kept.
 */
export function openFlow(settings: FlowSettings): Flow {
  const issuer = openIssuer(settings);
  return {
    forget: setCookie(settings.cookieName, '', 0),
    begin: async (returnTo, purpose = 'sign_in') => {
      const configuration = await issuer().catch(() => null);
      if (configuration === null) return null;
      const [state, nonce, verifier] = [randomToken(), randomToken(), randomToken()];
      const location = oidc.buildAuthorizationUrl(configuration, {
        ...{ redirect_uri: settings.redirectUri, scope: settings.scopes, state, nonce },
        ...{ code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
      });
      const pending = JSON.stringify([state, nonce, verifier, safeReturnTo(returnTo), purpose]);
      const value = Buffer.from(pending).toString('base64url');
      return { location: location.href, setCookie: setCookie(settings.cookieName, value, cookieSeconds) };
    },
    finish: async (request) => {
      const query = new URL(request.url).searchParams;
      const pending = readPending(request, settings.cookieName);
      const state = query.get('state');
      if (!pending || !state || !equalSecrets(state, pending.state)) return { ok: false, reason: 'forged' };
      // RFC 9207: an answer that names its issuer must name ours, also where the person is said to have refused.
      const iss = query.get('iss');
      const configuration = await issuer().catch(() => null);
      if (configuration === null) return { ok: false, reason: 'unreachable' };
      if (iss !== null && iss !== configuration.serverMetadata().issuer) return { ok: false, reason: 'forged' };
      if (query.get('error') !== null || !query.get('code')) return { ok: false, reason: 'denied' };
      const claims = await exchange(configuration, settings, query, pending);
      if (claims === 'forged' || claims === 'unreachable') return { ok: false, reason: claims };
      return { ok: true, claims, returnTo: pending.returnTo, purpose: pending.purpose };
    },
  };
}

type Pending = NonNullable<ReturnType<typeof readPending>>;

function readPending(request: Request, cookieName: string) {
  const text = readCookie(request, cookieName);
  if (text === null) return null;
  const parsed = pendingSchema.safeParse(parseJson(Buffer.from(text, 'base64url').toString('utf8')));
  if (!parsed.success) return null;
  const [state, nonce, verifier, returnTo, purpose] = parsed.data;
  return { state, nonce, verifier, returnTo: safeReturnTo(returnTo), purpose };
}

async function exchange(
  configuration: oidc.Configuration,
  settings: FlowSettings,
  query: URLSearchParams,
  pending: Pending,
): Promise<Claims | 'forged' | 'unreachable'> {
  // Our own idea of the address, not the request's: behind a proxy they differ, and the issuer compares them exactly.
  const current = new URL(`${settings.redirectUri}?${query}`);
  try {
    const tokens = await oidc.authorizationCodeGrant(configuration, current, {
      ...{ expectedState: pending.state, expectedNonce: pending.nonce, pkceCodeVerifier: pending.verifier },
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims || Date.now() / 1_000 - claims.iat > maxTokenAgeSeconds + 60) return 'forged';
    if (claims.azp !== undefined && claims.azp !== settings.clientId) return 'forged';
    if (Array.isArray(claims.aud) && claims.aud.length > 1 && claims.azp === undefined) return 'forged';
    return claims;
  } catch (error) {
    return isUnreachable(error) ? 'unreachable' : 'forged';
  }
}

/** The library wraps what its `fetch` threw. */
function isUnreachable(error: unknown): boolean {
  for (let one: unknown = error; one instanceof Error; one = one.cause) {
    if (one instanceof IssuerUnreachable) return true;
  }
  return false;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
