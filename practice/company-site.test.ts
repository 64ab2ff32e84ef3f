import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { articles } from './company-articles.ts';
import { createCompanySite } from './company-site.ts';

describe('the company’s web site', () => {
  const site = createCompanySite('http://localhost:4300');

  it.each(articles.map((each) => each.path))(
    'has a title, a description and a picture for previews: %s',
    async (path) => {
      const html = await (await site.request(path)).text();
      for (const property of ['og:title', 'og:description', 'og:site_name']) {
        expect(html).toMatch(new RegExp(`<meta property="${property}" content="[^"]{5,}">`));
      }
      expect(html).toContain(`<meta property="og:image" content="http://localhost:4300${path}/picture.png">`);
      const picture = await site.request(`${path}/picture.png`);
      const bytes = Buffer.from(await picture.arrayBuffer());
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
      // Bluesky takes card pictures up to 1,000,000 bytes.
      expect(bytes.length).toBeLessThan(1_000_000);
    },
  );

  it('leads from its front page to all of them', async () => {
    const html = await (await site.request('/')).text();
    for (const { path } of articles) expect(html).toContain(`href="${path}"`);
  });

  it('has a feed of them all, the latest first, that its pages name', async () => {
    const front = await (await site.request('/')).text();
    expect(front).toContain('<link rel="alternate" type="application/rss+xml" title="');
    const feed = await (await site.request('/feed.xml')).text();
    const all = (name: string) =>
      [...feed.matchAll(new RegExp(`<${name}>([^<]+)</${name}>`, 'g'))].map((found) => found[1]);
    expect(all('guid')).toEqual(articles.map(({ path }) => `http://localhost:4300${path}`));
    const dates = all('pubDate').map((text) => Date.parse(text ?? ''));
    expect(dates).toEqual(dates.toSorted((left, right) => right - left));
  });
});
