import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createEmulator } from 'emulate';
import { z } from 'zod';
import type { Aliases } from './aliases.ts';
import { channels, company, employees, slackApp } from './company.ts';

/** A token that only the practice workspace itself uses, to arrange emulate's people. */
const setupToken = 'xoxp-practice-setup';

export interface OauthServer {
  readonly url: string;
  close(): Promise<void>;
}

export interface IssuedToken {
  readonly token: string;
  readonly scopes: readonly string[];
  readonly installer: string;
}

/**
 * Starts emulate (Slack's OAuth pages, token exchange, `auth.test`, `conversations.join`) with the sample company and
 * the tokens of an earlier run. emulate makes up ids for what it is seeded with, so each is entered in `aliases`.
 */
export async function startEmulate(options: {
  readonly port: number;
  readonly publicUrl: string;
  readonly redirectUrls: readonly string[];
  readonly tokens: readonly IssuedToken[];
  readonly aliases: Aliases;
}): Promise<OauthServer> {
  const emulator = await createEmulator({
    service: 'slack',
    port: options.port,
    baseUrl: options.publicUrl,
    seed: {
      slack: {
        ...seededCompany(options.redirectUrls),
        tokens: seededTokens(options.tokens),
        strict_scopes: true,
      },
    },
  });
  // Not emulator.url: that is the address it shows to people, which is the router's.
  const url = `http://127.0.0.1:${options.port}`;
  await nameOwner(url);
  await enterIds(url, options.aliases);
  return {
    url,
    close: async () => {
      await emulator.close();
      // Our own kept-alive connections learn of the end a moment later; the next start may take the same port.
      await new Promise((done) => setTimeout(done, 50));
    },
  };
}

function seededCompany(redirectUrls: readonly string[]) {
  const app = slackApp;
  return {
    team: { name: company.name, domain: company.domain },
    users: employees.slice(1).map((each) => ({
      name: each.name,
      real_name: each.realName,
      email: each.email,
      is_admin: each.role !== 'member',
    })),
    channels: channels.map((each) => ({ name: each.name, purpose: each.purpose })),
    oauth_apps: [
      {
        client_id: app.clientId,
        client_secret: app.clientSecret,
        app_id: app.appId,
        name: app.name,
        bot_user_id: app.botUserId,
        bot_id: app.botId,
        redirect_uris: [...redirectUrls],
        scopes: ['chat:write'],
      },
    ],
  };
}

function seededTokens(tokens: readonly IssuedToken[]) {
  const app = slackApp;
  const setup = ['users:read', 'channels:read', 'users.profile:write'];
  return [
    { token: setupToken, type: 'user', user_id: ownerId, scopes: setup },
    ...tokens.map((each) => ({
      token: each.token,
      type: 'bot',
      user_id: app.botUserId,
      app_id: app.appId,
      client_id: app.clientId,
      bot_id: app.botId,
      bot_user_id: app.botUserId,
      scopes: [...each.scopes],
    })),
  ];
}

/** emulate's built-in first person, who becomes our first employee. Its id is fixed in emulate. */
const ownerId = 'U000000001';

async function nameOwner(url: string): Promise<void> {
  const owner = employees[0];
  if (!owner) throw new Error('The sample company has no employees.');
  const profile = { real_name: owner.realName, email: owner.email, display_name: owner.name };
  await callEmulate(url, 'users.profile.set', { profile });
}

const listed = z.object({
  members: z.array(z.object({ id: z.string(), name: z.string() })).default([]),
  channels: z.array(z.object({ id: z.string(), name: z.string() })).default([]),
});

async function enterIds(url: string, aliases: Aliases): Promise<void> {
  const people = listed.parse(await callEmulate(url, 'users.list', {})).members;
  for (const each of employees) {
    const inner = people.find((one) => one.name === each.name);
    if (inner) aliases.set(each.slackId, inner.id);
  }
  const rooms = listed.parse(await callEmulate(url, 'conversations.list', {})).channels;
  for (const each of channels) {
    const inner = rooms.find((one) => one.name === each.name);
    if (inner) aliases.set(each.id, inner.id);
  }
}

async function callEmulate(url: string, method: string, body: object): Promise<unknown> {
  const response = await fetch(`${url}/api/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${setupToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const answer = z.looseObject({ ok: z.boolean(), error: z.string().optional() }).parse(await response.json());
  if (!answer.ok) throw new Error(`emulate answered ${answer.error} to ${method}.`);
  return answer;
}

/** Writes local-slack's configuration for the same company and answers the file's path. */
export async function writeLocalSlackConfig(folder: string, requestUrl: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'local-slack.json');
  const members = employees.map((each) => each.slackId);
  const configuration = {
    workspace: { name: company.name, domain: company.domain, teamId: company.teamId },
    app: {
      appId: slackApp.appId,
      botUserId: slackApp.botUserId,
      botName: slackApp.name,
      botToken: 'xoxb-practice-inner',
      appToken: 'xapp-practice-inner',
      signingSecret: slackApp.signingSecret,
      mode: 'events',
      requestUrl,
    },
    users: employees.map((each) => ({
      id: each.slackId,
      name: each.name,
      real_name: each.realName,
      email: each.email,
      tz: company.timeZone,
    })),
    channels: channels.map((each) => ({ id: each.id, name: each.name, purpose: each.purpose, members })),
  };
  await writeFile(path, JSON.stringify(configuration, null, 2));
  return path;
}
