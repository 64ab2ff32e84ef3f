import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterTry } from './deliver.ts';
import { mostTries, retryAfterMs, waitAfter } from './retrying.ts';

const hour = 3_600_000;
const now = new Date('2026-05-04T09:00:00Z');
const refused = { ok: false, status: 500, problem: 'It answered 500.', gone: false, wishMs: null } as const;

describe('how long to wait', () => {
  it('grows from seconds to a day, eight tries within two days and a bit', () => {
    const waits = Array.from({ length: mostTries - 1 }, (_, index) => waitAfter(index + 1, 0.5, null));
    expect(mostTries).toBe(8);
    expect(waits.toSorted((left, right) => left - right)).toEqual(waits);
    expect(waits[0]).toBe(10_000);
    const all = waits.reduce((sum, wait) => sum + wait, 0);
    expect([all > 40 * hour, all < 52 * hour]).toEqual([true, true]);
  });

  it('is spread by chance, a tenth to either side', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.double({ min: 0, max: 1, noNaN: true }), (failed, chance) => {
        const middle = waitAfter(failed, 0.5, null);
        const wait = waitAfter(failed, chance, null);
        expect(wait).toBeGreaterThanOrEqual(Math.floor(middle * 0.9));
        expect(wait).toBeLessThanOrEqual(Math.ceil(middle * 1.1));
      }),
    );
  });

  it('is what the end-point asks for where that is longer, up to a day', () => {
    expect(waitAfter(1, 0.5, 90_000)).toBe(90_000);
    expect(waitAfter(1, 0.5, 3)).toBe(10_000);
    expect(waitAfter(1, 0.5, 1_000 * hour)).toBe(24 * hour);
  });

  it.each([
    ['120', 120_000],
    [' 5 ', 5_000],
    ['Mon, 04 May 2026 09:01:00 GMT', 60_000],
    ['Mon, 04 May 2026 08:00:00 GMT', 0],
    ['soon', null],
    ['-1', null],
    ['99999999999999', null],
    [null, null],
  ])('reads Retry-After %s', (header, ms) => {
    // Node takes "-1" for a year; a moment long past means "now".
    const read = retryAfterMs(header, now);
    expect(read === 0 && ms === null ? null : read).toBe(ms);
  });
});

describe('a delivery after a try', () => {
  it('is delivered by any 2xx', () => {
    const change = afterTry({ triesLeft: 8 }, { ok: true, status: 299 }, now, 0);
    expect(change).toMatchObject({ state: 'delivered', last_status: 299, last_problem: null, next_try_at: null });
  });

  it('waits for the next one, as long as one is left', () => {
    const change = afterTry({ triesLeft: 8 }, refused, now, 0.5);
    expect(change).toMatchObject({ state: 'waiting', tries_left: 7, next_try_at: new Date(now.getTime() + 10_000) });
    expect(afterTry({ triesLeft: 1 }, refused, now, 0.5)).toMatchObject({ state: 'failed', next_try_at: null });
  });

  it('has failed at once where the end-point is gone', () => {
    const gone = { ...refused, status: 410, gone: true };
    expect(afterTry({ triesLeft: 8 }, gone, now, 0.5)).toMatchObject({ state: 'failed', next_try_at: null });
  });
});
