import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, type Json, openAppWorld } from '../../../../test/support/app-world.ts';
import { randomId } from '../../../platform/clock/index.ts';
import { orgId, sql } from '../../../platform/db/index.ts';
import { takeHost } from '../domains/store.ts';

/** Links and hosts as the web app asks for them, and as visitors meet them then. */
let world: AppWorld;
let requestId: string;
beforeAll(async () => {
  world = await openAppWorld();
  requestId = await world.sendRequest({ networks: { bluesky: { variants: ['One', 'Two'] } } });
});
afterAll(() => world[Symbol.asyncDispose]());

const listed = async () => (await world.ask('GET', `/api/links?requestId=${requestId}`)).json.links as Json[];
const first = async () => (await listed())[0] as Json;
const change = (id: unknown, body: Json) => world.ask('PATCH', `/api/links/${id}`, body);
const add = (host: string) => world.ask('POST', '/api/link-domains', { host });
const acts = async (action: string) => {
  const { rows } = await sql<{ count: number }>`select count(*) as count from coact.audit_entries
    where action = ${action}`.execute(world.db.kysely);
  return rows[0]?.count ?? 0;
};

/** What the front of the server answers at an address. */
async function visit(url: string, agent = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0') {
  const server = createServer((request, response) => {
    if (!world.app.redirect(request, response)) response.writeHead(418).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const { host, pathname, search } = new URL(url);
  const headers = { host, 'user-agent': agent };
  const answer = await new Promise<{ status: number; location: string | undefined; body: string }>(
    (resolve, reject) => {
      send({ port, path: `${pathname}${search}`, headers }, async (response) => {
        const body = (await response.toArray()).join('');
        resolve({ status: response.statusCode ?? 0, location: response.headers.location, body });
      })
        .on('error', reject)
        .end();
    },
  );
  server.close();
  return answer;
}

describe('the links of a request', () => {
  it('are listed with their numbers, and show networks the publisher’s card', async () => {
    const links = await listed();
    expect(links).toHaveLength(2);
    expect(links[0]).toMatchObject({
      ...{ network: 'bluesky', variant: 0, name: null, endsAt: null, targetAfter: null },
      target: 'https://harbour.example/porto',
      qrUrl: `${links[0]?.url}?q`,
      clicks: { total: 0, unique: 0, robots: 0, scans: 0 },
    });
    const card = await visit(String(links[0]?.url), 'facebookexternalhit/1.1');
    expect(card.body).toContain('<meta property="og:title" content="Porto">');
    expect(card.body).toContain('<meta property="og:description" content="A new harbour">');
    expect(await visit(`${links[1]?.qrUrl}`)).toMatchObject({ status: 302, location: links[1]?.target });
  });

  it('are given names; one that is taken is refused with another that is free', async () => {
    const [one, two] = await listed();
    const named = await change(one?.id, { name: 'Spring-Launch' });
    expect(named.status).toBe(200);
    const url = String((await first()).url);
    expect(url).toBe('http://localhost:3000/l/spring-launch');
    await expect.poll(async () => (await visit(url)).status, { timeout: 30_000 }).toBe(302);
    const before = await acts('links.link_named');
    const taken = await change(two?.id, { name: 'spring-launch', endsAt: '2027-01-01T00:00:00Z' });
    expect(taken).toMatchObject({ status: 409, json: { code: 'name_taken' } });
    expect(taken.json.detail).toBe('“spring-launch” is taken. “spring-launch-2” is free.');
    expect((await listed())[1]).toMatchObject({ name: null, endsAt: null });
    expect(await acts('links.link_named')).toBe(before);
    expect((await change(two?.id, { name: 'spring-launch-2' })).status).toBe(200);
    expect((await change(two?.id, { name: null })).status).toBe(200);
    expect((await listed())[1]).toMatchObject({ name: null });
  });

  it('say of a name or address that can be none what is wrong with it', async () => {
    const { id } = await first();
    const answer = await change(id, { name: 'a b', targetAfter: 'javascript:alert(1)' });
    expect(answer).toMatchObject({ status: 422, json: { code: 'invalid' } });
    const fields = answer.json.fields as Record<string, string>;
    expect(fields.name).toContain('letters a to z');
    expect(fields.targetAfter).toContain('complete web address');
    expect((await change(id, { endsAt: '20026-01-01T00:00:00Z' })).status).toBe(422);
    expect((await change(id, { targetAfter: 'https://a:b@harbour.example/' })).status).toBe(422);
  });

  it('are given an end, all at once where that is meant, which an edit of the request leaves alone', async () => {
    const [one] = await listed();
    const ending = { endsAt: '2026-01-01T00:00:00.000Z', targetAfter: 'https://harbour.example/over' };
    await change(one?.id, { ...ending, allOfRequest: true });
    expect(await listed()).toMatchObject([ending, ending]);
    await expect
      .poll(async () => (await visit(String(one?.url))).location, { timeout: 30_000 })
      .toBe('https://harbour.example/over');
    expect((await world.ask('PATCH', `/api/requests/${requestId}`, { title: 'Another' })).status).toBe(200);
    expect(await listed()).toMatchObject([ending, ending]);
    await change(one?.id, { endsAt: null, targetAfter: null });
    expect(await listed()).toMatchObject([{ endsAt: null }, ending]);
    expect(await acts('links.end_set')).toBe(3);
  });

  it('that are nobody’s are not found', async () => {
    expect((await change('018f0000-0000-7000-8000-0000000000aa', { name: 'abc' })).status).toBe(404);
  });
});

describe('hosts of the organisation’s own', () => {
  it('are added, proved, chosen and removed', async () => {
    const added = await add('GO.Bücher.example');
    expect(added.status).toBe(201);
    const { id, records } = added.json as { id: string; records: readonly { name: string; value: string }[] };
    expect(added.json).toMatchObject({
      ...{ host: 'go.bücher.example', state: 'pending', finding: 'unchecked', isDefault: false },
      records: [
        { type: 'TXT', name: '_coact.go.xn--bcher-kva.example' },
        { type: 'CNAME', name: 'go.xn--bcher-kva.example', value: 'localhost' },
      ],
    });
    expect(await world.ask('PATCH', `/api/link-domains/${id}`, { isDefault: true })).toMatchObject({
      ...{ status: 409, json: { code: 'not_active' } },
    });
    const missing = await world.ask('POST', `/api/link-domains/${id}/check`);
    expect(missing.json).toMatchObject({ state: 'pending', finding: 'missing' });
    world.dns.set(records[0]?.name ?? '', records[0]?.value ?? '');
    expect((await world.ask('POST', `/api/link-domains/${id}/check`)).json).toMatchObject({ state: 'active' });
    expect((await world.ask('PATCH', `/api/link-domains/${id}`, { isDefault: true })).json).toMatchObject({
      isDefault: true,
    });
    const other = await world.sendRequest();
    const [link] = (await world.ask('GET', `/api/links?requestId=${other}`)).json.links as Json[];
    expect(link?.url).toMatch(/^http:\/\/go\.xn--bcher-kva\.example:3000\/\w{12}$/);
    await expect.poll(async () => (await visit(String(link?.url))).status, { timeout: 30_000 }).toBe(302);
    const { domains } = (await world.ask('GET', '/api/link-domains')).json as { domains: Json[] };
    expect(domains).toMatchObject([{ id, links: 1, isDefault: true }]);
    expect((await world.ask('DELETE', `/api/link-domains/${id}`)).status).toBe(204);
    const after = (await world.ask('GET', `/api/links?requestId=${other}`)).json.links as Json[];
    expect(after[0]?.url).toMatch(/^http:\/\/localhost:3000\/l\//);
  });

  it('are refused with a sentence', async () => {
    expect((await add('127.0.0.1')).json).toMatchObject({ code: 'invalid', detail: expect.stringContaining('IP') });
    expect((await add('localhost')).status).toBe(422);
    expect((await add('go.harbour.example')).status).toBe(201);
    expect((await add('go.harbour.example')).json).toMatchObject({ code: 'host_added' });
    await world.db.inOrg(orgId(randomId()), (tx) => takeHost(tx, 'go.bay.example'));
    expect((await add('go.bay.example')).json).toMatchObject({ code: 'host_in_use' });
  });
});
