/** The methods of Slack's Web API that Coact calls, as strict as the documentation says. */
import { judgeBlocks, judgeView } from './block-rules.ts';
import { type FakeChannel, type FakeState, type FakeTeam, type FakeUser, type FakeView, Refused } from './state.ts';

export interface Call {
  readonly state: FakeState;
  readonly team: FakeTeam;
  readonly token: string;
  readonly args: Readonly<Record<string, unknown>>;
}

interface Method {
  readonly scope: string | null;
  run(call: Call): Readonly<Record<string, unknown>>;
}

const text = (call: Call, name: string): string => {
  const value = call.args[name];
  if (value === undefined || value === '')
    throw new Refused('invalid_arguments', {
      response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
    });
  return String(value);
};

const json = (call: Call, name: string): unknown => {
  const value = call.args[name];
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    throw new Refused(name === 'blocks' ? 'invalid_blocks_format' : 'invalid_arguments');
  }
};

const channelOf = (call: Call): FakeChannel => {
  const channel = call.team.channels.get(text(call, 'channel'));
  if (!channel || (channel.private && !channel.members.has(call.team.botUserId)))
    throw new Refused('channel_not_found');
  return channel;
};

const showChannel = (call: Call, channel: FakeChannel) => ({
  id: channel.id,
  name: channel.name,
  is_channel: true,
  is_archived: channel.archived,
  is_private: channel.private,
  is_member: channel.members.has(call.team.botUserId),
  num_members: channel.members.size,
});

function listChannels(call: Call) {
  const limit = Number(call.args.limit ?? 100);
  if (limit < 1 || limit >= 1000) throw new Refused('invalid_limit');
  const from = call.args.cursor ? Number(Buffer.from(String(call.args.cursor), 'base64').toString()) : 0;
  if (Number.isNaN(from)) throw new Refused('invalid_cursor');
  const all = [...call.team.channels.values()].filter(
    (channel) => !channel.private && !(String(call.args.exclude_archived) === 'true' && channel.archived),
  );
  const next = from + limit < all.length ? Buffer.from(String(from + limit)).toString('base64') : '';
  const channels = all.slice(from, from + limit).map((channel) => showChannel(call, channel));
  return { channels, response_metadata: { next_cursor: next } };
}

function joinChannel(call: Call) {
  const channel = channelOf(call);
  if (channel.archived) throw new Refused('is_archived');
  if (channel.private) throw new Refused('method_not_supported_for_channel_type');
  const warning = channel.members.has(call.team.botUserId) ? { warning: 'already_in_channel' } : {};
  channel.members.add(call.team.botUserId);
  return { channel: showChannel(call, channel), ...warning };
}

/** The content of a message, after Slack's checks. */
function contentOf(call: Call): { text: string; blocks: readonly unknown[] } {
  const blocks = json(call, 'blocks');
  const words = String(call.args.text ?? '');
  if (blocks === undefined && words === '') throw new Refused('no_text');
  if (words.length > 40_000) throw new Refused('msg_too_long');
  if (blocks === undefined) return { text: words, blocks: [] };
  const errors = judgeBlocks(blocks, 50);
  if (errors.length > 0) throw new Refused('invalid_blocks', { errors, response_metadata: { messages: errors } });
  if (JSON.stringify(blocks).length > 13_200) throw new Refused('msg_blocks_too_long');
  return { text: words, blocks: Array.isArray(blocks) ? blocks : [] };
}

/**
 * Where a reply stands. Slack puts one to a message that is gone into the channel as a message of its own, and says so
 * only by leaving `thread_ts` out: github.com/slack-go/slack/issues/1571
 */
function threadOf(call: Call, channel: string): { thread_ts?: string; broadcast?: boolean } {
  if (call.args.thread_ts === undefined) return {};
  const ts = String(call.args.thread_ts);
  if (!/^\d+\.\d{6}$/.test(ts)) throw new Refused('invalid_thread_ts');
  const parent = call.team.messages.find((one) => one.channel === channel && one.ts === ts);
  if (parent === undefined) return {};
  // A reply to a reply belongs to the thread's first message: docs.slack.dev/messaging/#threading
  return { thread_ts: parent.thread_ts ?? ts, broadcast: String(call.args.reply_broadcast) === 'true' };
}

function postMessage(call: Call) {
  const to = text(call, 'channel');
  const content = contentOf(call);
  const message = { channel: to, ts: call.state.ts(), ...content, by: call.team.botUserId, ...threadOf(call, to) };
  if (/^[UW]/.test(to)) {
    const user = call.team.users.get(to);
    if (!user || user.deleted) throw new Refused('channel_not_found');
    call.team.messages.push({ ...message, channel: `D${to}` });
    return { channel: `D${to}`, ts: message.ts, message };
  }
  const channel = channelOf(call);
  if (channel.archived) throw new Refused('is_archived');
  if (!channel.members.has(call.team.botUserId)) throw new Refused('not_in_channel');
  call.team.messages.push(message);
  return { channel: channel.id, ts: message.ts, message };
}

const messageOf = (call: Call, name = 'ts') => {
  const [channel, ts] = [text(call, 'channel'), text(call, name)];
  const message = call.team.messages.find((one) => one.channel === channel && one.ts === ts);
  if (!message) throw new Refused('message_not_found');
  return message;
};

function updateMessage(call: Call) {
  const message = messageOf(call);
  if (message.by !== call.team.botUserId) throw new Refused('cant_update_message');
  if (call.team.channels.get(message.channel)?.archived) throw new Refused('is_archived');
  if (String(call.args.text ?? '').length > 4_000) throw new Refused('msg_too_long');
  Object.assign(message, contentOf(call));
  return { channel: message.channel, ts: message.ts };
}

function deleteMessage(call: Call) {
  const message = messageOf(call);
  call.team.messages.splice(call.team.messages.indexOf(message), 1);
  return { channel: message.channel, ts: message.ts };
}

const showView = (view: FakeView) => ({
  ...view.body,
  id: view.id,
  hash: view.hash,
  root_view_id: view.rootId,
  team_id: view.teamId,
});

function viewBody(call: Call): Readonly<Record<string, unknown>> {
  const view = json(call, 'view');
  const errors = judgeView(view);
  if (errors.length > 0) throw new Refused('invalid_arguments', { response_metadata: { messages: errors } });
  if (JSON.stringify(view).length > 250_000) throw new Refused('view_too_large');
  return { ...(view as object) };
}

function spendTrigger(call: Call): string {
  const trigger = call.state.triggers.get(text(call, 'trigger_id'));
  if (!trigger || trigger.teamId !== call.team.id) throw new Refused('invalid_trigger_id');
  if (trigger.used) throw new Refused('exchanged_trigger_id');
  trigger.used = true;
  if (call.state.now().getTime() > trigger.expiresAt) throw new Refused('expired_trigger_id');
  return trigger.userId;
}

const openViews = (call: Call, userId: string) =>
  [...call.state.views.values()].filter((view) => view.open && view.userId === userId && view.teamId === call.team.id);

function openView(call: Call, push: boolean) {
  const body = viewBody(call);
  const userId = spendTrigger(call);
  const open = openViews(call, userId);
  if (push && open.length === 0) throw new Refused('not_found');
  if (push && open.length >= 3) throw new Refused('push_limit_reached');
  // A new window takes the place of those that are open.
  if (!push) for (const view of open) view.open = false;
  const id = `V${call.state.next()}`;
  const rootId = push ? (open[0]?.rootId ?? id) : id;
  const view: FakeView = { id, teamId: call.team.id, userId, hash: `${call.state.next()}.h`, body, rootId, open: true };
  call.state.views.set(id, view);
  return { view: showView(view) };
}

function updateView(call: Call) {
  const body = viewBody(call);
  const byExternal = [...call.state.views.values()].find(
    (one) => one.open && one.body.external_id === call.args.external_id,
  );
  const view = call.args.view_id ? call.state.views.get(String(call.args.view_id)) : byExternal;
  if (!view?.open || view.teamId !== call.team.id) throw new Refused('not_found');
  if (call.args.hash && call.args.hash !== view.hash) throw new Refused('hash_conflict');
  view.body = body;
  view.hash = `${call.state.next()}.h`;
  return { view: showView(view) };
}

function publishHome(call: Call) {
  const body = viewBody(call);
  if (body.type !== 'home') throw new Refused('invalid_arguments');
  const userId = text(call, 'user_id');
  if (!call.team.users.has(userId)) throw new Refused('invalid_arguments');
  call.team.homes.set(userId, body);
  return { view: { ...body, id: `VH${userId}`, hash: `${call.state.next()}.h` } };
}

function readUser(call: Call) {
  const user = call.team.users.get(text(call, 'user'));
  if (!user) throw new Refused('user_not_found');
  const locale = String(call.args.include_locale) === 'true' ? { locale: 'en-GB' } : {};
  return { user: { ...showUser(call.team, user), ...locale } };
}

const showUser = (team: FakeTeam, user: FakeUser) => ({
  id: user.id,
  team_id: team.id,
  name: user.name.toLowerCase(),
  real_name: user.name,
  deleted: user.deleted,
  is_bot: user.bot,
  is_restricted: user.guest,
  is_ultra_restricted: false,
  is_stranger: user.stranger,
  tz: 'Europe/Lisbon',
  profile: {
    real_name: user.name,
    // Only with the second scope, and never for people of other organisations.
    ...(team.scopes.has('users:read.email') && user.email && !user.stranger ? { email: user.email } : {}),
  },
});

function revoke({ state, token, team }: Call) {
  const found = state.tokens.get(token);
  if (found) found.revoked = true;
  team.installed = false;
  return { revoked: true };
}

/** By name, with the scope that Slack asks for. */
export const webApi: Readonly<Record<string, Method>> = {
  'auth.test': {
    scope: null,
    run: ({ team }) => ({
      team_id: team.id,
      team: team.name,
      user_id: team.botUserId,
      bot_id: `B${team.id}`,
      url: 'https://x.slack.com/',
    }),
  },
  'auth.revoke': { scope: null, run: revoke },
  'conversations.list': { scope: 'channels:read', run: listChannels },
  'conversations.info': { scope: 'channels:read', run: (call) => ({ channel: showChannel(call, channelOf(call)) }) },
  'conversations.join': { scope: 'channels:join', run: joinChannel },
  'chat.postMessage': { scope: 'chat:write', run: postMessage },
  'chat.update': { scope: 'chat:write', run: updateMessage },
  'chat.delete': { scope: 'chat:write', run: deleteMessage },
  'chat.getPermalink': {
    scope: null,
    run: (call) => ({
      permalink: `https://x.slack.com/archives/${messageOf(call, 'message_ts').channel}/p${text(call, 'message_ts').replace('.', '')}`,
    }),
  },
  'views.open': { scope: null, run: (call) => openView(call, false) },
  'views.push': { scope: null, run: (call) => openView(call, true) },
  'views.update': { scope: null, run: updateView },
  'views.publish': { scope: null, run: publishHome },
  'users.info': { scope: 'users:read', run: readUser },
};
