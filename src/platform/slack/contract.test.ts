import { createServer } from 'node:net';
import { createEmulator } from 'emulate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cookieOf, openSlackWorld, type SlackWorld } from '../../../test/support/slack-fake/world.ts';
import { header, home, modal, mrkdwn, type SlackClient, section } from './index.ts';
import { requiredScopes } from './scopes.ts';

/** The same calls against a Slack that nobody here wrote, over real HTTP: the `emulate` package. */
let slackWorld: SlackWorld;
let client: SlackClient;
let emulator: { close(): Promise<void> };
let base: string;

beforeAll(async () => {
  const port = await freePort();
  base = `http://localhost:${port}`;
  const app = {
    client_id: '1.2',
    client_secret: 'emulated-secret',
    app_id: 'A0000001',
    name: 'Coact',
    bot_user_id: 'U0BOT',
    bot_id: 'B0BOT',
    redirect_uris: ['https://coact.test/slack/oauth_redirect'],
    scopes: [...requiredScopes],
  };
  const seed = { slack: { strict_scopes: true, oauth_apps: [app] } };
  emulator = await createEmulator({ service: 'slack', port, baseUrl: base, seed });
  slackWorld = await openSlackWorld([], {
    environment: {
      SLACK_CLIENT_ID: app.client_id,
      SLACK_CLIENT_SECRET: app.client_secret,
      SLACK_APP_ID: app.app_id,
      SLACK_API_URL: `${base}/api`,
      SLACK_AUTHORIZE_URL: `${base}/oauth/v2/authorize`,
    },
  });
  client = slackWorld.slack.client(slackWorld.world.orgId);
});
afterAll(async () => {
  await slackWorld[Symbol.asyncDispose]();
  await emulator.close();
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** Clicks the first person's button on the consent page. */
async function consentTo(address: string): Promise<string> {
  const page = await (await fetch(address)).text();
  const inputs = page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  const body = new URLSearchParams([...inputs].map(([, name = '', value = '']) => [name, value]));
  const back = await fetch(`${base}/oauth/v2/authorize/callback`, { method: 'POST', body, redirect: 'manual' });
  return back.headers.get('location') ?? '';
}

describe('against another Slack', () => {
  it('installs, and again with the address of the installer checked', async () => {
    slackWorld.members.set(slackWorld.world.orgId, 'admin@emulate.dev');
    for (const generation of [1, 2]) {
      const begun = await slackWorld.visit('/slack/install');
      const back = await consentTo(begun.headers.get('location') ?? '');
      const finished = await slackWorld.visit(back, cookieOf(begun));
      expect(finished.headers.get('location')).toBe('https://coact.test/settings/slack?slack=connected');
      expect(slackWorld.installed.at(-1)).toMatchObject({ generation, slackUserId: 'U000000001' });
    }
    expect(slackWorld.emailReads).toHaveLength(1);
    expect(await slackWorld.slack.status(slackWorld.world.orgId)).toMatchObject({
      installed: { teamId: 'T000000001', health: 'ok', missingScopes: [] },
    });
  });

  it('lists and joins channels', async () => {
    expect(await client.authTest()).toMatchObject({ ok: true, teamId: 'T000000001' });
    const page = await client.listPublicChannels();
    expect(page).toMatchObject({
      ok: true,
      channels: expect.arrayContaining([expect.objectContaining({ id: 'C000000001' })]),
    });
    expect(await client.joinChannel('C000000001')).toMatchObject({ ok: true });
    expect(await client.channel('C404')).toMatchObject({ ok: false, error: 'channel_not_found' });
  });

  it('posts, changes, links and takes back', async () => {
    const content = { text: 'News', blocks: [section(mrkdwn`*${'News & <more>'}*`)] };
    const posted = await client.postMessage('C000000001', content);
    if (!posted.ok) throw new Error(posted.error);
    expect(await client.updateMessage(posted, { ...content, text: 'More news' })).toMatchObject({ ok: true });
    expect(await client.permalink(posted)).toMatchObject({ ok: true, url: expect.stringContaining('C000000001') });
    expect(await client.deleteMessage(posted)).toEqual({ ok: true });
    expect(await client.deleteMessage(posted)).toMatchObject({ error: 'message_not_found' });
  });

  it('reads a person, and the address only where asked', async () => {
    const member = await client.readMember('U000000001');
    expect(member).toMatchObject({ ok: true, member: { state: 'active', kind: 'member' } });
    expect(JSON.stringify(member)).not.toContain('@');
    const email = await slackWorld.slack.readMemberEmail(slackWorld.world.orgId, 'U000000001', 'sign_up');
    expect(email).toEqual({ ok: true, email: 'admin@emulate.dev' });
  });

  it('shows the Home tab and refuses a trigger that is none', async () => {
    expect(await client.publishHome('U000000001', home([header('Hello')]))).toMatchObject({ ok: true });
    const view = modal({ callbackId: 'c', title: 'Share', blocks: [header('Hello')] });
    expect(await client.openView('1.2.none', view)).toMatchObject({ ok: false, error: 'expired_trigger' });
  });

  it.each([
    'https://evil.example/x',
    'http://hooks.slack.com/x',
    'https://hooks.slack.com.evil.example/x',
    'http://127.0.0.1/x',
  ])('answers a click at Slack only, not at %s', async (url) => {
    expect(await client.respond(url, { kind: 'ephemeral', text: 'x' })).toMatchObject({ error: 'not_allowed_address' });
  });
});
