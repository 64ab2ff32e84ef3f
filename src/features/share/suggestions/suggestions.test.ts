import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AppWorld, type Json, openAppWorld } from '../../../../test/support/app-world.ts';
import { readAnswer } from '../../../../test/support/read-answer.ts';
import { sql } from '../../../platform/db/index.ts';
import { type FeedServer, openFeedServer, status } from '../feeds/feed-server.fixture.ts';
import { rss, rssItem } from '../feeds/samples.fixture.ts';

/** Suggestions as employees make them in Slack, and as publishers find them in the queue of the feeds. */
let server: FeedServer;
let world: AppWorld;
let count = 0;
beforeAll(async () => {
  server = await openFeedServer();
  world = await openAppWorld(null, { egressAllow: [server.hostPort] });
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});
beforeEach(() => {
  count += 1;
  world.clock.advance(1_000);
});

const page = () => `https://harbour.example/page-${count}`;
const shortcut = (userId: string, more: Json = {}) =>
  world.deliver(world.slack.send.messageShortcut('T1', userId, 'share.suggest', more));
const text = (action: string, value: string | null) => ({ [action]: { type: 'plain_text_input', value } });

interface Filled {
  readonly link?: string;
  readonly title?: string;
  readonly note?: string;
  readonly name?: 'named' | 'unnamed';
}

async function send(userId: string, { link = page(), title = '', note = '', name = 'named' }: Filled = {}) {
  const view = world.slack.openWindow(userId);
  const values = {
    ...{ link: text('link', link), title: text('title', title || null), note: text('note', note || null) },
    name: { name: { type: 'radio_buttons', selected_option: { value: name } } },
  };
  const answer = await world.deliver(world.slack.send.submit(view?.id ?? '', values));
  const { json } = await readAnswer(answer);
  await world.work();
  return JSON.stringify(json);
}

async function suggest(userId: string, filled: Filled = {}) {
  world.clock.advance(10);
  await shortcut(userId);
  return send(userId, filled);
}

interface Shown {
  readonly id: string;
  readonly title: string;
  readonly feed: object | null;
  readonly suggestion: { readonly by: string | null; readonly note: string } | null;
}
const waiting = async (shelf = 'waiting') =>
  (await world.ask('GET', `/api/feed-items?shelf=${shelf}`)).json.items as readonly Shown[];
const latest = async () => {
  const [item] = await waiting();
  if (item === undefined) throw new Error('nothing waits');
  return item;
};
const decide = (id: string, what: string, body: unknown = {}) =>
  world.ask('POST', `/api/feed-items/${id}/${what}`, body);
/** What the app wrote to one member. */
const messagesTo = (userId: string) =>
  world.slack.calls
    .filter(({ method, args }) => method === 'chat.postMessage' && args.channel === userId)
    .map(({ args }) => JSON.stringify(args));
const told = (userId: string) => messagesTo(userId).join(' ');

describe('suggesting from a message', () => {
  it('opens the form with what the message says, without asking Slack for anything else', async () => {
    const before = world.slack.calls.length;
    await shortcut('U2', { text: `Look <@U3>: <${page()}|our &amp; news>` });
    const window = world.window('U2');
    expect(window).toContain(`"initial_value":"${page()}"`);
    expect(window).toContain(`Look @somebody: ${page()}`);
    expect(world.slack.calls.slice(before).map(({ method }) => method)).toEqual(['views.open']);
  });

  it('brings it into the queue of the feeds, with the name that was given', async () => {
    expect(await suggest('U2', { title: 'Our <news>', note: 'For everybody' })).toContain(
      'waits for a publisher now, with',
    );
    expect(await latest()).toMatchObject({
      ...{ title: 'Our <news>', feed: null, link: page(), state: 'waiting' },
      suggestion: { by: 'somebody', note: 'For everybody' },
    });
    expect((await world.ask('GET', '/api/feeds')).json).toMatchObject({ suggestions: 1 });
  });

  it('reads title, description and picture from the page, but leaves a title that was given', async () => {
    const html = '<title>Steam and oak</title><meta name="description" content="Patience">';
    const webPage = status(200, { 'content-type': 'text/html' }, html);
    server.set(`/p-${count}`, webPage);
    await suggest('U2', { link: `${server.origin}/p-${count}` });
    expect(await latest()).toMatchObject({ title: 'Steam and oak', description: 'Patience' });
    server.set(`/q-${count}`, webPage);
    await suggest('U2', { link: `${server.origin}/q-${count}`, title: 'Mine' });
    expect(await latest()).toMatchObject({ title: 'Mine', description: 'Patience' });
  });

  it('takes what can’t be read, too: an address inside the house is not asked for', async () => {
    await suggest('U3', { link: 'http://10.0.0.7/secret' });
    expect(await latest()).toMatchObject({ title: '10.0.0.7', description: '', pictureUrl: null });
  });

  it.each(['harbour.example', 'javascript:alert(1)', 'https://me:secret@harbour.example/', ''])(
    'says under the field what is wrong with “%s”',
    async (link) => {
      expect(await suggest('U3', { link })).toContain('not a complete web address');
    },
  );

  it('is not for people of another company', async () => {
    await shortcut('U9', { userTeamId: 'T9' });
    expect(world.window('U9')).toContain('Only members of the organisation');
  });
});

describe('other ways in', () => {
  it('are the command, with or without a link, and the Home tab', async () => {
    await world.deliver(world.slack.send.command('T1', 'U4', `suggest <${page()}|harbour.example>`));
    expect(world.window('U4')).toContain(`"initial_value":"${page()}"`);
    await world.deliver(world.slack.send.command('T1', 'U5', 'SUGGEST'));
    expect(world.window('U5')).toContain('Suggest to share');
    const answer = await world.deliver(world.slack.send.command('T1', 'U5', 'suggest harbour'));
    expect(JSON.stringify(await answer.json())).toContain('not a complete web address');
    await world.deliver(world.slack.send.event('T1', { type: 'app_home_opened', user: 'U6', tab: 'home' }));
    await world.work();
    expect(JSON.stringify(world.slack.team('T1').homes.get('U6'))).toContain('Suggest something to share');
    await world.click('U6', 'share.suggest');
    expect(world.window('U6')).toContain('Suggest to share');
  });
});

describe('without a name', () => {
  it('nothing that is stored leads to whoever it is from', async () => {
    await suggest('U7', { name: 'unnamed', title: 'Quietly' });
    const item = await latest();
    expect(item.suggestion).toEqual({ by: null, note: '' });
    const { rows: people } = await sql<{ id: string }>`select id from people where slack_user_id = 'U7'`.execute(
      world.db.kysely.withSchema('coact'),
    );
    const { rows } = await sql`select * from coact.share_feed_items where title = 'Quietly'`.execute(world.db.kysely);
    expect(rows).toHaveLength(1);
    for (const { id } of people) expect(JSON.stringify(rows)).not.toContain(id);
    expect(world.log.lines.join('\n')).not.toContain('U7');
    await decide(item.id, 'accept');
    await world.work();
    expect(messagesTo('U7')).toEqual([]);
  });
});

describe('what is known already', () => {
  it('is said, whether somebody suggested it, a feed brought it or a request leads there', async () => {
    await suggest('U2', { link: `${page()}?utm_source=slack` });
    expect(await suggest('U3', { link: `${page()}/#top` })).toContain('known here already');
    await world.ask('POST', '/api/requests', {
      ...{
        link: `https://harbour.example/made-${count}`,
        title: 'Made',
        slackText: '',
        networks: {},
        editPolicy: 'free',
      },
    });
    expect(await suggest('U3', { link: `http://harbour.example/made-${count}/` })).toContain('known here already');
  });

  it('is brought by no feed once it was suggested', async () => {
    const link = `https://site.example/${count}-mine`;
    await suggest('U2', { link });
    server.set(`/feed-${count}`, rss(rssItem(`${count}-mine`)));
    const before = (await waiting()).length;
    const feed = { name: 'News', url: `${server.origin}/feed-${count}`, mode: 'review', alsoLast: 5 };
    expect((await world.ask('POST', '/api/feeds', feed)).status).toBe(201);
    await world.work();
    expect(await waiting()).toHaveLength(before);
  });

  it('is found by the database, too, when two suggest it at once', async () => {
    await Promise.all(['U2', 'U3'].map((userId) => shortcut(userId)));
    const answers = await Promise.all(['U2', 'U3'].map((userId) => send(userId)));
    expect(answers.filter((answer) => answer.includes('Thank you'))).toHaveLength(1);
  });
});

describe('a publisher’s decision', () => {
  it('makes a draft, and tells who gave their name', async () => {
    await suggest('U8', { title: 'For the draft' });
    const { id } = await latest();
    const utm = { source: '{network}' };
    const template = await world.ask('POST', '/api/utm-templates', { name: 'Usual', utm, isDefault: true });
    const { status: code, json } = await decide(id, 'accept');
    await world.ask('DELETE', `/api/utm-templates/${template.json.id}`);
    expect(code).toBe(201);
    const { json: made } = await world.ask('GET', `/api/requests/${json.requestId}`);
    expect(made).toMatchObject({ state: 'draft', title: 'For the draft', link: page(), channel: null, utm });
    await world.work();
    expect(told('U8')).toContain('Your suggestion “For the draft” was taken up');
    const { rows } = await sql`select suggested_by, suggested_as from coact.share_feed_items where id = ${id}`.execute(
      world.db.kysely,
    );
    expect(rows).toEqual([{ suggested_by: null, suggested_as: null }]);
  });

  it('is told once when it is laid aside, singly or with all', async () => {
    await suggest('U8', { title: 'Aside' });
    const { id } = await latest();
    expect((await decide(id, 'dismiss')).status).toBe(200);
    expect((await decide(id, 'restore')).json).toMatchObject({ state: 'waiting', feed: null });
    expect((await world.ask('POST', '/api/feed-items/dismiss', {})).status).toBe(200);
    await world.work();
    expect(messagesTo('U8').filter((message) => message.includes('“Aside” is not taken up'))).toHaveLength(1);
  });

  it('can’t send it at once: nobody has chosen a channel', async () => {
    await suggest('U5', { title: 'Hasty' });
    const { id } = await latest();
    const refused = await decide(id, 'accept', { send: true });
    expect([refused.status, refused.json.code]).toEqual([422, 'not_ready']);
    expect((await latest()).title).toBe('Hasty');
  });
});

describe('a flood', () => {
  it('ends for today after ten of one person, whatever name they give', async () => {
    const answers = [];
    for (let number = 0; number < 11; number += 1) {
      const name = number % 2 === 0 ? 'named' : 'unnamed';
      answers.push(await suggest('U1', { link: `${page()}/${number}`, name }));
    }
    expect(answers.filter((answer) => answer.includes('Thank you. It waits'))).toHaveLength(10);
    expect(answers.at(-1)).toContain('Come back');
    expect(await suggest('U2', { link: `${page()}/another` })).toContain('It waits');
  });

  it('is no reason to forget what somebody asks to be forgotten', async () => {
    await suggest('U4', { title: 'Mine no more' });
    expect((await latest()).suggestion?.by).toBe('somebody');
    await world.click('U4', 'share.forget_me');
    await world.work();
    expect((await latest()).suggestion?.by).toBeNull();
  });
});
