import { describe, expect, it } from 'vitest';
import { ruleWords } from './describe.ts';
import { overlapsOf, overlapWords } from './overlap.ts';
import { daily, seriesOf, till, times, weekly } from './series.fixture.ts';
import type { MonthDay, Rule } from './series.ts';
import { epochAt } from './zone.ts';

const monthly = (on: MonthDay, interval = 1): Rule => ({
  repeat: { every: 'month', interval, on },
  ends: { kind: 'never' },
});

describe('a rule in words', () => {
  it.each<[string, Rule | null]>([
    ['does not repeat', null],
    ['every day', daily()],
    ['every third day, 10 times', daily(times(10), 3)],
    ['every 10 days, once', daily(times(1), 10)],
    ['every week on Mon', weekly('MO')],
    ['every second week on Mon and Wed until 3 Mar 2027', weekly('MO WE', till('2027-03-03'), 2)],
    ['every week on Mon to Fri', weekly('MO TU WE TH FR')],
    ['every week on Mon, Tue and Sat', weekly('MO TU SA')],
    ['every week on all days', weekly('MO TU WE TH FR SA SU')],
    ['on the 15th of every month', monthly({ day: 15 })],
    ['on the 22nd of every second month', monthly({ day: 22 }, 2)],
    ['on the 11th of every 12 months', monthly({ day: 11 }, 12)],
    ['on the last day of every month', monthly({ day: -1 })],
    ['on the 3rd day from the end of every month', monthly({ day: -3 })],
    ['on the second Tue of every month', monthly({ weekday: 'TU', nth: 2 })],
    ['on the last Fri of every fourth month', monthly({ weekday: 'FR', nth: -1 }, 4)],
  ])('is "%s"', (words, rule) => {
    expect(ruleWords(rule)).toBe(words);
  });
});

describe('overlapping series', () => {
  const [from, until] = [epochAt('UTC', '2026-03-01T00:00'), epochAt('UTC', '2026-06-01T00:00')];
  const overlaps = (...all: Parameters<typeof seriesOf>[0][]) =>
    overlapsOf(all.map(seriesOf), from, until).map(overlapWords);

  it('are each told once, with the first time', () => {
    const late = { id: 's2', start: '2026-03-03T16:00', minutes: 240, rule: weekly('TU TH') };
    expect(overlaps({ rule: daily() }, late)).toEqual(['On Tue 3 Mar 2026, 09:00–17:00 and 16:00–20:00 overlap.']);
  });

  it('may be one and the same, and over midnight', () => {
    expect(overlaps({ minutes: 36 * 60, rule: daily() })).toEqual([
      'On Mon 2 Mar 2026, 09:00–21:00 and Tue 3 Mar 2026, 09:00–21:00 overlap.',
    ]);
  });

  it('are none that only touch, or of which one was taken out', () => {
    expect(overlaps({ rule: daily() }, { id: 's2', start: '2026-03-02T17:00' })).toEqual([]);
    const out = { exceptions: [{ kind: 'removed', on: '2026-03-09T09:00' }] } as const;
    expect(overlaps({ rule: weekly('MO'), ...out }, { id: 's2', start: '2026-03-09T12:00' })).toEqual([]);
  });
});
