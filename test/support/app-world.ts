import { type App, openApp } from '../../src/app.ts';
import { fixedClock, type MovableClock } from '../../src/platform/clock/index.ts';
import { loadConfig } from '../../src/platform/config/index.ts';
import { createEgress } from '../../src/platform/egress/index.ts';
import { memoryLog } from '../../src/platform/log/index.ts';
import { silentTelemetry, type Telemetry } from '../../src/platform/telemetry/index.ts';
import type { BlueskyAccount, BlueskyServer } from './bluesky/server.ts';
import { consentAt } from './bluesky/sign-in.ts';
import { openTestDatabase } from './database.ts';
import { type PretendedDns, pretendDns } from './dns.ts';
import { readAnswer } from './read-answer.ts';
import { openSlackFake, type SlackFake } from './slack-fake/index.ts';

export const publicUrl = 'http://localhost:3000';
const team = 'T1';

type TestDatabase = Awaited<ReturnType<typeof openTestDatabase>>;

/** The whole product, as `openApp` builds it, with a pretended Slack and a real Bluesky server outside. */
export interface AppWorld extends AsyncDisposable {
  readonly app: App;
  readonly db: TestDatabase;
  readonly slack: SlackFake;
  readonly dns: PretendedDns;
  readonly clock: MovableClock;
  readonly log: ReturnType<typeof memoryLog>;
  /** Set to make the network fail in a way of the test's choosing; null lets requests through. */
  network: ((request: Request) => Promise<Response> | null) | null;
  /** Asks the web app's API as the owner. */
  ask(method: string, path: string, body?: unknown): Promise<{ status: number; json: Json }>;
  /** What the owner's browser asks for that is not JSON: files, pictures. */
  visit(path: string, init?: RequestInit): Promise<Response>;
  /** A request to Slack's address, then everything that follows from it. */
  deliver(request: Request): Promise<Response>;
  /** Clicks a button as a Slack member. */
  click(userId: string, actionId: string, value?: string, viewId?: string): Promise<void>;
  /** The words and buttons of the window that a member sees. */
  window(userId: string): string;
  /** Connects a member's Bluesky account the way the window offers. */
  connect(userId: string, account: BlueskyAccount): Promise<void>;
  /** Fills in the window and posts; gives Slack's answer. */
  post(userId: string, text: string, more?: Json): Promise<Json>;
  /** Adds Coact to the workspace as a Slack member whom the signed-in owner is; once more after it was removed. */
  install(userId?: string): Promise<Response>;
  /** Composes a request and sends it; gives its id. */
  sendRequest(draft?: Json): Promise<string>;
  /** Waits for what goes on after an answer to Slack, and does the work that is due, until nothing is left. */
  work(): Promise<void>;
}

export type Json = Readonly<Record<string, unknown>>;

export interface AppWorldOptions {
  /** `host:port` of servers on loopback that a publisher's links may lead to. */
  readonly egressAllow?: readonly string[];
  /** The installation's own Mastodon server. */
  readonly mastodon?: { readonly url: string; readonly places: readonly string[] };
  /** Settings to add. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Multiplies every rate limit. */
  readonly limitFactor?: number;
  /** Where the product tells its operator of itself. */
  readonly telemetry?: Telemetry;
}

export const draft: Json = {
  link: 'https://harbour.example/porto',
  title: 'We open in Porto',
  slackText: 'Tell your friends',
  networks: { bluesky: { variants: ['We open in Porto! #boats'] } },
  editPolicy: 'free',
  channelId: 'C1',
  preview: { title: 'Porto', description: 'A new harbour', pictureId: null },
};

/** Opens the world with Slack installed by its owner, a channel C1 and members U1 (the installer) to U9. */
export async function openAppWorld(
  bluesky: BlueskyServer | null = null,
  { egressAllow = [], environment = {}, mastodon, limitFactor, telemetry = silentTelemetry }: AppWorldOptions = {},
): Promise<AppWorld> {
  const db = await openTestDatabase();
  const clock = fixedClock(new Date().toISOString());
  const log = memoryLog();
  const slack = openSlackFake(clock, { publicUrl });
  const dns = pretendDns();
  const egress = createEgress({ allow: [...(bluesky?.places ?? []), ...(mastodon?.places ?? [])], telemetry });
  const world: { network: AppWorld['network'] } = { network: null };
  const config = loadConfig({
    DATA_DIR: db.folder,
    SECOND_FACTOR: 'offered',
    EGRESS_ALLOW: egressAllow.join(','),
    SLACK_CLIENT_ID: slack.app.clientId,
    SLACK_CLIENT_SECRET: slack.app.clientSecret,
    SLACK_SIGNING_SECRET: slack.app.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    SLACK_AUTHORIZE_URL: slack.authorizeUrl,
    BLUESKY_SERVER_URL: bluesky?.pdsUrl ?? '',
    BLUESKY_HANDLE_RESOLVER: bluesky?.pdsUrl ?? '',
    BLUESKY_PLC_URL: bluesky?.plcUrl ?? '',
    BLUESKY_APPVIEW_URL: 'http://127.0.0.1:1',
    ...(mastodon ? { MASTODON_SERVER_URL: mastodon.url } : {}),
    ...environment,
  });
  const networksFetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    return (await world.network?.(request.clone())) ?? egress.fetchFn(request);
  };
  const app = await openApp(config, log, {
    clock,
    db,
    slackFetch: slack.fetch,
    networksFetch,
    readTxt: dns.readTxt,
    limitFactor,
    telemetry,
    checkAnswers: true,
  });
  const cookie = await signInAsOwner(app);
  const ask = (method: string, path: string, body?: unknown) => askAs(app, cookie, method, path, body);
  await ask('POST', '/api/setup', { ownerName: 'Maya', organisationName: 'Harbour', timeZone: 'Europe/Lisbon' });
  prepareSlack(slack);
  const install = (userId = 'U1') => installSlack(app, slack, cookie, userId);
  const installed = await install();
  if (installed.status !== 302) throw new Error(`Slack was not installed: ${await installed.text()}`);
  const acts = actsOf(app, slack, ask);
  return Object.assign(world, {
    app,
    db,
    slack,
    dns,
    clock,
    log,
    ask,
    visit: (path: string, init: RequestInit = {}) => app.fetch(ownRequest(cookie, path, init)),
    install,
    ...acts,
    [Symbol.asyncDispose]: async () => {
      await app.close();
      await db.close();
      await egress.close();
    },
  });
}

function actsOf(app: App, slack: SlackFake, ask: AppWorld['ask']) {
  const work = async () => {
    await app.idle();
    while ((await app.jobs.runDue()) > 0);
  };
  const deliver = (request: Request) => app.fetch(request);
  const click: AppWorld['click'] = async (userId, actionId, value, viewId) => {
    const message = viewId === undefined ? slack.team(team).messages.at(-1) : undefined;
    const place = viewId === undefined ? { message: { channel: 'C1', ts: message?.ts ?? '1.0' } } : { viewId };
    await deliver(slack.send.click({ teamId: team, userId, actionId, value, ...place }));
  };
  return {
    work,
    deliver,
    click,
    window: (userId: string) => JSON.stringify(slack.openWindow(userId)?.body ?? {}),
    connect: (userId: string, account: BlueskyAccount) => connectFromWindow(app, slack, userId, account),
    post: async (userId: string, text: string, more: Json = {}) => {
      const view = slack.openWindow(userId);
      const values = {
        text: { 'share.typing': { type: 'plain_text_input', value: text } },
        when: when('now'),
        ...more,
      };
      const answer = await deliver(slack.send.submit(view?.id ?? '', values));
      return (await readAnswer(answer)).json;
    },
    sendRequest: async (more: Json = {}) => {
      const made = await ask('POST', '/api/requests', { ...draft, ...more });
      const id = String(made.json.id);
      const sent = await ask('POST', `/api/requests/${id}/send`, {});
      if (sent.status !== 200) throw new Error(JSON.stringify(sent.json));
      await work();
      return id;
    },
  };
}

export const when = (choice: string) => ({ when: { type: 'static_select', selected_option: { value: choice } } });

async function signInAsOwner(app: App): Promise<string> {
  const link = new URL((await app.people.ownerLink()) ?? '');
  const answer = await askAs(app, '', 'POST', '/api/sign-in/verify', { token: link.searchParams.get('token') });
  return answer.cookie;
}

/** Asks the API as whoever the cookie belongs to. */
export async function askAs(app: App, cookie: string, method: string, path: string, body?: unknown) {
  const headers = { 'content-type': 'application/json' };
  const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
  const answer = await app.fetch(ownRequest(cookie, path, init));
  const given = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
  return { ...(await readAnswer(answer)), cookie: given.join('; ') };
}

/** As one of our own pages sends it. */
function ownRequest(cookie: string, path: string, init: RequestInit): Request {
  const headers = new Headers({ cookie, origin: publicUrl, 'sec-fetch-site': 'same-origin', 'x-coact': '1' });
  for (const [name, value] of new Headers(init.headers)) headers.set(name, value);
  return new Request(`${publicUrl}${path}`, { ...init, headers });
}

function prepareSlack(slack: SlackFake): void {
  slack.addTeam(team, 'Harbour');
  for (let number = 1; number <= 9; number += 1) slack.addUser(team, `U${number}`, { name: `canary-name-${number}` });
  slack.addChannel(team, 'C1', 'news');
}

/** Adds Coact to a workspace as the owner whose cookie it is, who consents as that Slack member. */
export async function installSlack(
  app: App,
  slack: SlackFake,
  cookie: string,
  userId: string,
  teamId = team,
): Promise<Response> {
  const start = await app.fetch(new Request(`${publicUrl}/slack/install`, { headers: { cookie } }));
  const back = slack.consent(start.headers.get('location') ?? '', { teamId, userId });
  const state = (start.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return app.fetch(new Request(back, { headers: { cookie: `${cookie}; ${state}` } }));
}

async function connectFromWindow(app: App, slack: SlackFake, userId: string, account: BlueskyAccount): Promise<void> {
  const shown = JSON.stringify(slack.openWindow(userId)?.body ?? {});
  const link = /http:\/\/localhost:3000\/connect\/bluesky\?t=[\w-]+/.exec(shown)?.[0];
  if (link === undefined) throw new Error(`no button to connect in ${shown}`);
  const form = new URLSearchParams({ t: new URL(link).searchParams.get('t') ?? '', handle: account.handle });
  const headers = { 'sec-fetch-site': 'same-origin', origin: publicUrl };
  const onward = await app.fetch(new Request(`${publicUrl}/connect/bluesky`, { method: 'POST', headers, body: form }));
  const cookie = onward.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const html = await onward.text();
  const target = onward.headers.get('location') ?? /https?:\/\/[^"'\s]+\/oauth\/authorize[^"'\s]*/.exec(html)?.[0];
  if (!target) throw new Error(`no way to the network: ${onward.status} ${html}`);
  const back = await consentAt(target.replaceAll('&amp;', '&'), account);
  const finished = await app.fetch(new Request(`${publicUrl}${back.pathname}${back.search}`, { headers: { cookie } }));
  if (finished.status !== 200) throw new Error(`not connected: ${finished.status} ${await finished.text()}`);
}
