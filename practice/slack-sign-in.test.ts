import { createServer } from 'node:http';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slackApp } from './company.ts';
import { freePort, listenOnLoopback } from './ports.ts';
import { createSlackSignIn } from './slack-sign-in.ts';

const appUrl = 'http://localhost:3000';
const back = `${appUrl}/api/sign-in/slack/callback`;

describe('Sign in with Slack', () => {
  let issuer: string;
  let close: () => Promise<void>;

  beforeAll(async () => {
    const port = await freePort();
    issuer = `http://localhost:${port}`;
    const signIn = await createSlackSignIn(issuer, appUrl);
    close = (await listenOnLoopback(createServer(signIn.handle), port)).close;
  });
  afterAll(() => close());

  /** A browser's walk from one address on, with cookies, until `until` fits the next address or a page is shown. */
  async function walk(from: string, until: RegExp, cookies: Map<string, string>): Promise<string> {
    let url = from;
    for (let hop = 0; hop < 8 && !until.test(url); hop += 1) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
      for (const line of answer.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (name !== undefined && value !== undefined) cookies.set(name, value);
      }
      const next = answer.headers.get('location');
      if (next === null) return `${answer.status} ${await answer.text()}`;
      url = new URL(next, url).href;
    }
    return url;
  }

  const authorize = (redirect: string) => {
    const query = { client_id: slackApp.clientId, response_type: 'code', scope: 'openid email profile' };
    return `${issuer}/openid/connect/authorize?${new URLSearchParams({ ...query, redirect_uri: redirect, state: 's', nonce: 'n' })}`;
  };

  it('asks who one is and tells the app Slack’s own ids', async () => {
    const cookies = new Map<string, string>();
    const picker = await walk(authorize(back), /\/openid\/people\//, cookies);
    expect(await walk(picker, /never/, cookies)).toContain('Ana Ribeiro');
    const returned = await walk(`${picker}?person=U0EMPLOYEE1`, /^http:\/\/localhost:3000/, cookies);
    const { searchParams } = new URL(returned);
    expect(searchParams.get('state')).toBe('s');

    const token = await fetch(`${issuer}/api/openid.connect.token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        code: searchParams.get('code') ?? '',
        redirect_uri: back,
        client_id: slackApp.clientId,
        client_secret: slackApp.clientSecret,
      }),
    });
    const answer = (await token.json()) as { id_token: string };
    expect(decodeJwt(answer.id_token)).toMatchObject({
      iss: issuer,
      nonce: 'n',
      email: 'ana@harbour-pine.test',
      'https://slack.com/user_id': 'U0EMPLOYEE1',
      'https://slack.com/team_id': 'T000000001',
    });
  });

  it('sends nobody to another host', async () => {
    expect(await walk(authorize('http://evil.test/callback'), /^http:\/\/evil/, new Map())).toMatch(/^400 /);
  });
});
