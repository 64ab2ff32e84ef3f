import { expect, test } from 'vitest';
import type { Offer } from './life-contract.ts';
import { deadlineWords, endings, returnWords, shiftWords, stateWords, whenWords } from './life-words.ts';
import { offerOf, offerShiftOf } from './offer.fixture.ts';
import { waitingOffers } from './waiting.ts';

const shift = offerShiftOf('2026-03-02');
const now = new Date('2026-03-01T07:59:00Z');

test('a shift says when and where, with its zone where that is another', () => {
  expect(whenWords(shift, '2026-03-01', 'UTC')).toBe('Tomorrow, 09:00–17:00');
  expect(shiftWords(shift, 'Europe/Lisbon')).toBe('Mon 2 Mar 09:00–17:00 (UTC), Bar at Quay');
});

test('a deadline says how long there is, and the moment on the clock of the place', () => {
  expect(deadlineWords('2026-03-02T08:00:00Z', 'Europe/Madrid', now)).toBe('Ends in 24 hours, Mon 2 Mar 09:00');
  expect(deadlineWords('2026-03-01T08:00:00Z', 'UTC', now)).toBe('Ends in 1 minute, Sun 1 Mar 08:00');
  expect(deadlineWords('2026-03-05T08:00:00Z', 'UTC', now)).toBe('Ends in 4 days, Thu 5 Mar 08:00');
  expect(deadlineWords('2026-03-01T07:00:00Z', 'UTC', now)).toBe('Ended Sun 1 Mar 07:00');
});

test('an offer may end sooner, never later than the deadline', () => {
  expect(endings('2026-03-02T08:00:00Z', 'UTC', now)).toEqual([
    { value: '2026-03-01T09:59', label: 'For 2 hours' },
    { value: '2026-03-02T07:59', label: 'For a day' },
  ]);
  expect(endings('2026-03-01T08:00:00Z', 'UTC', now)).toEqual([]);
});

test('its owner reads whom it was offered to, and who said no', () => {
  const people: Offer['people'] = [
    { personId: 'b', name: 'Ben', state: 'declined', returns: [] },
    { personId: 'c', name: 'Cleo', state: 'asked', returns: [] },
  ];
  expect(stateWords(offerOf({ mine: true, people }))).toBe('Open to 2 people, 1 declined');
  expect(stateWords(offerOf({ mine: true, people: people.slice(1) }))).toBe('Open to Cleo');
  expect(stateWords(offerOf({ mine: true, toEveryone: true, people: [] }))).toBe('Open to everyone who can');
  expect(stateWords(offerOf({ people }))).toBe('Open');
});

test.each([
  ['waiting', 'Ben takes it, once it is approved'],
  ['done', 'Taken by Ben'],
  ['withdrawn', 'Withdrawn'],
  ['expired', 'Nobody took it in time'],
  ['refused', 'Not approved'],
] as const)('an offer that is %s says so', (state, words) => {
  expect(stateWords(offerOf({ state, takenBy: { personId: 'b', name: 'Ben' } }))).toBe(words);
});

test('what is asked in return is told', () => {
  expect(returnWords([], 'UTC')).toBeNull();
  expect(returnWords([shift], 'UTC')).toBe('In return for Mon 2 Mar 09:00–17:00, Bar at Quay');
  expect(returnWords([shift, shift], 'UTC')).toBe('In return for one of 2 shifts');
});

test('what waits for me is counted once', () => {
  const offer = offerOf({ mayDecide: true });
  expect(waitingOffers({ forMe: [offer, offerOf({ id: 'o2', mayAccept: false })], toDecide: [offer] })).toBe(1);
});
