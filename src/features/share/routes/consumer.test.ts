import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, draft, type Json, openAppWorld, publicUrl } from '../../../../test/support/app-world.ts';
import { type LocalServer, listenHttp } from '../../../../test/support/local-server.ts';
import { openShareSite, type ShareSite } from '../../../../test/support/share-world.ts';
import { openReceiver, verify, type WebhookReceiver } from '../../../../test/support/webhook-receiver.ts';
import { randomId } from '../../../platform/clock/index.ts';
import { type OrgId, orgId } from '../../../platform/db/index.ts';
import { startServer } from '../../../platform/http/index.ts';
import { events } from '../events.ts';
import { releaseFigures } from '../jobs.ts';
import { share } from '../outgoing/sharing.fixture.ts';

/**
 * A program of somebody else, as Zapier or n8n would run it: it has an API key and an address where it listens, speaks
 * HTTP with a server that really listens, and does everything that a publisher does. It never signs in.
 */
let world: AppWorld;
let server: { readonly port: number; close(): Promise<unknown> };
let receiver: WebhookReceiver;
let page: LocalServer;
let site: ShareSite;
let org: OrgId;
let key = '';
let secret = '';
const sharers = Array.from({ length: 6 }, () => randomId());

beforeAll(async () => {
  receiver = await openReceiver();
  page = await listenHttp((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<html><head><title>A quay in Porto</title><meta property="og:title" content="A quay"></head></html>');
  });
  world = await openAppWorld(null, { egressAllow: [receiver.hostPort, page.hostPort] });
  org = orgId(String((await world.ask('GET', '/api/organisation')).json.id));
  server = await startServer({
    ...{ app: world.app, front: world.app.redirect, host: '127.0.0.1', port: 0 },
    ...{ publicUrl, linksUrl: `${publicUrl}/l`, log: world.log },
  });
  const { db, clock, log } = world;
  site = await openShareSite({ db, clock, log, folder: db.folder, bluesky: null });
  const made = await world.ask('POST', '/api/api-keys', { name: 'Zapier', rights: ['publish', 'webhooks'] });
  key = String(made.json.key);
});
afterAll(async () => {
  await server.close();
  await site[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
  await page[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
});

interface Answer {
  readonly status: number;
  readonly json: Json;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Calls the API with the key and nothing else. */
async function call(
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const form = body instanceof FormData;
  const written = new Response(body === undefined || form ? body : JSON.stringify(body));
  const type = form ? (written.headers.get('content-type') ?? '') : 'application/json';
  const bytes = Buffer.from(await written.arrayBuffer());
  const sent = { host: 'localhost:3000', authorization: `Bearer ${key}`, 'content-type': type, ...headers };
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: server.port, method, path, headers: sent }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('end', () => {
        resolve({ status: answer.statusCode ?? 0, json: text ? JSON.parse(text) : {}, headers: answer.headers });
      });
    });
    asked.on('error', reject).end(bytes);
  });
}
async function done(method: string, path: string, body?: object, headers = {}): Promise<Json> {
  const answer = await call(method, path, body, headers);
  expect([method, path, answer.status < 300 || answer]).toEqual([method, path, true]);
  return answer.json;
}

type Told = { readonly type: string; readonly data: Json };
/** What has arrived since the last look, each checked as a receiver would. */
let looked = 0;
async function told(): Promise<Told[]> {
  await world.work();
  const fresh = receiver.arrived.slice(looked);
  looked += fresh.length;
  const believed = await Promise.all(fresh.map((one) => verify(secret, one, world.clock.now().getTime())));
  expect(believed).not.toContain(null);
  return believed as Told[];
}
const types = (all: readonly Told[]) => all.map(({ type }) => type).toSorted();

function picture(): FormData {
  const bytes = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const form = new FormData();
  form.set('file', new File([Buffer.from(bytes, 'base64')], 'quay.png', { type: 'image/png' }));
  return form;
}

describe('a consumer like Zapier', () => {
  let id = '';

  it('finds its way: the organisation, the channels, the events, and the description of it all', async () => {
    expect(await done('GET', '/api/organisation')).toMatchObject({ name: 'Harbour', timeZone: 'Europe/Lisbon' });
    expect((await done('GET', '/api/slack')).installed).toMatchObject({ health: 'ok' });
    expect((await done('GET', '/api/slack/channels')).channels).toMatchObject([{ id: 'C1', name: 'news' }]);
    const described = await done('GET', '/api/openapi.json');
    expect(Object.keys(described.webhooks as object)).toEqual([...events.map(({ name }) => name), 'ping']);
    const list = await done('GET', '/api/webhooks');
    expect((list.types as Json[]).map(({ name }) => name)).toEqual(events.map(({ name }) => name));
  });

  it('subscribes, and a test arrives signed', async () => {
    const wanted = { name: 'Zapier', url: `${receiver.origin}/hooks`, events: events.map(({ name }) => name) };
    for (const url of ['http://hooks.example/', 'https://127.0.0.1/', 'https://user:pass@hooks.example/', 'ftp://x']) {
      expect([url, (await call('POST', '/api/webhooks', { ...wanted, url })).status]).toEqual([url, 422]);
    }
    expect((await call('POST', '/api/webhooks', { ...wanted, events: ['request.imagined'] })).status).toBe(422);
    const added = await done('POST', '/api/webhooks', wanted);
    secret = String(added.secret);
    const webhookId = String((added.webhook as Json).id);
    expect(JSON.stringify(await done('GET', '/api/webhooks'))).not.toContain(secret.slice(6));
    await done('POST', `/api/webhooks/${webhookId}/test`);
    expect(await told()).toMatchObject([{ type: 'ping', data: { webhookId } }]);
    const { deliveries } = await done('GET', `/api/webhooks/${webhookId}/deliveries`);
    const [delivery] = deliveries as Json[];
    expect(delivery).toMatchObject({ type: 'ping', state: 'delivered', tries: 1, lastStatus: 204 });
    const looked = await done('GET', `/api/webhook-deliveries/${delivery?.id}`);
    expect(JSON.parse(String(looked.body))).toMatchObject({ type: 'ping' });
    await done('POST', `/api/webhook-deliveries/${delivery?.id}/again`);
    expect(types(await told())).toEqual(['ping']);
  });

  it('composes: a preview, a picture, a look at how it will be, a draft, made once however often it asks', async () => {
    const { preview } = await done('POST', '/api/previews', { url: `${page.origin}/porto` });
    expect(preview).toMatchObject({ title: 'A quay' });
    const uploaded = await done('POST', '/api/pictures', picture(), { 'idempotency-key': 'picture' });
    // The same form, with other boundaries.
    expect(await done('POST', '/api/pictures', picture(), { 'idempotency-key': 'picture' })).toEqual(uploaded);
    const wanted = { ...draft, picture: { id: uploaded.id, alt: 'A quay' } };
    expect(JSON.stringify(await done('POST', '/api/requests/render', wanted))).toContain('We open in Porto');
    const made = await done('POST', '/api/requests', wanted, { 'idempotency-key': 'porto' });
    id = String(made.id);
    const again = await call('POST', '/api/requests', wanted, { 'idempotency-key': 'porto' });
    expect([again.json, again.headers['idempotency-replayed']]).toEqual([made, 'true']);
    expect((await done('GET', '/api/requests')).total).toBe(1);
    expect(await told()).toMatchObject([{ type: 'request.created', data: { request: { id, state: 'draft' } } }]);
  });

  it('plans, sends, edits, and hears how it goes', async () => {
    // A draft saves itself often: nobody is told of that.
    await done('PATCH', `/api/requests/${id}`, { title: 'We open in Porto soon' });
    const at = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
    expect(await done('POST', `/api/requests/${id}/send`, { at })).toMatchObject({ state: 'scheduled', sendAt: at });
    expect(types(await told())).toEqual(['request.scheduled']);
    await done('POST', `/api/requests/${id}/send`, {}, { 'idempotency-key': 'send' });
    await done('POST', `/api/requests/${id}/send`, {}, { 'idempotency-key': 'send' });
    const opened = await told();
    expect(types(opened)).toEqual(['request.opened', 'request.scheduled']);
    expect(await done('GET', `/api/requests/${id}`)).toMatchObject({ state: 'open' });
    await done('PATCH', `/api/requests/${id}`, { title: 'We open in Porto today' });
    const request = { id, state: 'open', title: 'We open in Porto today' };
    expect(await told()).toMatchObject([{ type: 'request.edited', data: { request } }]);
  });

  it('reads totals, which are told when they are released and never of fewer than a group', async () => {
    const at = new Date(world.clock.now().getTime() + 2 * 86_400_000);
    const shareAs = (personId: string) => share(site, org, { requestId: id, personId, text: 'Hello', at });
    const hour = async () => {
      await world.db.inOrg(org, (tx) => world.app.jobs.enqueue(tx, releaseFigures, {}));
      return told();
    };
    for (const personId of sharers.slice(0, 4)) expect((await shareAs(personId)).kind).toBe('accepted');
    expect(await hour()).toEqual([]);
    for (const personId of sharers.slice(4)) await shareAs(personId);
    const figures = { requestId: id, awareness: { value: 6 }, shares: { value: 6 } };
    expect(await hour()).toMatchObject([{ type: 'figures.released', data: figures }]);
    expect((await done('GET', `/api/requests/${id}`)).figures).toMatchObject({ shares: { value: 6 } });
    expect((await done('GET', '/api/dashboard')).totals).toMatchObject({ shares: { value: 6 } });
  });

  it('ends, duplicates, recalls and deletes', async () => {
    await done('POST', `/api/requests/${id}/end`);
    expect(types(await told())).toEqual(['request.ended']);
    const copy = String((await done('POST', `/api/requests/${id}/duplicate`)).id);
    await done('POST', `/api/requests/${copy}/send`, {});
    expect(types(await told())).toEqual(['request.created', 'request.opened', 'request.scheduled']);
    await done('POST', `/api/requests/${copy}/recall`);
    expect(await told()).toMatchObject([
      { type: 'request.recalled', data: { request: { id: copy, state: 'recalled' } } },
    ]);
    const other = String((await done('POST', '/api/requests', draft)).id);
    await done('DELETE', `/api/requests/${other}`);
    expect((await call('GET', `/api/requests/${other}`)).status).toBe(404);
    await told();
  });

  it('has been told of everything once, of nobody who shared, and is in the audit log as itself', async () => {
    const ids = receiver.arrived.map(({ headers }) => headers['webhook-id']);
    // The test was sent again on purpose.
    expect(new Set(ids).size).toBe(ids.length - 1);
    const everything = JSON.stringify(receiver.arrived);
    for (const personId of sharers) expect(everything).not.toContain(personId);
    const { json } = await world.ask('GET', '/api/audit');
    const entries = json.entries as { actor: Json; sentence: string }[];
    const sent = entries.find(({ sentence }) => sentence === '{actor} sent a share request');
    expect(sent?.actor).toMatchObject({ kind: 'key', name: 'Zapier' });
  });

  it('replaces its secret, pauses and goes on, and leaves', async () => {
    const [hook] = (await done('GET', '/api/webhooks')).webhooks as Json[];
    const path = `/api/webhooks/${hook?.id}`;
    const replaced = await done('POST', `${path}/secret`);
    expect(replaced.secret).not.toBe(secret);
    expect((replaced.webhook as Json).formerUntil).not.toBeNull();
    await done('PATCH', path, { state: 'paused' });
    for (const act of ['test', 'again']) {
      const body = act === 'again' ? { since: '2026-01-01T00:00:00Z' } : {};
      expect([act, (await call('POST', `${path}/${act}`, body)).json.code]).toEqual([act, 'paused']);
    }
    expect(await done('PATCH', path, { state: 'enabled', events: ['request.ended'] })).toMatchObject({
      ...{ state: 'enabled', why: null, events: ['request.ended'] },
    });
    receiver.answer = (response) => response.writeHead(500).end();
    await done('POST', `${path}/test`);
    await world.work();
    receiver.answer = (response) => response.writeHead(410).end();
    const { deliveries } = await done('GET', `${path}/deliveries?state=waiting`);
    await done('POST', `/api/webhook-deliveries/${(deliveries as Json[])[0]?.id}/again`);
    await world.work();
    expect((await done('GET', '/api/webhooks')).webhooks).toMatchObject([{ state: 'paused', why: 'gone' }]);
    expect(JSON.stringify((await world.ask('GET', '/api/notices')).json)).toContain('The webhook “Zapier” was paused');
    receiver.answer = (response) => response.writeHead(204).end();
    await done('PATCH', path, { state: 'enabled' });
    expect(await done('POST', `${path}/again`, { since: '2026-01-01T00:00:00Z' })).toEqual({ deliveries: 1 });
    await done('DELETE', path);
    expect((await done('GET', '/api/webhooks')).webhooks).toEqual([]);
  });
});
