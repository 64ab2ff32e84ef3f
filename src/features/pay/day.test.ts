import { describe, expect, it } from 'vitest';
import type { Tx } from '../../platform/db/index.ts';
import { dayWords, isWaking, todayOf } from './day.ts';

/** Nothing is read but the organisation's time zone. */
const tx = {} as Tx;
const at = (moment: string, timeZone: string) => {
  const people = { organisation: async () => ({ timeZone }) };
  return { clock: { now: () => new Date(moment) }, people } as unknown as Parameters<typeof isWaking>[0];
};

describe('the day on which something about pay happens', () => {
  it.each([
    ['2026-05-31T21:59:59Z', 'Europe/Berlin', '2026-05-31'],
    ['2026-05-31T22:00:00Z', 'Europe/Berlin', '2026-06-01'],
    ['2026-05-31T22:00:00Z', 'America/New_York', '2026-05-31'],
    ['2026-05-31T10:00:00Z', 'Pacific/Kiritimati', '2026-06-01'],
    ['2026-06-01T10:59:59Z', 'Pacific/Niue', '2026-05-31'],
    // Clocks are set on the last Sunday of March and of October.
    ['2026-03-29T00:59:59Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-10-24T22:00:00Z', 'Europe/Berlin', '2026-10-25'],
    ['2026-10-25T22:59:59Z', 'Europe/Berlin', '2026-10-25'],
    ['2026-10-25T23:00:00Z', 'Europe/Berlin', '2026-10-26'],
  ])('at %s in %s is %s', async (moment, zone, day) => {
    expect(await todayOf(at(moment, zone), tx)).toBe(day);
  });

  it('is that of another moment where one is named', async () => {
    expect(await todayOf(at('2026-05-04T09:00:00Z', 'Europe/Berlin'), tx, new Date('2026-01-01T00:00:00Z'))).toBe(
      '2026-01-01',
    );
  });
});

describe('what happens by itself at midnight', () => {
  it.each([
    ['2026-05-04T22:00:00Z', false],
    ['2026-05-05T04:59:59Z', false],
    ['2026-05-05T05:00:00Z', true],
    ['2026-05-05T21:59:59Z', true],
    // By winter time it is seven an hour later by the sun.
    ['2026-12-01T05:30:00Z', false],
    ['2026-12-01T06:00:00Z', true],
  ])('at %s is told: %s', async (moment, isTold) => {
    expect(await isWaking(at(moment, 'Europe/Berlin'), tx)).toBe(isTold);
  });
});

it('a day is read the same wherever the server stands', () => {
  expect(['2026-06-01', '2026-12-31', '2028-02-29'].map(dayWords)).toEqual([
    '1 June 2026',
    '31 December 2026',
    '29 February 2028',
  ]);
});
