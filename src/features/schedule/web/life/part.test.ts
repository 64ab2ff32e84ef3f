import { expect, test } from 'vitest';
import { firstHalf, partOf } from './part.ts';

const day = { localStart: '2026-03-02T09:00', localEnd: '2026-03-02T17:00' };
const night = { localStart: '2026-03-02T22:00', localEnd: '2026-03-03T06:00' };

test('a part lies within its shift', () => {
  expect(partOf(day, '09:00', '13:00')).toEqual({ from: '2026-03-02T09:00', to: '2026-03-02T13:00' });
  expect(partOf(day, '08:00', '13:00')).toBe('The shift is from 09:00 to 17:00.');
  expect(partOf(day, '12:00', '18:00')).toBe('The shift is from 09:00 to 17:00.');
});

test('of a night the part may begin before midnight or after it', () => {
  expect(partOf(night, '22:00', '02:00')).toEqual({ from: '2026-03-02T22:00', to: '2026-03-03T02:00' });
  expect(partOf(night, '02:00', '06:00')).toEqual({ from: '2026-03-03T02:00', to: '2026-03-03T06:00' });
  expect(partOf(night, '05:00', '07:00')).toBe('The shift is from 22:00 to 06:00.');
});

test('what is no part says why', () => {
  expect(partOf(day, '09:00', '17:00')).toBe('This is all of the shift.');
  expect(partOf(day, '10:00', '10:00')).toBe('It ends when it begins.');
  expect(partOf(day, '10:10', '12:00')).toBe('Parts begin and end at quarter hours.');
  expect(partOf(day, '', '12:00')).toBe('Say from when until when.');
});

test('a part begins as the first half', () => {
  expect(firstHalf(night)).toEqual({ from: '22:00', to: '02:00' });
  expect(firstHalf({ localStart: '2026-03-02T09:00', localEnd: '2026-03-02T10:30' }).to).toBe('09:45');
});
