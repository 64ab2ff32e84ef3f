import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, nextOccurrence, occurrenceOn, occurrences } from './occurrences.ts';
import { takings } from './oracle.fixture.ts';
import { anySeries, daily, seriesOf, take, till, times, weekly } from './series.fixture.ts';
import type { Series } from './series.ts';
import { epochAt } from './zone.ts';

const all = (series: Series<string>) =>
  [...take(occurrences(series, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY), 1000)].map(
    ({ localStart, localEnd }) => `${localStart} ${localEnd.slice(-5)}`,
  );
const iso = (minutes: number) => instantOf(minutes).toString();
const at = (local: string, zone = 'Europe/Lisbon') => epochAt(zone, local);

describe('occurrences', () => {
  it('are those that a walk day by day finds, in any zone, with any rule and exceptions', () => {
    fc.assert(
      fc.property(anySeries, (series) => {
        const expected = takings(series, '2027-12-31').map(({ start, ...rest }) => ({ start, ...rest }));
        const found = [...occurrences(series, at('2025-12-01T00:00'), at('2027-12-20T00:00'))];
        const comparable = found.map((one) => ({
          start: iso(one.start),
          on: one.on,
          minutes: one.minutes,
          payload: one.payload,
        }));
        const before = iso(at('2027-12-20T00:00'));
        expect(comparable).toEqual(expected.filter((one) => one.start < before));
      }),
      { numRuns: 400 },
    );
  });

  it('of a window are those of the whole that overlap it', () => {
    const window = fc.tuple(fc.integer({ min: -20_000, max: 500_000 }), fc.integer({ min: 1, max: 60_000 }));
    fc.assert(
      fc.property(anySeries, window, (series, [from, length]) => {
        const start = at('2026-01-01T00:00') + from;
        const whole = [...occurrences(series, at('2025-12-01T00:00'), at('2028-01-01T00:00'))];
        const expected = whole.filter((one) => one.start < start + length && one.end > start);
        expect([...occurrences(series, start, start + length)]).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('end after so many, the first included, or with the last on or before a date', () => {
    expect(all(seriesOf({ rule: daily(times(2)) }))).toEqual(['2026-03-02T09:00 17:00', '2026-03-03T09:00 17:00']);
    expect(all(seriesOf({ rule: weekly('MO', till('2026-03-16')) }))).toHaveLength(3);
    expect(all(seriesOf({ rule: weekly('MO', till('2026-03-15')) }))).toHaveLength(2);
  });

  it('leave out months that have no such day', () => {
    const rule = { repeat: { every: 'month', interval: 1, on: { day: 31 } }, ends: times(3) } as const;
    expect(all(seriesOf({ start: '2026-01-31T09:00', rule })).map((text) => text.slice(0, 10))).toEqual([
      '2026-01-31',
      '2026-03-31',
      '2026-05-31',
    ]);
  });

  it('of a series from years ago cost no more than of a recent one', () => {
    const ancient = seriesOf({ start: '2000-01-03T09:00', rule: weekly('MO WE FR') });
    const started = performance.now();
    for (let round = 0; round < 100; round += 1) {
      const copy = { ...ancient, rule: weekly('MO WE FR') };
      expect([...occurrences(copy, at('2199-03-01T00:00'), at('2199-03-08T00:00'))]).toHaveLength(3);
    }
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('come one by one, so that an endless series may be asked for all', () => {
    const endless = occurrences(seriesOf({ rule: daily() }), Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
    expect([...take(endless, 500)]).toHaveLength(500);
  });

  it('are found by their key, changed or not, and are gone when removed', () => {
    const series = seriesOf({
      rule: daily(times(3)),
      exceptions: [
        { kind: 'removed', on: '2026-03-03T09:00' },
        { kind: 'changed', on: '2026-03-04T09:00', start: '2026-03-04T12:00', colour: 'red' },
      ],
    });
    expect(occurrenceOn(series, '2026-03-02T09:00')).toMatchObject({ changed: false, colour: null });
    expect(occurrenceOn(series, '2026-03-03T09:00')).toBeNull();
    expect(occurrenceOn(series, '2026-03-04T09:00')).toMatchObject({ localStart: '2026-03-04T12:00', colour: 'red' });
    expect(occurrenceOn(series, '2026-03-05T09:00')).toBeNull();
    expect(nextOccurrence(series, at('2026-03-03T00:00'))?.on).toBe('2026-03-04T09:00');
  });
});

describe('when the clocks change', () => {
  const night = (given: Partial<Series<string>>) => all(seriesOf(given));
  const elapsed = (series: Series<string>) =>
    [...occurrences(series, 0, at('2027-01-01T00:00'))].map((one) => one.end - one.start);

  it('09:00 stays 09:00', () => {
    const series = seriesOf({ start: '2026-03-28T09:00', rule: daily(times(2)) });
    expect([...occurrences(series, 0, at('2027-01-01T00:00'))].map((one) => iso(one.start))).toEqual([
      '2026-03-28T09:00:00Z',
      '2026-03-29T08:00:00Z',
    ]);
  });

  it('a night shift ends when the clock says so, an hour sooner or later', () => {
    const spring = seriesOf({ start: '2026-03-28T22:00', minutes: 480 });
    const autumn = seriesOf({ start: '2026-10-24T22:00', minutes: 480 });
    expect([all(spring), elapsed(spring)]).toEqual([['2026-03-28T22:00 06:00'], [420]]);
    expect([all(autumn), elapsed(autumn)]).toEqual([['2026-10-24T22:00 06:00'], [540]]);
  });

  it('what begins in the hour that is left out begins and ends an hour later', () => {
    expect(night({ start: '2026-03-29T01:30', minutes: 45 })).toEqual(['2026-03-29T02:30 03:15']);
    expect(elapsed(seriesOf({ start: '2026-03-29T01:30', minutes: 15 }))).toEqual([15]);
  });

  it('what begins in the hour that comes twice begins in the first one', () => {
    const series = seriesOf({ start: '2026-10-25T01:30', minutes: 15 });
    expect(nextOccurrence(series)?.start).toBe(at('2026-10-25T00:30', 'UTC'));
    expect(elapsed(series)).toEqual([15]);
  });

  it('nothing ends before it begins, in any zone', () => {
    fc.assert(
      fc.property(anySeries, (series) => {
        for (const one of occurrences(series, at('2026-01-01T00:00'), at('2028-01-01T00:00'))) {
          expect(one.end).toBeGreaterThan(one.start);
          expect(Math.abs(one.end - one.start - one.minutes)).toBeLessThanOrEqual(60);
        }
      }),
    );
  });

  it('midnight itself may be left out', () => {
    const series = seriesOf({ zone: 'Africa/Cairo', start: '2026-04-23T00:00', minutes: 60, rule: daily(times(3)) });
    expect(all(series)).toEqual(['2026-04-23T00:00 01:00', '2026-04-24T01:00 02:00', '2026-04-25T00:00 01:00']);
  });
});

describe('a month of 200 people with three series each', () => {
  it('is there within a second', () => {
    const many = Array.from({ length: 600 }, (_, index) =>
      seriesOf({
        id: `s${index}`,
        start: '2019-01-07T09:00',
        rule: weekly(['MO WE', 'TU', 'FR SA SU'][index % 3] ?? ''),
      }),
    );
    const [from, until] = [at('2026-03-01T00:00'), at('2026-04-01T00:00')];
    const started = process.cpuUsage();
    const count = many.reduce((sum, series) => sum + [...occurrences(series, from, until)].length, 0);
    expect(count).toBe(200 * (9 + 5 + 13));
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000);
  });
});
