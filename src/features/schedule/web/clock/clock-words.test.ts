import { expect, test } from 'vitest';
import { entryOf } from './clock.fixture.ts';
import { breakWords, differenceWords, placeWords, timesWords, workedUntil } from './clock-words.ts';

test('differences say which way', () => {
  expect([90, -45, 0].map(differenceWords)).toEqual(['+1 h 30 min', '−45 min', '0 h']);
});

test('hours in words', () => {
  const entry = entryOf();
  expect([timesWords(entry), breakWords(entry), placeWords(entry)]).toEqual([
    '09:00–18:00',
    'Break 12:00–12:30',
    'Bar, Harbour',
  ]);
  expect(timesWords({ ...entry, localEnd: null })).toBe('since 09:00');
  expect(placeWords({ roleName: null, locationName: 'Harbour' })).toBe('Harbour');
});

test('what runs counts until now, less the breaks, also one that lasts', () => {
  const now = new Date('2026-05-18T12:00:30Z');
  expect(workedUntil(entryOf({ endsAt: null }), now)).toBe(240 - 30);
  const breaks = [{ startsAt: '2026-05-18T11:30:00.000Z', endsAt: null, localStart: '', localEnd: null }];
  expect(workedUntil(entryOf({ endsAt: null, breaks }), now)).toBe(240 - 30);
});
