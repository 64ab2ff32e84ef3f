import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMinutes, dayOf, dayOfDate, minuteOfDay } from '../calendar/local.ts';
import { clockOf } from '../calendar/zone.ts';
import { minutesOf, momentsOf, timeOf } from './half-hours.ts';

const dayIn = (date: string) => dayOfDate(date) ?? 0;

describe('the half hours of a day', () => {
  it('come once each, also far from Greenwich', () => {
    const moments = momentsOf(dayIn('2026-05-04'), 'Asia/Kathmandu');
    expect(moments.flat()).toHaveLength(48);
    expect(new Date((moments[0]?.[0]?.start ?? 0) * 60_000).toISOString()).toBe('2026-05-03T18:15:00.000Z');
    expect([timeOf(0), timeOf(19), timeOf(48)]).toEqual(['00:00', '09:30', '24:00']);
  });

  it('come twice where the clock is set back, and not at all where it is set forward', () => {
    const back = momentsOf(dayIn('2026-10-25'), 'Europe/Berlin');
    expect(back.map((half) => half.length).slice(2, 8)).toEqual([1, 1, 2, 2, 1, 1]);
    const forward = momentsOf(dayIn('2026-03-29'), 'Europe/Berlin');
    expect(forward.map(minutesOf).slice(2, 8)).toEqual([30, 30, 0, 0, 30, 30]);
    // There by half an hour only, so that one pass ends where the next begins.
    const howe = momentsOf(dayIn('2026-04-05'), 'Australia/Lord_Howe');
    expect([howe[2]?.length, howe[3]?.length, howe[4]?.length]).toEqual([1, 2, 1]);
  });

  it('are every minute of the day, and none twice, whatever a zone does with its clocks', () => {
    const zones = ['Europe/Lisbon', 'America/St_Johns', 'America/Sao_Paulo', 'America/Havana', 'Australia/Lord_Howe'];
    const days = { min: dayIn('2005-01-01'), max: dayIn('2030-12-31') };
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer(days), fc.constantFrom(0, 90, 180, 270), (zone, day, step) => {
        const near = nextTransition(zone, day + step);
        const clock = clockOf(zone);
        const counted = new Map<number, number>();
        momentsOf(near, zone).forEach((half, index) => {
          for (const { start, end } of half)
            for (let at = start; at < end; at += 1) {
              const shown = clock.toWall(at);
              expect([dayOf(shown), Math.floor(minuteOfDay(shown) / 30)]).toEqual([near, index]);
              counted.set(at, (counted.get(at) ?? 0) + 1);
            }
        });
        const from = near * dayMinutes - 2 * dayMinutes;
        for (let at = from; at < from + 5 * dayMinutes; at += 1)
          if ((dayOf(clock.toWall(at)) === near) !== (counted.get(at) === 1)) expect.fail(`minute ${at} in ${zone}`);
      }),
      { numRuns: 15 },
    );
  });
});

/** The day on which the clock of a zone is set next, or the same where it never is again. */
function nextTransition(zone: string, day: number): number {
  const from = Temporal.Instant.fromEpochMilliseconds(day * 86_400_000).toZonedDateTimeISO(zone);
  const at = from.getTimeZoneTransition('next');
  if (at === null) return day;
  return dayOf(clockOf(zone).toWall(Math.floor(at.epochMilliseconds / 60_000) - 1));
}
