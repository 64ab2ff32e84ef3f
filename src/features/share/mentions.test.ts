import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { givenFor, mentionsIn, namesOnly, readOrganisation, shownWords, writeMention } from './mentions.ts';

const harbour = { name: 'Harbour & Pine (Porto)', organisation: '2414183' };
const text = `Built by ${writeMention(harbour)}!`;

describe('a mention in a text', () => {
  it('is read back as it was written, and shown as the name', () => {
    expect(mentionsIn(text)).toEqual([harbour]);
    expect(namesOnly(text)).toBe('Built by Harbour & Pine (Porto)!');
    expect(shownWords(text, [harbour])).toEqual({
      text: 'Built by Harbour & Pine (Porto)!',
      mentions: [{ at: 9, length: harbour.name.length, organisation: '2414183' }],
    });
  });

  it('is only a name where no publisher wrote it, under another name or another number', () => {
    for (const meant of [[], [{ ...harbour, name: 'Pine' }], [{ ...harbour, organisation: '1' }]]) {
      expect(shownWords(text, meant)).toEqual({ text: 'Built by Harbour & Pine (Porto)!', mentions: [] });
    }
  });

  it('is given to people on LinkedIn alone', () => {
    expect(givenFor('linkedin', text)).toBe(text);
    expect(givenFor('x', text)).toBe('Built by Harbour & Pine (Porto)!');
  });

  it.each([
    '@[Name](urn:li:person:1)',
    '@[](urn:li:organization:1)',
    '@[A]\n(urn:li:organization:1)',
    '@Harbour',
    '@[a] (b)',
  ])('%j is none', (words) => {
    expect(mentionsIn(words)).toEqual([]);
    expect(namesOnly(words)).toBe(words);
  });

  it('stands where it says, whatever is around it', () => {
    const pieces = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant(writeMention(harbour))));
    fc.assert(
      fc.property(pieces, (all) => {
        const shown = shownWords(all.join(''), [harbour]);
        expect(shown.text).toBe(namesOnly(all.join('')));
        for (const { at, length } of shown.mentions) expect(shown.text.slice(at, at + length)).toBe(harbour.name);
      }),
    );
  });
});

describe('what somebody gives of a page', () => {
  it.each([
    '2414183',
    ' urn:li:organization:2414183 ',
    'urn:li:fsd_company:2414183',
    'https://www.linkedin.com/company/2414183/admin/dashboard/',
    'linkedin.com/company/2414183?x=1',
    'https://pt.linkedin.com/showcase/2414183',
  ])('%j has its number', (typed) => expect(readOrganisation(typed)).toBe('2414183'));

  it.each([
    '',
    'harbour',
    'https://www.linkedin.com/company/harbour-pine/',
    'https://evil.example/company/1',
    'urn:li:person:1',
  ])('%j has none', (typed) => expect(readOrganisation(typed)).toBeNull());
});
