import { expect, test } from 'vitest';
import { progressLines, progressPart } from './update-progress.ts';

const progress = { best: 12_345.6, bound: null, missing: 2, seconds: 7.8, limit: 30 };
const values = (change: Partial<typeof progress> | { best: null } = {}) =>
  progressLines({ ...progress, ...change }).map(({ value }) => value);

test('progress is told in figures', () => {
  expect(values()).toEqual(['2', '12,346 (less is better)', '–', '7 of 30 s']);
  expect(values({ best: null })[1]).toBe('none yet');
  expect(progressLines(null)).toEqual([]);
});

test('the bar is the time, and never beyond its end', () => {
  expect(progressPart(progress)).toBeCloseTo(26);
  expect(progressPart({ ...progress, seconds: 31 })).toBe(100);
  expect(progressPart({ ...progress, limit: 0 })).toBe(0);
  expect(progressPart(null)).toBe(0);
});
