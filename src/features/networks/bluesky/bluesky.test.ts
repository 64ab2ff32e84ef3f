import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type BlueskyAccount,
  type BlueskyServer,
  freePort,
  startBluesky,
} from '../../../../test/support/bluesky/server.ts';
import { consentAt } from '../../../../test/support/bluesky/sign-in.ts';
import { postPlace } from '../../../../test/support/post-place.ts';
import { createEgress, type Egress, EgressRefused } from '../../../platform/egress/index.ts';
import type { Connection, Post } from '../network.ts';
import { type Bluesky, type BlueskySettings, createBluesky } from './bluesky.ts';
import { makeClientKey } from './oauth.ts';

/** A host that the server does not refuse by name, as it does example.com; nothing is ever sent there. */
const clientOrigin = 'https://coact-under-test.dev';
/** A picture of one red pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const post: Post = {
  text: 'We hire 👩‍💻: https://go.example.com/l/x7 #jobs',
  languages: ['en'],
  writtenAt: new Date(),
};

let server: BlueskyServer;
let egress: Egress;
let site: Server;
let alice: BlueskyAccount;
let local: Bluesky;
let documents: Record<string, unknown> = {};

beforeAll(async () => {
  const port = await freePort();
  site = createServer((request, response) => {
    const found = documents[request.url ?? ''];
    response.writeHead(found ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(found ?? null));
  }).listen(port);
  server = await startBluesky({ clientHost: { origin: clientOrigin, listensAt: `http://127.0.0.1:${port}` } });
  egress = createEgress({ allow: server.places });
  alice = await server.addAccount('alice');
  local = await connectorFor({ publicUrl: 'http://localhost:3000' });
});

afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await egress?.close();
  site?.close();
});

function connectorFor(own: Partial<BlueskySettings>): Promise<Bluesky> {
  return createBluesky({
    publicUrl: 'http://localhost:3000',
    clientKey: null,
    plcUrl: server.plcUrl,
    handleResolver: server.pdsUrl,
    appViewUrl: 'http://127.0.0.1:1',
    webUrl: 'https://bsky.test',
    serverUrl: server.pdsUrl,
    fetch: egress.fetchFn,
    timeoutMs: 20_000,
    ...own,
  });
}

async function begin(network: Bluesky, account?: string) {
  const started = await network.authorize(account ? { account } : {});
  if (started.kind !== 'go') throw new Error(started.sentence);
  return started;
}

async function connect(network = local, person = alice): Promise<Extract<Connection, { kind: 'connected' }>> {
  const started = await begin(network);
  const back = await consentAt(started.url, person);
  const connection = await network.finish(back.searchParams, started.memory);
  if (connection.kind !== 'connected') throw new Error(JSON.stringify(connection));
  return connection;
}

async function recordAt(
  key: string,
): Promise<{ status: number; body: { value?: Record<string, unknown>; cid?: string } }> {
  const query = new URLSearchParams({ repo: alice.did, collection: 'app.bsky.feed.post', rkey: key });
  const response = await fetch(`${server.pdsUrl}/xrpc/com.atproto.repo.getRecord?${query}`);
  return { status: response.status, body: (await response.json()) as { value?: Record<string, unknown> } };
}

const newKey = () => local.recordKey(new Date(), Math.random());

describe('signing in at a real server', () => {
  it('connects from the server address alone, and says who it is and what was granted', async () => {
    const { account, session } = await connect();
    expect(account).toEqual({
      remoteId: alice.did,
      handle: 'alice.test',
      scope: expect.stringContaining('repo:app.bsky.feed.post?action=create&action=delete'),
    });
    expect(session.lifetimeSeconds).toBeGreaterThan(300);
  });

  it.each(['alice.test', '@alice.test', 'https://bsky.app/profile/alice.test/post/3k'])(
    'starts from %s',
    async (typed) => {
      const started = await begin(local, typed);
      expect(started.url).toContain('request_uri=');
    },
  );

  it('says that a handle does not exist', async () => {
    expect(await local.authorize({ account: 'nobody.test' })).toEqual({
      kind: 'refused',
      sentence: 'There is no Bluesky account called “nobody.test”. Check the spelling.',
    });
  });

  it('takes a no for a no', async () => {
    const started = await begin(local);
    const back = await consentAt(started.url, alice, 'no');
    expect(await local.finish(back.searchParams, started.memory)).toEqual({ kind: 'denied' });
  });

  it('refuses another issuer, another state and a used code', async () => {
    const started = await begin(local);
    const back = await consentAt(started.url, alice);
    const foreign = new URLSearchParams(back.searchParams);
    foreign.set('iss', 'https://evil.example');
    expect((await local.finish(foreign, started.memory)).kind).toBe('refused');
    const other = await begin(local);
    expect((await local.finish(back.searchParams, other.memory)).kind).toBe('refused');
    expect((await local.finish(back.searchParams, started.memory)).kind).toBe('connected');
    expect((await local.finish(back.searchParams, started.memory)).kind).toBe('refused');
  });

  it('works as a confidential client whose key the server fetches', async () => {
    const network = await connectorFor({
      publicUrl: clientOrigin,
      clientKey: await makeClientKey(),
      serverUrl: server.pdsUrl,
    });
    documents = {
      '/oauth/bluesky/client-metadata.json': network.documents?.metadata,
      '/oauth/bluesky/jwks.json': network.documents?.jwks,
    };
    expect(JSON.stringify(network.documents)).not.toContain('"d":');
    const { session } = await connect(network);
    const refreshed = await network.refresh(session.session);
    expect(refreshed.kind).toBe('fresh');
    const key = newKey();
    const text = refreshed.kind === 'fresh' ? refreshed.session : '';
    expect((await network.post(text, post, postPlace(key))).kind).toBe('posted');
    expect(await network.revoke(text)).toEqual({ kind: 'revoked' });
  });
});

describe('posting to a real server', () => {
  it('makes a post with link, tag, mention and a card with its picture', async () => {
    const { session } = await connect();
    const key = newKey();
    const text = 'Grüße 👩‍👩‍👧‍👦 from @alice.test: https://go.example.com/l/x7 #jobs @nobody.test';
    const card = {
      url: 'https://go.example.com/l/x7',
      title: 'Jobs',
      description: 'All of them',
      picture: { bytes: new Uint8Array(png), mime: 'image/png', alt: '' },
    };
    const outcome = await local.post(session.session, { ...post, text, card }, postPlace(key));
    expect(outcome).toEqual({
      kind: 'posted',
      uri: `at://${alice.did}/app.bsky.feed.post/${key}`,
      url: `https://bsky.test/profile/${alice.did}/post/${key}`,
    });
    const { body } = await recordAt(key);
    expect(body.value).toMatchObject({
      text,
      facets: [
        { features: [{ $type: 'app.bsky.richtext.facet#mention', did: alice.did }] },
        { features: [{ $type: 'app.bsky.richtext.facet#link', uri: 'https://go.example.com/l/x7' }] },
        { features: [{ $type: 'app.bsky.richtext.facet#tag', tag: 'jobs' }] },
      ],
      embed: { external: { title: 'Jobs', thumb: { mimeType: 'image/png', size: png.length } } },
    });
  });

  it('makes a post with pictures and their descriptions', async () => {
    const { session } = await connect();
    const key = newKey();
    const picture = { bytes: new Uint8Array(png), mime: 'image/png', alt: 'a red dot', width: 1, height: 1 };
    expect((await local.post(session.session, { ...post, pictures: [picture, picture] }, postPlace(key))).kind).toBe(
      'posted',
    );
    expect((await recordAt(key)).body.value).toMatchObject({
      embed: {
        $type: 'app.bsky.embed.images',
        images: [{ alt: 'a red dot', aspectRatio: { width: 1, height: 1 } }, {}],
      },
    });
  });

  it('looks before it would post twice: the second create of a key is unknown, the post is found', async () => {
    const { session } = await connect();
    const key = newKey();
    expect(await local.find(session.session, post, postPlace(key))).toEqual({ kind: 'absent' });
    await local.post(session.session, post, postPlace(key));
    const first = await recordAt(key);
    expect((await local.post(session.session, post, postPlace(key))).kind).toBe('unknown');
    expect(await local.find(session.session, post, postPlace(key))).toMatchObject({
      kind: 'found',
      uri: expect.stringContaining(key),
    });
    expect((await recordAt(key)).body.cid).toBe(first.body.cid);
  });

  it('finds a post whose answer was lost on the way', async () => {
    const { session } = await connect();
    const key = newKey();
    const losing: typeof fetch = async (input, init) => {
      const response = await egress.fetchFn(input, init);
      if (!response.url.endsWith('createRecord') || response.status === 401) return response;
      throw new EgressRefused('broken');
    };
    const network = await connectorFor({ fetch: losing });
    expect(await network.post(session.session, post, postPlace(key))).toEqual({ kind: 'unknown' });
    expect((await network.find(session.session, post, postPlace(key))).kind).toBe('found');
  });

  it('does not know what became of a post while the server hangs, and gets it out afterwards, once', async () => {
    const { session } = await connect();
    const hasty = await connectorFor({ timeoutMs: 3_000 });
    const key = newKey();
    // Metadata and nonces are known by now, so the create itself is what gets no answer.
    await hasty.post(session.session, post, postPlace(newKey()));
    await server.whileDown(async () => {
      expect(await hasty.post(session.session, post, postPlace(key))).toEqual({ kind: 'unknown' });
      expect((await hasty.find(session.session, post, postPlace(key))).kind).toBe('later');
    });
    await expect
      .poll(async () => (await hasty.find(session.session, post, postPlace(key))).kind, { timeout: 20_000 })
      .not.toBe('later');
    if ((await hasty.find(session.session, post, postPlace(key))).kind === 'absent')
      await hasty.post(session.session, post, postPlace(key));
    expect((await hasty.find(session.session, post, postPlace(key))).kind).toBe('found');
  });

  it('is refused by preflight exactly where the server refuses', async () => {
    const { session } = await connect();
    const longest = '👩‍💻'.repeat(250);
    expect((await local.post(session.session, { ...post, text: longest }, postPlace(newKey()))).kind).toBe('posted');
    expect(await local.post(session.session, { ...post, text: 'x'.repeat(301) }, postPlace(newKey()))).toMatchObject({
      kind: 'rejected',
      reason: 'too_long',
    });
  });

  it('passes on why the server rejects', async () => {
    const { session } = await connect();
    const outcome = await local.post(session.session, post, postPlace('not a key'));
    expect(outcome).toMatchObject({ kind: 'rejected', reason: 'refused' });
  });
});

describe('sessions at a real server', () => {
  it('rotates: the new pair works, the old one then ends everything', async () => {
    const { session } = await connect();
    const next = await local.refresh(session.session);
    if (next.kind !== 'fresh') throw new Error(next.kind);
    expect(next.session).not.toBe(session.session);
    expect((await local.post(next.session, post, postPlace(newKey()))).kind).toBe('posted');
    expect(await local.refresh(session.session)).toEqual({ kind: 'reconnect' });
    expect(await local.refresh(next.session)).toEqual({ kind: 'reconnect' });
  });

  it('revokes: neither token nor refresh works any more, a post is still found', async () => {
    const { session } = await connect();
    const key = newKey();
    await local.post(session.session, post, postPlace(key));
    expect(await local.revoke(session.session)).toEqual({ kind: 'revoked' });
    expect(await local.post(session.session, post, postPlace(newKey()))).toEqual({ kind: 'stale' });
    expect(await local.refresh(session.session)).toEqual({ kind: 'reconnect' });
    expect((await local.find(session.session, post, postPlace(key))).kind).toBe('found');
    expect(await local.revoke(session.session)).toEqual({ kind: 'revoked' });
  });

  it('loses nothing while the server hangs', async () => {
    const { session } = await connect();
    // A connector of its own: nothing about the server is remembered.
    const network = await connectorFor({ timeoutMs: 3_000 });
    await server.whileDown(async () => {
      expect((await network.refresh(session.session)).kind).toBe('later');
      expect((await network.revoke(session.session)).kind).toBe('later');
      expect((await network.post(session.session, post, postPlace(newKey()))).kind).toBe('later');
      expect(await network.authorize({})).toMatchObject({
        kind: 'refused',
        sentence: expect.stringContaining('does not answer'),
      });
    });
    await expect.poll(async () => (await network.refresh(session.session)).kind, { timeout: 20_000 }).toBe('fresh');
  });
});

describe('followers', () => {
  it('are added up in batches, and unknown when one batch is', async () => {
    const asked: number[] = [];
    let broken = false;
    const view = createServer((request, response) => {
      const actors = new URL(request.url ?? '', 'http://view').searchParams.getAll('actors');
      asked.push(actors.length);
      if (broken && asked.length > 1) return void response.writeHead(503).end();
      response.end(JSON.stringify({ profiles: actors.map(() => ({ followersCount: 10 })) }));
    });
    const port = await freePort();
    await new Promise<void>((resolve) => view.listen(port, () => resolve()));
    const network = await connectorFor({ appViewUrl: `http://127.0.0.1:${port}`, fetch });
    const accounts = Array.from({ length: 30 }, (_, index) => ({ remoteId: `did:plc:${index % 29}` }));
    expect(await network.followers?.(accounts)).toBe(290);
    expect(asked).toEqual([25, 4]);
    asked.length = 0;
    broken = true;
    expect(await network.followers?.(accounts)).toBeNull();
    view.close();
    expect(await local.followers?.(accounts)).toBeNull();
  });
});
