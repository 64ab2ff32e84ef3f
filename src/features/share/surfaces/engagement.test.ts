import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, type Json, openAppWorld } from '../../../../test/support/app-world.ts';
import { type BlueskyAccount, type BlueskyServer, startBluesky } from '../../../../test/support/bluesky/server.ts';
import { readAnswer } from '../../../../test/support/read-answer.ts';
import { sql } from '../../../platform/db/index.ts';
import { checkBlocks } from '../../../platform/slack/index.ts';

/** Likes, reshares and comments, at a real Bluesky server and on pages of networks that let no app do it. */
let bluesky: BlueskyServer;
let world: AppWorld;
let author: BlueskyAccount;
let ana: BlueskyAccount;
let ben: BlueskyAccount;
let post = '';
let requestId = '';

beforeAll(async () => {
  bluesky = await startBluesky();
  world = await openAppWorld(bluesky);
  author = await bluesky.addAccount('harbour');
  ana = await bluesky.addAccount('ana');
  ben = await bluesky.addAccount('ben');
  // The company's post is made by sharing, so that no second way of writing to the server is needed here.
  const first = await world.sendRequest();
  await world.click('U9', 'share.open', first);
  await world.connect('U9', author);
  await world.post('U9', 'We open in Porto');
  await world.work();
  const [made] = await records(author, 'app.bsky.feed.post');
  post = `https://bsky.app/profile/${author.did}/post/${made?.uri.split('/').at(-1)}`;
  for (const [userId, account] of [
    ['U2', ana],
    ['U3', ben],
  ] as const) {
    await world.click(userId, 'share.open', first);
    await world.connect(userId, account);
  }
  requestId = await world.sendRequest(
    asking({ network: 'bluesky', post: `${post}?ref=share`, asks: ['comment', 'like'] }),
  );
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await bluesky[Symbol.asyncDispose]();
});

const asking = (engagement: Json): Json => ({
  ...{ link: '', networks: {}, preview: null, title: 'Our news' },
  engagement: { starters: ['What I like about it:'], card: { author: 'Harbour', text: 'We open' }, ...engagement },
});

async function records(account: BlueskyAccount, collection: string) {
  const url = `${bluesky.pdsUrl}/xrpc/com.atproto.repo.listRecords?repo=${account.did}&collection=${collection}`;
  return ((await (await fetch(url)).json()) as { records: { uri: string; value: Record<string, unknown> }[] }).records;
}

const counted = async (id: string) =>
  (
    await sql<{ network: string; count: number }>`select network, count(*)::int as count from coact.share_tokens
      where request_id = ${id} group by network order by network`.execute(world.db.kysely)
  ).rows.map(({ network, count }) => `${network} ${count}`);
const viewId = (userId: string) => world.slack.openWindow(userId)?.id ?? '';
const comment = async (userId: string, text: string) => {
  const values = { comment: { comment: { type: 'plain_text_input', value: text } } };
  const answer = JSON.stringify(
    (await readAnswer(await world.deliver(world.slack.send.submit(viewId(userId), values)))).json,
  );
  await world.work();
  return answer;
};

describe('a request about a post on Bluesky', () => {
  it('shows the post and a button for each ask, in their lasting order', () => {
    const { blocks } = world.slack.team('T1').messages.at(-1) ?? {};
    expect(checkBlocks(blocks as never)).toEqual([]);
    const shown = JSON.stringify(blocks);
    expect(shown.match(/share\.ask\.\w+/g)).toEqual(['share.ask.like', 'share.ask.comment']);
    expect(shown).toContain('Harbour on Bluesky');
    expect(shown).not.toContain('ref=share');
  });

  it('likes with one click, once', async () => {
    await world.click('U2', 'share.ask.like', requestId);
    await world.work();
    expect(world.window('U2')).toContain('Your like is on Bluesky');
    await world.click('U2', 'share.ask.like', requestId);
    await world.work();
    expect(world.window('U2')).toContain('You have liked this on Bluesky already');
    const likes = await records(ana, 'app.bsky.feed.like');
    expect(likes).toHaveLength(1);
    expect(likes[0]?.value.subject).toMatchObject({ uri: expect.stringContaining(author.did) });
    expect(await counted(requestId)).toEqual(['bluesky.like 1']);
  });

  it('likes once even when the answer got lost', async () => {
    let creates = 0;
    world.network = (request) => {
      if (!request.url.includes('createRecord') || creates > 0) return null;
      creates += 1;
      return fetch(request).then(() => Promise.reject(new TypeError('the line went dead')));
    };
    await world.click('U3', 'share.ask.like', requestId);
    await world.work();
    world.network = null;
    for (let turn = 0; turn < 5; turn += 1) await world.app.jobs.runDue({ future: true });
    expect(await records(ben, 'app.bsky.feed.like')).toHaveLength(1);
    expect(world.window('U3')).toContain('Your like is on Bluesky');
  });

  it('answers the post in the person’s own words, and keeps the window while they are missing', async () => {
    await world.click('U2', 'share.ask.comment', requestId);
    expect(world.window('U2')).toContain('What I like about it:');
    expect(await comment('U2', '  ')).toContain('Write your comment first.');
    expect(await comment('U2', 'x'.repeat(301))).toContain('too long for Bluesky');
    expect(await comment('U2', 'Proud of #Porto')).toContain('Your comment is on its way');
    expect(world.window('U2')).toContain('Your comment is on Bluesky');
    const [answer] = await records(ana, 'app.bsky.feed.post');
    expect(answer?.value).toMatchObject({
      text: 'Proud of #Porto',
      reply: {
        root: { uri: expect.stringContaining(author.did) },
        parent: { uri: expect.stringContaining(author.did) },
      },
    });
    expect(JSON.stringify(answer?.value)).not.toContain('What I like about it');
  });

  it('does nothing that was not asked for', async () => {
    await world.click('U2', 'share.ask.reshare', requestId);
    await world.work();
    expect(world.window('U2')).toContain('This request is over');
    expect(await records(ana, 'app.bsky.feed.repost')).toEqual([]);
  });

  it('says when the post is gone, and takes the count back', async () => {
    const gone = await world.sendRequest(asking({ network: 'bluesky', post: `${post}x`, asks: ['reshare'] }));
    await world.click('U2', 'share.ask.reshare', gone);
    await world.work();
    expect(world.window('U2')).toContain('not on Bluesky any more');
    expect(await counted(gone)).toEqual([]);
  });

  it('opens the page for who has no account', async () => {
    await world.click('U5', 'share.ask.like', requestId);
    expect(world.window('U5')).toContain('I have done it');
    expect(world.window('U5')).toContain(post);
  });
});

describe('a request about a post on a network that lets no app act', () => {
  it('is counted once people say that they have done it', async () => {
    const address = 'https://x.com/harbour/status/1790000000000000001';
    const id = await world.sendRequest(asking({ network: 'x', post: address, asks: ['like', 'reshare'] }));
    await world.click('U4', 'share.open', id);
    expect(world.window('U4')).toContain('share.ask.like');
    await world.click('U4', 'share.ask.like', id, viewId('U4'));
    expect(world.window('U4')).toContain('https://x.com/intent/like?tweet_id=1790000000000000001');
    const memory = JSON.stringify({ requestId: id, ask: 'like' });
    for (let turn = 0; turn < 2; turn += 1) {
      await world.click('U4', 'share.confirm', memory, viewId('U4'));
      await world.work();
    }
    expect(await counted(id)).toEqual(['x.like 1']);
    await world.click('U4', 'share.open', id);
    expect(world.window('U4')).toContain('*Like*: done');
  });

  it('is sent only with the address of a post', async () => {
    const made = await world.ask('POST', '/api/requests', {
      ...asking({ network: 'linkedin', post: 'https://www.linkedin.com/in/ana', asks: [] }),
      ...{ slackText: '', editPolicy: 'free', channelId: 'C1' },
    });
    const sent = await world.ask('POST', `/api/requests/${made.json.id}/send`, {});
    expect(sent.status).toBe(422);
    expect(sent.json.fields).toMatchObject({
      'engagement.post': expect.stringContaining('not the address of a post on LinkedIn'),
      'engagement.asks': 'Choose what you ask for.',
    });
  });
});
