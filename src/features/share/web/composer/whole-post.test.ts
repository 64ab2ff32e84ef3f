import { expect, it } from 'vitest';
import { countForBluesky } from './bluesky-count.ts';
import { wholePost } from './whole-post.ts';

const sampleLink = 'https://go.example/abcdefghjkmn';
const plain = { sampleLink, disclosure: '' };
const advertising = { sampleLink, disclosure: '#ad' };

it('puts the link under the words, and counts it', () => {
  expect(wholePost('We sail!', plain)).toBe(`We sail!\n\n${sampleLink}`);
  expect(countForBluesky(wholePost('We sail!', plain)).remaining).toBe(300 - 8 - 2 - sampleLink.length);
});

it('adds nothing to words that hold it, to none at all, and before the link is known', () => {
  expect(wholePost(`See ${sampleLink}`, plain)).toBe(`See ${sampleLink}`);
  expect(wholePost('  ', plain)).toBe('  ');
  expect(wholePost('We sail!', undefined)).toBe('We sail!');
});

it('puts the disclosure between them, once, and counts it', () => {
  expect(wholePost('We sail!', advertising)).toBe(`We sail! #ad\n\n${sampleLink}`);
  expect(wholePost('We sail! #AD', advertising)).toBe(`We sail! #AD\n\n${sampleLink}`);
  expect(countForBluesky(wholePost('We sail!', advertising)).remaining).toBe(300 - 12 - 2 - sampleLink.length);
});
