import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, goodTime, momentOf } from './good-time.ts';

const zone = 'Europe/Lisbon';

describe('a good time', () => {
  it('lies in waking hours, after now', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 7 * 24 * 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (minutes, random) => {
          const now = new Date(Date.parse('2026-03-27T00:00:00Z') + minutes * 60_000);
          const at = goodTime(now, zone, null, random);
          const hour = Number(at.toLocaleString('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }));
          expect(at.getTime()).toBeGreaterThan(now.getTime());
          expect(hour).toBeGreaterThanOrEqual(8);
          expect(hour).toBeLessThanOrEqual(18);
        },
      ),
    );
  });

  it('comes before the request ends', () => {
    const now = new Date('2026-05-04T09:00:00Z');
    const endsAt = new Date('2026-05-04T10:00:00Z');
    expect(goodTime(now, zone, endsAt, 1)).toEqual(new Date('2026-05-04T09:50:00Z'));
    expect(goodTime(now, zone, new Date('2026-05-04T09:05:00Z'), 1)).toEqual(now);
  });

  it('is tomorrow when today is over', () => {
    expect(dayOf(goodTime(new Date('2026-05-04T19:00:00Z'), zone, null, 0), zone)).toBe('2026-05-05');
  });
});

describe('wall-clock times', () => {
  it('follow the clock change', () => {
    expect(momentOf('2026-03-28', '09:00', zone)).toEqual(new Date('2026-03-28T09:00:00Z'));
    expect(momentOf('2026-03-30', '09:00', zone)).toEqual(new Date('2026-03-30T08:00:00Z'));
  });

  it('in the hour that is skipped mean the time after it', () => {
    expect(momentOf('2026-03-29', '01:30', zone)).toEqual(new Date('2026-03-29T01:30:00Z'));
  });

  it("knows a day by the zone's midnight", () => {
    expect(dayOf(new Date('2026-05-04T23:30:00Z'), zone)).toBe('2026-05-05');
  });
});
