import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Digest, digestSchema, periodDue } from './digest.ts';

const weekly: Digest = { every: 'week', weekday: 1, hour: 9, mail: true, slack: false };
const due = (now: string, change: Partial<Digest> = {}) =>
  Object.values(periodDue({ ...weekly, ...change }, Temporal.PlainDateTime.from(now)));

describe('a digest', () => {
  it('goes at least one way', () => {
    expect(digestSchema.safeParse({ ...weekly, mail: false }).error?.issues[0]?.message).toBe(
      'Choose at least one way.',
    );
    expect(digestSchema.parse({ ...weekly, slack: true })).toMatchObject({ mail: true, slack: true });
  });

  it('tells of the week that is over from its hour on', () => {
    expect(due('2026-05-11T08:59')).toEqual(['2026-04-27', '2026-05-03']);
    expect(due('2026-05-11T09:00')).toEqual(['2026-05-04', '2026-05-10']);
    expect(due('2026-05-17T23:59')).toEqual(['2026-05-04', '2026-05-10']);
    expect(due('2026-05-14T08:00', { weekday: 4 })).toEqual(['2026-04-27', '2026-05-03']);
  });

  it('tells of the month that is over on the first such weekday of the next one', () => {
    const monthly = { every: 'month', weekday: 5, hour: 7 } as const;
    expect(due('2026-05-01T06:59', monthly)).toEqual(['2026-03-01', '2026-03-31']);
    expect(due('2026-05-01T07:00', monthly)).toEqual(['2026-04-01', '2026-04-30']);
    expect(due('2026-06-04T12:00', monthly)).toEqual(['2026-04-01', '2026-04-30']);
    expect(due('2026-06-05T07:00', monthly)).toEqual(['2026-05-01', '2026-05-31']);
  });

  it('never tells of days to come, and never goes back', () => {
    const digest = fc.record({
      every: fc.constantFrom('week' as const, 'month' as const),
      weekday: fc.integer({ min: 1, max: 7 }),
      hour: fc.integer({ min: 0, max: 23 }),
    });
    fc.assert(
      fc.property(
        digest,
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 0, max: 2_000 }),
        (change, at, more) => {
          const now = Temporal.PlainDateTime.from('2024-01-01T00:00').add({ hours: at });
          const [first, later] = [now, now.add({ hours: more })].map((one) => periodDue({ ...weekly, ...change }, one));
          expect((first?.to ?? '') < now.toPlainDate().toString()).toBe(true);
          expect((first?.from ?? '') <= (later?.from ?? '')).toBe(true);
        },
      ),
    );
  });
});
