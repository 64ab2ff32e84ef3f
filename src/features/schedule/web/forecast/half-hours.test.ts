import { expect, test } from 'vitest';
import { skippedHalves, stretchOf, timeOf } from './half-hours.ts';

test('half hours are named by the times at which they begin and end', () => {
  expect([timeOf(0), timeOf(19), timeOf(48)]).toEqual(['00:00', '09:30', '24:00']);
  expect(stretchOf(18, 23)).toBe('09:00–11:30');
});

test('the hour that the clocks leave out in spring has no half hours; the one that comes twice in autumn has', () => {
  expect([...skippedHalves('2026-03-29', 'Europe/Lisbon')]).toEqual([2, 3]);
  expect([...skippedHalves('2026-03-29', 'Europe/Berlin')]).toEqual([4, 5]);
  expect([...skippedHalves('2026-10-25', 'Europe/Berlin')]).toEqual([]);
  expect([...skippedHalves('2026-03-28', 'Europe/Berlin')]).toEqual([]);
});

test('where clocks move by half an hour only, one half hour is left out', () => {
  expect([...skippedHalves('2026-10-04', 'Australia/Lord_Howe')]).toEqual([4]);
});
