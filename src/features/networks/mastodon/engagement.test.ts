import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type MastodonServer, startMastodonServer } from '../../../../test/support/mastodon/server.ts';
import { postPlace } from '../../../../test/support/post-place.ts';
import type { Ask, EngageOrder, Network } from '../network.ts';
import { connectAt, connectorAt } from './connector.fixture.ts';
import { covers } from './engagement.ts';

let server: MastodonServer;
let network: Network;
let session: string;

const post = {
  id: '77001',
  url: 'https://harbour.example/@news/17',
  uri: 'https://harbour.example/users/news/statuses/17',
  acct: 'news@harbour.example',
  text: 'We open in Porto',
};
const search = 'GET /api/v2/search';

beforeAll(async () => {
  server = await startMastodonServer();
  network = connectorAt(server);
  ({ session } = await connectAt(network, server));
});
beforeEach(() => {
  server.calm();
  server.seen.length = 0;
  server.state.statuses.length = 0;
  server.state.favourites.clear();
  server.state.boosts.clear();
  server.state.elsewhere.splice(0, Infinity, post);
});
afterAll(() => server?.[Symbol.asyncDispose]());

const order = (ask: Ask, over: Partial<EngageOrder> = {}): EngageOrder => ({
  ...{ post: post.url, ask, text: ask === 'comment' ? 'Proud of us 🚢' : '', at: new Date() },
  ...over,
});
const place = (over: Parameters<typeof postPlace>[1] = {}) =>
  postPlace(network.recordKey(new Date(), Math.random()), over);
const act = (what: EngageOrder, over = place(), by = session) => {
  const { byAccount } = network.engagement;
  if (byAccount === undefined) throw new Error('no accounts act here');
  return byAccount.act(by, what, over);
};
const find = (what: EngageOrder) => network.engagement.byAccount?.find(session, what, place());
const json = (status: number, body: object) => ({ status, body });

describe('acting on a post of another server', () => {
  it('favourites and boosts it under the id that the account’s own server gave it, once', async () => {
    for (const ask of ['like', 'reshare', 'like', 'reshare'] as const) {
      expect(await act(order(ask))).toEqual({ kind: 'posted', uri: post.url, url: post.url });
    }
    expect([...server.state.favourites]).toEqual(['alice 77001']);
    expect([...server.state.boosts]).toEqual(['alice 77001']);
  });

  it('answers it in the person’s words, for its author, where the answer can be looked at', async () => {
    const outcome = await act(order('comment'));
    const [made] = server.state.statuses;
    expect(made).toMatchObject({ text: '@news@harbour.example Proud of us 🚢', inReplyTo: '77001', username: 'alice' });
    expect(outcome).toMatchObject({ kind: 'posted', url: `${server.url}/@alice/${made?.id}` });
  });

  it('names the author neither twice nor where there is no room', async () => {
    await act(order('comment', { text: 'Well done, @news@harbour.example!' }));
    expect(server.state.statuses[0]?.text).toBe('Well done, @news@harbour.example!');
    await act(order('comment', { text: 'x'.repeat(498) }));
    expect(server.state.statuses[0]?.text).toBe('x'.repeat(498));
  });

  it('knows the post by the address of its record too', async () => {
    const read = network.engagement.readPost(`${post.uri}/`) ?? '';
    expect(await act(order('like', { post: read }))).toMatchObject({ kind: 'posted' });
  });

  it('answers a post of the account’s own server', async () => {
    await network.post(session, { text: 'Mine', writtenAt: new Date() }, place());
    const own = `${server.url}/@alice/${server.state.statuses[0]?.id}`;
    expect(network.engagement.readPost(`${own}?x=1`)).toBe(own);
    await act(order('comment', { post: own }));
    expect(server.state.statuses[0]?.text).toBe('Proud of us 🚢');
  });
});

describe('a lost answer', () => {
  it.each(['like', 'reshare'] as const)('to a %s is asked for again, which changes nothing', async (ask) => {
    server.instead(`POST /api/v1/statuses/77001/${ask === 'like' ? 'favourite' : 'reblog'}`, 'lost');
    expect(await act(order(ask))).toEqual({ kind: 'unknown' });
    expect(await find(order(ask))).toEqual({ kind: 'unknowable' });
    expect(await act(order(ask), place({ repeated: true }))).toMatchObject({ kind: 'posted' });
    expect(server.state.favourites.size + server.state.boosts.size).toBe(1);
  });

  it('to a comment leads to one comment, by its key and by a look', async () => {
    const [what, at] = [order('comment'), place()];
    let memory: string | null = null;
    const remember = async (text: string) => {
      memory = text;
    };
    server.instead('POST /api/v1/statuses', 'lost');
    expect(await act(what, { ...at, remember })).toEqual({ kind: 'unknown' });
    expect(await find(what)).toMatchObject({ kind: 'found' });
    expect(await find(order('comment', { text: 'Something else' }))).toEqual({ kind: 'absent' });
    expect(await act(what, { ...at, repeated: true, memory })).toMatchObject({ kind: 'posted' });
    server.state.keys.clear();
    const old = JSON.stringify({ triedAt: new Date(Date.now() - 3_600_000).toISOString() });
    expect(await act(what, { ...at, repeated: true, memory: old })).toMatchObject({ kind: 'posted' });
    expect(server.state.statuses).toHaveLength(1);
  });

  it('to a comment is never made good by hand, which would make two', async () => {
    server.state.elsewhere.length = 0;
    expect(await act(order('comment'), place({ repeated: true }))).toEqual({ kind: 'unsure' });
    expect(await act(order('like'), place({ repeated: true }))).toEqual({ kind: 'byHand' });
  });
});

describe('what the account’s server says', () => {
  const none = { accounts: [], hashtags: [], statuses: [] };
  const other = {
    id: '5',
    uri: 'https://x.example/5',
    url: 'https://x.example/@x/5',
    account: { acct: 'x@x.example' },
  };
  it.each([
    ['does not get to know the post', json(200, none), { kind: 'byHand' }],
    ['finds posts that only speak of it', json(200, { ...none, statuses: [other] }), { kind: 'byHand' }],
    ['has no such search', json(404, { error: 'Not found' }), { kind: 'byHand' }],
    ['lets the token not search', json(403, { error: 'outside the authorized scopes' }), { kind: 'byHand' }],
    ['sends a page', 'html' as const, { kind: 'byHand' }],
    ['has ended the token', json(401, { error: 'The access token is invalid' }), { kind: 'reconnect' }],
    ['is busy', json(429, {}), { kind: 'later' }],
    ['is broken', json(503, {}), { kind: 'later' }],
  ])('when it %s, nothing is done', async (_what, answer, outcome) => {
    server.instead(search, answer);
    expect(await act(order('like'))).toMatchObject(outcome);
    expect(server.state.favourites.size).toBe(0);
  });

  it.each([
    ['gone', json(404, { error: 'Record not found' }), { kind: 'rejected', reason: 'gone' }],
    ['not allowed to this token', json(403, { error: 'outside the authorized scopes' }), { kind: 'byHand' }],
    ['not allowed to this account', json(403, { error: 'Your login is disabled' }), { reason: 'account' }],
    ['taken by something else', 'html' as const, { kind: 'unknown' }],
  ])('a favourite is %s', async (_what, answer, outcome) => {
    server.instead('POST /api/v1/statuses/77001/favourite', answer);
    expect(await act(order('like'))).toMatchObject(outcome);
  });
});

describe('the rights of an account', () => {
  it.each([
    ['profile write:statuses write:media', []],
    ['read:accounts write:statuses write:media read:search', ['reshare', 'comment']],
    ['profile write:statuses write:media read:search write:favourites', ['like', 'reshare', 'comment']],
    ['read write', ['like', 'reshare', 'comment']],
    ['write', []],
  ])('%j cover %j', (scope, asks) => {
    expect((['like', 'reshare', 'comment'] as const).filter((ask) => covers(scope, ask))).toEqual(asks);
  });

  it('are fewer on a server that does not know them all, where people connect to post', async () => {
    server.instead('POST /api/v1/apps', json(422, { error: 'Validation failed: Scopes' }));
    const { account, session: narrow } = await connectAt(connectorAt(server), server, 'bob');
    expect(account.scope).toBe('profile write:statuses write:media');
    expect(await act(order('like'), place(), narrow)).toEqual({ kind: 'byHand' });
    expect(server.state.favourites.size).toBe(0);
    server.instead('POST /api/v1/apps', json(422, {}), 2);
    expect(await connectorAt(server).authorize({})).toMatchObject({ kind: 'refused' });
  });
});

it('takes http addresses of the installation’s own server alone', () => {
  const { readPost } = network.engagement;
  expect(readPost('http://harbour.example/@news/17')).toBeNull();
  expect(readPost('https://user:pass@harbour.example/@news/17')).toBeNull();
  expect(readPost('https://harbour.example/@news')).toBeNull();
  expect(readPost(`${post.url}?a=1#b`)).toBe(post.url);
});
