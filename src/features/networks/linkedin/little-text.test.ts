import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLittleText } from '../../../../test/support/networks/little-text-reader.ts';
import { toLittleText } from './little-text.ts';

const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc
    .array(fc.constantFrom('\\', '|', '{', '(', ')', '#', '@', '_', '~', 'a', 'ß', '1', ' ', '\n', '👩‍💻'))
    .map((all) => all.join('')),
);

describe('little text', () => {
  it('is shown whole: nothing cuts it off or means anything but a hashtag', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(readLittleText(toLittleText(text)).shown).toBe(text);
      }),
    );
  });

  it('mentions who is meant by the exact name, and nobody else', () => {
    const words = 'With Harbour (Porto) & #boats, @[Pine](urn:li:organization:7)';
    const meant = [{ at: 5, length: 15, organisation: '2414183' }];
    expect(readLittleText(toLittleText(words, meant))).toEqual({
      ...{ shown: words, tags: ['boats'] },
      mentions: [{ name: 'Harbour (Porto)', urn: 'urn:li:organization:2414183' }],
    });
    expect(readLittleText(toLittleText(words))).toEqual({ shown: words, tags: ['boats'], mentions: [] });
  });

  it('keeps a mention whole, whatever its name and the words around it are', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter((some) => !some.includes('\\'));
    fc.assert(
      fc.property(texts, name, texts, (before, called, after) => {
        const meant = [{ at: before.length, length: called.length, organisation: '1' }];
        const read = readLittleText(toLittleText(before + called + after, meant));
        expect(read.shown).toBe(before + called + after);
        expect(read.mentions).toEqual([{ name: called, urn: 'urn:li:organization:1' }]);
      }),
    );
  });

  it('would be cut off at a bare parenthesis', () => {
    expect(readLittleText('We hire (in Porto)').shown).toBe('We hire ');
    expect(toLittleText('We hire (in Porto)')).toBe('We hire \\(in Porto\\)');
  });

  it.each([
    ['We hire! #jobs', ['jobs']],
    ['#Zukunft und #Ökologie, #2030ziele', ['Zukunft', 'Ökologie', '2030ziele']],
    ['(#porto)', ['porto']],
    ['C# is #1, see https://go.example/a#top and #', []],
    ['a##b', []],
  ])('keeps the hashtags of %j', (text, tags) => {
    expect(readLittleText(toLittleText(text)).tags).toEqual(tags);
  });
});
