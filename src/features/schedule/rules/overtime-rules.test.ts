import { describe, expect, it } from 'vitest';
import { dayMinutes, dayOfDate } from '../calendar/local.ts';
import { overtimeOf, thresholdsOf } from './overtime.ts';
import type { Accounting, Rule } from './rule.ts';
import { shiftOf } from './shift.ts';

const monday = dayOfDate('2026-05-18') ?? 0;
const accounting: Accounting = { weekStart: 'MO', periodWeeks: 2, periodFrom: monday, weekend: ['SA', 'SU'] };
const overtime = (dayHours: number | null, weekHours: number | null): Rule => ({
  ...{ kind: 'overtime', policy: 'last_resort', hard: false, weight: 1 },
  ...{ dayMinutes: dayHours && dayHours * 60, weekMinutes: weekHours && weekHours * 60 },
});
const worked = (day: number, hours: number, from = 9) => {
  const start = (monday + day) * dayMinutes + from * 60;
  const id = `${day} ${from}`;
  return shiftOf({
    id,
    role: '',
    location: '',
    zone: 'UTC',
    needs: 1,
    breakMinutes: 0,
    start,
    end: start + hours * 60,
  });
};
const of = (rules: readonly Rule[], ...work: Parameters<typeof worked>[]) =>
  [
    ...overtimeOf(
      accounting,
      thresholdsOf(rules),
      work.map((one) => worked(...one)),
    ),
  ].map(([id, minutes]) => [id, minutes / 60]);

describe('overtime', () => {
  it('is what came last in the week, in the order of time', () => {
    const week = of([overtime(null, 40)], [4, 10], [0, 10], [1, 10], [2, 10], [3, 10], [7, 10]);
    expect(week.filter(([, hours]) => hours !== 0)).toEqual([['4 9', 10]]);
  });

  it('of a day is what goes beyond its threshold, also in two pieces', () => {
    expect(of([overtime(8, null)], [0, 6], [0, 5, 18])).toEqual([
      ['0 9', 0],
      ['0 18', 3],
    ]);
  });

  it('beyond both thresholds counts once, and of several rules the strictest counts', () => {
    expect(of([overtime(8, 9)], [0, 10])).toEqual([['0 9', 2]]);
    expect(of([overtime(null, 40), overtime(9, null)], [0, 10])).toEqual([['0 9', 1]]);
  });

  it('of a day and of a week counts once too where each has a rule of its own', () => {
    const week = [0, 1, 2, 3, 4].map((day): Parameters<typeof worked> => [day, 10]);
    const hours = of([overtime(8, null), overtime(null, 40)], ...week).map(([, one]) => one);
    expect(hours).toEqual([2, 2, 2, 2, 2]);
  });

  it('is none where no rule says what it is', () => {
    expect(of([], [0, 20])).toEqual([['0 9', 0]]);
  });
});
