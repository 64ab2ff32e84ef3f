import type { Rule, RuleKind } from '../../rules/rule.ts';

interface Look {
  readonly name: string;
  readonly explains: string;
  /** What stands in it when it is added. */
  readonly first: Rule;
}

const hard = { hard: true, weight: 10 } as const;

/** The rules in the order in which people think of them: what a person may do, how long, how often. */
export const ruleLooks: Readonly<Record<RuleKind, Look>> = {
  knows_role: {
    name: 'Knows the role',
    explains: 'Only people who know a role work in it.',
    first: { kind: 'knows_role', ...hard },
  },
  qualified: {
    name: 'Qualified',
    explains: 'The conditions of the role are met on the day of the shift.',
    first: { kind: 'qualified', ...hard },
  },
  available: {
    name: 'Available',
    explains: 'The shift lies in time at which the person can work.',
    first: { kind: 'available', ...hard },
  },
  time_off: { name: 'Time off', explains: 'Nobody works while they are off.', first: { kind: 'time_off', ...hard } },
  never_ranked: {
    name: 'Rank 0 is never',
    explains: 'Whoever is ranked 0 for a role does not work in it.',
    first: { kind: 'never_ranked', ...hard },
  },
  headcount: {
    name: 'Headcount',
    explains: 'No more people on a shift than it needs.',
    first: { kind: 'headcount', ...hard },
  },
  holiday: { name: 'Holidays', explains: 'No work on holidays.', first: { kind: 'holiday', ...hard } },
  rest: {
    name: 'Rest',
    explains: 'Time free between two shifts.',
    first: { kind: 'rest', minutes: 660, sameDay: false, ...hard },
  },
  day_hours: {
    name: 'Hours a day',
    explains: 'Hours worked on a day on which somebody works at all.',
    first: { kind: 'day_hours', min: null, max: 600, ...hard },
  },
  week_hours: {
    name: 'Hours a week',
    explains: 'Hours worked in a week.',
    first: { kind: 'week_hours', min: null, max: 2400, ...hard },
  },
  period_hours: {
    name: 'Hours a period',
    explains: 'Hours worked in a schedule period.',
    first: { kind: 'period_hours', min: null, max: 4800, ...hard },
  },
  overtime: {
    name: 'Overtime',
    explains: 'Work beyond the thresholds: never, only when nobody else can, or freely.',
    first: { kind: 'overtime', policy: 'last_resort', dayMinutes: null, weekMinutes: 2400, hard: false, weight: 10 },
  },
  days_in_row: {
    name: 'Days in a row',
    explains: 'Consecutive days of work.',
    first: { kind: 'days_in_row', max: 6, ...hard },
  },
  days_off: {
    name: 'Days off in a row',
    explains: 'Consecutive days off between two days of work.',
    first: { kind: 'days_off', min: 2, hard: false, weight: 10 },
  },
  weekends: {
    name: 'Weekends',
    explains: 'Weekends of a period on which somebody works.',
    first: { kind: 'weekends', max: 1, hard: false, weight: 10 },
  },
  notice: {
    name: 'Notice',
    explains: 'Days between publishing and the shift.',
    first: { kind: 'notice', days: 7, hard: false, weight: 10 },
  },
};

/** All kinds of rules, in their order. */
export const ruleKinds = Object.keys(ruleLooks) as readonly RuleKind[];

/** Minutes as hours for a field; empty where there is no bound. */
export function hoursOf(minutes: number | null): number | '' {
  return minutes === null ? '' : minutes / 60;
}

/** What was typed in a field of hours as minutes. */
export function minutesOf(typed: string | number): number | null {
  return typed === '' || !Number.isFinite(Number(typed)) ? null : Math.round(Number(typed) * 60);
}
