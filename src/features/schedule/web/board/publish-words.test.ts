import { expect, test } from 'vitest';
import { premiumWords, seenWords, stateWords, tellWords, versionName } from './publish-words.ts';

const tell = (added: number, removed: number, moved: number) =>
  tellWords({ personId: 'ana', name: 'Ana', added, removed, moved });

test('what somebody is told is counted', () => {
  expect(tell(1, 0, 0)).toBe('1 shift more');
  expect(tell(2, 1, 3)).toBe('2 shifts more, 1 shift less, 3 shifts changed');
});

test('seen is counted in people', () => {
  expect(seenWords({ told: 0, seen: 0 })).toBe('Told nobody');
  expect(seenWords({ told: 1, seen: 0 })).toBe('Told 1 person, 0 have seen it');
  expect(seenWords({ told: 12, seen: 1 })).toBe('Told 12 people, 1 has seen it');
  expect(seenWords({ told: 12, seen: 12 })).toBe('Told 12 people, everybody has seen it');
});

test('a period says what of it people know', () => {
  expect(stateWords({ published: 'none', changes: 9 })).toBe('Not published yet');
  expect(stateWords({ published: 'all', changes: 0 })).toBe('Published');
  expect(stateWords({ published: 'part', changes: 1 })).toBe('Published in part, 1 change since');
});

test('extra pay and versions are named', () => {
  expect(premiumWords(0)).toBeNull();
  expect(premiumWords(90)).toMatch('1 h 30 min of extra pay');
  expect(versionName({ number: 2, kind: 'trade' })).toBe('Version 2, by a trade');
});
