import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { company, employees, slackApp } from './company.ts';
import { avatar, escapeHtml, page } from './page.ts';

export interface SlackSignIn {
  /** Whether a path is the issuer's. */
  owns(path: string): boolean;
  handle(request: IncomingMessage, response: ServerResponse): void;
}

/** The same paths as Slack's own issuer, docs.slack.dev/authentication/sign-in-with-slack. */
const routes = {
  authorization: '/openid/connect/authorize',
  token: '/api/openid.connect.token',
  userinfo: '/api/openid.connect.userInfo',
  jwks: '/openid/connect/keys',
};
const discovery = '/.well-known/openid-configuration';

/**
 * Sign in with Slack: a certified OpenID provider with Slack's paths and Slack's own claims, whose login page asks
 * which of the company's people one is. `appUrl`: Coact; any address of it may be the way back.
 */
export async function createSlackSignIn(issuer: string, appUrl: string): Promise<SlackSignIn> {
  const provider: Provider = await withoutWarnings(
    (Issuer) =>
      new Issuer(issuer, {
        clients: [
          {
            client_id: slackApp.clientId,
            client_secret: slackApp.clientSecret,
            redirect_uris: [`${appUrl}/api/sign-in/slack/callback`],
            token_endpoint_auth_method: 'client_secret_post',
          },
        ],
        routes,
        scopes: ['openid', 'email', 'profile'],
        claims: {
          openid: ['sub', 'https://slack.com/user_id', 'https://slack.com/team_id', 'https://slack.com/team_name'],
          email: ['email', 'email_verified'],
          profile: ['name', 'given_name', 'family_name', 'locale'],
        },
        // Slack puts all claims into the id_token.
        conformIdTokenClaims: false,
        pkce: { required: () => false },
        // Seconds. Slack's id_token lives five minutes.
        ttl: { AccessToken: 3600, Grant: 3600, IdToken: 300, Interaction: 3600, Session: 3600 },
        cookies: { keys: ['practice'] },
        features: { devInteractions: { enabled: false } },
        interactions: { url: (_context: unknown, interaction: { uid: string }) => `/openid/people/${interaction.uid}` },
        findAccount: (_context: unknown, id: string) => account(id),
        loadExistingGrant: async (context) => {
          const { client, session } = context.oidc;
          if (!client || !session?.accountId) return undefined;
          const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
          grant.addOIDCScope('openid email profile');
          await grant.save();
          return grant;
        },
      }),
  );
  provider.Client.prototype.redirectUriAllowed = (uri: string) => new URL(uri).origin === new URL(appUrl).origin;
  const serve = provider.callback();
  return {
    owns: (path) => path === discovery || path.startsWith('/openid/') || path.startsWith('/api/openid.'),
    handle: (request, response) => {
      const path = new URL(request.url ?? '/', issuer).pathname;
      if (!path.startsWith('/openid/people/')) {
        serve(request, response);
        return;
      }
      void pickPerson(provider, request, response);
    },
  };
}

/** oidc-provider warns that its keys and its memory are made for trying things out, which is what this is. */
async function withoutWarnings(create: (issuer: typeof Provider) => Provider): Promise<Provider> {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return create((await import('oidc-provider')).default);
  } finally {
    console.warn = warn;
  }
}

function account(slackId: string) {
  const employee = employees.find((each) => each.slackId === slackId);
  if (!employee) return undefined;
  const [given, family] = employee.realName.split(' ');
  return {
    accountId: employee.slackId,
    claims: () => ({
      sub: employee.slackId,
      'https://slack.com/user_id': employee.slackId,
      'https://slack.com/team_id': company.teamId,
      'https://slack.com/team_name': company.name,
      email: employee.email,
      email_verified: true,
      name: employee.realName,
      given_name: given,
      family_name: family,
      locale: 'en-GB',
    }),
  };
}

async function pickPerson(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chosen = new URL(request.url ?? '/', 'http://localhost').searchParams.get('person');
  if (chosen !== null) {
    await provider.interactionFinished(request, response, { login: { accountId: chosen } });
    return;
  }
  const people = employees.map(
    (each) => `<li><a class="person" href="?person=${each.slackId}">${avatar(each.realName)}
      <span><b>${escapeHtml(each.realName)}</b><small>${escapeHtml(each.title)} · ${escapeHtml(each.email)}</small></span></a></li>`,
  );
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end(
    page({
      title: `Sign in to ${company.name}`,
      narrow: true,
      body: `<h1>Sign in to ${escapeHtml(company.name)}</h1>
        <p class="lead">This stands in for <b>Sign in with Slack</b>. Who are you today?</p>
        <ul class="people">${people.join('')}</ul>`,
    }),
  );
}
