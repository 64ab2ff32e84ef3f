import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refreshDueAt } from './refreshing.ts';

const now = new Date('2026-05-04T09:00:00Z');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

describe('when a session is refreshed', () => {
  it('is a quarter of its life before its end, somewhat earlier by chance', () => {
    expect(refreshDueAt({ session: '', endsAt: minutes(60) }, now, 0)).toEqual(minutes(45));
    expect(refreshDueAt({ session: '', endsAt: minutes(60) }, now, 0.5)).toEqual(minutes(42));
  });

  it('leaves room for the job, which comes every five minutes', () => {
    expect(refreshDueAt({ session: '', endsAt: minutes(10) }, now, 0)).toEqual(minutes(4));
  });

  it('is at once for a session that ends before the job would come', () => {
    expect(refreshDueAt({ session: '', endsAt: minutes(2) }, now, 0)).toEqual(now);
  });

  it('is never for a session without an end', () => {
    expect(refreshDueAt({ session: '', endsAt: null }, now, 0)).toBeNull();
  });

  it('is never past the end less the time between two runs, whatever the life and the chance', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 7, max: 100_000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (life, random) => {
          const due = refreshDueAt({ session: '', endsAt: minutes(life) }, now, random);
          expect(due?.getTime()).toBeGreaterThanOrEqual(now.getTime());
          expect(due?.getTime()).toBeLessThanOrEqual(minutes(life - 6).getTime());
        },
      ),
    );
  });
});
