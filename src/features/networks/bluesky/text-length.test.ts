import { describe, expect, it } from 'vitest';
import { countGraphemes } from '../text-check.ts';
import { countBytes } from './text-length.ts';

describe('text length', () => {
  it.each([
    ['plain words', 11, 11],
    ['', 0, 0],
    ['👩‍👩‍👧‍👦', 1, 25],
    ['é', 1, 2],
    ['e\u0301', 1, 3],
    ['🇩🇪🇫🇷', 2, 16],
    ['👍🏽', 1, 8],
    ['日本語', 3, 9],
    ['a\r\nb', 3, 4],
  ])('counts %j as %i characters and %i bytes', (text, graphemes, bytes) => {
    expect(countGraphemes(text)).toBe(graphemes);
    expect(countBytes(text)).toBe(bytes);
  });
});
