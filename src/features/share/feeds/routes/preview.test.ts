import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, type Json, openAppWorld } from '../../../../../test/support/app-world.ts';
import { type FeedServer, openFeedServer, status } from '../feed-server.fixture.ts';
import { rss, rssItem } from '../samples.fixture.ts';

let server: FeedServer;
let world: AppWorld;
beforeAll(async () => {
  server = await openFeedServer();
  world = await openAppWorld(null, { egressAllow: [server.hostPort], limitFactor: 1_000 });
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

const item = (name: string, more = '') => rssItem(name, more).replace(/<title>.*<\/title>/, `<title>${name}</title>`);
const feed = () => ({ name: 'Harbour news', url: `${server.origin}/news`, mode: 'draft' });

describe('before a feed is added', () => {
  it('its items and what would be made of them are shown', async () => {
    const words = item('b', '<description>Words</description>');
    server.set('/news', rss(`${words}${item('a')}<item><title>no link</title></item>`));
    const { json } = await world.ask('POST', '/api/feeds/preview', { ...feed(), name: '', networks: ['bluesky'] });
    expect(json).toMatchObject({
      ...{ kind: 'feed', title: 'Feed', format: 'rss', items: 3, withoutLink: 1, filtered: 0, cut: false },
      newest: [
        { title: 'b', made: { title: 'b', slackText: 'Words', networks: [{ network: 'bluesky', text: 'b' }] } },
        { title: 'a' },
      ],
    });
  });

  it('a page offers its feeds, and what is neither is refused at its field', async () => {
    const page = '<html><link rel="alternate" type="application/atom+xml" title="A" href="/a"></html>';
    server.set('/news', status(200, {}, page));
    expect((await world.ask('POST', '/api/feeds/preview', feed())).json).toMatchObject({
      ...{ kind: 'page', feeds: [{ url: `${server.origin}/a`, title: 'A' }] },
    });
    const inside = { ...feed(), url: 'http://127.0.0.1/feed' };
    expect(await world.ask('POST', '/api/feeds/preview', inside)).toMatchObject({
      ...{ status: 422, json: { code: 'feed_private_address', fields: { url: expect.stringMatching(/private/) } } },
    });
  });

  it.each([
    ['a title of unknown parts', { template: { title: '{titel}', slackText: '', networkText: '' } }, 'template.title'],
    ['a parameter of unknown parts', { utm: { source: '{title}' } }, 'utm.source'],
    ['five minutes', { intervalMinutes: 5 }, 'intervalMinutes'],
    ['no name', { name: ' ' }, 'name'],
    ['a script', { url: 'javascript:alert(1)' }, 'url'],
  ])('%s is refused', async (_, more, field) => {
    const refused = await world.ask('POST', '/api/feeds', { ...feed(), ...more });
    expect(refused).toMatchObject({ status: 422, json: { code: 'invalid' } });
    expect(Object.keys(refused.json.fields as Json)).toEqual([field]);
  });
});
