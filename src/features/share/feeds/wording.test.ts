import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FeedItem } from './item.ts';
import { filled, filledParameter, fitted, unknownPlaceholder } from './wording.ts';

const item: FeedItem = {
  ...{ guid: null, link: 'https://site.example/a', title: 'A {link} title', description: 'Words $& words', author: '' },
  ...{ categories: ['Boats', 'Wood'], publishedAt: null, pictureUrl: null },
};

describe('a template', () => {
  it('has an item’s parts in their places, which are not places themselves', () => {
    expect(filled('{title}: {description} ({categories}) {link}', item)).toBe(
      'A {link} title: Words $& words (Boats, Wood) https://site.example/a',
    );
  });

  it('leaves no gaps where a part is empty, and other braces as they are', () => {
    expect(filled('{title}\n\n{author}\n\n{x} {constructor}', item)).toBe('A {link} title\n\n{x} {constructor}');
  });

  it('is looked through for what is no part of an item', () => {
    expect(unknownPlaceholder('{title} {Link} {x}')).toBe('Link');
    expect(unknownPlaceholder('{title} { not } {}')).toBeNull();
    expect(unknownPlaceholder('{feed}', ['feed'])).toBeNull();
  });

  it('of a campaign parameter knows the feed', () => {
    expect(filledParameter('rss-{feed}', 'News')).toBe('rss-News');
    expect(filledParameter('{feed}', 'x'.repeat(300)).length).toBe(200);
  });
});

describe('a text that is too long', () => {
  const within = (most: number) => (text: string) => [...text].length <= most;

  it('is cut at a word where there is one', () => {
    expect(fitted('one two three', within(20))).toBe('one two three');
    expect(fitted('one two three', within(10))).toBe('one two…');
    expect(fitted('x'.repeat(50), within(10))).toBe(`${'x'.repeat(9)}…`);
  });

  it('always fits, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 1, max: 60 }), (text, most) => {
        expect(within(most)(fitted(text, within(most)))).toBe(true);
      }),
    );
  });
});
