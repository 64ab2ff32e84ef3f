import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Repeat, weekdays } from '../../schedule/index.ts';
import { dayAt, dueOf, repeatWords, timesOf } from './by-time.ts';
import { isWorthBeginning, lateStart, lengthWords } from './trigger.ts';

const at = (text: string) => new Date(text);
const daily = { every: 'day', interval: 1 } as const;
const trigger = (repeat: Repeat = daily, atTime = '08:30', withinMinutes: number | null = null) => ({
  ...{ repeat, atTime, withinMinutes },
});
const first = (given: ReturnType<typeof trigger>, zone: string, after: string, count: number) => {
  const found = [];
  for (const time of timesOf(given, zone, at(after))) {
    found.push(time.at.toISOString());
    if (found.length === count) break;
  }
  return found;
};

describe('the times of a trigger', () => {
  it('are those of the clock at the place, in summer and in winter', () => {
    expect(first(trigger(), 'Europe/Berlin', '2026-10-24T00:00:00Z', 3)).toEqual([
      '2026-10-24T06:30:00.000Z',
      '2026-10-25T07:30:00.000Z',
      '2026-10-26T07:30:00.000Z',
    ]);
  });

  it('come once on the days on which the clock is set', () => {
    // 02:30 does not exist on 29 March and exists twice on 25 October.
    const night = trigger(daily, '02:30');
    expect(first(night, 'Europe/Berlin', '2026-03-28T12:00:00Z', 2)).toEqual([
      '2026-03-29T01:30:00.000Z',
      '2026-03-30T00:30:00.000Z',
    ]);
    expect(first(night, 'Europe/Berlin', '2026-10-24T12:00:00Z', 2)).toEqual([
      '2026-10-25T00:30:00.000Z',
      '2026-10-26T01:30:00.000Z',
    ]);
  });

  it('are on some days of the week, or on one of the month', () => {
    const weekly: Repeat = { every: 'week', interval: 1, days: ['MO', 'FR'], weekStart: 'MO' };
    expect(first(trigger(weekly), 'UTC', '2026-05-04T08:30:00Z', 3)).toEqual([
      '2026-05-08T08:30:00.000Z',
      '2026-05-11T08:30:00.000Z',
      '2026-05-15T08:30:00.000Z',
    ]);
    const last: Repeat = { every: 'month', interval: 1, on: { day: -1 } };
    expect(first(trigger(last), 'UTC', '2026-01-31T09:00:00Z', 2)).toEqual([
      '2026-02-28T08:30:00.000Z',
      '2026-03-31T08:30:00.000Z',
    ]);
  });

  const zones = fc.constantFrom(
    'Europe/Berlin',
    'Asia/Tokyo',
    'America/New_York',
    'Australia/Lord_Howe',
    'Pacific/Apia',
  );
  const moment = fc.date({ min: at('2025-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z'), noInvalidDate: true });
  const repeats: fc.Arbitrary<Repeat> = fc.oneof(
    fc.constant<Repeat>(daily),
    fc
      .subarray([...weekdays], { minLength: 1 })
      .map((days): Repeat => ({ every: 'week', interval: 1, days, weekStart: 'MO' })),
    fc.constantFrom(1, 15, 28, -1).map((day): Repeat => ({ every: 'month', interval: 1, on: { day } })),
  );
  const times = fc
    .tuple(fc.nat(23), fc.nat(59))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

  it('are, whatever the zone, exactly the days of the rule at its time as Temporal reads them', () => {
    fc.assert(
      fc.property(zones, moment, repeats, times, (zone, after, repeat, time) => {
        const until = new Date(after.getTime() + 70 * 86_400_000);
        const expected: string[] = [];
        const day0 = Temporal.Instant.fromEpochMilliseconds(after.getTime()).toZonedDateTimeISO(zone).toPlainDate();
        for (let day = day0.subtract({ days: 1 }); day.since(day0).days < 73; day = day.add({ days: 1 })) {
          if (!falls(repeat, day)) continue;
          const moment = day.toZonedDateTime({ timeZone: zone, plainTime: time }).epochMilliseconds;
          if (moment > after.getTime() && moment <= until.getTime()) expected.push(new Date(moment).toISOString());
        }
        expect([...timesOf(trigger(repeat, time), zone, after, until)].map((one) => one.at.toISOString())).toEqual(
          expected,
        );
      }),
      { numRuns: 150 },
    );
  });

  it('are the same whether they are asked for at once or from one to the next', () => {
    fc.assert(
      fc.property(zones, moment, repeats, fc.integer({ min: 1, max: 60 }), (zone, after, repeat, days) => {
        const until = new Date(after.getTime() + 60 * 86_400_000);
        const middle = new Date(after.getTime() + days * 86_400_000);
        const all = (from: Date, to: Date) => [...timesOf(trigger(repeat), zone, from, to)].map(({ on }) => on);
        expect([...all(after, middle), ...all(middle, until)]).toEqual(all(after, until));
        expect(new Set(all(after, until)).size).toBe(all(after, until).length);
      }),
      { numRuns: 80 },
    );
  });
});

function falls(repeat: Repeat, day: Temporal.PlainDate): boolean {
  if (repeat.every === 'day') return true;
  if (repeat.every === 'week') return repeat.days.includes(weekdays[day.dayOfWeek - 1] ?? 'MO');
  if (!('day' in repeat.on)) return false;
  return repeat.on.day === -1 ? day.day === day.daysInMonth : day.day === repeat.on.day;
}

describe('what was missed', () => {
  it('is begun late while there is time for it, and only the last of it', () => {
    const since = at('2026-05-01T12:00:00Z');
    const found = (now: string, within: number | null = null) => {
      const { begin, skipped } = dueOf(trigger(daily, '08:30', within), 'UTC', since, at(now));
      return [begin?.on ?? null, skipped.map(({ on }) => on.slice(5, 10))];
    };
    expect(found('2026-05-02T08:29:00Z')).toEqual([null, []]);
    expect(found('2026-05-02T08:30:00Z')).toEqual(['2026-05-02T08:30', []]);
    expect(found('2026-05-04T20:29:00Z')).toEqual(['2026-05-04T08:30', ['05-02', '05-03']]);
    expect(found('2026-05-04T20:31:00Z')).toEqual([null, ['05-02', '05-03', '05-04']]);
    expect(found('2026-05-04T09:29:00Z', 60)).toEqual(['2026-05-04T08:30', ['05-02', '05-03']]);
    expect(found('2026-05-04T09:30:00Z', 60)).toEqual([null, ['05-02', '05-03', '05-04']]);
  });

  it('is said where it was more than the clock’s own minutes', () => {
    const planned = at('2026-05-04T08:30:00Z');
    expect(lateStart(null, planned)).toBeNull();
    expect(lateStart(planned, at('2026-05-04T08:34:59Z'))).toBeNull();
    expect(lateStart(planned, at('2026-05-04T10:00:30Z'))).toBe(90);
    expect(isWorthBeginning(planned, 5, at('2026-05-04T08:35:00Z'))).toBe(false);
    expect([5, 60, 90, 1_440, 2_880].map(lengthWords)).toEqual(['5 min', '1 h', '1 h 30 min', '24 h', '2 days']);
  });
});

it('says on which days in words', () => {
  const words = (repeat: Repeat) => repeatWords(repeat, (day) => day);
  expect(words(daily)).toBe('every day');
  expect(words({ every: 'week', interval: 1, days: ['MO', 'WE', 'FR'], weekStart: 'MO' })).toBe('every MO, WE and FR');
  expect(words({ every: 'month', interval: 1, on: { day: -1 } })).toBe('on the last day of every month');
  expect(words({ every: 'month', interval: 1, on: { day: 15 } })).toBe('on day 15 of every month');
});

it('knows how long a day is where the clock is set', () => {
  const hours = (day: string) => {
    const { from, to } = dayAt(day, 'Europe/Berlin');
    return (to.getTime() - from.getTime()) / 3_600_000;
  };
  expect([hours('2026-03-29'), hours('2026-05-04'), hours('2026-10-25')]).toEqual([23, 24, 25]);
});
