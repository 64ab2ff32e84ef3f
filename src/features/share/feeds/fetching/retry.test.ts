import { describe, expect, it } from 'vitest';
import { pauseAfter, retryAfter } from './retry.ts';

const now = new Date('2026-11-20T12:00:00Z');
const hour = 3_600_000;

describe('Retry-After', () => {
  it.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['Fri, 20 Nov 2026 13:00:00 GMT', hour],
    ['Fri, 20 Nov 2020 13:00:00 GMT', 0],
    ['999999999999', 7 * 24 * hour],
    ['soon', null],
    ['', null],
    [null, null],
  ])('%j is %j ms', (header, ms) => expect(retryAfter(header, now)).toBe(ms));
});

describe('the pause after failures', () => {
  it('doubles up to a day', () => {
    const pauses = [1, 2, 3, 4, 5, 90].map((failures) => pauseAfter(60, failures, null) / hour);
    expect(pauses).toEqual([2, 4, 8, 16, 24, 24]);
  });

  it('is never less than the feed’s own interval, nor than its server wishes', () => {
    expect(pauseAfter(3 * 24 * 60, 1, null)).toBe(3 * 24 * hour);
    expect(pauseAfter(15, 1, 50 * hour)).toBe(50 * hour);
    expect(pauseAfter(60, 1, 1_000)).toBe(2 * hour);
  });
});
