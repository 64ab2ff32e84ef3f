import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfDate } from '../calendar/local.ts';
import { clockOf } from '../calendar/zone.ts';
import { overtimeOf, thresholdsOf } from './overtime.ts';
import type { Accounting, Rule } from './rule.ts';
import { shiftOf } from './shift.ts';

const monday = dayOfDate('2026-05-18') ?? 0;
const accounting: Accounting = { weekStart: 'MO', periodWeeks: 2, periodFrom: monday, weekend: ['SA', 'SU'] };
const zone = 'Europe/Lisbon';
const shift = (id: string, day: number, hour: number, hours: number) => {
  const start = clockOf(zone).toEpoch((monday + day) * 1440 + hour * 60);
  const place = { role: 'bar', location: 'quay', zone, needs: 1, breakMinutes: 0 };
  return shiftOf({ id, ...place, start, end: start + hours * 60 });
};

describe('overtime', () => {
  it('belongs to the shifts that bring it, in the order of time', () => {
    const week = [0, 1, 2, 3, 4].map((day) => shift(`d${day}`, day, 9, 9));
    const found = overtimeOf(accounting, { dayMinutes: null, weekMinutes: 2400 }, week.toReversed());
    expect(week.map(({ id }) => found.get(id))).toEqual([0, 0, 0, 0, 300]);
  });

  it('is counted once where an hour is beyond the day and the week', () => {
    const week = [0, 1, 2, 3, 4].map((day) => shift(`d${day}`, day, 9, 9));
    const found = overtimeOf(accounting, { dayMinutes: 480, weekMinutes: 2400 }, week);
    expect([...found.values()].reduce((sum, one) => sum + one, 0)).toBe(300);
  });

  it('of a week is what the longer of both counts says, however the week is worked', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 14 }), (worked, hours) => {
        const week = worked.map((day) => shift(`d${day}`, day, 6, hours));
        const found = overtimeOf(accounting, { dayMinutes: 480, weekMinutes: 2400 }, week);
        const byDays = worked.length * Math.max(0, hours - 8) * 60;
        const byWeek = Math.max(0, worked.length * hours - 40) * 60;
        expect([...found.values()].reduce((sum, one) => sum + one, 0)).toBe(Math.max(byDays, byWeek));
      }),
    );
  });

  it('begins at the lowest threshold among the rules', () => {
    const bound = (dayMinutes: number | null, weekMinutes: number | null): Rule => ({
      ...{ kind: 'overtime', policy: 'free', hard: false, weight: 0, dayMinutes, weekMinutes },
    });
    expect(thresholdsOf([bound(600, 2400), bound(null, 2880)])).toEqual({ dayMinutes: 600, weekMinutes: 2400 });
    expect(thresholdsOf([])).toEqual({ dayMinutes: null, weekMinutes: null });
  });
});
