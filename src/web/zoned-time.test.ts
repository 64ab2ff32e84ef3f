import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  dayAt,
  daysBetween,
  formatAgo,
  formatDate,
  formatDateTime,
  formatDay,
  instantOf,
  timeZones,
  wallTimeAt,
  weekdayOf,
  zoneLabel,
} from './zoned-time.ts';

const berlin = 'Europe/Berlin';

describe('wall clock and instant', () => {
  test('a summer and a winter morning in Berlin', () => {
    expect(instantOf('2025-07-01T09:00', berlin)?.toISOString()).toBe('2025-07-01T07:00:00.000Z');
    expect(instantOf('2025-12-01T09:00', berlin)?.toISOString()).toBe('2025-12-01T08:00:00.000Z');
  });

  test('a time the clocks skip moves forward by the gap', () => {
    const at = instantOf('2025-03-30T02:30', berlin);
    expect(at === null ? null : wallTimeAt(at, berlin)).toBe('2025-03-30T03:30');
  });

  test('a time that happens twice is the first of the two', () => {
    expect(instantOf('2025-10-26T02:30', berlin)?.toISOString()).toBe('2025-10-26T00:30:00.000Z');
  });

  test('zones with half hours and zones far east are right', () => {
    expect(instantOf('2025-06-01T12:00', 'Asia/Kolkata')?.toISOString()).toBe('2025-06-01T06:30:00.000Z');
    expect(instantOf('2025-06-01T12:00', 'Pacific/Kiritimati')?.toISOString()).toBe('2025-05-31T22:00:00.000Z');
  });

  test('there and back again is the same minute, in any zone', () => {
    const zone = fc.constantFrom('UTC', berlin, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu');
    const time = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2035, 0, 1) });
    fc.assert(
      fc.property(zone, time, (timeZone, at) => {
        const wall = wallTimeAt(new Date(at), timeZone);
        const again = instantOf(wall, timeZone);
        expect(again === null ? null : wallTimeAt(again, timeZone)).toBe(wall);
      }),
      { numRuns: 200 },
    );
  });

  test('what is no date is null', () => {
    expect(instantOf('', berlin)).toBeNull();
    expect(instantOf('tomorrow', berlin)).toBeNull();
  });
});

test('days are counted by the calendar, not by hours', () => {
  expect(addDays('2025-03-29', 2)).toBe('2025-03-31');
  expect(addDays('2025-01-01', -1)).toBe('2024-12-31');
  expect(daysBetween('2025-03-29', '2025-03-31')).toBe(2);
  expect(weekdayOf('2025-11-21')).toBe(5);
});

test('the day depends on the zone', () => {
  const at = new Date('2025-11-21T23:30:00Z');
  expect(dayAt(at, 'UTC')).toBe('2025-11-21');
  expect(dayAt(at, berlin)).toBe('2025-11-22');
});

test('dates are written in the organisation’s zone', () => {
  expect(formatDateTime('2025-11-21T23:30:00Z', berlin, 'en-GB')).toMatch(/Sat.*22 Nov 2025.*00:30/);
  expect(formatDate('2025-11-21T23:30:00Z', berlin, new Date('2025-01-05T00:00:00Z'), 'en-GB')).toBe('22 Nov');
  expect(formatDate('2025-11-21T12:00:00Z', berlin, new Date('2026-01-05T00:00:00Z'), 'en-GB')).toBe('21 Nov 2025');
  expect(formatDay('2025-11-21', 'en-GB')).toBe('21 Nov');
});

test('a zone is named with its offset at that moment', () => {
  expect(zoneLabel('America/New_York', new Date('2025-07-01T00:00:00Z'))).toBe('America/New York (GMT-4)');
  expect(timeZones()).toContain('UTC');
  expect(timeZones()).toContain('Europe/Berlin');
});

test('how long ago, in words', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  const ago = (iso: string) => formatAgo(iso, now, 'en-GB');
  expect(ago('2026-11-22T11:59:30Z')).toBe('just now');
  expect(ago('2026-11-22T12:00:30Z')).toBe('just now');
  expect(ago('2026-11-22T11:57:00Z')).toBe('3 minutes ago');
  expect(ago('2026-11-22T10:59:00Z')).toBe('1 hour ago');
  expect(ago('2026-11-21T11:00:00Z')).toBe('yesterday');
  expect(ago('2026-11-18T11:00:00Z')).toBe('4 days ago');
  expect(ago('2026-11-10T11:00:00Z')).toBe('last week');
  expect(ago('2026-08-10T11:00:00Z')).toBe('3 months ago');
  expect(ago('2024-01-10T11:00:00Z')).toBe('2 years ago');
});
