import { describe, expect, it } from 'vitest';
import { checkText, countGraphemes, type TextRules } from './text-check.ts';

const rules: TextRules = {
  title: 'Somewhere',
  limits: { text: 10, pictures: 1, pictureBytes: 2_000_000, cardPictureBytes: 1_000_000, postsPerHour: 1 },
  count: countGraphemes,
};
const sentences = (draft: Parameters<typeof checkText>[0]) =>
  checkText(draft, rules).problems.map((problem) => problem.sentence);

describe('preflight of a text', () => {
  it('counts in the units that the network is given with', () => {
    expect(checkText({ text: 'Ahoi 👩‍👩‍👧‍👦' }, rules)).toEqual({ remaining: 4, limit: 10, problems: [] });
    const bytes = { ...rules, count: (text: string) => Buffer.byteLength(text) };
    expect(checkText({ text: 'Ahoi 👩‍👩‍👧‍👦' }, bytes).remaining).toBe(10 - 30);
  });

  it.each([
    [11, 'The text is 1 character too long for Somewhere.'],
    [13, 'The text is 3 characters too long for Somewhere.'],
  ])('says by how much %i characters are too long', (length, sentence) => {
    expect(sentences({ text: 'x'.repeat(length) })).toEqual([sentence]);
  });

  it('lets pictures or a card stand alone, but not nothing', () => {
    expect(sentences({ text: ' \n' })).toEqual(['Write something first.']);
    expect(sentences({ text: '', pictures: [{ size: 1, alt: 'A boat' }] })).toEqual([]);
    expect(sentences({ text: '', card: { url: 'https://a.example', title: 'A' } })).toEqual([]);
  });

  it('names what is too many and too big', () => {
    const big = { size: 2_000_001, alt: '' };
    expect(sentences({ text: 'x', pictures: [big, big] })).toEqual([
      'Somewhere takes one picture at most.',
      'Somewhere takes pictures of up to 2 MB.',
    ]);
    expect(sentences({ text: 'x', card: { url: 'https://a.example', title: 'A', pictureBytes: 1_000_001 } })).toEqual([
      "Somewhere takes a link card's picture of up to 1 MB.",
    ]);
  });
});
