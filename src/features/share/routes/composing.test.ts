import type { RequestListener } from 'node:http';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, draft, type Json, openAppWorld } from '../../../../test/support/app-world.ts';
import { type LocalServer, listenHttp } from '../../../../test/support/local-server.ts';
import { judgeBlocks } from '../../../../test/support/slack-fake/block-rules.ts';
import { type Block, checkBlocks } from '../../../platform/slack/index.ts';

let pages: LocalServer;
let world: AppWorld;

const color = { r: 12, g: 120, b: 130 };
const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: color } })
  .png()
  .toBuffer();
const head = (title: string, more = '') => `<!doctype html><html><head><title>${title}</title>${more}</head>`;
const html = { 'content-type': 'text/html; charset=utf-8' };
const ogImage = (path: string) => `<meta property="og:image" content="${path}">`;

/** Pages that a publisher may come upon. */
const answers: Readonly<Record<string, RequestListener>> = {
  '/page': (_, response) => {
    const description = '<meta property="og:description" content="A new &lt;harbour&gt;">';
    const site = '<meta property="og:site_name" content="Harbour">';
    response.writeHead(200, html).end(`${head('We open in Porto', description + site + ogImage('/picture.png'))}<p>Hi`);
  },
  '/picture.png': (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end(picture),
  '/bad-picture': (_, response) => response.writeHead(200, html).end(head('Broken', ogImage('/page'))),
  '/private-picture': (_, response) =>
    response.writeHead(200, html).end(head('Sly', ogImage('http://169.254.169.254/latest/meta-data'))),
  '/huge': (_, response) => {
    response.writeHead(200, html).write(head('Twenty megabytes'));
    for (let part = 0; part < 20; part += 1) response.write('x'.repeat(1024 * 1024));
    response.end();
  },
  '/huge-head': (_, response) => {
    response.writeHead(200, html).write('<!doctype html><html><head><!--');
    for (let part = 0; part < 20; part += 1) response.write('x'.repeat(1024 * 1024));
    response.end('--><title>At the very end</title></head>');
  },
  '/pdf': (_, response) => response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7'),
  '/untitled': (_, response) => response.writeHead(200, html).end('<p>no head at all'),
  '/gone': (_, response) => response.writeHead(404, html).end(head('Not found')),
  '/inside': (_, response) => response.writeHead(302, { location: 'http://10.0.0.1/admin' }).end(),
  '/round': (_, response) => response.writeHead(302, { location: '/round' }).end(),
  '/slow': () => undefined,
};

beforeAll(async () => {
  pages = await listenHttp((request, response) => {
    const answer = answers[request.url ?? ''];
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  });
  world = await openAppWorld(null, { egressAllow: [pages.hostPort] });
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await pages[Symbol.asyncDispose]();
});

const preview = (url: string) => world.ask('POST', '/api/previews', { url });

describe('a mention of a page on LinkedIn', () => {
  it('is shown and counted as the name, there and everywhere', async () => {
    const rendered = async (text: string) => {
      const variants = [text];
      const networks = { linkedin: { variants }, x: { variants }, bluesky: { variants } };
      return (await world.ask('POST', '/api/requests/render', { ...draft, networks })).json.networks as Json;
    };
    const shown = (networks: Json) =>
      Object.values(networks).map((posts) => (posts as Json[]).map(({ text, remaining }) => ({ text, remaining })));
    const [mentioned, named] = [
      await rendered('Built by @[Harbour & Pine](urn:li:organization:7)!'),
      await rendered('Built by Harbour & Pine!'),
    ];
    expect(shown(mentioned)).toEqual(shown(named));
  });
});

describe('a preview', () => {
  it('shows what the page says of itself, with its picture kept here', async () => {
    const { status, json } = await preview(`${pages.origin}/page`);
    expect(status).toBe(200);
    const shown = json.preview as Json;
    expect(shown).toMatchObject({
      ...{
        url: `${pages.origin}/page`,
        title: 'We open in Porto',
        description: 'A new <harbour>',
        siteName: 'Harbour',
      },
      pictureProblem: null,
    });
    const media = await world.visit(new URL(String(shown.pictureUrl)).pathname);
    expect(media.status).toBe(200);
    expect(await sharp(Buffer.from(await media.arrayBuffer())).metadata()).toMatchObject({ width: 40, height: 30 });
  });

  it('of a page of 20 MB is read from its beginning', async () => {
    expect(await preview(`${pages.origin}/huge`)).toMatchObject({
      ...{ status: 200 },
      json: { preview: { title: 'Twenty megabytes', pictureId: null } },
    });
  });

  it.each(['/bad-picture', '/private-picture'])('without a usable picture says why (%s)', async (path) => {
    const { status, json } = await preview(`${pages.origin}${path}`);
    expect(status).toBe(200);
    expect(json.preview).toMatchObject({ pictureId: null, pictureUrl: null });
    expect(String((json.preview as Json).pictureProblem)).toMatch(/^[A-Z].*\.$/);
  });

  it.each([
    ['/huge-head', 'preview_too_large', 'The answer is too large to be read.'],
    ['/pdf', 'preview_not_html', 'The address does not lead to a web page.'],
    ['/untitled', 'preview_no_title', 'The page does not say what it is about. Type a title and description yourself.'],
    ['/gone', 'preview_status', 'The server answered that the page is not available to us.'],
    ['/round', 'preview_too_many_redirects', 'The address redirects too many times.'],
    ['/slow', 'preview_timeout', 'The server took too long to answer.'],
    [
      '/inside',
      'preview_private_address',
      'This address leads into a private or reserved network, which is never opened from here.',
    ],
  ])('of %s is refused with a sentence', async (path, code, sentence) => {
    const answer = await preview(`${pages.origin}${path}`);
    expect(answer).toMatchObject({ status: 422, json: { code, detail: sentence, fields: { link: sentence } } });
  });

  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://127.0.0.1./',
    'http://①②⑦.0.0.1/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[fd00::1]/',
    'http://0.0.0.0/',
    'https://localhost/',
    'http://10.1.2.3/',
  ])('never opens %s', async (url) => {
    const answer = await preview(url);
    expect(answer.status).toBe(422);
    expect(answer.json.code).toMatch(/^preview_(private_address|dns)$/);
  });

  it.each([
    ['http://127.0.0.1:22/', /^preview_(port|private_address)$/],
    ['ftp://harbour.example/', /^preview_not_http$/],
    ['javascript:alert(1)', /^preview_(not_http|bad_url)$/],
    ['file:///etc/passwd', /^preview_(not_http|bad_url)$/],
    ['http://user:secret@harbour.example/', /^preview_credentials$/],
    ['harbour', /^preview_bad_url$/],
    ['http://', /^preview_bad_url$/],
    ['', /^invalid$/],
    ['   ', /^invalid$/],
    [`https://x.example/${'y'.repeat(2_000)}`, /^invalid$/],
  ])('of %j is refused', async (url, code) => {
    const answer = await preview(url);
    expect(answer.status).toBe(422);
    expect(answer.json.code).toMatch(code);
    expect(String(answer.json.detail)).toMatch(/\S/);
  });
});

const render = (more: Json) => world.ask('POST', '/api/requests/render', { ...draft, ...more });
const blocksOf = (json: Json) => (json.slack as { blocks: Block[] }).blocks;
interface Post {
  readonly text: string;
  readonly remaining: number;
  readonly limit: number;
  readonly problems: readonly string[];
  readonly card: Json;
}
const postsOf = (json: Json) => (json.networks as { bluesky: Post[] }).bluesky;

describe('the look of a request', () => {
  const long = (character: string, most: number) => character.repeat(Math.floor(most / character.length));
  const worst = (character: string): Json => ({
    link: `https://harbour.example/?${encodeURI(character).repeat(1_900).slice(0, 1_900)}`,
    title: long(character, 150),
    slackText: long(character, 2_500),
    picture: { id: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa', alt: long(character, 1_000) },
    preview: {
      title: long(character, 300),
      description: long(character, 1_000),
      pictureId: 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa',
    },
    endsAt: '2030-01-01T10:00:00Z',
  });

  it.each([
    ['empty', { link: '', title: '', slackText: '', networks: {}, preview: null, channelId: null }],
    ['plain', {}],
    ...['x', '&', '<', '😀', '👩‍👩‍👧‍👦', 'ü', '\u0001', '\u202e', '"', '\n', '\t', '*', '`', '\\'].map(
      (character) => [`all ${JSON.stringify(character)}`, worst(character)] as [string, Json],
    ),
  ])('is a message that Slack takes: %s', async (_, more) => {
    const { status, json } = await render(more);
    expect(status).toBe(200);
    const blocks = blocksOf(json);
    expect(checkBlocks(blocks)).toEqual([]);
    expect(judgeBlocks(JSON.parse(JSON.stringify(blocks)), 50)).toEqual([]);
  });

  it('lets no words work as Slack’s own signs', async () => {
    const { json } = await render({
      slackText: '<!channel> <@U1> <https://evil.example|bank> & co',
      preview: { title: 'a>b|c', description: '<!here>', pictureId: null },
    });
    const text = JSON.stringify(blocksOf(json));
    expect(text).not.toMatch(/<!|<@|<https:\/\/evil/);
    expect(text).toContain('&lt;!channel&gt; &lt;@U1&gt;');
    expect(text).toContain('&amp; co');
  });

  it('counts what is left of each text with its link, in the network’s own units', async () => {
    const variants = ['', 'x', '👩‍👩‍👧‍👦', 'é'.normalize('NFD'), 'x'.repeat(250)];
    const { json } = await render({ networks: { bluesky: { variants } } });
    const posts = postsOf(json);
    const withLink = 2 + String(json.sampleLink).length;
    expect(posts.map(({ limit }) => limit)).toEqual(variants.map(() => 300));
    expect(posts.map(({ remaining }) => remaining)).toEqual([
      300 - String(json.sampleLink).length,
      ...[1, 1, 1, 250].map((graphemes) => 300 - graphemes - withLink),
    ]);
    expect(posts[1]).toMatchObject({
      text: 'x\n\nhttp://localhost:3000/l/…',
      problems: [],
      card: { title: 'Porto', description: 'A new harbour', url: 'http://localhost:3000/l/…', pictureUrl: null },
    });
  });

  it('says what the network would refuse, for the variant that it is', async () => {
    const { json } = await render({
      networks: { bluesky: { variants: ['fine', 'x'.repeat(301), '😀'.repeat(1_500)] } },
    });
    const [fine, long, emoji] = postsOf(json);
    expect(fine?.problems).toEqual([]);
    for (const post of [long, emoji]) {
      expect(post?.remaining).toBeLessThan(0);
      expect(post?.problems.length).toBeGreaterThan(0);
      for (const sentence of post?.problems ?? []) expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('shows the request’s own picture in place of the page’s', async () => {
    const own = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa';
    const page = 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb';
    const preview = { title: 'Porto', description: '', pictureId: page };
    const both = await render({ picture: { id: own, alt: 'A quay' }, preview });
    expect(postsOf(both.json)[0]?.card).toMatchObject({ pictureUrl: `http://localhost:3000/media/${own}` });
    const one = await render({ preview });
    expect(postsOf(one.json)[0]?.card).toMatchObject({ pictureUrl: `http://localhost:3000/media/${page}` });
  });

  it('leaves nothing behind', async () => {
    const before = (await world.ask('GET', '/api/requests')).json.total;
    await render({});
    expect((await world.ask('GET', '/api/requests')).json.total).toBe(before);
  });
});
