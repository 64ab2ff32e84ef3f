import { describe, expect, it } from 'vitest';
import { hasHashtag, usualHashtags, withHashtag } from './hashtags.ts';

describe('usual hashtags', () => {
  const texts = ['We sail #Ferry #electric', 'More (#ferry) and #Ferry', 'Jobs #hiring #Electric', '#electric'];

  it('are the most used, in the spelling that is written most', () => {
    expect(usualHashtags(texts, 10)).toEqual(['#Ferry', '#electric', '#hiring']);
    expect(usualHashtags(texts, 1)).toEqual(['#Ferry']);
  });

  it('are none where a number sign is something else', () => {
    expect(usualHashtags(['C#minor, #1 of us, a#b', 'https://example.com/#part'], 10)).toEqual([]);
    expect(usualHashtags([], 10)).toEqual([]);
  });

  it('may be of any script', () => {
    expect(usualHashtags(['新しい #フェリー'], 10)).toEqual(['#フェリー']);
  });
});

describe('a chosen hashtag', () => {
  it('joins those at the end, or begins a paragraph', () => {
    expect(withHashtag('We sail', '#ferry')).toBe('We sail\n\n#ferry');
    expect(withHashtag('We sail\n\n#ferry\n', '#electric')).toBe('We sail\n\n#ferry #electric');
    expect(withHashtag(' ', '#ferry')).toBe('#ferry');
  });

  it('is not put there twice', () => {
    expect(hasHashtag('Our #FERRY sails', '#ferry')).toBe(true);
    expect(withHashtag('Our #FERRY sails', '#ferry')).toBe('Our #FERRY sails');
    expect(hasHashtag('Our #ferryman', '#ferry')).toBe(false);
  });
});
