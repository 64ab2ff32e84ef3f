import { createServer } from 'node:http';
import Provider from 'oidc-provider';
import { freePort } from './raw-client.ts';

/** A real OpenID provider, and a person who clicks through its pages. */
export interface TestIssuer extends AsyncDisposable {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs in as a person at `location` and returns the address that the browser is sent back to. */
  click(location: string, person: string): Promise<string>;
}

export interface IssuerOptions {
  readonly redirectUri: string;
  /** Names of claims that stand in the ID token, by scope. */
  readonly claims?: Readonly<Record<string, readonly string[]>>;
  /** What it says of a person, besides `sub`. */
  readonly about?: (person: string) => Readonly<Record<string, unknown>>;
  readonly authMethod?: 'client_secret_post' | 'client_secret_basic';
}

const clientId = 'coact-test-client';
const clientSecret = 'a-secret-of-the-test-client';
const loginPage = '/people/';
/** For people in a browser; the answer comes back to the same address. */
const whoPage = '<form><label>Who are you? <input name="person"></label> <button>Go on</button></form>';

/** Starts the provider on loopback. */
export async function openTestIssuer(options: IssuerOptions): Promise<TestIssuer> {
  const port = await freePort();
  const issuer = `http://localhost:${port}`;
  const method = options.authMethod ?? 'client_secret_post';
  const client = { client_id: clientId, client_secret: clientSecret, redirect_uris: [options.redirectUri] };
  const provider: Provider = new Provider(issuer, {
    clients: [{ ...client, token_endpoint_auth_method: method }],
    clientAuthMethods: [method],
    routes: {},
    scopes: ['openid', 'email', 'profile'],
    claims: options.claims ?? { openid: ['sub'] },
    // The claims stand in the ID token itself.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: { keys: ['a key of the test'] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 300, Interaction: 600, Session: 600 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => loginPage + uid },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, ...options.about?.(sub) }) }),
    loadExistingGrant: async ({ oidc }) => {
      if (!oidc.client || !oidc.session?.accountId) return undefined;
      const grant = new provider.Grant({ clientId, accountId: oidc.session.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  const serve = provider.callback();
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    const accountId = url.searchParams.get('person');
    if (!url.pathname.startsWith(loginPage)) serve(request, response);
    else if (accountId === null) response.setHeader('content-type', 'text/html').end(whoPage);
    else void provider.interactionFinished(request, response, { login: { accountId } });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    issuer,
    clientId,
    clientSecret,
    click: (location, person) => clickThrough(issuer, location, person),
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Follows the provider's redirects with its cookies, choosing the person, and stops where they leave the provider. */
async function clickThrough(issuer: string, start: string, person: string): Promise<string> {
  const jar = new Map<string, string>();
  let address = start;
  for (let step = 0; step < 10; step += 1) {
    if (!address.startsWith(issuer)) return address;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, { redirect: 'manual', headers: { cookie } });
    for (const header of response.headers.getSetCookie()) {
      const [pair = ''] = header.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`the provider stopped with ${response.status}`);
    const next = new URL(location, address);
    if (next.pathname.startsWith(loginPage)) next.searchParams.set('person', person);
    address = next.href;
  }
  throw new Error('the provider never came to an end');
}
