import { describe, expect, it } from 'vitest';
import { canonicalAddress, keysOf } from './address.ts';
import type { FeedItem } from './item.ts';

describe('one page', () => {
  it.each([
    'https://site.example/a',
    'https://site.example/a/',
    'http://site.example/a',
    'http://SITE.example:80/a#part',
    'https://site.example:443/a?utm_source=rss&utm_medium=x&fbclid=1',
    'https://site.example./a?',
    'https://site.example/./b/../a',
  ])('is the same as %s', (address) => expect(canonicalAddress(address)).toBe('https://site.example/a'));

  it('is the same whatever the order of its parameters', () => {
    expect(canonicalAddress('https://site.example/?b=2&a=1')).toBe(canonicalAddress('http://site.example?a=1&b=2'));
  });

  it.each([
    'https://site.example/A',
    'https://site.example/a?id=1',
    'https://www.site.example/a',
    'https://site.example:8443/a',
  ])('is another than %s', (address) => expect(canonicalAddress(address)).not.toBe('https://site.example/a'));
});

describe('what an item is remembered by', () => {
  const item = (guid: string | null, link: string | null): FeedItem => ({
    ...{ guid, link, title: '', description: '', author: '', categories: [], publishedAt: null, pictureUrl: null },
  });

  it('is its page and its name, of one length however long they are', () => {
    const keys = keysOf('f1', item('x'.repeat(1_000_000), 'https://site.example/a'));
    expect(keys.map((key) => key.length)).toEqual([43, 43]);
    expect(keysOf('f2', item(null, 'http://site.example/a/'))).toEqual([keys[0]]);
    expect(keysOf('f1', item(null, null))).toEqual([]);
  });

  it('counts in every feed for names of the world, in its own feed for numbers', () => {
    const nameIn = (feed: string, guid: string) => keysOf(feed, item(guid, null))[0];
    expect(nameIn('f1', 'tag:site.example,2026:1')).toBe(nameIn('f2', 'tag:site.example,2026:1'));
    expect(nameIn('f1', '17')).not.toBe(nameIn('f2', '17'));
  });
});
