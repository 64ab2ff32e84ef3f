import { createServer } from 'node:http';
import Provider from 'oidc-provider';
import { freePort } from './raw-client.ts';

/** A real OpenID provider with Slack's claims, and a person who clicks through its pages. */
export interface SlackIssuer extends AsyncDisposable {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs in as a Slack member at `location` and returns the address that the browser is sent back to. */
  click(location: string, slackUserId: string): Promise<string>;
}

const clientId = 'coact-test-client';
const clientSecret = 'a-secret-of-the-test-client';
const loginPage = '/people/';

/** Starts the provider on loopback. Every member is of the team `teamId`. */
export async function openSlackIssuer(redirectUri: string, teamId = 'T0001'): Promise<SlackIssuer> {
  const port = await freePort();
  const issuer = `http://localhost:${port}`;
  const client = { client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] };
  const provider: Provider = new Provider(issuer, {
    clients: [{ ...client, token_endpoint_auth_method: 'client_secret_post' }],
    routes: {},
    scopes: ['openid', 'email', 'profile'],
    claims: { openid: ['sub', 'https://slack.com/team_id', 'https://slack.com/user_id'], profile: ['name'] },
    // As Slack does: the claims stand in the ID token itself.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    cookies: { keys: ['a key of the test'] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 300, Interaction: 600, Session: 600 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => loginPage + uid },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({ sub, name: 'Sam Slack', 'https://slack.com/team_id': teamId, 'https://slack.com/user_id': sub }),
    }),
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
    const accountId = url.searchParams.get('person') ?? '';
    if (!url.pathname.startsWith(loginPage)) serve(request, response);
    else void provider.interactionFinished(request, response, { login: { accountId } });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    issuer,
    clientId,
    clientSecret,
    click: (location, slackUserId) => clickThrough(issuer, location, slackUserId),
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
