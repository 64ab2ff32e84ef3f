import { expect, it } from 'vitest';
import { countForBluesky } from './bluesky-count.ts';
import { wholePost } from './whole-post.ts';

const link = 'https://go.example/abcdefghjkmn';

it('puts the link under the words, and counts it', () => {
  expect(wholePost('We sail!', link)).toBe(`We sail!\n\n${link}`);
  expect(countForBluesky(wholePost('We sail!', link)).remaining).toBe(300 - 8 - 2 - link.length);
});

it('adds nothing to words that hold it, to none at all, and before the link is known', () => {
  expect(wholePost(`See ${link}`, link)).toBe(`See ${link}`);
  expect(wholePost('  ', link)).toBe('  ');
  expect(wholePost('We sail!', undefined)).toBe('We sail!');
});
