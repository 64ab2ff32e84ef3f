import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, draft, type Json, openAppWorld } from '../../../../test/support/app-world.ts';
import { type LocalServer, listenHttp } from '../../../../test/support/local-server.ts';
import { createEgress } from '../../../platform/egress/index.ts';
import { silentTelemetry } from '../../../platform/telemetry/index.ts';
import { cardOfPost } from '../lifecycle/read-post.ts';

let world: AppWorld;
let pages: LocalServer;

beforeAll(async () => {
  pages = await listenHttp((request, response) => {
    if (request.url === '/wall') return response.writeHead(302, { location: '/login?next=%2Fwall' }).end();
    const words = request.url === '/long' ? 'x'.repeat(3_000) : 'We open in Porto';
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(`<head><title>Harbour (@harbour)</title><meta property="og:description" content="${words}"></head>`);
  });
  world = await openAppWorld();
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await pages[Symbol.asyncDispose]();
});

// A host that is never reached: private addresses are refused before anything is sent.
const onMastodon = 'https://127.0.0.1/@harbour/113000000000000001';
const engagement = (change: Json = {}) => ({
  network: 'mastodon',
  post: onMastodon,
  asks: ['comment', 'like'],
  starters: ['What I like:'],
  card: { author: 'Harbour', text: 'We open' },
  ...change,
});
const asking = (change: Json = {}): Json => ({
  ...draft,
  ...{ link: '', networks: {}, preview: null },
  engagement: engagement(change),
});
const one = async (id: string) => (await world.ask('GET', `/api/requests/${id}`)).json;

describe('a post that people are to be asked about', () => {
  it('is known by its address, without what sharing put behind it', async () => {
    const read = await world.ask('POST', '/api/posts/read', { url: `${onMastodon}?utm_source=share` });
    expect(read.status).toBe(200);
    expect(read.json).toEqual({ network: 'mastodon', post: onMastodon, card: { author: '', text: '' } });
  });

  it.each([
    'https://harbour.example/news',
    'https://www.linkedin.com/in/ana',
    'https://www.instagram.com/p/abc',
    'hello',
  ])('is none at %s, and where there could be one is said', async (url) => {
    const read = await world.ask('POST', '/api/posts/read', { url });
    expect(read.status).toBe(422);
    expect(read.json).toMatchObject({
      code: 'no_post',
      fields: { 'engagement.post': expect.stringContaining('LinkedIn, X, Facebook, Threads, Mastodon and Bluesky') },
    });
  });

  it('has the card that its page shows to everybody, and none from a page that asks to sign in', async () => {
    await using egress = Object.assign(createEgress({ allow: [pages.hostPort], telemetry: silentTelemetry }), {
      [Symbol.asyncDispose]: async () => undefined,
    });
    expect(await cardOfPost({ egress }, `${pages.origin}/post`)).toEqual({
      author: 'Harbour (@harbour)',
      text: 'We open in Porto',
    });
    expect((await cardOfPost({ egress }, `${pages.origin}/long`)).text.length).toBeLessThanOrEqual(1_000);
    expect(await cardOfPost({ egress }, `${pages.origin}/wall`)).toEqual({ author: '', text: '' });
    await egress.close();
  });
});

describe('a request about a post', () => {
  it('is told apart in the list and shows a figure for each thing that it asks for', async () => {
    const id = await world.sendRequest(asking());
    expect((await one(id)).figures).toMatchObject({ asks: { like: { fewerThan: 5 }, comment: { fewerThan: 5 } } });
    expect(Object.keys(((await one(id)).figures as Json).asks as Json)).not.toContain('reshare');
    const shares = await world.sendRequest();
    expect((await one(shares)).figures).toMatchObject({ asks: null });
    const { requests } = (await world.ask('GET', '/api/requests')).json as { requests: Json[] };
    const kinds = new Map(requests.map((row) => [row.id, row.asksFor]));
    expect([kinds.get(id), kinds.get(shares)]).toEqual(['engagement', 'shares']);
  });

  it('stays about its post once it is out, while what it asks for and its words may change', async () => {
    const id = await world.sendRequest(asking());
    const edit = (body: Json) => world.ask('PATCH', `/api/requests/${id}`, body);
    for (const elsewhere of [engagement({ post: `${onMastodon}2` }), null]) {
      const refused = await edit({ engagement: elsewhere });
      expect(refused.status).toBe(422);
      expect(refused.json.fields).toHaveProperty(['engagement.post']);
    }
    const edited = await edit({ engagement: engagement({ asks: ['reshare'], starters: [] }), title: 'Pass it on' });
    expect(edited.json).toMatchObject({ title: 'Pass it on', engagement: { asks: ['reshare'], post: onMastodon } });
  });

  it('is duplicated with its post, and planned like any other', async () => {
    const id = await world.sendRequest(asking());
    const copy = (await world.ask('POST', `/api/requests/${id}/duplicate`)).json;
    expect(copy).toMatchObject({ state: 'draft', engagement: engagement({ asks: ['like', 'comment'] }) });
    const at = new Date(world.clock.now().getTime() + 86_400_000).toISOString();
    const planned = await world.ask('POST', `/api/requests/${copy.id}/send`, { at });
    expect(planned.json).toMatchObject({ state: 'scheduled', sendAt: at });
  });

  it('is drawn before its post is known', async () => {
    const drawn = await world.ask('POST', '/api/requests/render', asking({ post: '', card: { author: '', text: '' } }));
    expect(drawn.status).toBe(200);
    expect(JSON.stringify(drawn.json)).toContain('*A post on Mastodon*');
  });
});
