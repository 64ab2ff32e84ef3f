import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, dayOfDate, weekdayIndex } from '../calendar/local.ts';
import { clockOf } from '../calendar/zone.ts';
import { halfHours, minutesOf, momentsOf } from './half-hours.ts';
import { openHalves, type PastDay, projectDay } from './project.ts';
import { peopleIn } from './staffing.ts';

const dayIn = (date: string) => dayOfDate(date) ?? 0;
const monday = dayIn('2026-05-04');
const figures = (of: Readonly<Record<number, number>>) =>
  Array.from({ length: halfHours }, (_, half) => of[half] ?? null);

describe('a projection', () => {
  it('is the mean of the same days of the week, without those of which nothing is known', () => {
    const past: readonly PastDay[] = [
      { day: monday - 7, figures: figures({ 20: 4, 21: 1 }) },
      { day: monday - 14, figures: figures({ 20: 7 }) },
      { day: monday - 21, figures: figures({}) },
      { day: monday - 8, figures: figures({ 20: 100 }) },
    ];
    const { amounts, basis } = projectDay(monday, past);
    expect([basis, amounts[19], amounts[20], amounts[21]]).toEqual([2, null, 5.5, 1]);
    expect(projectDay(monday + 1, past)).toEqual({ amounts: figures({}), basis: 0 });
  });

  it('takes a half hour in which nobody ever worked for closed, and a day too', () => {
    const zeros = Array.from({ length: halfHours }, () => 0);
    const worked = { day: monday - 7, figures: zeros.with(20, 2).with(21, 1) };
    const shorter = { day: monday - 14, figures: zeros.with(20, 1) };
    const closed = { day: monday - 21, figures: zeros };
    const { amounts, basis } = projectDay(monday, openHalves([worked, shorter, closed]));
    expect([basis, amounts[19], amounts[20], amounts[21]]).toEqual([2, null, 1.5, 0.5]);
  });

  it('is what people really worked by the clock on the wall, on nights on which clocks are set too', () => {
    const zones = ['Europe/Lisbon', 'America/New_York', 'Australia/Lord_Howe'] as const;
    const stints = fc.array(
      fc.record({
        week: fc.integer({ min: 1, max: 3 }),
        at: fc.integer({ min: 0, max: 1500 }),
        minutes: fc.integer({ min: 1, max: 600 }),
      }),
      { maxLength: 6 },
    );
    const nights = {
      'Europe/Lisbon': ['2026-03-29', '2026-10-25'],
      'America/New_York': ['2026-03-08', '2026-11-01'],
      'Australia/Lord_Howe': ['2026-04-05', '2026-10-04'],
    };
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.boolean(), stints, (zone, isSpring, given) => {
        // The night on which clocks are set is two weeks before the day that is projected.
        const target = dayIn(nights[zone][isSpring ? 0 : 1] ?? '') + 14;
        const clock = clockOf(zone);
        const crews = given.map(({ week, at, minutes }) => {
          const start = clock.toEpoch((target - 7 * week) * 1440) + at;
          return { start, end: start + minutes, people: 1 };
        });
        const past = [7, 14, 21].map((back) => {
          const moments = momentsOf(target - back, zone);
          const worked = moments.map((half) => (minutesOf(half) === 0 ? null : peopleIn(half, crews)));
          return { day: target - back, figures: worked };
        });
        expect(projectDay(target, openHalves(past)).amounts).toEqual(naively(target, zone, crews));
      }),
      { numRuns: 60 },
    );
  });
});

/** The same, minute by minute: each that was there counts, by what the clock on the wall showed. */
function naively(target: number, zone: string, crews: readonly { readonly start: number; readonly end: number }[]) {
  const clock = clockOf(zone);
  const days = [7, 14, 21].map((back) => {
    const there = Array.from({ length: halfHours }, () => ({ minutes: 0, people: 0 }));
    const day = target - back;
    for (let at = (day - 1) * 1440; at < (day + 2) * 1440; at += 1) {
      const shown = clock.toWall(at);
      if (dayOf(shown) !== day) continue;
      const half = there[Math.floor((shown - day * 1440) / 30)];
      if (half === undefined) continue;
      half.minutes += 1;
      half.people += crews.filter(({ start, end }) => start <= at && at < end).length;
    }
    return there;
  });
  const open = days.filter((day) => day.some(({ people }) => people > 0));
  return Array.from({ length: halfHours }, (_, half) => {
    const known = open.flatMap((day) => day[half] ?? []).filter(({ minutes }) => minutes > 0);
    if (!known.some(({ people }) => people > 0)) return null;
    const sum = known.reduce((all, { people, minutes }) => all + Math.round((people * 100) / minutes) / 100, 0);
    expect(weekdayIndex(target)).toBe(weekdayIndex(target - 7));
    return Math.round((sum / known.length) * 100) / 100;
  });
}
