import type { IncomingMessage, ServerResponse } from 'node:http';
import Provider from 'oidc-provider';
import { z } from 'zod';

/** Rights that the server knows, as Mastodon names them. */
const knownScopes = [
  ...['profile', 'read:accounts', 'write:statuses', 'write:media'],
  ...['read:search', 'write:favourites'],
];

/** Whose token it is, and what it allows. */
export interface Grantee {
  readonly username: string;
  readonly scopes: readonly string[];
}

export interface MastodonSignIn {
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Whether a path is sign-in's. */
  owns(path: string): boolean;
  register(app: { readonly name: string; readonly redirectUri: string; readonly scopes: string }): Promise<App>;
  /** Ends every token that was given out. */
  endTokens(): void;
  /** Forgets every registered app, as Mastodon before 4.3 did with unused ones. */
  forgetApps(): Promise<void>;
  granteeOf(token: string): Promise<Grantee | null>;
  /** Whether it knows all of these rights. */
  knows(scopes: string): boolean;
  readonly metadata: Readonly<Record<string, unknown>>;
}

export interface App {
  readonly client_id: string;
  readonly client_secret: string;
}

const registered = z.object({ client_id: z.string(), client_secret: z.string() });
const loginPath = '/people/';

/**
 * Mastodon's sign-in, by a certified provider: PKCE with S256, codes that work once, exact addresses, rights within those
 * registered. `page`: the login page, whose form sends `person`.
 */
export function createMastodonSignIn(
  issuer: string,
  usernames: readonly string[],
  page: (problem: string) => string,
): MastodonSignIn {
  const provider = quietly(() => makeProvider(issuer, usernames));
  const given = new Set<string>();
  const ended = new Set<string>();
  const serve = provider.callback();
  const apps: string[] = [];
  return {
    metadata: metadataOf(issuer),
    knows: (scopes) => scopes.split(' ').every((one) => knownScopes.includes(one)),
    owns: (path) => path.startsWith('/oauth/') || path.startsWith(loginPath),
    handle: (request, response) => {
      const url = new URL(request.url ?? '/', issuer);
      if (!url.pathname.startsWith(loginPath)) return serve(request, response);
      const person = url.searchParams.get('person');
      if (person === '') {
        return void provider.interactionFinished(request, response, { error: 'access_denied' });
      }
      if (person !== null && usernames.includes(person)) {
        return void provider.interactionFinished(request, response, { login: { accountId: person } });
      }
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(page(person === null ? '' : 'There is no such account here.'));
    },
    register: async ({ name, redirectUri, scopes }) => {
      const answer = await fetch(`${issuer}/oauth/registrations`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          client_name: name,
          redirect_uris: [redirectUri],
          scope: scopes,
          grant_types: ['authorization_code', 'client_credentials'],
          token_endpoint_auth_method: 'client_secret_post',
        }),
      });
      const app = registered.parse(await answer.json());
      apps.push(app.client_id);
      return app;
    },
    forgetApps: async () => {
      for (const id of apps.splice(0)) await provider.Client.adapter.destroy(id);
    },
    endTokens: () => {
      for (const token of given) ended.add(token);
    },
    granteeOf: async (token) => {
      const found = ended.has(token) ? undefined : await provider.AccessToken.find(token);
      if (found) given.add(token);
      return found ? { username: found.accountId, scopes: (found.scope ?? '').split(' ') } : null;
    },
  };
}

function makeProvider(issuer: string, usernames: readonly string[]): Provider {
  const methods = ['client_secret_post'];
  const provider: Provider = new Provider(issuer, {
    clients: [],
    clientAuthMethods: methods,
    routes: {
      authorization: '/oauth/authorize',
      token: '/oauth/token',
      revocation: '/oauth/revoke',
      registration: '/oauth/registrations',
      jwks: '/oauth/keys',
      userinfo: '/oauth/userinfo',
    },
    scopes: knownScopes,
    claims: { openid: ['sub'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: { keys: ['practice'] },
    // A token outlives the sign-in in which it was allowed.
    expiresWithSession: () => false,
    // Mastodon's tokens have no end; ten years come near.
    ttl: {
      AccessToken: 315_360_000,
      AuthorizationCode: 600,
      ClientCredentials: 3_600,
      Grant: 315_360_000,
      Interaction: 3_600,
      Session: 3_600,
    },
    features: {
      devInteractions: { enabled: false },
      registration: { enabled: true },
      revocation: { enabled: true },
      clientCredentials: { enabled: true },
    },
    interactions: { url: (_context, { uid }) => loginPath + uid },
    findAccount: (_context, id) =>
      usernames.includes(id) ? { accountId: id, claims: () => ({ sub: id }) } : undefined,
    loadExistingGrant: async ({ oidc }) => {
      if (!oidc.client || !oidc.session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope(knownScopes.join(' '));
      await grant.save();
      return grant;
    },
  });
  return provider;
}

function metadataOf(issuer: string): Readonly<Record<string, unknown>> {
  return {
    issuer,
    authorization_endpoint: `${issuer}/oauth/authorize`,
    token_endpoint: `${issuer}/oauth/token`,
    revocation_endpoint: `${issuer}/oauth/revoke`,
    app_registration_endpoint: `${issuer}/api/v1/apps`,
    scopes_supported: knownScopes,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'client_credentials'],
    code_challenge_methods_supported: ['S256'],
  };
}

/** oidc-provider warns that its keys and its memory are made for trying things out, which is what this is. */
function quietly<T>(make: () => T): T {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return make();
  } finally {
    console.warn = warn;
  }
}
