import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, askAs, type Json, openAppWorld, publicUrl } from '../test/support/app-world.ts';
import { type BlueskyServer, startBluesky } from '../test/support/bluesky/server.ts';
import { type Collector, openCollector } from '../test/support/collector.ts';
import { startServer } from './platform/http/index.ts';
import { memoryLog } from './platform/log/index.ts';
import { openTelemetry, type RunningTelemetry } from './platform/telemetry/index.ts';

/**
 * What the product tells its operator: every log line, all metrics, every span as it arrives at a collector. A person
 * with canaries for name, address, password and words is invited, signs in every way, connects an account and shares;
 * requests go wrong. Then all of it is searched for the canaries and for every secret that was met on the way. Each search
 * is shown to see by planting what it is there for.
 */
const ana = {
  name: 'Canary Anabel',
  address: 'canary-anabel@example.com',
  password: 'canary-password-of-nobody-else',
  words: 'what only canary-anabel would write',
  slackUserId: 'UCANARYANA',
};

let bluesky: BlueskyServer;
let collector: Collector;
let telemetry: RunningTelemetry;
let world: AppWorld;
/** Cookies, one-time tokens, access tokens, slugs and ids as they came up. */
const secrets = new Set<string>();
const ids = new Set<string>();
const told = { log: '', metrics: '', traces: '' };

const keep = (found: Iterable<string | undefined>, into = secrets) => {
  for (const one of found) if (one !== undefined && one.length >= 8) into.add(one);
};
const valuesOf = (cookies: string) => cookies.split('; ').map((one) => one.slice(one.indexOf('=') + 1));

beforeAll(async () => {
  bluesky = await startBluesky();
  collector = await openCollector();
  telemetry = await openTelemetry({
    ...{ log: memoryLog(), process: 'serve', metrics: true },
    traces: { url: collector.url, headers: {}, ratio: 1 },
    hosts: [...bluesky.places, 'slack.com', 'localhost'].map((place) => place.split(':')[0] ?? ''),
  });
  world = await openAppWorld(bluesky, { telemetry });
  await signInEveryWay();
  await share();
  await goWrong();
  told.metrics = await telemetry.text();
  await world.app.close();
  await telemetry.close();
  told.log = world.log.lines.map((line) => JSON.stringify(line)).join('\n');
  told.traces = collector.received.join('\n');
}, 600_000);

afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await collector[Symbol.asyncDispose]();
  await bluesky[Symbol.asyncDispose]();
});

const read = new Set<string>();

/** The token in the mails that have come since the last call. */
async function tokenFromMail(): Promise<string> {
  await world.work();
  const folder = join(world.db.folder, 'outbox');
  const fresh = readdirSync(folder).filter((name) => !read.has(name));
  for (const name of fresh) read.add(name);
  const texts = fresh.map((name) => readFileSync(join(folder, name), 'utf8').replaceAll(/=\r?\n/g, ''));
  const token = /token=(?:3D)?([\w-]{20,})/.exec(texts.join('\n'))?.[1] ?? '';
  keep([token]);
  return token;
}

async function signInEveryWay(): Promise<void> {
  const { app } = world;
  const visitor = (method: string, path: string, body: unknown) => askAs(app, '', method, path, body);
  expect(
    (await world.ask('POST', '/api/members', { name: ana.name, email: ana.address, roles: ['publisher'] })).status,
  ).toBe(201);
  const invited = await visitor('POST', '/api/sign-in/verify', { token: await tokenFromMail() });
  expect(invited.status).toBe(200);
  keep(valuesOf(invited.cookie));
  const own = (method: string, path: string, body?: unknown) => askAs(app, invited.cookie, method, path, body);
  expect((await own('PUT', '/api/account/password', { password: ana.password })).status).toBe(204);
  const me = (await own('GET', '/api/me')).json as {
    user: { id: string };
    personId: string;
    organisation: { id: string };
  };
  keep([me.user.id, me.personId, me.organisation.id], ids);
  const credentials = { email: ana.address, password: ana.password };
  const entered = await visitor('POST', '/api/sign-in/password', credentials);
  expect(entered.status).toBe(200);
  keep(valuesOf(entered.cookie));
  await visitor('POST', '/api/sign-in/password', { ...credentials, password: 'canary-wrong-password' });
  await visitor('POST', '/api/sign-in/link', { email: ana.address });
  const token = await tokenFromMail();
  keep(valuesOf((await visitor('POST', '/api/sign-in/verify', { token })).cookie));
  await visitor('POST', '/api/sign-in/verify', { token });
}

async function share(): Promise<void> {
  world.slack.addUser('T1', ana.slackUserId, { name: ana.name });
  const account = await bluesky.addAccount('canary-anabel');
  keep([account.did, account.handle], ids);
  // Watches what goes to the network, to know the tokens; lets everything through.
  world.network = (sent) => {
    keep([sent.headers.get('authorization')?.replace(/^\w+ /, ''), sent.headers.get('dpop') ?? undefined]);
    return null;
  };
  await world.click(ana.slackUserId, 'share.connect_home', 'bluesky');
  await world.connect(ana.slackUserId, account);
  const requestId = await world.sendRequest();
  keep([requestId], ids);
  await world.click(ana.slackUserId, 'share.open', requestId);
  await world.post(ana.slackUserId, ana.words);
  await world.work();
  const shown = await world.ask('GET', `/api/requests/${requestId}`);
  const [link] = linksIn(shown.json);
  keep([link?.split('/').at(-1)]);
  await clickOn(new URL(link ?? publicUrl).pathname);
}

const linksIn = (json: Json): string[] => JSON.stringify(json).match(/http:\/\/localhost:3000\/l\/[\w-]+/g) ?? [];

/** Two visitors by the real server: one finds the link, one does not. */
async function clickOn(path: string): Promise<void> {
  const server = await startServer({
    ...{ app: world.app, front: world.app.redirect, host: '127.0.0.1', port: 0 },
    ...{ publicUrl, linksUrl: `${publicUrl}/l`, log: world.log },
  });
  for (const one of [path, '/l/CanarySlug12']) {
    const headers = {
      host: 'localhost:3000',
      'user-agent': 'canary-agent Mozilla/5.0',
      referer: 'https://canary.example/',
    };
    await new Promise<void>((resolve, reject) => {
      const sent = request({ ...{ host: '127.0.0.1', port: server.port, path: one, headers } }, (answer) => {
        answer.resume().on('end', resolve);
      });
      sent.on('error', reject).end();
    });
  }
  await server.close();
}

async function goWrong(): Promise<void> {
  const trace = { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', tracestate: 'canary=state' };
  await world.visit('/api/requests/018f3c1a-7b2e-7c11-8a44-2d1f0c9b7e55?q=canary-query', { headers: trace });
  await world.visit('/canary-page/canary-anabel@example.com', { headers: { cookie: 'canary-cookie=1' } });
  await world.ask('POST', '/api/previews', { url: 'https://canary-host.invalid/canary-path' });
  await world.ask('POST', '/api/requests', { title: ana.words });
  // A share that the network refuses in words of its own.
  world.network = (sent) =>
    sent.url.includes('createRecord')
      ? Promise.resolve(
          Response.json({ error: 'InvalidRequest', message: `canary-refusal ${ana.words}` }, { status: 400 }),
        )
      : null;
  const requestId = await world.sendRequest();
  keep([requestId], ids);
  await world.click(ana.slackUserId, 'share.open', requestId);
  await world.post(ana.slackUserId, ana.words);
  await world.work();
}

const shapes = [/canary/i, /anabel/i, /xox[abepr]-/, /[\w.+-]+@[\w-]+\.\w+/, /did:plc/, /did:web/];
const findIn = (text: string, words: Iterable<string>) => [
  ...shapes.filter((shape) => shape.test(text)).map(String),
  ...[...words].filter((word) => text.includes(word)),
];
/** The log holds ids of rows by design; metrics and traces hold none. */
const findInLog = (text: string) => findIn(text, secrets);
const findInTelemetry = (text: string) => findIn(text, [...secrets, ...ids]);
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

describe('what leaves for the operator', () => {
  it('is there: the flow is seen in all three', () => {
    expect(secrets.size).toBeGreaterThan(8);
    expect(ids.size).toBeGreaterThan(5);
    for (const line of [
      /http_server_request_duration_count\{http_request_method="POST",http_route="\/api\/sign-in\/password",http_response_status_class="2xx"} 1/,
      /coact_sign_in_attempts_total\{method="password",outcome="entered"} 1/,
      /coact_sign_in_attempts_total\{method="password",outcome="refused"} 1/,
      /coact_sign_in_attempts_total\{method="link",outcome="refused"} 1/,
      /coact_share_attempts_total\{network="bluesky",outcome="posted"} 1/,
      /coact_share_attempts_total\{network="bluesky",outcome="rejected"} 1/,
      /coact_redirect_requests_total\{outcome="redirected"} 1/,
      /coact_redirect_requests_total\{outcome="page"} 1/,
      /coact_vault_operations_total\{operation="seal"} [1-9]/,
      /coact_job_duration_count\{coact_job="mail.send",outcome="done"} [1-9]/,
      /http_client_request_duration_count\{server_address="_OTHER",outcome="refused"} 1/,
      /coact_database_unit_of_work_duration_count\{role="organisation",outcome="committed"} [1-9]/,
      /coact_click_backlog \d/,
    ]) {
      expect(told.metrics).toMatch(line);
    }
    const names = new Set(collector.spans.map(({ name }) => name));
    for (const name of ['POST /api/sign-in/password', 'mail.send', 'database.unit_of_work organisation']) {
      expect(names).toContain(name);
    }
    expect([...names].some((name) => name.startsWith('egress '))).toBe(true);
    expect(told.log.length).toBeGreaterThan(100);
  });

  it('names nobody and tells no secret', () => {
    expect(findInLog(told.log)).toEqual([]);
    expect(findInTelemetry(told.metrics)).toEqual([]);
    expect(findInTelemetry(told.traces)).toEqual([]);
  });

  it('holds no id of any row in metrics and traces', () => {
    expect(told.metrics).not.toMatch(uuid);
    expect(told.traces).not.toMatch(uuid);
  });

  it('follows no trace of an outsider, and ties no job to who asked for it', () => {
    expect(told.traces).not.toContain('0af7651916cd43dd8448eb211c80319c');
    const begun = collector.spans.filter(({ parentSpanId }) => !parentSpanId);
    expect(new Set(begun.map(({ traceId }) => traceId)).size).toBe(begun.length);
    expect(begun.some(({ name }) => name === 'mail.send')).toBe(true);
  });
});

describe('a leak', () => {
  it('is seen in a label', async () => {
    const leaky = await openTelemetry({ log: memoryLog(), process: 'serve', metrics: true, traces: null, hosts: [] });
    // The check of shapes can't know every name: this one passes it, and the search must find it.
    leaky.know('network', ['canary-anabel']);
    leaky.count('coact.share.attempts', { network: 'canary-anabel', outcome: 'posted' });
    expect(findInTelemetry(await leaky.text())).not.toEqual([]);
    await leaky.close();
  });

  it('is seen in a span', async () => {
    const traces = { url: collector.url, headers: {}, ratio: 1 };
    const leaky = await openTelemetry({ log: memoryLog(), process: 'serve', metrics: false, traces, hosts: [] });
    leaky.know('job', ['canary-anabel']);
    const before = collector.received.length;
    await leaky.span('job', { 'coact.job': 'canary-anabel' }, async () => undefined);
    await leaky.close();
    expect(findInTelemetry(collector.received.slice(before).join())).not.toEqual([]);
  });

  it('is seen in a line of the log', () => {
    const [secret = ''] = secrets;
    for (const leak of [ana.address, ana.slackUserId, ana.words, ana.password, secret]) {
      expect(findInLog(JSON.stringify({ event: 'x', leak })), leak).not.toEqual([]);
    }
  });

  it('of an id is seen in metrics', () => {
    const [id = ''] = ids;
    expect(findInTelemetry(`coact_x{org="${id}"} 1`)).toEqual([id]);
  });
});
