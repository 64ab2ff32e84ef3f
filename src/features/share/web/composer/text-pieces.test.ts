import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type NetworkName, networkNames } from '../network.ts';
import { textPieces } from './text-pieces.ts';

const marked = (text: string, network: NetworkName = 'bluesky') =>
  textPieces(text, network)
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

test('each network knows its own mentions, and LinkedIn and Facebook none that are typed', () => {
  const text = 'By @ada, @ada.example.com and @ada@social.example #Ferry';
  expect(marked(text, 'x')).toEqual(['@ada', '@ada', '#Ferry']);
  expect(marked(text, 'mastodon')).toEqual(['@ada', '@ada', '@ada@social.example', '#Ferry']);
  expect(marked(text, 'threads')).toEqual(['@ada', '@ada.example.com', '@ada', '#Ferry']);
  for (const network of ['linkedin', 'facebook'] as const) expect(marked(text, network)).toEqual(['#Ferry']);
});

test('a page that is mentioned on LinkedIn is marked by its name, which is all that other networks show', () => {
  const text = 'With @[Harbour & Pine](urn:li:organization:7) and #Ferry';
  expect(marked(text, 'linkedin')).toEqual(['Harbour & Pine', '#Ferry']);
  expect(marked(text, 'x')).toEqual(['#Ferry']);
  for (const network of networkNames) {
    expect(
      textPieces(text, network)
        .map((piece) => piece.text)
        .join(''),
    ).toBe('With Harbour & Pine and #Ferry');
  }
  const pieces = textPieces(text, 'linkedin');
  expect(new Set(pieces.map(({ at }) => at)).size).toBe(pieces.length);
});

test('digits alone are no hashtag', () => {
  expect(marked('We are #1 in #2026Ferries')).toEqual(['#2026Ferries']);
});

test('the pieces joined are the text', () => {
  fc.assert(
    fc.property(fc.string(), fc.constantFrom(...networkNames), (text, network) => {
      expect(
        textPieces(text, network)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
