import { expect, test } from 'vitest';
import { choiceOf, periodOf, periodText } from './periods.ts';

const today = '2025-11-21';

test('thirty days with today are the usual', () => {
  expect(periodOf({}, today)).toEqual({ from: '2025-10-23', to: today });
  expect(choiceOf({})).toBe('30');
});

test('seven days are today and six before', () => {
  expect(periodOf({ days: 7 }, today)).toEqual({ from: '2025-11-15', to: today });
});

test('days of one’s own are taken as they are', () => {
  const search = { from: '2025-03-01', to: '2025-03-31' };
  expect(periodOf(search, today)).toEqual(search);
  expect(choiceOf(search)).toBe('own');
});

test('the future is cut off, and days the wrong way round are the usual', () => {
  expect(periodOf({ from: '2025-11-01', to: '2026-01-01' }, today)).toEqual({ from: '2025-11-01', to: today });
  expect(periodOf({ from: '2025-12-01', to: '2026-01-01' }, today)).toEqual({ from: today, to: today });
  expect(periodOf({ from: '2025-11-10', to: '2025-11-01' }, today)).toEqual(periodOf({}, today));
});

test('no period is longer than a year', () => {
  expect(periodOf({ from: '2020-01-01', to: '2025-11-21' }, today).from).toBe('2024-11-21');
});

test('one day is written as one day', () => {
  expect(periodText({ from: today, to: today })).not.toMatch('–');
});
