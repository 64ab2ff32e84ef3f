import { describe, expect, it } from 'vitest';
import { lengthBetween, problemsOf } from './problems.ts';
import { daily, seriesOf, till, times, weekly } from './series.fixture.ts';
import type { Repeat, Series } from './series.ts';

const sentences = (given: Partial<Series<string>>) => problemsOf(seriesOf(given)).map(({ sentence }) => sentence);
const monthly = (on: Extract<Repeat, { every: 'month' }>['on'], interval = 1) => ({
  repeat: { every: 'month' as const, interval, on },
  ends: { kind: 'never' as const },
});

describe('problems of a series', () => {
  it('are none for what is right', () => {
    expect(sentences({})).toEqual([]);
    expect(sentences({ rule: weekly('MO WE', till('2026-12-31'), 2) })).toEqual([]);
    expect(sentences({ start: '2026-02-28T22:00', minutes: 2160, rule: monthly({ day: -1 }) })).toEqual([]);
  });

  it.each<[string, Partial<Series<string>>]>([
    ['There is no time zone "Mars/Olympus".', { zone: 'Mars/Olympus' }],
    ['This is not a date and time between 2000 and 2199.', { start: '2026-02-30T09:00' }],
    ['It ends before it begins.', { minutes: -60 }],
    ['It is too short: 15 minutes are the least.', { minutes: 14 }],
    ['It is too short: 15 minutes are the least.', { minutes: 0 }],
    ['It is too long: 36 hours are the most.', { minutes: 2161 }],
    ['The length is not in whole minutes.', { minutes: 30.5 }],
    ['It can repeat every 1 to 100 days.', { rule: daily({ kind: 'never' }, 0) }],
    ['Choose at least one day of the week.', { rule: weekly('') }],
    ['A month has days from the 1st to the 31st.', { rule: monthly({ day: 32 }) }],
    ['A month has days from the 1st to the 31st.', { rule: monthly({ day: 0 }) }],
    [
      'A weekday comes at most five times a month: choose the first to the fifth, or the last.',
      { rule: monthly({ weekday: 'MO', nth: 6 }) },
    ],
    ['It can end after 1 to 5000 occurrences.', { rule: daily(times(0)) }],
    ['The day on which it ends is not a date between 2000 and 2199.', { rule: daily(till('2026-13-01')) }],
    ['It ends before its first occurrence.', { rule: daily(till('2026-03-01')) }],
    ['No occurrence falls before the day on which it ends.', { rule: weekly('SU', till('2026-03-07')) }],
    [
      'No day fits this rule: there would be no occurrence.',
      { start: '2026-02-01T09:00', rule: monthly({ day: 30 }, 12) },
    ],
  ])('are told: %s', (sentence, given) => {
    expect(sentences(given)).toEqual([sentence]);
  });

  it.each<[string, Series<string>['exceptions']]>([
    ['There is no occurrence on 2026-03-03 09:00 to except.', [{ kind: 'removed', on: '2026-03-03T09:00' }]],
    ['There is no occurrence on 2026-03-09 10:00 to except.', [{ kind: 'changed', on: '2026-03-09T10:00' }]],
    ['There is an occurrence on 2026-03-09 09:00 already.', [{ kind: 'added', on: '2026-03-09T09:00' }]],
    ['It is too short: 15 minutes are the least.', [{ kind: 'changed', on: '2026-03-09T09:00', minutes: 5 }]],
    [
      'This is not a date and time between 2000 and 2199.',
      [{ kind: 'changed', on: '2026-03-09T09:00', start: 'later' }],
    ],
    [
      'There are two exceptions for 2026-03-09 09:00.',
      [
        { kind: 'removed', on: '2026-03-09T09:00' },
        { kind: 'changed', on: '2026-03-09T09:00', minutes: 60 },
      ],
    ],
    [
      'Every occurrence was taken out: nothing is left of this series.',
      [
        { kind: 'removed', on: '2026-03-02T09:00' },
        { kind: 'removed', on: '2026-03-09T09:00' },
      ],
    ],
  ])('in its exceptions are told: %s', (sentence, exceptions) => {
    expect(sentences({ rule: weekly('MO', times(2)), exceptions })).toEqual([sentence]);
  });
});

describe('a length between two times', () => {
  it('is measured on the clock on the wall, over midnight too', () => {
    expect(lengthBetween('2026-03-28T22:00', '2026-03-29T06:00')).toEqual({ minutes: 480 });
  });

  it.each([
    ['2026-03-28T22:00', '2026-03-28T21:00', 'It ends before it begins.'],
    ['2026-03-28T22:00', '2026-03-28T22:10', 'It is too short: 15 minutes are the least.'],
    ['2026-03-28T22:00', '2026-03-30T22:00', 'It is too long: 36 hours are the most.'],
    ['2026-03-28T22:00', 'tomorrow', 'This is not a date and time between 2000 and 2199.'],
    ['today', '2026-03-28T22:10', 'This is not a date and time between 2000 and 2199.'],
  ])('from %s to %s is refused: %s', (start, end, sentence) => {
    expect(lengthBetween(start, end)).toMatchObject({ problem: { sentence } });
  });
});
