import { slackApp } from './company.ts';
import { type Answer, type ApiParts, type Args, type Methods, refuse } from './slack-api-call.ts';
import { channelMethods } from './slack-api-channels.ts';
import { messageMethods } from './slack-api-messages.ts';
import { lookedUpBy, withPeople } from './slack-api-people.ts';
import { viewMethods } from './slack-api-views.ts';

export interface SlackApi {
  /** One call of the Web API: the method's name, its arguments and the token of the request. */
  call(method: string, args: Args, token: string | null): Promise<{ answer: Answer; scopes: readonly string[] }>;
}

/** The bot scope each method asks for. Source: docs.slack.dev/reference/methods. Others need none. */
const scopeOf: Readonly<Record<string, string>> = {
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'chat.delete': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'conversations.list': 'channels:read',
  'conversations.info': 'channels:read',
  'conversations.members': 'channels:read',
  'conversations.join': 'channels:join',
  'conversations.history': 'channels:history',
  'conversations.replies': 'channels:history',
  'conversations.open': 'im:write',
  'users.info': 'users:read',
  'users.list': 'users:read',
  'users.lookupByEmail': 'users:read.email',
  'team.info': 'team:read',
  'reactions.add': 'reactions:write',
};

/**
 * The Web API as Coact sees it: what both stand-ins are lax about is refused here as Slack refuses it, the rest is
 * local-slack's.
 */
export function createSlackApi(parts: ApiParts): SlackApi {
  const { workspace, inner } = parts;
  const methods: Methods = {
    ...tokenMethods(parts),
    ...channelMethods(parts),
    ...messageMethods(parts),
    ...viewMethods(parts),
  };
  return {
    call: async (method, args, token) => {
      workspace.countCall(method, lookedUpBy(method, args));
      if (token === null) return { answer: refuse('not_authed'), scopes: [] };
      const known = workspace.tokens.find((each) => each.token === token);
      if (!known) return { answer: refuse('invalid_auth'), scopes: [] };
      if (!known.alive) return { answer: refuse('account_inactive'), scopes: [] };
      const needed = scopeOf[method];
      if (needed !== undefined && !known.scopes.includes(needed)) {
        return { answer: refuse('missing_scope', { needed, provided: known.scopes.join(',') }), scopes: known.scopes };
      }
      const run = methods[method] ?? ((all: Args, key: string) => inner(method, all, key));
      const answer = await run(args, token);
      const mayReadEmail = known.scopes.includes('users:read.email');
      return { answer: withPeople(answer, mayReadEmail, workspace), scopes: known.scopes };
    },
  };
}

function tokenMethods({ workspace, oauth }: ApiParts): Methods {
  return {
    'auth.test': (args, token) => oauth('auth.test', args, token),
    'auth.revoke': async (args, token) => {
      if (isTrue(args.test)) return { ok: true, revoked: false };
      workspace.killTokens(token);
      return { ok: true, revoked: true };
    },
    'apps.uninstall': async (args) => {
      if (args.client_id !== slackApp.clientId) return refuse('invalid_client_id');
      if (args.client_secret !== slackApp.clientSecret) return refuse('bad_client_secret');
      workspace.killTokens();
      return { ok: true };
    },
  };
}

const isTrue = (value: unknown): boolean => value === true || value === 'true' || value === '1';
