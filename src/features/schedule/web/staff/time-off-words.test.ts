import { expect, test } from 'vitest';
import {
  balanceWords,
  conflictWords,
  countedKinds,
  daysWords,
  hoursWords,
  minutesTyped,
  stretchOf,
} from './time-off-words.ts';

test('whole days run from midnight to the midnight after the last one', () => {
  const whole = stretchOf({ from: '2026-02-27', to: '2026-02-28' }, null);
  expect(whole).toEqual({ from: '2026-02-27T00:00', to: '2026-03-01T00:00' });
  expect(daysWords(whole)).toBe('Fri 27 Feb 2026 to Sat 28 Feb 2026');
  expect(daysWords(stretchOf({ from: '2026-03-02', to: '2026-03-02' }, null))).toBe('Mon 2 Mar 2026');
});

test('a part of a day is said with its times', () => {
  const part = stretchOf({ from: '2026-03-02', to: '2026-03-02' }, { from: '13:00', to: '17:30' });
  expect(daysWords(part)).toBe('Mon 2 Mar 2026, 13:00 to 17:30');
  expect(daysWords({ from: '2026-03-02T22:00', to: '2026-03-03T06:00' })).toBe(
    'Mon 2 Mar 2026, 22:00 to Tue 3 Mar 2026, 06:00',
  );
});

test('minutes are said as hours', () => {
  expect(hoursWords(960)).toBe('16 h');
  expect(hoursWords(450)).toBe('7.5 h');
});

test('shifts during time off are named, the first three of them', () => {
  const shift = { roleName: 'Waiter', localStart: '2026-03-02T06:00' };
  expect(conflictWords([])).toBeNull();
  expect(conflictWords([shift])).toBe('They still have shifts then: Waiter on Mon 2 Mar 2026. Give them to others.');
  expect(conflictWords([shift, shift, shift, shift])).toContain(' and 1 more.');
});

test('a balance says how it came about', () => {
  const balance = {
    kindId: 'k',
    name: 'Holiday',
    minutes: 7_920,
    granted: 9_600,
    used: 1_440,
    corrected: -240,
    asked: 480,
  };
  expect(balanceWords(balance)).toBe('160 h granted, 24 h used, -4 h corrected, 8 h asked for');
  expect(balanceWords({ granted: 0, used: 0, corrected: 0, asked: 0 })).toBe('nothing granted yet');
  expect(countedKinds([balance, { ...balance, kindId: 'i', minutes: null }])).toEqual([balance]);
});

test('a correction is typed in hours, and must change something', () => {
  expect([minutesTyped(-4), minutesTyped('1.5'), minutesTyped(0), minutesTyped(''), minutesTyped('-')]).toEqual([
    ...[-240, 90, null, null, null],
  ]);
});
