import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { slackApp } from './company.ts';
import { type ListeningApp, listeningApp } from './listening-app.ts';
import { choosePorts, type Ports } from './ports.ts';
import { type Slack, startSlack } from './slack.ts';
import { patchSlackPage } from './slack-page-patches.ts';
import { shortcutAction } from './slack-shortcuts.ts';

type Json = Record<string, unknown>;

const scopes = 'chat:write,channels:read,channels:join,users:read,commands';
const news = 'C0NEWS00001';
const ana = 'U0EMPLOYEE1';
const plain = (text: string) => ({ type: 'plain_text', text });
const modal = (more: Json = {}): Json => ({ type: 'modal', title: plain('Share'), blocks: [], ...more });
const textInput = (more: Json = {}) => ({
  type: 'input',
  block_id: 'words',
  label: plain('Words'),
  element: { type: 'plain_text_input', action_id: 'text', multiline: true, ...more },
});

let app: ListeningApp;
let ports: Ports;
let slack: Slack;
let folder: string;
let token: string;

const start = () =>
  startSlack({ ports, appUrl: app.url, startPageUrl: '', folder, workFolder: folder, log: () => undefined });

async function call(method: string, args: Json = {}, as: string = token): Promise<Json> {
  const response = await fetch(`${slack.url}/api/${method}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${as}` },
    body: JSON.stringify(args),
  });
  return (await response.json()) as Json;
}

async function control(path: string, body: Json): Promise<void> {
  const response = await fetch(`${slack.url}/_control/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
}

async function install(asked = scopes): Promise<Json> {
  const back = `${app.url}/slack/oauth_redirect`;
  const consent = await fetch(`${slack.url}/oauth/v2/authorize/callback`, {
    method: 'POST',
    body: new URLSearchParams({
      user_id: 'U0PUBLISH1',
      redirect_uri: back,
      scope: asked,
      user_scope: '',
      state: 's1',
      client_id: slackApp.clientId,
    }),
    redirect: 'manual',
  });
  const code = new URL(consent.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const { clientId, clientSecret } = slackApp;
  const form = new URLSearchParams({ code, redirect_uri: back, client_id: clientId, client_secret: clientSecret });
  const response = await fetch(`${slack.url}/api/oauth.v2.access`, { method: 'POST', body: form });
  const granted = (await response.json()) as Json;
  token = String(granted.access_token);
  return granted;
}

/** A click on a button of a message, as Ana. Answers the trigger id that the app gets. */
async function click(): Promise<string> {
  await call('conversations.join', { channel: news });
  const { ts } = await call('chat.postMessage', { channel: news, text: 'Big news' });
  await control('interact', { channel: news, messageTs: ts, user: ana, action: { action_id: 'share', value: 'r1' } });
  return String((await app.next('block_actions')).trigger_id);
}

const hasPage = process.platform === 'linux' && process.arch === 'x64';

beforeAll(async () => {
  app = await listeningApp();
  folder = await mkdtemp(join(tmpdir(), 'practice-slack-'));
  ports = await choosePorts({}, 'any');
  slack = await start();
});
afterAll(async () => {
  await slack.close();
  await app[Symbol.asyncDispose]();
});
beforeEach(async () => {
  app.heard.length = 0;
  if (!slack.isInstalled()) await install();
});

describe.skipIf(!hasPage)('the page to click in', () => {
  it('has every passage that is exchanged for ours', async () => {
    const page = await (await fetch(`http://127.0.0.1:${ports.slackPage}/`)).text();
    expect(patchSlackPage(page).missing).toEqual([]);
    expect(await (await fetch(slack.url)).text()).toBe(patchSlackPage(page).html);
  });
});

describe('installing', () => {
  it('grants a bot token and names the installer by the id that stays', async () => {
    const granted = await install();
    expect(granted).toMatchObject({ ok: true, bot_user_id: slackApp.botUserId, authed_user: { id: 'U0PUBLISH1' } });
    expect(await call('auth.test')).toMatchObject({ ok: true, team_id: 'T000000001', bot_id: slackApp.botId });
  });

  it('shows a consent page with the permissions, and Cancel', async () => {
    const query = new URLSearchParams({
      client_id: slackApp.clientId,
      scope: scopes,
      state: 's1',
      redirect_uri: `${app.url}/slack/oauth_redirect`,
    });
    const page = await (await fetch(`${slack.url}/oauth/v2/authorize?${query}`)).text();
    expect(page).toContain('Maya Lindqvist');
    expect(page).toContain('<code>channels:join</code>');
    expect(page).toContain('error=access_denied&#38;state=s1');
  });

  it('refuses unknown tokens, calls without one, and what the scopes do not cover', async () => {
    expect(await call('chat.postMessage', {}, 'xoxb-nobody')).toEqual({ ok: false, error: 'invalid_auth' });
    const bare = await fetch(`${slack.url}/api/users.info`, { method: 'POST' });
    expect(await bare.json()).toEqual({ ok: false, error: 'not_authed' });
    const refused = await call('users.lookupByEmail', { email: 'ana@harbour-pine.test' });
    expect(refused).toMatchObject({ error: 'missing_scope', needed: 'users:read.email' });
  });
});

describe.skipIf(!hasPage)('the Web API', () => {
  it('takes messages only in channels that the app has joined', async () => {
    const message = { channel: 'C0JOBS00001', text: 'hello' };
    expect(await call('chat.postMessage', message)).toMatchObject({ error: 'not_in_channel' });
    expect(await call('chat.postMessage', { ...message, channel: 'C404' })).toMatchObject({
      error: 'channel_not_found',
    });
    const listed = async () =>
      ((await call('conversations.list', { limit: 2 })).channels as Json[]).map((each) => [each.name, each.is_member]);
    await call('conversations.leave', { channel: news });
    expect(await listed()).toEqual([
      ['general', false],
      ['news', false],
    ]);
    await call('conversations.join', { channel: news });
    expect(await listed()).toContainEqual(['news', true]);
    expect(await call('conversations.join', { channel: news })).toMatchObject({ warning: 'already_in_channel' });
  });

  it('updates and deletes the app’s messages', async () => {
    await call('conversations.join', { channel: news });
    const { ts } = await call('chat.postMessage', { channel: news, text: 'one' });
    expect(await call('chat.update', { channel: news, ts, text: 'two' })).toMatchObject({ ok: true, text: 'two' });
    expect(await call('chat.delete', { channel: news, ts })).toMatchObject({ ok: true });
    expect(await call('chat.delete', { channel: news, ts })).toMatchObject({ error: 'message_not_found' });
  });

  it('hides e-mail addresses from an app that may not see them', async () => {
    const { user } = await call('users.info', { user: ana });
    expect(user).toMatchObject({ id: ana, is_admin: false, deleted: false });
    expect((user as { profile: Json }).profile).not.toHaveProperty('email');
    await install(`${scopes},users:read.email`);
    expect(await call('users.info', { user: ana })).toMatchObject({
      user: { profile: { email: 'ana@harbour-pine.test' } },
    });
  });

  it('counts calls by method and the people looked up, each once', async () => {
    slack.resetCalls();
    for (const user of [ana, ana, 'U0EMPLOYEE2']) await call('users.info', { user });
    expect(slack.calls()['users.info']).toEqual({ count: 3, users: [ana, 'U0EMPLOYEE2'] });
    expect(await (await fetch(`${slack.url}/_practice/calls`)).json()).toEqual(slack.calls());
  });

  it('answers unknown_method to what neither stand-in knows', async () => {
    expect(await call('chat.unfurl')).toMatchObject({ error: 'unknown_method' });
  });
});

describe.skipIf(!hasPage)('modals', () => {
  it('open once per trigger and keep their id through updates', async () => {
    const trigger = await click();
    const opened = await call('views.open', { trigger_id: trigger, view: modal() });
    const id = String((opened.view as Json).id);
    expect(await call('views.open', { trigger_id: trigger, view: modal() })).toMatchObject({
      error: 'exchanged_trigger_id',
    });
    for (const title of ['Step two', 'Step three']) {
      const updated = await call('views.update', {
        view_id: id,
        view: modal({ title: plain(title), external_id: 'ext-1' }),
      });
      expect(updated).toMatchObject({ ok: true, view: { id, title: { text: title } } });
    }
    expect(await call('views.update', { external_id: 'ext-1', view: modal() })).toMatchObject({
      ok: true,
      view: { id },
    });
    expect(await call('views.update', { view_id: 'V404', view: modal() })).toMatchObject({ error: 'not_found' });
    const stale = { view_id: id, view: modal(), hash: 'stale' };
    expect(await call('views.update', stale)).toMatchObject({ error: 'hash_conflict' });
  });

  it('submit what was typed, and the initial value of what nobody touched', async () => {
    const view = modal({
      submit: plain('Post'),
      private_metadata: 'r1',
      blocks: [textInput({ initial_value: 'as it was' })],
    });
    const opened = await call('views.open', { trigger_id: await click(), view });
    const id = (opened.view as Json).id;
    await speakAsPage({ t: 'view_submit', user: ana, values: {} });
    const first = (await app.next('view_submission')).view as Json;
    expect(first).toMatchObject({
      id,
      private_metadata: 'r1',
      state: { values: { words: { text: { value: 'as it was' } } } },
    });
  });

  it('keep their id when the answer to a submission exchanges the view', async () => {
    const view = modal({ submit: plain('Post'), blocks: [textInput({ initial_value: 'x' })] });
    const opened = await call('views.open', { trigger_id: await click(), view });
    const id = (opened.view as Json).id;
    app.answer('view_submission', { response_action: 'update', view: modal({ title: plain('On its way') }) });
    await speakAsPage({ t: 'view_submit', user: ana, values: {} });
    await app.next('view_submission');
    await expect
      .poll(() => call('views.update', { view_id: id, view: modal() }))
      .toMatchObject({ ok: true, view: { id } });
  });

  it('are not submitted with a required input left empty', async () => {
    const view = modal({ submit: plain('Post'), blocks: [textInput()] });
    await call('views.open', { trigger_id: await click(), view });
    await speakAsPage({ t: 'view_submit', user: ana, values: {} });
    await new Promise((done) => setTimeout(done, 300));
    expect(app.heard.map((each) => each.type)).not.toContain('view_submission');
  });

  it('tell the view and the typed text with a click inside', async () => {
    const blocks = [
      textInput(),
      { type: 'actions', elements: [{ type: 'button', action_id: 'connect', text: plain('Go') }] },
    ];
    const opened = await call('views.open', {
      trigger_id: await click(),
      view: modal({ submit: plain('Post'), blocks }),
    });
    const typed = { words: { text: { type: 'plain_text_input', value: 'half a sen' } } };
    await speakAsPage({
      t: 'block_action',
      user: ana,
      channel: '',
      messageTs: '',
      appId: slackApp.appId,
      action: {
        type: 'button',
        action_id: 'connect',
        block_id: 'auto-1',
        text: { ...plain('Go'), practice_state: typed },
      },
    });
    const clicked = await app.next('block_actions');
    const { id } = opened.view as Json;
    expect(clicked).toMatchObject({ container: { type: 'view', view_id: id }, view: { id, state: { values: typed } } });
    expect(clicked).not.toHaveProperty('channel');
    expect(JSON.stringify(clicked)).not.toContain('practice_state');
  });

  it('are gone once closed', async () => {
    const opened = await call('views.open', { trigger_id: await click(), view: modal() });
    await speakAsPage({ t: 'view_close', user: ana });
    const { id } = opened.view as Json;
    await expect.poll(() => call('views.update', { view_id: id, view: modal() })).toMatchObject({ error: 'not_found' });
  });
});

describe.skipIf(!hasPage)('the menu of a message', () => {
  const choose = (messageTs: string, value = 'share.suggest') =>
    control('interact', { channel: news, messageTs, user: ana, action: { action_id: shortcutAction, value } });
  /** What Ben typed last. */
  const written = async () => {
    await install(`${scopes},channels:history`);
    await speakAsPage({
      t: 'post_message',
      channel: news,
      user: 'U0EMPLOYEE2',
      text: 'R&D <3 https://a.test/?b=1&c=2',
    });
    const newest = async () =>
      ((await call('conversations.history', { channel: news })).messages as Json[] | undefined)?.[0];
    await expect.poll(newest).toMatchObject({ user: 'U0EMPLOYEE2' });
    return String((await newest())?.ts);
  };

  it('tells the app of the message, as Slack marks it up, with a trigger that opens a window', async () => {
    const ts = await written();
    await choose(ts);
    const told = await app.next('message_action');
    expect(told).toMatchObject({
      ...{ callback_id: 'share.suggest', message_ts: ts, channel: { id: news, name: 'news' } },
      ...{ user: { id: ana, team_id: 'T000000001' }, team: { id: 'T000000001' } },
      message: { type: 'message', user: 'U0EMPLOYEE2', ts, text: 'R&amp;D &lt;3 <https://a.test/?b=1&amp;c=2>' },
    });
    expect(told).not.toHaveProperty('actions');
    expect(await call('views.open', { trigger_id: told.trigger_id, view: modal() })).toMatchObject({ ok: true });
  });

  it('has what the manifest names, for messages that are there, once the app is installed', async () => {
    const ts = await written();
    await choose(ts, 'share.unheard_of');
    await choose('1.000001');
    await slack.uninstall();
    await choose(ts);
    const heard = app.heard.map(({ type }) => type);
    expect(heard.filter((type) => type === 'message_action' || type === 'block_actions')).toEqual([]);
  });
});

describe.skipIf(!hasPage)('App Home', () => {
  it('is told with the view that stands there', async () => {
    await control('open-home', { user: ana });
    expect((await app.next('app_home_opened')).event).not.toHaveProperty('view');
    const view = { type: 'home', blocks: [{ type: 'section', text: plain('Hello Ana') }] };
    expect(await call('views.publish', { user_id: ana, view })).toMatchObject({ ok: true });
    await control('open-home', { user: ana });
    const envelope = await app.next('app_home_opened');
    expect(envelope).toMatchObject({ type: 'event_callback', api_app_id: slackApp.appId });
    expect(envelope.event).toMatchObject({ tab: 'home', user: ana, view: { type: 'home' } });
  });
});

describe('uninstalling', () => {
  it.each(['tokens_revoked first', 'app_uninstalled first'] as const)(
    'kills the token, then tells: %s',
    async (order) => {
      await install();
      await slack.uninstall(order);
      expect(await call('auth.test')).toEqual({ ok: false, error: 'account_inactive' });
      const [first, second] = app.heard;
      expect([first?.type, second?.type].join()).toBe(
        order === 'tokens_revoked first' ? 'tokens_revoked,app_uninstalled' : 'app_uninstalled,tokens_revoked',
      );
      const revoked = await app.next('tokens_revoked');
      expect(revoked.event).toMatchObject({ tokens: { oauth: [], bot: [slackApp.botUserId] } });
    },
  );

  it('works from the app’s side as well, and a late event can be sent', async () => {
    expect(await call('auth.revoke')).toEqual({ ok: true, revoked: true });
    expect(await call('auth.test')).toMatchObject({ error: 'account_inactive' });
    await install();
    const secrets = { client_id: slackApp.clientId, client_secret: slackApp.clientSecret };
    expect(await call('apps.uninstall', { ...secrets, client_secret: 'wrong' })).toMatchObject({
      error: 'bad_client_secret',
    });
    expect(await call('apps.uninstall', secrets)).toEqual({ ok: true });
    expect(await slack.sendEvent({ type: 'app_uninstalled' }, 1_700_000_000)).toBe(200);
    expect(await app.next('app_uninstalled')).toMatchObject({ event_time: 1_700_000_000 });
  });

  it('is a button on the Apps page', async () => {
    await install();
    const before = await (await fetch(`${slack.url}/apps`)).text();
    expect(before).toContain('Uninstall');
    const form = new URLSearchParams({ page: '1', order: 'app_uninstalled first' });
    const after = await (await fetch(`${slack.url}/_practice/uninstall`, { method: 'POST', body: form })).text();
    expect(after).toContain('Not installed');
    expect(slack.isInstalled()).toBe(false);
  });
});

describe.skipIf(!hasPage)('a restart', () => {
  it('keeps the token, the channels joined and the app’s messages', async () => {
    await call('conversations.join', { channel: news });
    const { ts } = await call('chat.postMessage', { channel: news, text: 'still here' });
    await slack.close();
    slack = await start();
    expect(await call('auth.test')).toMatchObject({ ok: true });
    expect(await call('chat.update', { channel: news, ts, text: 'changed' })).toMatchObject({
      ok: true,
      ts,
      text: 'changed',
    });
  });
});

/** Does what the Slack page does: one message over its WebSocket, through the router. */
async function speakAsPage(message: Json): Promise<void> {
  const socket = new WebSocket(`${slack.url.replace('http', 'ws')}/ui`);
  await new Promise((done, fail) => {
    socket.onmessage = done;
    socket.onerror = fail;
  });
  socket.send(JSON.stringify(message));
  setTimeout(() => socket.close(), 1_000);
}
