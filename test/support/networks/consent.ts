import type { RequestListener } from 'node:http';
import Provider from 'oidc-provider';
import { openTokenStore } from './token-store.ts';

/** How a network's sign-in differs from others. */
export interface ConsentRules {
  readonly clientId: string;
  readonly clientSecret?: string;
  readonly secretIn: 'body' | 'header';
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly proofKey: boolean;
  /** The scope that brings a refresh token, if any does. */
  readonly refreshScope?: string;
  readonly codeSeconds: number;
  readonly accessSeconds: number;
  /** Addresses of the network: authorize, token, revoke. */
  readonly paths: { readonly authorize: string; readonly token: string; readonly revoke: string };
  /** What its callback says where the person said no. */
  readonly no: string;
  /** The token answer as this network writes it. */
  readonly tokenAnswer: (answer: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
  /** The page on which people say yes or no. @param scopes what is asked for */
  readonly page: (scopes: readonly string[]) => string;
}

export interface Consent {
  /** Answers the addresses of the sign-in; false for every other request. */
  readonly listener: (...exchange: Parameters<RequestListener>) => boolean;
  /** Whose token this is and what it may; null when it is no (longer a) good one. */
  tokenOf(authorization: string | undefined): Promise<{ personId: string; scopes: readonly string[] } | null>;
  expireAccess(): void;
  withdraw(): Promise<void>;
}

const pagesAt = '/people/';

/**
 * OAuth of a network, by a certified provider: exact redirect URI, single-use codes, proof keys, scopes, ends, rotating
 * refresh tokens whose second use ends the whole grant, revocation. Only its addresses and words are the network's.
 */
export function openConsent(origin: string, rules: ConsentRules): Consent {
  const { clientId, clientSecret, scopes, paths, no } = rules;
  const method =
    clientSecret === undefined ? 'none' : rules.secretIn === 'body' ? 'client_secret_post' : 'client_secret_basic';
  const granted = new Set<string>();
  const issued = new Set<string>();
  const ended = new Set<string>();
  const client = { client_id: clientId, redirect_uris: [rules.redirectUri], token_endpoint_auth_method: method };
  const provider: Provider = new Provider(origin, {
    adapter: openTokenStore(),
    clients: [
      {
        ...client,
        ...(clientSecret === undefined ? {} : { client_secret: clientSecret }),
        grant_types: rules.refreshScope ? ['authorization_code', 'refresh_token'] : ['authorization_code'],
        response_types: ['code'],
      },
    ],
    clientAuthMethods: [method],
    routes: { authorization: paths.authorize, token: paths.token, revocation: paths.revoke },
    scopes,
    claims: { openid: ['sub'] },
    conformIdTokenClaims: true,
    pkce: { required: () => rules.proofKey },
    cookies: { keys: ['a key of the test'] },
    issueRefreshToken: (_context, _client, code) =>
      rules.refreshScope !== undefined && code.scopes.has(rules.refreshScope),
    rotateRefreshToken: true,
    // Tokens end by themselves, not as whoever allowed them signs out of the network.
    expiresWithSession: () => false,
    ttl: {
      AccessToken: rules.accessSeconds,
      AuthorizationCode: rules.codeSeconds,
      ...{ Grant: 90 * 86_400, IdToken: 3_600, Interaction: 600, RefreshToken: 90 * 86_400, Session: 600 },
    },
    features: { devInteractions: { enabled: false }, revocation: { enabled: true } },
    interactions: { url: (_context, { uid }) => pagesAt + uid },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    loadExistingGrant: async ({ oidc }) => {
      if (!oidc.client || !oidc.session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope(scopes.join(' '));
      granted.add(await grant.save());
      return grant;
    },
  });
  provider.use(async (context, next) => {
    await next();
    if (context.oidc?.route !== 'token' || context.status !== 200) return;
    const answer = context.body as Record<string, unknown>;
    issued.add(String(answer.access_token));
    context.body = rules.tokenAnswer(answer);
  });
  const serve = provider.callback();
  const listener: Consent['listener'] = (request, response) => {
    const url = new URL(request.url ?? '/', origin);
    if (url.pathname.startsWith(pagesAt)) {
      const person = url.searchParams.get('person');
      if (person === null) response.setHeader('content-type', 'text/html').end(rules.page(scopes));
      else if (person === '') void provider.interactionFinished(request, response, { error: no });
      else void provider.interactionFinished(request, response, { login: { accountId: person } });
      return true;
    }
    // Asked anew each time: in the practice workspace several people use one browser.
    if (url.pathname === paths.authorize) delete request.headers.cookie;
    const isOurs = Object.values(paths).some((path) => url.pathname === path || url.pathname.startsWith(`${path}/`));
    if (isOurs) void serve(request, response);
    return isOurs;
  };
  return {
    listener,
    tokenOf: async (authorization) => {
      const value = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
      const token = value && !ended.has(value) ? await provider.AccessToken.find(value) : undefined;
      return token && !token.isExpired ? { personId: token.accountId, scopes: (token.scope ?? '').split(' ') } : null;
    },
    expireAccess: () => {
      for (const value of issued) ended.add(value);
    },
    withdraw: async () => {
      for (const grant of granted) {
        await provider.AccessToken.revokeByGrantId(grant);
        await provider.RefreshToken.revokeByGrantId(grant);
      }
    },
  };
}

/**
 * Follows the pages as a browser does, with its cookies, and stops where they leave the network.
 * @param person who says yes; nobody for a no
 */
export async function clickThrough(origin: string, start: string, person: string | null): Promise<URL> {
  const jar = new Map<string, string>();
  let address = start;
  for (let step = 0; step < 10; step += 1) {
    if (!address.startsWith(origin)) break;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, { redirect: 'manual', headers: { cookie } });
    for (const header of response.headers.getSetCookie()) {
      const [pair = ''] = header.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`the network stopped with ${response.status}: ${await response.text()}`);
    const next = new URL(location, address);
    if (next.pathname.startsWith(pagesAt)) next.searchParams.set('person', person ?? '');
    address = next.href;
  }
  const back = new URL(address);
  // Neither LinkedIn nor X names itself in the callback.
  back.searchParams.delete('iss');
  return back;
}
