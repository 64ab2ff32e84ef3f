import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import { randomId } from '../../platform/clock/index.ts';
import type { OrgId } from '../../platform/db/index.ts';
import { cardPage } from './card.ts';
import type { LinkDraft, ShortLink } from './link.ts';
import { openSite, type Site } from './redirect.fixture.ts';
import { setEnding } from './store.ts';

/** What a link shows to crawlers, where it leads once it has ended, and how those who ask are counted. */
let world: World;
let site: Site;
beforeAll(async () => {
  world = await openWorld();
  site = await openSite(world);
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

const target = 'https://harbour.example/porto?utm_source=coact&a=1';
const card = { title: 'We open in Porto', description: 'A harbour', pictureUrl: 'https://coact.test/media/1' };
const facebook = { 'user-agent': 'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)' };
let org: OrgId;
let link: ShortLink;
const create = (more: Partial<LinkDraft> = {}) =>
  world.db.inOrg(org, (tx) =>
    site.links.create(tx, { requestId: randomId(), network: 'facebook', variant: 0, target, card, ...more }),
  );
beforeEach(async () => {
  org = world.newOrgId();
  link = await create();
});

const counted = async () => {
  await site.links.flush();
  const totals = await world.db.inOrg(org, (tx) => site.links.totals(tx, {}));
  return totals.get(link.requestId) ?? { total: 0, unique: 0, robots: 0 };
};

describe('a program that draws cards', () => {
  it('gets the publisher’s card, under the short address, and is counted as a robot', async () => {
    const answer = await site.ask(link.url, facebook);
    expect(answer.status).toBe(200);
    for (const tag of [
      '<meta property="og:title" content="We open in Porto">',
      '<meta property="og:description" content="A harbour">',
      '<meta property="og:image" content="https://coact.test/media/1">',
      `<meta property="og:url" content="${link.url}">`,
      `<link rel="canonical" href="${link.url}">`,
      '<meta name="twitter:card" content="summary_large_image">',
    ]) {
      expect(answer.body).toContain(tag);
    }
    expect(answer.body).toContain('content="0; url=https://harbour.example/porto?utm_source=coact&amp;a=1"');
    expect(answer.headers).toMatchObject({ vary: 'user-agent', 'cache-control': 'private, max-age=300' });
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
    expect(await counted()).toEqual({ total: 0, unique: 0, robots: 1 });
  });

  it('gets the same without its body for HEAD, uncounted', async () => {
    const [get, head] = [await site.ask(link.url, facebook), await site.ask(link.url, facebook, 'HEAD')];
    expect([head.status, head.body]).toEqual([200, '']);
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
    expect((await counted()).robots).toBe(1);
  });

  it.each([
    'LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient +http://www.linkedin.com)',
    'Twitterbot/1.0',
    'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
    'Mastodon/4.3.0 (http.rb/5.2.0; +https://mastodon.social/) Bot',
    'Mozilla/5.0 (compatible; Bluesky Cardyb/1.1; +mailto:support@bsky.app)',
    'WhatsApp/2.23.20.0 A',
    'TelegramBot (like TwitterBot)',
    'Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)',
    'Mozilla/5.0 (Macintosh) AppleWebKit/601.2.4 Safari/601.2.4 facebookexternalhit/1.1 Facebot Twitterbot/1.0',
  ])('is known as %s', async (agent) => {
    expect((await site.ask(link.url, { 'user-agent': agent })).status).toBe(200);
    expect(await counted()).toMatchObject({ total: 0, robots: 1 });
  });

  it('is redirected where the publisher gave no card', async () => {
    const bare = await create({ card: null });
    expect(await site.ask(bare.url, facebook)).toMatchObject({ status: 302, headers: { location: target } });
  });

  it('sees a changed card with the commit', async () => {
    await create({ requestId: link.requestId, card: { ...card, title: 'We open in Lisbon' } });
    expect((await site.ask(link.url, facebook)).body).toContain('We open in Lisbon');
  });
});

describe('everybody else', () => {
  it.each([
    ['a browser', {}],
    ['an app in which people read', { 'user-agent': 'Mozilla/5.0 (iPhone) Mobile/15E148 [FBAN/FBIOS;FBAV/440.0]' }],
    ['LinkedIn’s app', { 'user-agent': 'Mozilla/5.0 (iPhone) Mobile/15E148 [LinkedInApp]' }],
  ])('is led to the page, swiftly: %s', async (_name, headers) => {
    const before = site.swift;
    expect(await site.ask(link.url, headers)).toMatchObject({ status: 302, body: '', headers: { location: target } });
    expect(site.swift).toBe(before + 1);
    expect(await counted()).toEqual({ total: 1, unique: 1, robots: 0 });
  });

  it('is led to the page though it is a robot, when it searches and draws no cards', async () => {
    const agent = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
    expect((await site.ask(link.url, { 'user-agent': agent })).headers.location).toBe(target);
    expect(await counted()).toEqual({ total: 0, unique: 0, robots: 1 });
  });

  it.each<Record<string, string>>([
    { 'sec-purpose': 'prefetch' },
    { 'sec-purpose': 'prefetch;anonymous-client-ip' },
    { purpose: 'preview' },
    { 'x-purpose': 'preview' },
    { 'x-moz': 'prefetch' },
    { 'user-agent': ' ' },
  ])('is no click while nobody has clicked: %j', async (headers) => {
    expect((await site.ask(link.url, headers)).status).toBe(302);
    expect(await counted()).toEqual({ total: 0, unique: 0, robots: 1 });
  });
});

describe('a scanned QR code', () => {
  it('leads where the link does, without its mark, and is an origin of its own', async () => {
    const answer = await site.ask(`${link.url}?q`, { referer: 'https://www.linkedin.com/' });
    expect(answer).toMatchObject({ status: 302, headers: { location: target } });
    await counted();
    const origins = await world.db.inOrg(org, (tx) => site.links.origins(tx, {}));
    expect(origins.filter(({ kind }) => kind === 'referrer')).toEqual([{ kind: 'referrer', name: 'qr', total: 1 }]);
  });
});

/** A change is told to every process, this one too, a moment after the commit. */
const soon = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 30_000, interval: 20 });

describe('a link that has ended', () => {
  const end = (targetAfter: string | null) =>
    world.db.inOrg(org, (tx) =>
      setEnding(tx, [link.id], { endsAt: world.clock.now(), targetAfter, now: world.clock.now() }),
    );

  it('leads elsewhere where its publisher said so, crawlers too, and counts no more', async () => {
    await end('https://harbour.example/over');
    await soon(async () => (await site.ask(link.url)).headers.location).toBe('https://harbour.example/over');
    const before = await counted();
    expect((await site.ask(link.url, facebook)).headers.location).toBe('https://harbour.example/over');
    expect((await site.ask(`${link.url}?q`)).headers.location).toBe('https://harbour.example/over');
    expect(await counted()).toEqual(before);
  });

  it('says so otherwise, and works again when its end is taken back', async () => {
    await end(null);
    await soon(async () => (await site.ask(link.url)).status).toBe(410);
    expect((await site.ask(link.url, facebook)).body).toContain('This link has ended');
    await create({ requestId: link.requestId, endsAt: null });
    expect((await site.ask(link.url)).status).toBe(302);
  });

  it('stays ended when its request is written anew without a word of an end', async () => {
    await end(null);
    expect((await create({ requestId: link.requestId })).endsAt).toEqual(world.clock.now());
  });
});

describe('the page of a card', () => {
  it('says what was written and runs nothing of it', () => {
    const evil = '"><script>alert(1)</script>';
    const page = cardPage(
      { title: evil, description: evil, pictureUrl: null },
      'https://go.coact.test/a?"><script>',
      'https://harbour.example/?x=%22%3E&y=\'1"',
    );
    expect(page).not.toContain('<script');
    expect(page.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(5);
    expect(page).toContain('<meta name="twitter:card" content="summary">');
    expect(page).not.toContain('og:image');
  });

  it('shows no picture from anywhere but the web, and none without a title', async () => {
    const odd = await create({ card: { ...card, pictureUrl: 'javascript:alert(1)' } });
    expect((await site.ask(odd.url, facebook)).body).not.toContain('javascript');
    const untitled = await create({ card: { ...card, title: ' ' } });
    expect((await site.ask(untitled.url, facebook)).status).toBe(302);
  });
});
