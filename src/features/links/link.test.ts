import { describe, expect, it } from 'vitest';
import { isSlug, newSlug, safeTarget } from './link.ts';
import { withUtm } from './utm.ts';

describe('newSlug', () => {
  it('makes slugs of at least 64 bits without letters that look alike', () => {
    const slugs = Array.from({ length: 5_000 }, newSlug);
    expect(new Set(slugs).size).toBe(5_000);
    const letters = new Set(slugs.join(''));
    expect([...letters].filter((letter) => '0Oo1lI'.includes(letter))).toEqual([]);
    expect(Math.log2(letters.size) * 12).toBeGreaterThan(64);
    expect(slugs.every(isSlug)).toBe(true);
  });
});

describe('safeTarget', () => {
  it.each([
    ['https://example.com', 'https://example.com/'],
    ['HTTP://Example.com/ä b?c=%20#d', 'http://example.com/%C3%A4%20b?c=%20#d'],
    ['https://example.com/\r\nset-cookie: a=b', 'https://example.com/set-cookie:%20a=b'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['//example.com', null],
    ['https://user@example.com/', null],
    [`https://example.com/${'a'.repeat(5_000)}`, null],
    ['', null],
  ])('%j → %j', (address, target) => expect(safeTarget(address)).toBe(target));
});

describe('withUtm', () => {
  it('adds what is given and keeps the rest of the address', () => {
    expect(withUtm('https://example.com/a?x=1#top', { source: 'coact', medium: 'social', campaign: '' })).toBe(
      'https://example.com/a?x=1&utm_source=coact&utm_medium=social#top',
    );
  });

  it('replaces a parameter that is there and encodes what needs it', () => {
    expect(withUtm('https://example.com/?utm_source=x&utm_term=t', { source: ' Größe & mehr ' })).toBe(
      'https://example.com/?utm_source=Gr%C3%B6%C3%9Fe+%26+mehr&utm_term=t',
    );
  });

  it('leaves an address alone when there is nothing to add', () => {
    expect(withUtm('https://example.com/?q=a%20b', {})).toBe('https://example.com/?q=a%20b');
  });
});
