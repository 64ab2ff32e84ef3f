import { expect, test } from 'vitest';
import { dateOf, dayOfDate } from '../../calendar/local.ts';
import { type CalendarPlace, longestRange, rangeOf, rangeWords, turned, withRange, withView } from './range.ts';

const place = (view: CalendarPlace['view'], date: string, days = 14): CalendarPlace => ({
  view,
  day: dayOfDate(date) ?? 0,
  days,
});
const shown = (at: CalendarPlace, weekStart: 'MO' | 'SU' = 'MO') => {
  const { from, until } = rangeOf(at, weekStart);
  return [dateOf(from), dateOf(until - 1)];
};

test('a week begins on the day on which the organisation’s weeks begin', () => {
  expect(shown(place('week', '2026-03-04'))).toEqual(['2026-03-02', '2026-03-08']);
  expect(shown(place('week', '2026-03-04'), 'SU')).toEqual(['2026-03-01', '2026-03-07']);
});

test('a month is shown in whole weeks', () => {
  expect(shown(place('month', '2026-03-15'))).toEqual(['2026-02-23', '2026-04-05']);
  expect(shown(place('month', '2027-02-10'))).toEqual(['2027-02-01', '2027-02-28']);
});

test('arrows turn by what is shown; the 31st turns to the last day of a shorter month', () => {
  expect(dateOf(turned(place('month', '2026-01-31'), 1).day)).toBe('2026-02-28');
  expect(dateOf(turned(place('week', '2026-03-04'), -1).day)).toBe('2026-02-25');
  expect(dateOf(turned(place('day', '2026-03-01'), -1).day)).toBe('2026-02-28');
  expect(dateOf(turned(place('timeline', '2026-03-02', 10), 1).day)).toBe('2026-03-12');
});

test('a timeline begins where the week or month before it began', () => {
  expect(shown(withView(place('week', '2026-03-04'), 'timeline', 'MO'))).toEqual(['2026-03-02', '2026-03-15']);
  expect(shown(withView(place('month', '2026-03-15'), 'list', 'MO'))).toEqual(['2026-02-23', '2026-04-05']);
  expect(withView(place('timeline', '2026-03-04', 5), 'list', 'MO')).toEqual(place('list', '2026-03-04', 5));
});

test('a chosen range is shown as it is, within bounds', () => {
  expect(withRange(place('week', '2026-03-04'), '2026-03-10', '2026-03-20')).toEqual(
    place('timeline', '2026-03-10', 11),
  );
  expect(withRange(place('list', '2026-03-04'), '2026-03-10', '2026-03-10').days).toBe(1);
  expect(withRange(place('list', '2026-03-04'), '2026-01-01', '2027-01-01').days).toBe(longestRange);
});

test('what is shown is said without repeating itself', () => {
  expect(rangeWords(place('week', '2026-03-04'), 'MO')).toBe('2–8 Mar 2026');
  expect(rangeWords(place('week', '2026-04-01'), 'MO')).toBe('30 Mar – 5 Apr 2026');
  expect(rangeWords(place('week', '2027-01-01'), 'MO')).toBe('28 Dec 2026 – 3 Jan 2027');
  expect(rangeWords(place('day', '2026-03-04'), 'MO')).toBe('Wed 4 Mar 2026');
  expect(rangeWords(place('month', '2026-03-04'), 'MO')).toBe('March 2026');
});
