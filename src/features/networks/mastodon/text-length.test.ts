import { describe, expect, it } from 'vitest';
import { checkDraft } from './check.ts';
import { countMastodon } from './text-length.ts';

describe('the length of a text on Mastodon', () => {
  it.each([
    ['', 0],
    ['Olá', 3],
    ['👩‍👩‍👧‍👦🇵🇹', 2],
    ['https://a.example', 23],
    [`https://a.example/${'x'.repeat(300)}`, 23],
    ['See https://a.example/x.', 28],
    ['(https://a.example)', 25],
    ['a.example', 9],
    ['@ana@chaos.example hi', 7],
    ['ana@chaos.example', 17],
    ['@ana', 4],
  ])('%j is %i', (text, length) => {
    expect(countMastodon(text)).toBe(length);
  });

  it('counts links as the server does', () => {
    expect(countMastodon('https://a.example and https://b.example', 32)).toBe(32 + 5 + 32);
  });
});

describe('the check', () => {
  it('goes by the usual limits, or by those of the account’s server', () => {
    const text = 'x'.repeat(501);
    expect(checkDraft({ text })).toMatchObject({ remaining: -1, limit: 500, problems: [{ code: 'too_long' }] });
    expect(checkDraft({ text }, { text: 5_000 })).toMatchObject({ remaining: 4_499, problems: [] });
    const pictures = [{ size: 3_000_000, alt: '' }];
    expect(checkDraft({ text: 'Hi', pictures }).problems).toEqual([]);
    expect(checkDraft({ text: 'Hi', pictures }, { pictures: 0, pictureBytes: 1_000_000 }).problems).toMatchObject([
      { code: 'too_many_pictures' },
      { code: 'picture_too_big' },
    ]);
  });
});
