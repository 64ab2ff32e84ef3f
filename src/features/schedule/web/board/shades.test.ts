import { expect, test } from 'vitest';
import { shadesOf } from './shades.ts';

const days = ['2026-03-28', '2026-03-29', '2026-03-30'];
const absence = (startsAt: string, endsAt: string) => ({
  personId: 'ana',
  startsAt,
  endsAt,
  kind: 'time_off' as const,
  words: 'Holiday',
});
const shade = (left: number, width: number) => ({ left, width, kind: 'time_off', words: 'Holiday' });

test('time off over several days shades each of them, in part where it begins and ends', () => {
  const ana = shadesOf([absence('2026-03-28T18:00:00Z', '2026-03-30T06:00:00Z')], days, 'UTC').get('ana');
  expect(ana?.get('2026-03-28')).toEqual([shade(75, 25)]);
  expect(ana?.get('2026-03-29')).toEqual([shade(0, 100)]);
  expect(ana?.get('2026-03-30')).toEqual([shade(0, 25)]);
});

test('a day of the zone is shaded whole, also the one with 23 hours', () => {
  const berlin = [absence('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z')];
  const ana = shadesOf(berlin, days, 'Europe/Berlin').get('ana');
  expect([...(ana?.entries() ?? [])]).toEqual([['2026-03-29', [shade(0, 100)]]]);
});

test('what lies outside the days shades nothing', () => {
  expect(shadesOf([absence('2026-03-31T00:00:00Z', '2026-04-02T00:00:00Z')], days, 'UTC').size).toBe(0);
});
