import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, type Json, openAppWorld, publicUrl } from '../../../../test/support/app-world.ts';
import { type MastodonServer, startMastodonServer } from '../../../../test/support/mastodon/server.ts';
import { readAnswer } from '../../../../test/support/read-answer.ts';
import { sql } from '../../../platform/db/index.ts';
import { checkView } from '../../../platform/slack/index.ts';

/** Likes, reshares and comments by accounts on a Mastodon server, about a post of another one. */
let server: MastodonServer;
let world: AppWorld;
let requestId = '';
const post = {
  id: '77001',
  url: 'https://harbour.example/@news/17',
  uri: 'https://harbour.example/users/news/statuses/17',
  acct: 'news@harbour.example',
  text: 'We open in Porto',
};

beforeAll(async () => {
  server = await startMastodonServer();
  server.state.elsewhere.push(post);
  world = await openAppWorld(null, { mastodon: server });
  requestId = await world.sendRequest(asking(post.url));
  await connect('U2', 'alice');
});
afterAll(async () => {
  await world?.[Symbol.asyncDispose]();
  await server?.[Symbol.asyncDispose]();
});

const asking = (address: string): Json => ({
  ...{ link: '', networks: {}, preview: null, title: 'Our news' },
  engagement: {
    ...{ network: 'mastodon', post: address, asks: ['like', 'reshare', 'comment'], starters: [] },
    card: { author: 'Harbour', text: 'We open' },
  },
});
const viewId = (userId: string) => world.slack.openWindow(userId)?.id ?? '';
const click = async (userId: string, ask: string, id = requestId) => {
  await world.click(userId, `share.ask.${ask}`, id);
  await world.work();
  return world.window(userId);
};
const counted = async (id: string) =>
  (
    await sql<{ network: string; count: number }>`select network, count(*)::int as count from coact.share_tokens
      where request_id = ${id} group by network order by network`.execute(world.db.kysely)
  ).rows.map(({ network, count }) => `${network} ${count}`);

/** From the Home tab, or by the link that stands in the window. */
async function connect(userId: string, person: string): Promise<void> {
  if (!world.window(userId).includes('/connect/mastodon?t=')) {
    await world.click(userId, 'share.connect_home', 'mastodon');
  }
  const link = new URL(/http[^"]+\/connect\/mastodon\?t=[\w-]+/.exec(world.window(userId))?.[0] ?? '');
  const body = new URLSearchParams({ t: link.searchParams.get('t') ?? '', handle: '' });
  const headers = { 'sec-fetch-site': 'same-origin', origin: publicUrl };
  const onward = await world.deliver(new Request(`${publicUrl}/connect/mastodon`, { method: 'POST', headers, body }));
  const cookie = onward.headers.getSetCookie().map((one) => one.split(';')[0]);
  const target =
    onward.headers.get('location') ?? /http[^"'\s]+\/oauth\/authorize[^"'\s]*/.exec(await onward.text())?.[0];
  const back = await server.consentAs((target ?? '').replaceAll('&amp;', '&'), person);
  const address = `${publicUrl}/connect/mastodon/callback?${back}`;
  const finished = await world.deliver(new Request(address, { headers: { cookie: cookie.join('; ') } }));
  expect(finished.status).toBe(200);
}

describe('a request about a post in the Fediverse', () => {
  it('is favourited and boosted with a click each', async () => {
    expect(await click('U2', 'like')).toContain('Your like is on Mastodon');
    expect(await click('U2', 'reshare')).toContain('Your reshare is on Mastodon');
    expect([...server.state.favourites, ...server.state.boosts]).toEqual(['alice 77001', 'alice 77001']);
    expect(await click('U2', 'like')).toContain('You have liked this on Mastodon already');
  });

  it('is answered in the person’s own words', async () => {
    await click('U2', 'comment');
    const values = { comment: { comment: { type: 'plain_text_input', value: 'Proud of us' } } };
    await readAnswer(await world.deliver(world.slack.send.submit(viewId('U2'), values)));
    await world.work();
    expect(world.window('U2')).toContain('Your comment is on Mastodon');
    expect(server.state.statuses[0]).toMatchObject({ text: '@news@harbour.example Proud of us', inReplyTo: '77001' });
    expect(await counted(requestId)).toEqual(['mastodon.comment 1', 'mastodon.like 1', 'mastodon.reshare 1']);
  });

  it('goes on by the post’s page where the account’s server does not get to know the post', async () => {
    const unseen = 'https://far.example/@news/99';
    const id = await world.sendRequest(asking(unseen));
    const shown = await click('U2', 'like', id);
    expect(shown).toContain('Your server could not find the post');
    expect(shown).toContain(unseen);
    expect(await counted(id)).toEqual([]);
    expect(checkView(world.slack.openWindow('U2')?.body as never)).toEqual([]);
    await world.click('U2', 'share.confirm', JSON.stringify({ requestId: id, ask: 'like' }), viewId('U2'));
    await world.work();
    expect(await counted(id)).toEqual(['mastodon.like 1']);
  });

  it('keeps a comment that could not be sent, to be copied', async () => {
    const id = await world.sendRequest(asking('https://far.example/@news/100'));
    await click('U2', 'comment', id);
    const values = { comment: { comment: { type: 'plain_text_input', value: 'Well <done>' } } };
    await world.deliver(world.slack.send.submit(viewId('U2'), values));
    await world.work();
    expect(world.window('U2')).toContain('Well &lt;done&gt;');
  });

  it('is done on its page by an account from before, which is offered to be connected again', async () => {
    await connect('U3', 'bob');
    const narrow = 'profile write:statuses write:media';
    await sql`update coact.social_accounts set granted_scope = ${narrow} where person_id in
      (select id from coact.people where slack_user_id = 'U3')`.execute(world.db.kysely);
    const shown = await click('U3', 'like');
    expect(shown).toContain('I have done it');
    expect(shown).toContain('Connect Mastodon again');
    expect(checkView(world.slack.openWindow('U3')?.body as never)).toEqual([]);
    await connect('U3', 'bob');
    await world.work();
    expect(world.window('U3')).toContain('share.ask.like');
    expect(await click('U3', 'like')).toContain('Your like is on Mastodon');
    expect(server.state.favourites).toContain('bob 77001');
  });

  it('offers nothing of the kind to who has no account', async () => {
    const shown = await click('U4', 'like');
    expect(shown).toContain('I have done it');
    expect(shown).not.toContain('again');
  });
});
