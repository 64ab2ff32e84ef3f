import type { Aliases } from './aliases.ts';
import { company, employees, slackApp } from './company.ts';
import type { Deliveries } from './slack-deliveries.ts';
import { type Refusal, refuseMessage, refuseView } from './slack-rules.ts';
import type { View, ViewStack } from './slack-stack.ts';
import { nameBlocks } from './slack-views.ts';
import type { SlackWorkspace } from './slack-workspace.ts';

export type Args = Record<string, unknown>;
export type Answer = Record<string, unknown> & { readonly ok: boolean };

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

const refuse = (error: string, more: object = {}): Answer => ({ ok: false, error, ...more });
const spell = (refusal: Refusal): Answer =>
  refuse(refusal.error, { response_metadata: { messages: refusal.messages.map((each) => `[ERROR] ${each}`) } });

/**
 * The Web API as Coact sees it: what both stand-ins are lax about is refused here as Slack refuses it, the rest is
 * local-slack's (`inner`), or emulate's where there is no local-slack (`stack` null).
 */
export function createSlackApi(options: {
  readonly workspace: SlackWorkspace;
  readonly aliases: Aliases;
  readonly deliveries: Deliveries;
  readonly stack: ViewStack | null;
  readonly inner: (method: string, args: Args, token: string) => Promise<Answer>;
  readonly oauth: (method: string, args: Args, token: string) => Promise<Answer>;
}): SlackApi {
  const { workspace, aliases, deliveries, stack, inner, oauth } = options;

  const openView = async (method: string, args: Args, token: string): Promise<Answer> => {
    const refusal = refuseView(args.view);
    if (refusal) return spell(refusal);
    if (stack === null) return inner(method, args, token);
    const problem = deliveries.spendTrigger(args.trigger_id);
    if (problem) return refuse(problem);
    if (method === 'views.push' && (await stack.modals()).length >= 3) return refuse('push_limit_reached');
    return inner(method, { ...args, view: nameBlocks(args.view as Args) }, token);
  };

  const updateView = async (args: Args, token: string): Promise<Answer> => {
    const refusal = refuseView(args.view);
    if (refusal) return spell(refusal);
    if (stack === null) return inner('views.update', args, token);
    const wanted = typeof args.view_id === 'string' ? aliases.innerOf(args.view_id) : null;
    const open = (await stack.modals()).find((each: View) =>
      wanted === null ? each.external_id === args.external_id : each.id === aliases.innerOf(String(args.view_id)),
    );
    if (!open) return refuse('not_found');
    if (args.hash !== undefined && args.hash !== open.hash) return refuse('hash_conflict');
    const outer = aliases.toOuter(open.id);
    const answer = await inner('views.update', { view_id: outer, view: nameBlocks(args.view as Args) }, token);
    const view = answer.view as View | undefined;
    if (!view) return answer;
    aliases.set(outer, view.id);
    return JSON.parse(aliases.toOuter(JSON.stringify(answer))) as Answer;
  };

  const postMessage = async (args: Args, token: string): Promise<Answer> => {
    const refusal = refuseMessage(args);
    if (refusal) return spell(refusal);
    const channel = String(args.channel ?? '');
    if (/^[CG]/.test(channel) && !workspace.isMember(channel)) {
      const known = await inner('conversations.info', { channel }, token);
      return refuse(known.ok ? 'not_in_channel' : 'channel_not_found');
    }
    const answer = await inner('chat.postMessage', args, token);
    if (answer.ok && typeof answer.ts === 'string') workspace.keepMessage(answer.ts, args);
    return answer;
  };

  const changeMessage = async (method: string, args: Args, token: string): Promise<Answer> => {
    const refusal = method === 'chat.update' ? refuseMessage(args) : null;
    if (refusal) return spell(refusal);
    const answer = await inner(method, args, token);
    const ts = String(args.ts);
    if (answer.ok && method === 'chat.delete') workspace.dropMessage(ts);
    if (answer.ok && method === 'chat.update') workspace.keepMessage(ts, { blocks: undefined, ...args });
    return answer;
  };

  const join = async (args: Args, token: string): Promise<Answer> => {
    const channel = String(args.channel ?? '');
    const already = workspace.isMember(channel);
    const answer = await oauth('conversations.join', args, token);
    if (!answer.ok) return answer;
    workspace.join(channel);
    return already ? { ...answer, warning: 'already_in_channel' } : answer;
  };

  const methods: Record<string, (args: Args, token: string) => Promise<Answer>> = {
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
    'conversations.join': join,
    'conversations.leave': async (args) => {
      const channel = String(args.channel ?? '');
      const was = workspace.isMember(channel);
      workspace.leave(channel);
      return was ? { ok: true } : { ok: true, not_in_channel: true };
    },
    'conversations.list': async (args, token) =>
      listChannels(args, await inner('conversations.list', args, token), workspace),
    'conversations.info': async (args, token) => {
      const answer = await inner('conversations.info', args, token);
      return answer.ok ? { ...answer, channel: withMembership(answer.channel as Args, workspace) } : answer;
    },
    'chat.postMessage': postMessage,
    'chat.update': (args, token) => changeMessage('chat.update', args, token),
    'chat.delete': (args, token) => changeMessage('chat.delete', args, token),
    'views.open': (args, token) => openView('views.open', args, token),
    'views.push': (args, token) => openView('views.push', args, token),
    'views.update': updateView,
    'views.publish': async (args, token) => {
      const refusal = refuseView(args.view);
      if (refusal) return spell(refusal);
      return inner('views.publish', { ...args, view: nameBlocks(args.view as Args) }, token);
    },
  };

  return {
    call: async (method, args, token) => {
      const lookedUp =
        method === 'users.info' ? args.user : method === 'users.lookupByEmail' ? idByEmail(args.email) : null;
      workspace.countCall(method, typeof lookedUp === 'string' ? lookedUp : null);
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

const isTrue = (value: unknown): boolean => value === true || value === 'true' || value === '1';

const idByEmail = (email: unknown): string | null => employees.find((each) => each.email === email)?.slackId ?? null;

function withMembership(channel: Args, workspace: SlackWorkspace): Args {
  return { ...channel, is_member: workspace.isMember(String(channel.id)) };
}

/** local-slack lists everything at once, whatever is asked; Slack filters and pages. */
function listChannels(args: Args, answer: Answer, workspace: SlackWorkspace): Answer {
  if (!answer.ok) return answer;
  const types = String(args.types ?? 'public_channel').split(',');
  const fits = (each: Args) =>
    types.includes(each.is_im ? 'im' : each.is_private || each.is_group ? 'private_channel' : 'public_channel');
  const all = (answer.channels as Args[]).filter(fits).map((each) => withMembership(each, workspace));
  const from = Number(Buffer.from(String(args.cursor ?? ''), 'base64').toString() || 0);
  const to = from + Math.min(Number(args.limit ?? 100) || 100, 1000);
  const next = to < all.length ? Buffer.from(String(to)).toString('base64') : '';
  return { ...answer, channels: all.slice(from, to), response_metadata: { next_cursor: next } };
}

/** Adds what local-slack does not know of people (owner, admin, deactivated), hides e-mails from who may not see them. */
function withPeople(answer: Answer, mayReadEmail: boolean, workspace: SlackWorkspace): Answer {
  const complete = (user: Args): Args => {
    const employee = employees.find((each) => each.slackId === user.id);
    const { email, ...profile } = (user.profile ?? {}) as Args;
    return {
      ...user,
      team_id: company.teamId,
      tz: company.timeZone,
      deleted: workspace.isDeactivated(String(user.id)),
      is_owner: employee?.role === 'owner',
      is_primary_owner: employee?.role === 'owner',
      is_admin: employee !== undefined && employee.role !== 'member',
      is_restricted: false,
      profile: { ...profile, title: employee?.title ?? '', ...(mayReadEmail && email !== undefined ? { email } : {}) },
    };
  };
  if (isPerson(answer.user)) return { ...answer, user: complete(answer.user) };
  if (Array.isArray(answer.members) && answer.members.every(isPerson)) {
    return { ...answer, members: answer.members.map(complete) };
  }
  return answer;
}

const isPerson = (value: unknown): value is Args => typeof value === 'object' && value !== null && 'profile' in value;
