import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discloses, withDisclosure } from './disclosure.ts';

describe('a disclosure', () => {
  it('stands at the end: a hashtag in the line, a sentence below', () => {
    expect(withDisclosure('Our ferry leaves the yard', '#ad')).toBe('Our ferry leaves the yard #ad');
    expect(withDisclosure('Our ferry leaves the yard\n', 'I work at Harbour')).toBe(
      'Our ferry leaves the yard\n\nI work at Harbour',
    );
    expect(withDisclosure('', '#ad')).toBe('#ad');
  });

  it('is nowhere where the organisation has none', () => {
    expect(withDisclosure('Our ferry', '')).toBe('Our ferry');
  });

  it('never stands twice, however it is written', () => {
    for (const words of ['Come #ad', 'Come #AD!', '#ad: come', 'Come (#Ad)', 'Come\n#ad\nhttps://go.example/l/1']) {
      expect(withDisclosure(words, '#ad')).toBe(words);
    }
    expect(withDisclosure('As i  work at\nHARBOUR, I know', 'I work at Harbour')).toBe(
      'As i  work at\nHARBOUR, I know',
    );
  });

  it('is not taken for part of another word', () => {
    for (const words of ['Our #advent', 'An ad', 'Read#ad', '##ad', '#ad_hoc', '@#ad']) {
      expect(discloses(words, '#ad')).toBe(false);
    }
    expect(discloses('I work at Harbourside', 'I work at Harbour')).toBe(false);
    expect(discloses('#광고입니다', '#광고')).toBe(false);
    expect(discloses('새 배 #광고', '#광고')).toBe(true);
  });

  it('may hold any sign', () => {
    expect(discloses('x (ad*) y', '(ad*)')).toBe(true);
    expect(discloses('x adadad y', '(ad)*')).toBe(false);
  });

  it('is in every post, and asking again changes nothing', () => {
    const disclosures = fc.constantFrom('#ad', 'I work at Harbour', '[ad]', 'Werbung / Anzeige');
    fc.assert(
      fc.property(fc.string(), disclosures, (words, disclosure) => {
        const said = withDisclosure(words, disclosure);
        expect(discloses(said, disclosure)).toBe(true);
        expect(withDisclosure(said, disclosure)).toBe(said);
      }),
    );
  });
});
