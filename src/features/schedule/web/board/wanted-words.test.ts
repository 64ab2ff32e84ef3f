import { expect, test } from 'vitest';
import { personOf } from './plan.fixture.ts';
import { wantedWords } from './wanted-words.ts';

const words = (minutes: number | null, wantedMinutes: number | null) =>
  wantedWords(personOf('ana', [], { minutes, wantedMinutes }));

test('hours are told against those that are wanted, with an arrow where they are far off', () => {
  expect(words(2280, 2400)).toMatchObject({ words: '38 h of 40 h', off: 'no' });
  expect(words(2880, 2400)).toMatchObject({ words: '48 h of 40 h ↑', off: 'more' });
  expect(words(480, 2400)).toMatchObject({ words: '8 h of 40 h ↓', off: 'less' });
});

test('without a wish there are only hours, and out of reach nothing', () => {
  expect(words(480, null)).toMatchObject({ words: '8 h', off: 'no' });
  expect(words(null, null)).toBeNull();
});
