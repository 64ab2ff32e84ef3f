import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { postPlace } from '../../../../test/support/post-place.ts';
import { redirectUri, startThreads, type ThreadsServer } from '../../../../test/support/threads/server.ts';
import type { Network, Post } from '../network.ts';
import { connectorAt } from './connector.fixture.ts';
import { countThreads } from './text-length.ts';
import { createThreads } from './threads.ts';

let server: ThreadsServer;
let network: Network;
let session: string;

beforeAll(async () => {
  server = await startThreads();
  network = connectorAt(server.url);
  const started = await network.authorize({});
  if (started.kind !== 'go') throw new Error(started.sentence);
  expect(new URL(started.url).searchParams.get('redirect_uri')).toBe(redirectUri);
  const connection = await network.finish(await server.consent(started.url), started.memory);
  if (connection.kind !== 'connected') throw new Error(JSON.stringify(connection));
  expect(connection.account).toMatchObject({ remoteId: '17841405793187218', handle: 'alice.makes' });
  expect(connection.session.lifetimeSeconds).toBe(5_183_944);
  session = connection.session.session;
});
beforeEach(() => {
  server.calm();
  server.used = 0;
});
afterAll(() => server?.[Symbol.asyncDispose]());

const url = 'https://go.example.com/l/x7';
let count = 0;
const newPost = (over: Partial<Post> = {}): Post => {
  count += 1;
  return {
    text: `We hire, no. ${count}: ${url}`,
    card: { url, title: '', description: '' },
    writtenAt: new Date(),
    ...over,
  };
};
const picture = (alt: string) => ({
  ...{ bytes: new Uint8Array([1]), mime: 'image/png', alt, url: 'https://coact.example/media/1' },
});
const publishing = /threads_publish$/;
const graphError = (code: number, more: object = {}) => ({
  status: 400,
  body: { error: { message: 'No', code, ...more } },
});

/** Posts and keeps what the connector remembers. */
async function postKeeping(post: Post, over: Parameters<typeof postPlace>[1] = {}) {
  let memory: string | null = null;
  const remember = async (text: string) => {
    memory = text;
  };
  const outcome = await network.post(session, post, postPlace('key', { remember, ...over }));
  return { outcome, memory };
}
const madeSince = (before: number) => [...server.containers.values()].slice(before);

describe('a post on Threads', () => {
  it('names its link, and is at the address that Threads tells', async () => {
    const before = server.containers.size;
    const { outcome, memory } = await postKeeping(newPost());
    expect(outcome).toMatchObject({
      kind: 'posted',
      url: expect.stringMatching(/^https:\/\/www\.threads\.net\/@alice\.makes\/post\/\d+$/),
    });
    expect(madeSince(before)).toMatchObject([{ form: { media_type: 'TEXT', link_attachment: url } }]);
    expect(memory).toMatch(/^\{"container":"\d+"\}$/);
  });

  it('with pictures says where to fetch them, and waits until they have been', async () => {
    let before = server.containers.size;
    expect((await postKeeping(newPost({ pictures: [picture('One')] }))).outcome.kind).toBe('posted');
    expect(madeSince(before)).toMatchObject([
      { form: { media_type: 'IMAGE', alt_text: 'One', image_url: 'https://coact.example/media/1' } },
    ]);
    before = server.containers.size;
    expect((await postKeeping(newPost({ pictures: [picture('One'), picture('')] }))).outcome.kind).toBe('posted');
    expect(madeSince(before).map(({ form }) => form.media_type)).toEqual(['IMAGE', 'IMAGE', 'CAROUSEL']);
    const { url: _private, ...local } = picture('One');
    expect((await postKeeping(newPost({ pictures: [local] }))).outcome).toMatchObject({ reason: 'picture_not_public' });
  });

  it('goes on with the container of an earlier try, and publishes it once', async () => {
    const post = newPost();
    const before = server.containers.size;
    server.befall({ on: publishing, how: { status: 500 } });
    const first = await postKeeping(post);
    expect(first.outcome).toEqual({ kind: 'unknown' });
    const place = postPlace('key', { repeated: true, memory: first.memory });
    expect(await network.find(session, post, place)).toEqual({ kind: 'absent' });
    expect((await network.post(session, post, place)).kind).toBe('posted');
    expect(await network.find(session, post, place)).toMatchObject({
      kind: 'found',
      url: expect.stringContaining('/post/'),
    });
    expect((await network.post(session, post, place)).kind).toBe('posted');
    expect(madeSince(before)).toHaveLength(1);
    expect((await server.posts()).filter(({ text }) => text === post.text)).toHaveLength(1);
  });

  it('is made anew when its container has ended, and given up when that failed', async () => {
    const post = newPost();
    server.befall({ on: publishing, how: { status: 500 } });
    const { memory } = await postKeeping(post);
    const container = [...server.containers.values()].at(-1);
    if (!container) throw new Error('no container');
    container.state = 'ERROR';
    expect((await postKeeping(post, { memory, repeated: true })).outcome).toMatchObject({ kind: 'rejected' });
    container.state = 'EXPIRED';
    expect(await network.find(session, post, postPlace('key', { memory }))).toEqual({ kind: 'absent' });
    expect((await postKeeping(post, { memory, repeated: true })).outcome.kind).toBe('posted');
  });

  it('is nobody’s guess when the container may not be looked at any more', async () => {
    const post = newPost();
    server.befall({ on: publishing, how: 'lost' });
    const { memory } = await postKeeping(post);
    server.befall({ on: /^GET \/v1\.0\/180/, how: graphError(190), times: 2 });
    const place = postPlace('key', { repeated: true, memory });
    expect(await network.find(session, post, place)).toEqual({ kind: 'unknowable' });
    expect(await network.post(session, post, place)).toEqual({ kind: 'unsure' });
  });

  it('waits when the 250 posts of the day are used up, and makes nothing', async () => {
    const before = server.containers.size;
    server.used = 250;
    expect((await postKeeping(newPost())).outcome).toEqual({ kind: 'later', afterSeconds: 3_600 });
    expect(madeSince(before)).toEqual([]);
  });

  it.each([
    ['an ended token', graphError(190), { kind: 'reconnect' }],
    ['a missing right', graphError(200), { kind: 'reconnect' }],
    ['a limit', graphError(4), { kind: 'later', afterSeconds: 600 }],
    ['a limit of the person', graphError(32), { kind: 'later', afterSeconds: 600 }],
    ['a blocked account', graphError(368), { kind: 'rejected', reason: 'account' }],
    [
      'a wrong text',
      graphError(100, { error_user_msg: 'Too many links.' }),
      { kind: 'rejected', sentence: 'Threads did not take this post. It says: Too many links.' },
    ],
    ['trouble', graphError(2), { kind: 'unknown' }],
    ['trouble that passes', graphError(100, { is_transient: true }), { kind: 'unknown' }],
  ])('takes %s for what it is', async (_what, how, outcome) => {
    server.befall({ on: publishing, how });
    expect((await postKeeping(newPost())).outcome).toMatchObject(outcome);
  });

  it('is tried again after trouble before it was published', async () => {
    server.befall({ on: /^POST \/v1\.0\/\d+\/threads$/, how: graphError(2) });
    expect((await postKeeping(newPost())).outcome).toMatchObject({ kind: 'later' });
  });
});

describe('a connection to Threads', () => {
  it('tells the operator when Meta refuses the app, and the person whom to ask', async () => {
    const told: string[] = [];
    const report = (event: string, code: string) => void told.push(`${event} ${code}`);
    const own = connectorAt(server.url, { report });
    const started = await own.authorize({});
    if (started.kind !== 'go') throw new Error(started.sentence);
    const back = await server.consent(started.url);
    const body = { error: { message: 'Error validating client secret.', code: 1 } };
    server.befall({ on: /access_token$/, how: { status: 400, body } });
    const refused = await own.finish(back, started.memory);
    expect(refused).toMatchObject({ kind: 'refused', sentence: expect.stringContaining('Tell the people who run it') });
    expect(told).toEqual(['networks.app_refused 1']);
  });

  it('is renewed by itself, and ends where the token has', async () => {
    const fresh = await network.refresh(session);
    if (fresh.kind !== 'fresh') throw new Error(fresh.kind);
    expect(fresh).toMatchObject({ lifetimeSeconds: 5_183_944 });
    expect(fresh.session).not.toBe(session);
    server.befall({ on: /refresh_access_token/, how: { status: 500 } });
    expect(await network.refresh(session)).toMatchObject({ kind: 'later' });
    server.befall({ on: /refresh_access_token/, how: graphError(190) });
    expect(await network.refresh(session)).toEqual({ kind: 'reconnect' });
  });

  it.each([
    [{ appId: undefined }, 'THREADS_APP_ID and THREADS_APP_SECRET are not set'],
    [{ publicUrl: 'http://localhost:3000' }, 'only when PUBLIC_URL is an https address'],
  ])('needs what %j lacks, and says so', (over, sentence) => {
    const settings = {
      appId: '1',
      appSecret: 's',
      authorizeUrl: '',
      graphUrl: '',
      publicUrl: 'https://coact.example',
      ...{ fetch, report: () => undefined },
    };
    const without = createThreads({ ...settings, ...over });
    expect(without.unavailable).toContain(sentence);
    expect(without.composer?.link({ text: 'Hi', url })).toContain('https://www.threads.net/intent/post?text=Hi');
  });
});

describe('the length of a text on Threads', () => {
  it.each([
    ['Olá', 3],
    ['🚢', 4],
    ['👩‍👩‍👧‍👦', 25],
    ['🇵🇹', 8],
    ['1️⃣', 7],
    ['#1 at a.example', 15],
  ])('%j is %i', (text, length) => {
    expect(countThreads(text)).toBe(length);
  });
});
