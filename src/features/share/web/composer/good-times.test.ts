import { expect, test } from 'vitest';
import { goodTimes } from './good-times.ts';

const at = (iso: string) => goodTimes(new Date(iso), 'Europe/Berlin').map(({ value, label }) => `${label} = ${value}`);

test('on a Wednesday morning: today, tomorrow, Monday', () => {
  expect(at('2025-11-19T08:00:00Z')).toEqual([
    'Today, 14:00 = 2025-11-19T14:00',
    'Tomorrow, 9:30 = 2025-11-20T09:30',
    'Monday, 9:30 = 2025-11-24T09:30',
  ]);
});

test('on a Friday afternoon the next working day is Monday, said once', () => {
  expect(at('2025-11-21T15:00:00Z')).toEqual(['Next working day, 9:30 = 2025-11-24T09:30']);
});

test('late on a Sunday, tomorrow is Monday', () => {
  expect(at('2025-11-23T20:00:00Z')).toEqual(['Tomorrow, 9:30 = 2025-11-24T09:30']);
});

test('on a Monday, Monday is the next one', () => {
  expect(at('2025-11-24T15:00:00Z')).toContain('Monday, 9:30 = 2025-12-01T09:30');
});
