import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MastodonServer, startMastodonServer } from '../../../../test/support/mastodon/server.ts';
import { postPlace } from '../../../../test/support/post-place.ts';
import type { Network, Post } from '../network.ts';
import { connectAt, connectorAt, memoryShelf, redirectUri } from './connector.fixture.ts';

let server: MastodonServer;
let network: Network;
let session: string;

beforeAll(async () => {
  server = await startMastodonServer();
  network = connectorAt(server);
  ({ session } = await connectAt(network, server));
});
beforeEach(() => {
  server.seen.length = 0;
  server.state.statuses.length = 0;
});
afterAll(() => server?.[Symbol.asyncDispose]());

const url = 'https://go.example.com/l/x7?a=1&b=2';
let count = 0;

function newPost(over: Partial<Post> = {}): Post {
  count += 1;
  const card = { url, title: 'We hire', description: '' };
  return {
    text: `We hire <b> & more, no. ${count} 🚢 @bob@other.example #jobs ${url}`,
    card,
    writtenAt: new Date(),
    ...over,
  };
}

const newPlace = (over: Parameters<typeof postPlace>[1] = {}) =>
  postPlace(network.recordKey(new Date(), Math.random()), over);
const picture = { bytes: new Uint8Array([1, 2, 3]), mime: 'image/png', alt: 'The yard' };
const json = (status: number, body: object, headers: Record<string, string> = {}) => ({ status, body, headers });
const bare = (status: number) => ({ status });
const postStatus = 'POST /api/v1/statuses';

describe('connecting', () => {
  it('brings who the account is, what was granted, and what its server allows', async () => {
    const { account } = await connectAt(network, server, 'bob');
    const { host } = new URL(server.url);
    expect(account).toEqual({
      remoteId: `bob@${host}`,
      handle: `bob@${host}`,
      scope: 'profile write:statuses write:media read:search write:favourites',
      limits: { text: 500, pictures: 4, pictureBytes: 2_000_000, videoBytes: 40_000_000, linkLength: 23 },
    });
  });

  it('asks for S256 and comes back to our address alone', async () => {
    const started = await network.authorize({ account: `alice@${new URL(server.url).host}` });
    const asked = new URL(started.kind === 'go' ? started.url : '').searchParams;
    expect(asked.get('redirect_uri')).toBe(redirectUri);
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('code_challenge')).toMatch(/^[\w-]{43}$/);
  });

  it('takes no for no, and a code only once and with its verifier', async () => {
    const started = await network.authorize({});
    if (started.kind !== 'go') throw new Error(started.sentence);
    const no = await server.consentAs(started.url, null);
    expect(await network.finish(no, started.memory)).toEqual({ kind: 'denied' });

    const back = await server.consentAs(started.url, 'alice');
    const forged = JSON.stringify({ ...JSON.parse(started.memory), verifier: 'x'.repeat(43) });
    expect(await network.finish(back, forged)).toMatchObject({ kind: 'refused' });
    const again = await server.consentAs(started.url, 'alice');
    expect(await network.finish(again, started.memory)).toMatchObject({ kind: 'connected' });
    expect(await network.finish(again, started.memory)).toMatchObject({ kind: 'refused' });
  });

  it('does not take a code that another issuer sends', async () => {
    const started = await network.authorize({});
    if (started.kind !== 'go') throw new Error(started.sentence);
    const back = await server.consentAs(started.url, 'alice');
    back.set('iss', 'https://evil.example');
    expect(await network.finish(back, started.memory)).toMatchObject({ kind: 'refused' });
  });

  it('registers once, however many come at once, and again when the server has forgotten', async () => {
    const shelf = memoryShelf();
    const own = connectorAt(server, { shelf });
    await Promise.all([1, 2, 3, 4, 5, 6].map(() => own.authorize({})));
    const registrations = () => server.seen.filter((one) => one === 'POST /api/v1/apps').length;
    expect(registrations()).toBe(1);
    await connectorAt(server, { shelf }).authorize({});
    expect(registrations()).toBe(1);
    await server.signIn.forgetApps();
    const second = connectorAt(server, { shelf });
    await connectAt(second, server);
    expect(registrations()).toBe(2);
    expect(shelf.texts.size).toBe(1);
  });

  it.each([
    ['', 'Say on which server you are.'],
    ['ana', '“ana” is no Mastodon server.'],
    ['127.0.0.1', 'is no Mastodon server.'],
  ])('answers %j with what to type', async (account, sentence) => {
    const started = await connectorAt(null).authorize({ account });
    expect(started).toMatchObject({ kind: 'refused', sentence: expect.stringContaining(sentence) });
  });

  it.each([
    ['lets no apps connect', bare(404), 'is no Mastodon server, or it lets no apps connect'],
    ['rations registrations', json(429, { error: 'Too many requests' }), 'Try again in ten minutes'],
    ['answers with a page', 'html' as const, 'is no Mastodon server'],
    ['sends us away', { location: 'http://127.0.0.1/' }, 'is no Mastodon server'],
  ])('says what is wrong where a server %s', async (_what, answer, sentence) => {
    server.instead('POST /api/v1/apps', answer);
    const started = await connectorAt(server).authorize({});
    expect(started).toMatchObject({ kind: 'refused', sentence: expect.stringContaining(sentence) });
  });

  it('trusts no metadata that names another server', async () => {
    const stolen = { ...server.signIn.metadata, token_endpoint: 'https://evil.example/token' };
    server.instead('GET /.well-known/oauth-authorization-server', json(200, stolen));
    const started = await connectorAt(server).authorize({});
    expect(started.kind === 'go' && started.memory).toContain(`"token":"${server.url}/oauth/token"`);
  });

  it('goes on without metadata and without limits, as on older servers', async () => {
    server.instead('GET /.well-known/oauth-authorization-server', bare(404));
    server.instead('GET /api/v2/instance', bare(404));
    const { account } = await connectAt(connectorAt(server), server);
    expect(account).toMatchObject({
      scope: 'read:accounts write:statuses write:media read:search write:favourites',
      limits: {},
    });
  });
});

describe('posting', () => {
  it('makes a public post at an address of the account’s server', async () => {
    const post = newPost({ languages: ['pt-BR'] });
    const outcome = await network.post(session, post, newPlace());
    const [made] = server.state.statuses;
    expect(made).toMatchObject({ text: post.text, language: 'pt', username: 'alice' });
    expect(outcome).toMatchObject({ kind: 'posted', url: `${server.url}/@alice/${made?.id}` });
  });

  it('waits until the server is done with a picture, whose words for the blind go along', async () => {
    expect(await network.post(session, newPost({ pictures: [picture] }), newPlace())).toMatchObject({ kind: 'posted' });
    expect(server.state.statuses[0]?.media).toMatchObject([{ description: 'The yard', mime: 'image/png' }]);
    expect(server.seen.filter((one) => one.startsWith('GET /api/v1/media/'))).toHaveLength(2);
  });

  it('is one post for one key, also when the first answer got lost', async () => {
    const [post, place] = [newPost(), newPlace()];
    let memory: string | null = null;
    const remember = async (text: string) => {
      memory = text;
    };
    server.instead(postStatus, 'lost');
    expect(await network.post(session, post, { ...place, remember })).toEqual({ kind: 'unknown' });
    expect(await network.post(session, post, { ...place, repeated: true, memory })).toMatchObject({ kind: 'posted' });
    expect(server.state.statuses).toHaveLength(1);
  });

  it('is looked for by its words and its link, whatever the server made of them', async () => {
    const post = newPost();
    expect(await network.find(session, post, newPlace())).toEqual({ kind: 'absent' });
    await network.post(session, post, newPlace());
    expect(await network.find(session, post, newPlace())).toMatchObject({ kind: 'found' });
    const card = { url: 'https://go.example.com/l/other', title: '', description: '' };
    expect(await network.find(session, { ...post, card }, newPlace())).toEqual({ kind: 'absent' });
    expect(await network.find(session, { ...post, text: `Also: ${post.text}` }, newPlace())).toEqual({
      kind: 'absent',
    });
    const later = new Date(Date.now() + 3_600_000);
    expect(await network.find(session, { ...post, writtenAt: later }, newPlace())).toEqual({ kind: 'absent' });
  });

  it('looks first where keys are not heeded, or no longer', async () => {
    const post = newPost();
    const deaf = JSON.stringify({ ...JSON.parse(session), keepsKeys: false });
    await network.post(deaf, post, newPlace());
    server.state.keys.clear();
    const repeated = { repeated: true, memory: JSON.stringify({ triedAt: new Date().toISOString() }) };
    expect(await network.post(deaf, post, newPlace(repeated))).toMatchObject({ kind: 'posted' });
    const old = { repeated: true, memory: JSON.stringify({ triedAt: new Date(Date.now() - 3_600_000).toISOString() }) };
    expect(await network.post(session, post, newPlace(old))).toMatchObject({ kind: 'posted' });
    expect(server.state.statuses).toHaveLength(1);

    const hidden = 'GET /api/v1/accounts/alice/statuses';
    server.instead(hidden, json(401, { error: 'This API requires an authenticated user' }), 2);
    expect(await network.find(session, post, newPlace())).toEqual({ kind: 'unknowable' });
    expect(await network.post(session, post, newPlace(old))).toEqual({ kind: 'unsure' });
    expect(server.state.statuses).toHaveLength(1);
  });

  const inTwoMinutes = () => new Date(Date.now() + 120_000).toISOString();
  it.each([
    [
      'a limit with its end',
      json(429, { error: 'Too many requests' }, { 'x-ratelimit-reset': inTwoMinutes() }),
      { kind: 'later' },
    ],
    ['an ended token', json(401, { error: 'The access token is invalid' }), { kind: 'reconnect' }],
    ['an ended token, without a word', bare(401), { kind: 'reconnect' }],
    ['a missing right', json(403, { error: 'This action is outside the authorized scopes' }), { kind: 'reconnect' }],
    [
      'a suspended account',
      json(403, { error: 'Your login is currently disabled' }),
      { kind: 'rejected', reason: 'account' },
    ],
    [
      'a text that it finds wrong',
      json(422, { error: 'Validation failed: no' }),
      { kind: 'rejected', reason: 'refused' },
    ],
    ['trouble', bare(503), { kind: 'unknown' }],
    ['a page in place of the post', 'html' as const, { kind: 'unknown' }],
  ])('takes %s for what it is', async (_what, answer, outcome) => {
    server.instead(postStatus, answer);
    expect(await network.post(session, newPost(), newPlace())).toMatchObject(outcome);
    expect(server.state.statuses).toHaveLength(0);
  });

  it('waits as long as the server says, and shows what it says to the person', async () => {
    server.instead(postStatus, json(429, {}, { 'x-ratelimit-reset': inTwoMinutes() }));
    const later = await network.post(session, newPost(), newPlace());
    expect(later.kind === 'later' && Math.round(later.afterSeconds / 10)).toBe(12);
    server.instead(postStatus, json(422, { error: `Validation\u0000 failed:\n no ${'x'.repeat(500)}` }));
    const refused = await network.post(session, newPost(), newPlace());
    expect(refused.kind === 'rejected' && refused.sentence).toMatch(/It says: Validation failed: no x{100,180}$/);
  });

  it('tries again later when a picture does not get through: nothing is out then', async () => {
    server.instead('POST /api/v2/media', bare(500));
    expect(await network.post(session, newPost({ pictures: [picture] }), newPlace())).toMatchObject({ kind: 'later' });
    server.instead('POST /api/v2/media', bare(413));
    expect(await network.post(session, newPost({ pictures: [picture] }), newPlace())).toMatchObject({
      reason: 'too_big',
    });
    expect(server.seen).not.toContain(postStatus);
  });

  it('refuses by the limits of the account’s own server, before it is asked', async () => {
    const strict = JSON.stringify({ ...JSON.parse(session), limits: { text: 20, linkLength: 5 } });
    expect(await network.post(strict, newPost(), newPlace())).toMatchObject({ kind: 'rejected', reason: 'too_long' });
    expect(server.seen).toEqual([]);
  });
});

describe('the life of a connection', () => {
  it('is looked after every week, and tells of an end', async () => {
    const { session: held } = await connectAt(connectorAt(server), server, 'bob');
    const fresh = await network.refresh(held);
    expect(fresh).toMatchObject({ kind: 'fresh', lifetimeSeconds: 604_800 });
    server.instead('GET /api/v1/accounts/verify_credentials', bare(500));
    expect(await network.refresh(held)).toMatchObject({ kind: 'later' });
    expect(await network.revoke(held)).toEqual({ kind: 'revoked' });
    expect(await network.refresh(held)).toEqual({ kind: 'reconnect' });
    expect(await network.post(held, newPost(), newPlace())).toEqual({ kind: 'reconnect' });
  });

  it('ends later where the server does not answer', async () => {
    server.instead('POST /oauth/revoke', bare(503));
    expect(await network.revoke(session)).toMatchObject({ kind: 'later' });
  });
});

describe('followers', () => {
  const at = (name: string) => ({ remoteId: `${name}@${new URL(server.url).host}` });

  it('are added up without a token, unknown accounts counting nothing', async () => {
    expect(await network.followers?.([at('alice'), at('bob'), at('nobody'), at('bob')])).toBe(42);
    server.instead('GET /api/v1/accounts', bare(404));
    server.instead('GET /api/v1/accounts/alice', json(200, { id: 'alice', followers_count: 7 }));
    expect(await network.followers?.([at('alice'), at('nobody')])).toBe(7);
  });

  it('are not told when too few servers answer', async () => {
    server.instead('GET /api/v1/accounts', bare(503));
    server.instead('GET /api/v1/accounts/alice', bare(503));
    expect(await network.followers?.([at('alice'), at('bob')])).toBeNull();
  });
});
