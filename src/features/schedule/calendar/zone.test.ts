import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfDate, localOf, wall, wallOf, weekdayAfter, weekdayOf } from './local.ts';
import { zones } from './series.fixture.ts';
import { clockOf, epochAt, localAt, zoneClock } from './zone.ts';

const anyWall = fc.integer({ min: wall('2000-01-02T00:00'), max: wall('2199-12-30T00:00') });
/** Half of them in weeks in which clocks are set. */
const tricky = fc.oneof(
  anyWall,
  fc.integer({ min: wall('2026-03-28T20:00'), max: wall('2026-03-29T06:00') }),
  fc.integer({ min: wall('2026-10-24T20:00'), max: wall('2026-10-25T06:00') }),
  fc.integer({ min: wall('2026-04-04T20:00'), max: wall('2026-04-05T06:00') }),
  fc.integer({ min: wall('2026-04-23T20:00'), max: wall('2026-04-24T06:00') }),
);

describe('a zone clock', () => {
  it('says what Temporal says, in both directions, gaps and repeated hours included', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones, 'America/Nuuk', 'Africa/Casablanca'), tricky, (zone, minute) => {
        const clock = clockOf(zone);
        const zoned = Temporal.PlainDateTime.from(localOf(minute)).toZonedDateTime(zone);
        expect(clock.toEpoch(minute)).toBe(zoned.epochMilliseconds / 60_000);
        const shown = Temporal.Instant.fromEpochMilliseconds(minute * 60_000).toZonedDateTimeISO(zone);
        expect(localAt(zone, minute)).toBe(shown.toPlainDateTime().toString({ smallestUnit: 'minute' }));
      }),
      { numRuns: 2000 },
    );
  });

  it('goes by one name, however it is spelt', () => {
    expect(zoneClock('europe/LISBON')?.id).toBe('Europe/Lisbon');
    expect(epochAt('Europe/Lisbon', '2026-07-01T10:00')).toBe(wall('2026-07-01T09:00'));
  });

  it.each(['', 'Mars/Olympus', '+02:00', 'x'.repeat(100), '2026-01-01T00:00Z'])('there is none for "%s"', (zone) => {
    expect(zoneClock(zone)).toBeNull();
    expect(() => clockOf(zone)).toThrow('not a time zone');
  });
});

describe('local times', () => {
  it('are read and written alike', () => {
    fc.assert(
      fc.property(anyWall, (minute) => {
        expect(wallOf(localOf(minute))).toBe(minute);
      }),
    );
  });

  it.each([
    '2026-02-30T09:00',
    '2026-03-29',
    '2026-03-29T24:00',
    '2026-03-29T9:00',
    '2026-03-29T09:60',
    '1999-12-31T09:00',
    '2200-01-01T09:00',
    'soon',
  ])('%s is none', (text) => {
    expect(wallOf(text)).toBeNull();
  });

  it.each(['soon', '2026-02-30T09:00', ''])('"%s" can not have been checked before', (text) => {
    expect(() => wall(text)).toThrow('not a local time');
  });

  it('know their weekdays', () => {
    expect(weekdayOf(dayOfDate('2026-03-02') ?? 0)).toBe('MO');
    expect(weekdayAfter('SU', 1)).toBe('MO');
    expect(weekdayAfter('MO', -8)).toBe('SU');
  });
});
