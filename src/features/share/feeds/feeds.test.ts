import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AppWorld, type Json, openAppWorld } from '../../../../test/support/app-world.ts';
import { randomId } from '../../../platform/clock/index.ts';
import { sql } from '../../../platform/db/index.ts';
import { type FeedServer, openFeedServer, status } from './feed-server.fixture.ts';
import { rss, rssItem } from './samples.fixture.ts';

/** Feeds as a publisher meets them, on a real server, by the clock. */
let server: FeedServer;
let world: AppWorld;
let path = '';
let count = 0;
beforeAll(async () => {
  server = await openFeedServer();
  world = await openAppWorld(null, { egressAllow: [server.hostPort], limitFactor: 1_000 });
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});
beforeEach(() => {
  count += 1;
  path = `/feed-${count}`;
  // A day of its own, so that no test takes another's share of it.
  world.clock.advance(24 * hour);
});

const hour = 3_600_000;
/** An item whose page is of this test alone. */
const item = (name: string, more = '') =>
  rssItem(`${count}-${name}`, more).replace(/<title>.*<\/title>/, `<title>${name}</title>`);
const serve = (...items: string[]) => server.set(path, rss(items.join('')));
const body = (more: Json = {}) => ({ name: `Feed ${count}`, url: `${server.origin}${path}`, mode: 'draft', ...more });

async function add(more: Json = {}): Promise<string> {
  const { status: code, json } = await world.ask('POST', '/api/feeds', body(more));
  if (code !== 201) throw new Error(JSON.stringify(json));
  await world.work();
  return String(json.id);
}

const read = async (id: string) => (await world.ask('GET', `/api/feeds/${id}`)).json;
const act = (id: string, name: string) => world.ask('POST', `/api/feeds/${id}/${name}`);
const check = async (id: string) => {
  expect((await act(id, 'check')).status).toBe(200);
  await world.work();
  return read(id);
};
const items = async (shelf = 'waiting') =>
  (await world.ask('GET', `/api/feed-items?shelf=${shelf}`)).json.items as (Json & { id: string; title: string })[];
const requests = async () => {
  const { json } = await world.ask('GET', '/api/requests');
  return (json.requests as (Json & { id: string; title: string })[]).map(({ title, state }) => [title, state]);
};
const firstRequest = async () => {
  const { json } = await world.ask('GET', '/api/requests');
  const id = String((json.requests as { id: string }[])[0]?.id);
  return (await world.ask('GET', `/api/requests/${id}`)).json;
};
/** What the publisher was told of this test's feed. */
const told = async () =>
  ((await world.ask('GET', '/api/notices')).json.notices as { subject: string }[])
    .map(({ subject }) => subject)
    .filter((subject) => subject.includes(`“Feed ${count}”`));
const latest = async (number: number) => (await requests()).slice(0, number).map(([title]) => title);

describe('a feed that makes drafts', () => {
  it('leaves what was there, and makes a request of what comes, as its template says', async () => {
    serve(item('old'));
    const id = await add({
      template: {
        title: 'New: {title}',
        slackText: '{description}\n\n{author}',
        networkText: '{title} ({categories})',
      },
      ...{ utm: { source: '{feed}', medium: 'rss' }, channelId: 'C1', endAfterDays: 3 },
    });
    expect(await read(id)).toMatchObject({
      title: 'Feed',
      format: 'rss',
      checking: false,
      lastRead: { items: 1, taken: 0 },
    });
    serve(
      item('fresh', '<description>&lt;b&gt;Good&lt;/b&gt; words</description><category>Boats</category>'),
      item('old'),
    );
    expect(await check(id)).toMatchObject({ lastRead: { items: 2, taken: 1 }, problem: null });
    const made = await firstRequest();
    expect(made).toMatchObject({
      ...{ state: 'draft', title: 'New: fresh', slackText: 'Good words', link: `https://site.example/${count}-fresh` },
      ...{ networks: { bluesky: { variants: ['fresh (Boats)'] } }, utm: { source: `Feed ${count}`, medium: 'rss' } },
      ...{ channel: { id: 'C1', name: 'news' }, preview: { title: 'fresh', description: 'Good words' } },
      endsAt: new Date(world.clock.now().getTime() + 72 * hour).toISOString(),
    });
  });

  it('is shown as it will be beforehand, cut beside a link of the organisation’s own host', async () => {
    serve(item('long', `<description>${'word '.repeat(100)}</description>`));
    const settings = {
      networks: ['bluesky'],
      template: { title: '{title}', slackText: '', networkText: '{description}' },
    };
    const shown = async () => {
      const { json } = await world.ask('POST', '/api/feeds/preview', body(settings));
      const [first] = json.newest as { made: { networks: { text: string }[] } }[];
      return first?.made.networks[0]?.text ?? '';
    };
    const beside = (await shown()).length;
    await sql`insert into coact.link_domains
      (org_id, id, host, token, state, finding, found, added_at, checked_at, missing_since, is_default)
      select org_id, ${randomId()}, 'links-of-a-harbour-with-a-very-long-name-indeed.example', 'coact-t', 'active',
        'proven', '{}', now(), now(), null, true from coact.organisations`.execute(world.db.kysely);
    const own = await shown();
    await add({ alsoLast: 1, ...settings });
    const made = (await firstRequest()).networks as { bluesky: { variants: string[] } };
    await sql`delete from coact.link_domains`.execute(world.db.kysely);
    expect(own.length).toBeLessThan(beside - 20);
    expect(made.bluesky.variants).toEqual([own]);
  });

  it('gives its requests the default template’s parameters, unless it has its own or none', async () => {
    const template = { name: 'Usual', utm: { source: '{network}', medium: '{feed}' }, isDefault: true };
    const utmOfOne = async (settings: Json) => {
      path += '-';
      // Lists go by the time of making.
      world.clock.advance(1_000);
      serve(item(`at ${path.length}`));
      await add({ alsoLast: 1, ...settings });
      return (await firstRequest()).utm;
    };
    expect(await utmOfOne({})).toEqual({ source: `Feed ${count}` });
    const { json } = await world.ask('POST', '/api/utm-templates', template);
    expect(await utmOfOne({})).toEqual({ source: '{network}', medium: `Feed ${count}` });
    expect(await utmOfOne({ utm: {} })).toEqual({});
    expect(await utmOfOne({ utm: { source: 'own' } })).toEqual({ source: 'own' });
    await world.ask('DELETE', `/api/utm-templates/${json.id}`);
  });

  it('makes nothing twice: not after its draft was deleted, nor when the item changes, nor from another feed', async () => {
    serve(item('once'));
    const id = await add({ alsoLast: 1 });
    const made = await firstRequest();
    expect(made.title).toBe('once');
    expect((await world.ask('DELETE', `/api/requests/${made.id}`)).status).toBe(204);
    const before = await requests();
    serve(item('once').replace('once</title>', 'once more</title>').replace('</link>', '/?utm_source=x#y</link>'));
    expect(await check(id)).toMatchObject({ lastRead: { taken: 0 } });
    server.set(`${path}-b`, rss(item('once')));
    await add({ url: `${server.origin}${path}-b`, alsoLast: 1 });
    expect(await requests()).toEqual(before);
  });

  it('makes nothing of a page that a request leads to already', async () => {
    await world.ask('POST', '/api/requests', {
      ...{
        link: `http://SITE.example/${count}-known/#top`,
        title: 'By hand',
        slackText: '',
        networks: {},
        editPolicy: 'free',
      },
    });
    serve(item('known'));
    const id = await add({ alsoLast: 5 });
    expect(await read(id)).toMatchObject({ lastRead: { taken: 0 } });
    const [[title]] = (await requests()) as [[string]];
    expect(title).toBe('By hand');
  });

  it('makes no more than its share of a look and of a day, and the rest later', async () => {
    serve(...['e', 'd', 'c', 'b', 'a'].map((name) => item(name)));
    const id = await add({ alsoLast: 5, runCap: 2, dailyCap: 3 });
    expect(await latest(2)).toEqual(['e', 'd']);
    expect(await read(id)).toMatchObject({ lastRead: { taken: 2, held: 3 } });
    await check(id);
    await check(id);
    expect((await latest(3)).toSorted()).toEqual(['c', 'd', 'e']);
    world.clock.advance(24 * hour);
    await check(id);
    expect((await latest(2)).toSorted()).toEqual(['a', 'b']);
  });

  it('lets through what its words let through, also later when they change', async () => {
    serve(item('Jobs at the yard'), item('Weather'));
    const id = await add({ exclude: ['old'] });
    serve(item('old tea'), item('new jobs'), item('tea'), item('Jobs at the yard'), item('Weather'));
    expect((await world.ask('PATCH', `/api/feeds/${id}`, { include: ['JOBS'] })).status).toBe(200);
    await world.work();
    expect(await latest(1)).toEqual(['new jobs']);
    world.clock.advance(1_000);
    await world.ask('PATCH', `/api/feeds/${id}`, { include: [] });
    await world.work();
    expect(await latest(1)).toEqual(['tea']);
    expect(await read(id)).toMatchObject({ lastRead: { filtered: 1 } });
  });

  it('brings the picture along, from the item or else from its page', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    server.set('/p.png', (_request, response) => response.writeHead(200, { 'content-type': 'image/png' }).end(png));
    server.set(
      `${path}-page`,
      status(200, { 'content-type': 'text/html' }, `<title>x</title><meta property="og:image" content="/p.png">`),
    );
    const own = `<item><title>own</title><link>https://site.example/${count}</link><enclosure type="image/png" url="${server.origin}/p.png"/></item>`;
    serve(own, `<item><title>page</title><link>${server.origin}${path}-page</link></item>`);
    await add({ alsoLast: 2, mode: 'review' });
    const waiting = (await items()).slice(0, 2);
    expect(waiting.map(({ pictureUrl }) => pictureUrl)).toEqual([
      expect.stringContaining('/media/'),
      expect.any(String),
    ]);
    expect((await world.visit(new URL(String(waiting[0]?.pictureUrl)).pathname)).status).toBe(200);
  });
});

describe('a feed that sends by itself', () => {
  it('sends to its channel', async () => {
    serve(item('sent'));
    await add({ mode: 'send', channelId: 'C1', alsoLast: 1 });
    await world.work();
    expect((await requests())[0]).toEqual(['sent', 'open']);
    expect(world.slack.team('T1').messages.at(-1)?.text).toContain('sent');
  });

  it('sends to several channels, and follows a topic to those that it has', async () => {
    for (const id of ['CF1', 'CF2', 'CF3', 'CF4']) world.slack.addChannel('T1', id, `feed-${id}`);
    const wanted = (...channelIds: string[]) => ({ name: 'Boats', kind: 'open', channelIds });
    const topic = String((await world.ask('POST', '/api/topics', wanted('CF3'))).json.id);
    serve();
    const id = await add({ mode: 'send', channelId: 'CF1', moreChannelIds: ['CF2'], topicIds: [topic] });
    const names = ['CF1', 'CF2', 'CF3'].map((one) => ({ id: one, name: `feed-${one}` }));
    expect(await read(id)).toMatchObject({ channel: names[0], channels: names, topicIds: [topic] });
    await world.ask('PUT', `/api/topics/${topic}`, wanted('CF4'));
    expect(await world.ask('DELETE', `/api/topics/${topic}`)).toMatchObject({
      ...{ status: 409, json: { code: 'in_use', detail: expect.stringContaining('One feed sends to this topic') } },
    });
    serve(item('everywhere'));
    await check(id);
    const places = world.slack.team('T1').messages.filter(({ text }) => text.startsWith('everywhere'));
    expect(places.map(({ channel }) => channel)).toEqual(['CF1', 'CF2', 'CF4']);
    const changed = await world.ask('PATCH', `/api/feeds/${id}`, { moreChannelIds: [], topicIds: [] });
    expect(changed.json).toMatchObject({ channels: [{ id: 'CF1', name: 'feed-CF1' }] });
    expect((await world.ask('DELETE', `/api/topics/${topic}`)).status).toBe(204);
  });

  it('may go to a topic alone, and shows a channel’s new name', async () => {
    world.slack.addChannel('T1', 'CF9', 'before');
    const wanted = { name: 'Alone', kind: 'open', channelIds: ['CF9'] };
    const topic = String((await world.ask('POST', '/api/topics', wanted)).json.id);
    serve();
    const id = await add({ mode: 'send', topicIds: [topic] });
    const place = world.slack.team('T1').channels.get('CF9');
    if (place) place.name = 'after';
    const renamed = { type: 'channel_rename', channel: { id: 'CF9', name: 'after', created: 1 } };
    await world.deliver(world.slack.send.event('T1', renamed));
    await world.work();
    expect(await read(id)).toMatchObject({ channelId: null, channels: [{ id: 'CF9', name: 'after' }] });
  });

  it('pings nobody, whatever the feed says', async () => {
    serve(
      item('rude', '<description>&lt;p&gt;Hi &amp;lt;!channel&amp;gt; &amp;lt;@U1&amp;gt;&lt;/p&gt;</description>'),
    );
    await add({ mode: 'send', channelId: 'C1', alsoLast: 1 });
    await world.work();
    const sent = JSON.stringify(world.slack.team('T1').messages.at(-1));
    expect(sent).toContain('&lt;!channel&gt;');
    expect(sent).not.toMatch(/<!channel|<@U1/);
  });

  it('leaves a draft that says why where it can’t', async () => {
    serve(item('unsent', ''));
    await add({
      mode: 'send',
      channelId: 'C1',
      alsoLast: 1,
      template: { title: '{author}', slackText: '', networkText: 'x' },
    });
    expect(await firstRequest()).toMatchObject({
      ...{ state: 'draft', title: '' },
      delivery: { problem: 'Give the request a title.' },
    });
  });

  it('needs a channel and a network', async () => {
    expect(await world.ask('POST', '/api/feeds', body({ mode: 'send', networks: [] }))).toMatchObject({
      ...{ status: 422, json: { fields: { channelId: expect.any(String), networks: expect.any(String) } } },
    });
  });
});

describe('the review queue', () => {
  it('keeps items until a publisher accepts, sends or dismisses them', async () => {
    serve(item('three'), item('two'), item('one'));
    const id = await add({ mode: 'review', alsoLast: 3, channelId: 'C1' });
    expect(await read(id)).toMatchObject({ waiting: 3 });
    const [three, two, one] = (await items()).filter(({ feed }) => (feed as Json).id === id);
    const accepted = await world.ask('POST', `/api/feed-items/${one?.id}/accept`, {});
    expect(accepted.status).toBe(201);
    expect((await world.ask('GET', `/api/requests/${accepted.json.requestId}`)).json).toMatchObject({
      title: 'one',
      state: 'draft',
    });
    expect((await world.ask('POST', `/api/feed-items/${one?.id}/accept`, {})).status).toBe(409);
    const sent = await world.ask('POST', `/api/feed-items/${two?.id}/accept`, { send: true });
    await world.work();
    expect((await world.ask('GET', `/api/requests/${sent.json.requestId}`)).json).toMatchObject({ state: 'open' });
    expect((await world.ask('POST', `/api/feed-items/${three?.id}/dismiss`)).json).toMatchObject({
      state: 'dismissed',
    });
    expect(await read(id)).toMatchObject({ waiting: 0 });
    expect((await items('aside')).map(({ id: aside }) => aside)).toContain(three?.id);
    expect((await world.ask('POST', `/api/feed-items/${three?.id}/restore`)).json).toMatchObject({ state: 'waiting' });
    expect(await read(id)).toMatchObject({ waiting: 1 });
  });

  it('accepts nothing that can’t be sent when it is to be sent', async () => {
    serve(item('no channel'));
    await add({ mode: 'review', alsoLast: 1 });
    const [first] = await items();
    const before = await requests();
    expect(await world.ask('POST', `/api/feed-items/${first?.id}/accept`, { send: true })).toMatchObject({
      ...{ status: 422, json: { code: 'not_ready', fields: { channelId: expect.any(String) } } },
    });
    expect(await requests()).toEqual(before);
    expect((await items())[0]).toMatchObject({ id: first?.id, state: 'waiting' });
  });

  it('is emptied at once, of one feed or of all', async () => {
    serve(item('a'), item('b'));
    const id = await add({ mode: 'review', alsoLast: 2 });
    expect((await world.ask('POST', '/api/feed-items/dismiss', { feed: id })).json).toEqual({ dismissed: 2 });
    expect((await items()).length).toBeGreaterThan(0);
    await world.ask('POST', '/api/feed-items/dismiss', {});
    expect(await items()).toEqual([]);
  });

  it('lets go of what waited for too long, which can be brought back', async () => {
    serve(item('late'));
    const id = await add({ mode: 'review', alsoLast: 1, endAfterDays: 2 });
    world.clock.advance(49 * hour);
    expect(await read(id)).toMatchObject({ waiting: 0 });
    const [late] = await items('aside');
    expect(late).toMatchObject({ title: 'late', state: 'expired' });
    await world.ask('POST', `/api/feed-items/${late?.id}/restore`);
    expect(await read(id)).toMatchObject({ waiting: 1 });
  });
});

describe('a broken feed', () => {
  it('says what is wrong, is asked ever more seldom, and after three days it is said aloud, once', async () => {
    server.set(path, status(500));
    const id = await add();
    const { problem, failures, nextCheckAt } = await read(id);
    expect({ problem, failures }).toMatchObject({ problem: { code: 'status_500' }, failures: 1 });
    expect(Date.parse(String(nextCheckAt)) - world.clock.now().getTime()).toBe(2 * hour);
    for (let day = 1; day <= 5; day += 1) {
      world.clock.advance(24 * hour);
      await check(id);
    }
    expect(await read(id)).toMatchObject({ failing: true, failures: 6 });
    const warnings = world.log.lines.filter(
      ({ fields }) => fields.event === 'share.feed_failing' && fields.feedId === id,
    );
    expect(warnings.length).toBe(1);
    expect(await told()).toEqual([`The feed “Feed ${count}” has brought nothing for three days`]);
    serve();
    expect(await check(id)).toMatchObject({ failing: false, failures: 0, problem: null });
  });

  it('is left alone for as long as its server wishes', async () => {
    server.set(path, status(429, { 'retry-after': '172800' }));
    const { nextCheckAt } = await read(await add());
    expect(Date.parse(String(nextCheckAt)) - world.clock.now().getTime()).toBe(48 * hour);
  });

  it('that is gone for good is switched off, until somebody switches it on', async () => {
    server.set(path, status(410));
    const id = await add();
    expect(await read(id)).toMatchObject({ state: 'off', problem: { code: 'status_410' } });
    expect(await told()).toEqual([`The feed “Feed ${count}” is gone and was switched off`]);
    expect((await act(id, 'check')).status).toBe(409);
    serve();
    await act(id, 'resume');
    await world.work();
    expect(await read(id)).toMatchObject({ state: 'on', problem: null, lastRead: { items: 0 } });
  });

  it('that has moved for good is followed, and says so', async () => {
    server.set(path, status(301, { location: `${path}-there` }));
    server.set(`${path}-there`, rss(''));
    expect(await read(await add())).toMatchObject({
      ...{ url: `${server.origin}${path}-there`, movedFrom: `${server.origin}${path}` },
    });
  });

  it('asks by what it knows, except while items are held back', async () => {
    const etag = { etag: '"1"', 'content-type': 'application/rss+xml' };
    server.set(path, status(200, etag, rss(item('b') + item('a'))));
    const id = await add({ alsoLast: 2, runCap: 1 });
    await check(id);
    expect(server.asked.at(-1)?.headers['if-none-match']).toBeUndefined();
    server.set(path, status(304));
    expect(await check(id)).toMatchObject({ problem: null, failures: 0 });
    expect(server.asked.at(-1)?.headers['if-none-match']).toBe('"1"');
  });
});

describe('the clock', () => {
  const looks = () => server.asked.filter((one) => one.path === path).length;
  const tick = async () => {
    await world.app.jobs.runDue({ future: true });
    await world.work();
  };

  it('looks at a feed when its time has come, not while it is paused or deleted', async () => {
    serve(item('a'));
    const id = await add({ intervalMinutes: 30 });
    const first = looks();
    world.clock.advance(10 * 60_000);
    await tick();
    expect(looks()).toBe(first);
    world.clock.advance(20 * 60_000);
    await act(id, 'pause');
    await tick();
    expect(looks()).toBe(first);
    await act(id, 'resume');
    await world.work();
    expect(looks()).toBe(first + 1);
    expect((await world.ask('DELETE', `/api/feeds/${id}`)).status).toBe(204);
    expect((await world.ask('GET', `/api/feeds/${id}`)).status).toBe(404);
    expect((await act(id, 'restore')).status).toBe(200);
    expect(await read(id)).toMatchObject({ state: 'on' });
  });

  it('two looks at once make one: whoever comes second finds it taken', async () => {
    serve(item('single'));
    const id = await add();
    serve(item('double'), item('single'));
    let hold: (() => void) | undefined;
    const held = new Promise<void>((resolve) => {
      hold = resolve;
    });
    server.set(path, (_request, response) => {
      void held.then(() => response.writeHead(200).end(rss(item('double') + item('single'))));
    });
    const before = looks();
    await act(id, 'check');
    const running = world.work();
    while (looks() === before) await new Promise((resolve) => setTimeout(resolve, 5));
    await act(id, 'check');
    await world.app.jobs.runDue();
    expect(looks()).toBe(before + 1);
    hold?.();
    await running;
    expect((await latest(2)).filter((title) => title === 'double')).toEqual(['double']);
  });

  it('a feed that is paused while it is read brings nothing', async () => {
    serve(item('a'));
    const id = await add();
    server.set(path, (_request, response) => {
      void act(id, 'pause').then(() => response.writeHead(200).end(rss(item('too late'))));
    });
    const before = await requests();
    await check(id);
    expect(await requests()).toEqual(before);
  });
});
