import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSlackWorld, type SlackWorld } from '../../../test/support/slack-fake/world.ts';
import { divider, header, home, input, modal, mrkdwn, type SlackClient, section, textInput } from './index.ts';
import { uses } from './methods.ts';
import { requiredScopes } from './scopes.ts';

let slackWorld: SlackWorld;
let client: SlackClient;

beforeAll(async () => {
  slackWorld = await openSlackWorld();
  await slackWorld.connect('T1');
  client = slackWorld.slack.client(slackWorld.world.orgId, { timeoutMs: 500 });
});
afterAll(() => slackWorld[Symbol.asyncDispose]());

const content = { text: 'Big news', blocks: [section(mrkdwn`*Big news*`)] };
const view = (title = 'Share it') =>
  modal({ callbackId: 'c', title, blocks: [header('Hello')], externalId: `x-${title}` });
const trigger = () => slackWorld.fake.send.trigger('T1', 'U1');
const last = (method: string) => slackWorld.fake.calls.findLast((call) => call.method === method)?.args;

describe('channels', () => {
  it('come page by page, public and not archived', async () => {
    const { fake } = slackWorld;
    fake.addChannel('T1', 'C2', 'random');
    fake.addChannel('T1', 'C3', 'past', { archived: true });
    fake.addChannel('T1', 'C4', 'secret', { private: true });
    const first = await client.listPublicChannels({ limit: 1 });
    expect(first).toMatchObject({ ok: true, channels: [{ id: 'C1', name: 'general', isMember: true }] });
    if (!first.ok || first.nextCursor === null) throw new Error('a second page was expected');
    const second = await client.listPublicChannels({ limit: 1, cursor: first.nextCursor });
    expect(second).toEqual({
      ok: true,
      nextCursor: null,
      channels: [{ id: 'C2', name: 'random', members: 0, isMember: false, isArchived: false, isPrivate: false }],
    });
  });

  it('are joined once and then stay joined', async () => {
    slackWorld.fake.addChannel('T1', 'C5', 'news');
    expect(await client.joinChannel('C5')).toMatchObject({ ok: true, channel: { isMember: true } });
    expect(await client.joinChannel('C5')).toMatchObject({ ok: true });
    expect(await client.channel('C5')).toMatchObject({ channel: { isMember: true } });
  });

  it.each([
    ['C3', 'is_archived', 'Unarchive'],
    ['C4', 'channel_not_found', 'Choose another'],
    ['C404', 'channel_not_found', 'Choose another'],
  ])('that cannot be joined say why: %s', async (id, error, words) => {
    expect(await client.joinChannel(id)).toMatchObject({ ok: false, error, sentence: expect.stringContaining(words) });
  });
});

describe('messages', () => {
  it('are posted, changed, linked and taken back', async () => {
    const posted = await client.postMessage('C1', content);
    if (!posted.ok) throw new Error(posted.error);
    expect(last('chat.postMessage')).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false', text: 'Big news' });
    expect(await client.permalink(posted)).toMatchObject({ ok: true, url: expect.stringContaining('/archives/C1/p') });
    expect(await client.updateMessage(posted, { ...content, text: 'Bigger' })).toMatchObject({ ok: true });
    expect(slackWorld.fake.team('T1').messages).toMatchObject([{ text: 'Bigger' }]);
    expect(await client.deleteMessage(posted)).toEqual({ ok: true });
    expect(await client.deleteMessage(posted)).toMatchObject({ error: 'message_not_found' });
    expect(slackWorld.fake.team('T1').messages).toEqual([]);
  });

  it('go only where the app is a member', async () => {
    slackWorld.fake.addChannel('T1', 'C6', 'elsewhere');
    expect(await client.postMessage('C6', content)).toMatchObject({
      error: 'not_in_channel',
      sentence: expect.stringContaining('/invite'),
    });
    expect(await client.postMessage('C3', content)).toMatchObject({ error: 'is_archived' });
  });

  it('over the limits are refused before Slack is asked', async () => {
    const before = slackWorld.fake.count('chat.postMessage');
    const blocks = Array.from({ length: 51 }, () => divider());
    expect(await client.postMessage('C1', { text: 'x', blocks })).toMatchObject({ error: 'invalid_blocks' });
    expect(await client.updateMessage({ channelId: 'C1', ts: '1' }, { text: 'x', blocks })).toMatchObject({
      error: 'invalid_blocks',
    });
    expect(slackWorld.fake.count('chat.postMessage')).toBe(before);
  });
});

describe('a call that fails', () => {
  it('waits as long as Slack asks, in the hands of the caller', async () => {
    slackWorld.fake.failNext('chat.postMessage', { kind: 'rate_limit', seconds: 7 });
    expect(await client.postMessage('C1', content)).toMatchObject({ error: 'ratelimited', retryAfter: 7 });
    slackWorld.fake.failNext('chat.update', { kind: 'rate_limit', seconds: null });
    expect(await client.updateMessage({ channelId: 'C1', ts: '1' }, content)).toMatchObject({
      error: 'ratelimited',
      retryAfter: 30,
    });
  });

  it('has an unknown outcome when a post was sent and no answer came, and is not tried again', async () => {
    const before = slackWorld.fake.team('T1').messages.length;
    slackWorld.fake.failNext('chat.postMessage', { kind: 'slow', ms: 900 });
    const posted = await client.postMessage('C1', content);
    expect(posted).toMatchObject({
      error: 'unknown_outcome',
      sentence: expect.stringContaining('before you send it again'),
    });
    expect(slackWorld.fake.team('T1').messages.length).toBe(before + 1);
  });

  it.each(['fatal_error', 'internal_error'])('has an unknown outcome when Slack broke off midway: %s', async (code) => {
    slackWorld.fake.failNext('chat.postMessage', { kind: 'error', code });
    expect(await client.postMessage('C1', content)).toMatchObject({ error: 'unknown_outcome', slackCode: code });
  });

  it('may be tried again when Slack was never reached', async () => {
    slackWorld.fake.failNext('chat.postMessage', { kind: 'refused' });
    expect(await client.postMessage('C1', content)).toMatchObject({ error: 'unreachable' });
    slackWorld.fake.failNext('conversations.info', { kind: 'http', status: 503 });
    expect(await client.channel('C1')).toMatchObject({ error: 'unreachable', slackCode: 'http_503' });
    slackWorld.fake.failNext('chat.postMessage', { kind: 'http', status: 503 });
    expect(await client.postMessage('C1', content)).toMatchObject({ error: 'unknown_outcome' });
  });

  it('with a code that nobody knows is refused with a sentence, the code for the log', async () => {
    slackWorld.fake.failNext('conversations.info', { kind: 'error', code: 'something_new' });
    expect(await client.channel('C1')).toMatchObject({ error: 'rejected', slackCode: 'something_new' });
    slackWorld.fake.failNext('conversations.info', { kind: 'error', code: 'toString' });
    expect(await client.channel('C1')).toMatchObject({ error: 'rejected', slackCode: 'unreadable' });
  });
});

describe('windows', () => {
  it('open with a trigger, once, within three seconds', async () => {
    const fresh = trigger();
    expect(await client.openView(fresh, view())).toMatchObject({ ok: true, viewId: expect.any(String) });
    expect(await client.openView(fresh, view())).toMatchObject({
      error: 'expired_trigger',
      sentence: expect.stringContaining('click again'),
    });
    const stale = trigger();
    slackWorld.world.clock.advance(3_001);
    expect(await client.openView(stale, view())).toMatchObject({ error: 'expired_trigger' });
  });

  it('are updated by id or by our own id, unless they changed meanwhile or are closed', async () => {
    const opened = await client.openView(trigger(), view('First'));
    if (!opened.ok) throw new Error(opened.error);
    const updated = await client.updateView(opened, view('Second'));
    expect(updated).toMatchObject({ ok: true });
    expect(await client.updateView(opened, view('Third'))).toMatchObject({ error: 'hash_conflict' });
    expect(await client.updateView({ externalId: 'x-Second' }, view('Fourth'))).toMatchObject({ ok: true });
    slackWorld.fake.send.close(opened.viewId);
    expect(await client.updateView({ viewId: opened.viewId }, view('Fifth'))).toMatchObject({
      error: 'view_not_found',
    });
  });

  it('stack three high', async () => {
    await client.openView(trigger(), view());
    expect(await client.pushView(trigger(), view('Two'))).toMatchObject({ ok: true });
    expect(await client.pushView(trigger(), view('Three'))).toMatchObject({ ok: true });
    expect(await client.pushView(trigger(), view('Four'))).toMatchObject({ error: 'view_limit' });
  });

  it('that Slack would refuse do not cost the trigger', async () => {
    const fresh = trigger();
    const element = textInput({ actionId: 'a' });
    const wrong = modal({ callbackId: 'c', title: 't', blocks: [input({ blockId: 'b', label: 'l', element })] });
    expect(await client.openView(fresh, wrong)).toMatchObject({ error: 'invalid_blocks' });
    expect(
      await client.openView(fresh, { ...wrong, submit: { type: 'plain_text', text: 'Go', emoji: true } }),
    ).toMatchObject({ ok: true });
  });

  it('include the Home tab', async () => {
    expect(await client.publishHome('U1', home([header('Hello')]))).toMatchObject({ ok: true });
    expect(slackWorld.fake.team('T1').homes.get('U1')).toMatchObject({ type: 'home' });
  });
});

describe('a person', () => {
  it('is read without name and address', async () => {
    const read = await client.readMember('U1');
    expect(read).toEqual({
      ok: true,
      member: { slackUserId: 'U1', state: 'active', kind: 'member', timeZone: 'Europe/Lisbon', locale: 'en-GB' },
    });
  });

  it('is read with their name and state alone where that is asked', async () => {
    slackWorld.fake.addUser('T1', 'U6', { name: 'Ana Costa' });
    expect(await client.readMemberName('U6')).toEqual({ ok: true, isActive: true, name: 'Ana Costa' });
    slackWorld.fake.addUser('T1', 'U6', { name: '', deleted: true });
    expect(await client.readMemberName('U6')).toEqual({ ok: true, isActive: false, name: null });
  });

  it.each([
    [{ deleted: true }, { state: 'deactivated' }],
    [{ guest: true }, { kind: 'guest' }],
    [{ stranger: true }, { kind: 'stranger' }],
    [{ bot: true }, { kind: 'bot' }],
  ])('is told apart: %j', async (more, member) => {
    slackWorld.fake.addUser('T1', 'U7', more);
    expect(await client.readMember('U7')).toMatchObject({ ok: true, member });
  });

  it('that Slack does not know is a value too', async () => {
    expect(await client.readMember('U404')).toMatchObject({ error: 'user_not_found' });
  });

  it('has an address, read only with a purpose and recorded first', async () => {
    const { slack, world, emailReads } = slackWorld;
    expect(await slack.readMemberEmail(world.orgId, 'U1', 'sign_up')).toEqual({ ok: true, email: 'ana@example.com' });
    expect(emailReads).toEqual([{ orgId: world.orgId, purpose: 'sign_up', slackUserId: 'U1' }]);
    slackWorld.fake.addUser('T1', 'U8', { stranger: true });
    expect(await slack.readMemberEmail(world.orgId, 'U8', 'sign_up')).toEqual({ ok: true, email: null });
  });
});

describe('an answer to a click', () => {
  it('is good for five times', async () => {
    const url = slackWorld.fake.send.responseUrl('T1', 'C1', null);
    for (let turn = 0; turn < 5; turn += 1) {
      expect(await client.respond(url, { kind: 'ephemeral', text: 'hello' })).toEqual({ ok: true });
    }
    expect(last('response_url')).toMatchObject({ response_type: 'ephemeral', replace_original: false });
    expect(await client.respond(url, { kind: 'delete' })).toMatchObject({ error: 'response_expired' });
  });

  it('replaces or takes back what was clicked', async () => {
    const posted = await client.postMessage('C1', content);
    if (!posted.ok) throw new Error(posted.error);
    const url = slackWorld.fake.send.responseUrl('T1', 'C1', posted.ts);
    await client.respond(url, { kind: 'replace', text: 'Now this' });
    expect(slackWorld.fake.team('T1').messages.at(-1)).toMatchObject({ text: 'Now this' });
    await client.respond(url, { kind: 'delete' });
    expect(slackWorld.fake.team('T1').messages.find(({ ts }) => ts === posted.ts)).toBeUndefined();
  });
});

describe('scopes', () => {
  /** Every call of the client that Slack guards by a scope. */
  const guarded: Readonly<Record<string, () => Promise<{ ok: boolean }>>> = {
    listChannels: () => client.listPublicChannels(),
    readChannel: () => client.channel('C1'),
    joinChannel: () => client.joinChannel('C2'),
    postMessage: () => client.postMessage('C1', content),
    updateMessage: () => client.updateMessage({ channelId: 'C1', ts: '1' }, content),
    deleteMessage: () => client.deleteMessage({ channelId: 'C1', ts: '1' }),
    readMember: () => client.readMember('U1'),
    readMemberName: () => client.readMemberName('U1'),
  };

  it('each stop named calls when one is taken away', async () => {
    const { scopes } = slackWorld.fake.team('T1');
    for (const scope of requiredScopes.filter((one) => one !== 'commands' && one !== 'users:read.email')) {
      scopes.delete(scope);
      const needing = Object.entries(uses).filter(([, use]) => use.scopes.some((one) => one === scope));
      for (const [name] of needing.filter(([name]) => name in guarded)) {
        expect(await guarded[name]?.(), `${name} without ${scope}`).toMatchObject({ error: 'missing_scope' });
      }
      scopes.add(scope);
    }
    scopes.delete('users:read.email');
    expect(await slackWorld.slack.readMemberEmail(slackWorld.world.orgId, 'U1', 'sign_up')).toEqual({
      ok: true,
      email: null,
    });
    scopes.add('users:read.email');
  });

  it('let every guarded call of the table be tested above', () => {
    const scoped = Object.entries(uses).filter(([, use]) => use.scopes.length > 0);
    expect(Object.keys(guarded).toSorted()).toEqual(
      scoped
        .map(([name]) => name)
        .filter((name) => name !== 'readMemberEmail')
        .toSorted(),
    );
  });

  it('cover every method that was called in this file', () => {
    const known = new Set<string>(Object.values(uses).map(({ method }) => method));
    expect(
      slackWorld.fake.calls
        .map(({ method }) => method)
        .filter((method) => !known.has(method) && method !== 'response_url'),
    ).toEqual([]);
  });
});

it('never lists the members of a workspace, nor reads messages', () => {
  for (const forbidden of ['users.list', 'users.lookupByEmail', 'conversations.history', 'conversations.replies']) {
    expect(slackWorld.fake.count(forbidden)).toBe(0);
  }
});

it('writes no secret, no address and no name into the log', () => {
  const log = JSON.stringify(slackWorld.world.log.lines);
  expect(slackWorld.world.log.lines.length).toBeGreaterThan(5);
  expect(log).not.toMatch(/xox|fake-client-secret|signing|code-\d|ana@example|Big news/);
});
