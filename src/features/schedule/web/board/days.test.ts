import { expect, test } from 'vitest';
import { briefTimes, dayName, daysOf, hoursText, isWeekend, monthOf, spanName, timesOf } from './days.ts';

test('a span holds its first and its last day', () => {
  expect(daysOf({ from: '2026-02-27', to: '2026-03-02' })).toEqual([
    '2026-02-27',
    '2026-02-28',
    '2026-03-01',
    '2026-03-02',
  ]);
  expect(daysOf({ from: '2026-03-02', to: '2026-03-01' })).toEqual([]);
});

test('a month ends where the next begins, in leap years and in December too', () => {
  expect(monthOf('2028-02-10')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(monthOf('2026-12-31')).toEqual({ from: '2026-12-01', to: '2026-12-31' });
  expect(monthOf('2026-04-01')).toEqual({ from: '2026-04-01', to: '2026-04-30' });
});

test('spans are named as briefly as they can be', () => {
  expect(spanName({ from: '2026-03-02', to: '2026-03-15' })).toBe('2–15 Mar 2026');
  expect(spanName({ from: '2026-03-23', to: '2026-04-05' })).toBe('23 Mar – 5 Apr 2026');
  expect(spanName({ from: '2025-12-29', to: '2026-01-11' })).toBe('29 Dec 2025 – 11 Jan 2026');
  expect(spanName({ from: '2026-03-02', to: '2026-03-02' })).toBe('Mon 2 Mar 2026');
});

test('weekends are Saturday and Sunday', () => {
  const week = daysOf({ from: '2026-03-02', to: '2026-03-08' });
  expect(week.filter(isWeekend).map(dayName)).toEqual(['Sat 7 Mar', 'Sun 8 Mar']);
});

test('times and hours are short', () => {
  expect(timesOf({ localStart: '2026-03-02T22:00', localEnd: '2026-03-03T06:00' })).toBe('22:00–06:00');
  expect(briefTimes({ localStart: '2026-03-02T09:30', localEnd: '2026-03-02T17:00' })).toBe('09:30–17');
  expect([0, 45, 480, 450].map(hoursText)).toEqual(['0 h', '45 min', '8 h', '7 h 30 min']);
});
