import { expect, it } from 'vitest';
import { rss, rssItem } from '../samples.fixture.ts';
import { readFeed } from './read-feed.ts';

const order = (text: string) => ({
  bytes: Uint8Array.from(Buffer.from(text)),
  contentType: 'application/rss+xml',
  address: 'https://site.example/feed',
  cut: false,
});

it('a feed is read in a thread, its dates as dates', async () => {
  const reading = await readFeed(order(rss(rssItem(1, '<pubDate>Fri, 20 Nov 2026 09:00:00 GMT</pubDate>'))));
  expect(reading).toMatchObject({ items: [{ title: 'Item 1', publishedAt: new Date('2026-11-20T09:00:00Z') }] });
});

it('one that keeps the reader busy for too long is given up, and the process goes on meanwhile', async () => {
  const attributes = Array.from({ length: 400_000 }, (_, at) => `a${at}="x"`).join(' ');
  let ticks = 0;
  const ticking = setInterval(() => {
    ticks += 1;
  }, 10);
  const reading = await readFeed(order(rss(`<item ${attributes}><title>x</title></item>`)), 300);
  clearInterval(ticking);
  expect(reading).toEqual({ kind: 'unreadable', reason: 'too_slow' });
  expect(ticks).toBeGreaterThan(3);
});
