import { expect, test } from 'vitest';
import { stretchOf, timeOf } from './half-hours.ts';
import { hourLines, openHalves } from './shown-hours.ts';

/** The lines as they read: times that stand open, and folded stretches in brackets. */
const read = (used: readonly number[], all = false) =>
  hourLines((half) => used.includes(half), all).map((line) =>
    line.kind === 'half' ? timeOf(line.half) : `(${stretchOf(line.from, line.until)})`,
  );

test('hours in use stand open with an hour around them; the others are folded', () => {
  expect(read([18, 19])).toEqual([
    ...['(00:00–08:00)', '08:00', '08:30', '09:00', '09:30', '10:00', '10:30', '(11:00–24:00)'],
  ]);
});

test('a night that crosses midnight folds the day between', () => {
  const lines = read([0, 1, 44, 47]);
  expect(lines.slice(0, 5)).toEqual(['00:00', '00:30', '01:00', '01:30', '(02:00–21:00)']);
  expect(lines.at(-1)).toBe('23:30');
});

test('a gap of less than two hours is not worth a fold', () => {
  expect(read([16, 24])).toContain('10:00');
  expect(read([16, 24]).filter((line) => line.startsWith('('))).toEqual(['(00:00–07:00)', '(13:30–24:00)']);
  expect(read([16, 25])).toContain('(09:30–11:30)');
});

test('where nothing is used yet, the usual hours stand open, and all of them on demand', () => {
  const lines = hourLines(() => false, false);
  expect(openHalves(lines)[0]).toBe(16);
  expect(openHalves(lines)).toHaveLength(24);
  expect(openHalves(hourLines(() => false, true))).toHaveLength(48);
});
