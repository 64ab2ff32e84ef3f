import { expect, test } from 'vitest';
import { cleanWords } from './clean.ts';

const given = 'We open in Porto, see https://harbour.example/porto with @harbour #boats';

test.each([
  ['  Porto opens!\u0000 ', 'Porto opens!'],
  ['Porto \u202eopens\u202c', 'Porto opens'],
  ['<b>Porto</b> opens', '<b>Porto</b> opens'],
  ['Read https://harbour.example/porto, says @harbour.', 'Read https://harbour.example/porto, says @harbour.'],
])('words are plain: %j', (answer, text) => expect(cleanWords(answer, given)).toBe(text));

test.each([
  '',
  ' \n',
  'x'.repeat(5_001),
  'Look: https://evil.example/',
  'Look: www.evil.example',
  'Look: evil.example/porto',
  'Ask @somebody',
])('nothing is brought in that the publisher did not write: %j', (answer) =>
  expect(cleanWords(answer, given)).toBeNull(),
);
