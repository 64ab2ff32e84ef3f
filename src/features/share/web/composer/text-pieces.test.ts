import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textPieces } from './text-pieces.ts';

const marked = (text: string) =>
  textPieces(text)
    .filter((piece) => piece.marked)
    .map((piece) => piece.text);

test('hashtags, mentions and addresses are marked', () => {
  expect(marked('Join #GrünTech with @ada.example.com at https://example.com/a.')).toEqual([
    '#GrünTech',
    '@ada.example.com',
    'https://example.com/a',
  ]);
});

test('a number sign or an at within a word is none', () => {
  expect(marked('C#minor a@b.example')).toEqual([]);
});

test('the pieces joined are the text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(
        textPieces(text)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
