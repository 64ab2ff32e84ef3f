import { expect, test } from 'vitest';
import { addressedWords, audienceOf, openedWords, toWords } from './message-words.ts';

const addressed = { words: '', people: 2, names: ['Ana', ''], beyond: 0 };

test('who gets a message is said by name, and who does not', () => {
  expect(addressedWords(addressed)).toBe('2 people get it: Ana and somebody from Slack.');
  expect(addressedWords({ ...addressed, people: 14, beyond: 1 })).toBe(
    '14 people get it: Ana, somebody from Slack and 12 more. 1 person more is not yours to schedule.',
  );
  expect(addressedWords({ ...addressed, people: 1, names: ['Ana'] })).toBe('1 person gets it: Ana.');
  expect(addressedWords({ ...addressed, people: 0, names: [], beyond: 3 })).toBe(
    'Nobody would get it. 3 people more are not yours to schedule.',
  );
});

test('a message says whom it was for, also when they are no more', () => {
  expect(toWords({ kind: 'person', id: 'p', day: null, name: 'Ana' })).toBe('Ana');
  expect(toWords({ kind: 'person', id: 'p', day: null, name: '' })).toBe('Somebody who left');
  expect(toWords({ kind: 'role', id: 'r', day: null, name: 'Bar' })).toBe('Everybody who knows Bar');
  expect(toWords({ kind: 'shift', id: 'l', day: '2026-03-02', name: 'Quay' })).toBe('On shift at Quay, Mon 2 Mar 2026');
});

test('one person has opened it or not, of several it is counted', () => {
  expect(openedWords({ people: 1, opened: 0 })).toBe('not opened yet');
  expect(openedWords({ people: 1, opened: 1 })).toBe('opened');
  expect(openedWords({ people: 4, opened: 1 })).toBe('1 of 4 opened it');
});

test('only shifts have a day', () => {
  expect(audienceOf('role', 'r', '2026-03-02')).toEqual({ kind: 'role', id: 'r', day: null });
  expect(audienceOf('shift', 'l', '2026-03-02')).toEqual({ kind: 'shift', id: 'l', day: '2026-03-02' });
  expect(audienceOf('person', null, '2026-03-02')).toBeNull();
});
