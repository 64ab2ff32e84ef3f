import { describe, expect, it } from 'vitest';
import { epochAt } from '../calendar/zone.ts';
import type { Person, RuleContext } from './candidate.ts';
import type { Rule } from './rule.ts';
import type { Shift } from './shift.ts';
import { verdict } from './verdict.ts';
import { reasonWords } from './words.ts';
import { candidate, context, day, hard, shift, zone } from './world.fixture.ts';

const names = {
  role: (id: string) => ({ bar: 'Bar', door: 'Door' })[id] ?? id,
  qualification: (id: string) => ({ licence: 'forklift' })[id] ?? id,
};
const monday = shift('2026-03-02T09:00', '17:00');
const at = (local: string) => epochAt(zone, local);
const span = (from: string, until: string) => ({ start: at(from), end: at(until) });

interface Given {
  readonly person?: Partial<Person>;
  readonly has?: readonly Shift[];
  readonly shift?: Shift;
  readonly context?: Partial<RuleContext>;
}

function words(
  rule: Rule | null,
  { person, has = [], shift: wanted = monday, context: given }: Given = {},
): readonly string[] {
  const someone = candidate({ ...person, rules: rule === null ? [] : [rule] }, has);
  const { allowed, reasons } = verdict(someone, wanted, { ...context, ...given });
  expect(allowed).toBe(reasons.every((reason) => !reason.hard));
  return reasons.map((reason) => reasonWords(reason, names));
}

describe('who may take a shift', () => {
  it('is a member then', () => {
    expect(words(null, { person: { isActive: false } })).toEqual(['Not an active member']);
    expect(words(null, { person: { joins: day('2026-03-03') } })).toEqual(['Begins to work here on 3 Mar 2026']);
    expect(words(null, { person: { leaves: day('2026-03-01') } })).toEqual(['Leaves after 1 Mar 2026']);
    expect(words(null, { person: { joins: day('2026-03-02'), leaves: day('2026-03-02') } })).toEqual([]);
  });

  it('does not work elsewhere at the same time, and no scheduler can insist', () => {
    const other = shift('2026-03-02T14:00', '22:00');
    expect(words(null, { has: [other] })).toEqual(['Works then already: Mon 14:00–22:00']);
    expect(words(null, { has: [monday] })).toEqual(['Works then already: Mon 09:00–17:00']);
    expect(verdict(candidate({}, [other]), monday, context).reasons).toMatchObject([
      { hard: true, overrulable: false },
    ]);
    expect(words(null, { has: [shift('2026-03-02T17:00', '18:00'), shift('2026-03-02T08:00', '09:00')] })).toEqual([]);
  });

  it('knows the role', () => {
    expect(words({ kind: 'knows_role', ...hard }, { person: { roles: new Set(['door']) } })).toEqual([
      'Does not know the role: Bar',
    ]);
  });

  it.each<[string, string | null | undefined, string[]]>([
    ['must_have', undefined, ['Not qualified: forklift']],
    ['must_have', null, []],
    ['must_have', '2026-03-02', []],
    ['must_have', '2026-03-01', ['Expired: forklift was valid until 1 Mar 2026']],
    ['must_be', undefined, ['Not qualified: forklift']],
    ['must_not_have', undefined, []],
    ['must_not_have', null, ['Must not have: forklift']],
    ['must_not_have', '2026-03-01', []],
    ['must_not_be', '2026-03-02', ['Must not be: forklift']],
  ])('%s a qualification that is held until %s', (condition, until, expected) => {
    const held = until === undefined ? [] : ([['licence', until === null ? null : day(until)]] as const);
    const conditions = [{ qualification: 'licence', condition: condition as 'must_have' }];
    const given = { context: { roles: new Map([['bar', { id: 'bar', conditions }]]) } };
    const person = { qualifications: new Map<string, number | null>(held) };
    expect(words({ kind: 'qualified', ...hard }, { person, ...given })).toEqual(expected);
  });

  it('is available all the time, and not away', () => {
    const available = [span('2026-03-02T08:00', '2026-03-02T12:00'), span('2026-03-02T13:00', '2026-03-02T18:00')];
    expect(words({ kind: 'available', ...hard }, { person: { available } })).toEqual(['Not available Mon 12:00–13:00']);
    expect(words({ kind: 'available', ...hard }, { person: { available: null } })).toEqual([]);
    const timeOff = [span('2026-03-02T16:00', '2026-03-09T00:00')];
    expect(words({ kind: 'time_off', ...hard }, { person: { timeOff } })).toEqual([
      'Time off Mon 2 Mar 2026 16:00 to Mon 9 Mar 2026 00:00',
    ]);
  });

  it('is not ranked as never, where the weekday says more than the role', () => {
    const rule: Rule = { kind: 'never_ranked', ...hard };
    const rank = (weekday: number | null, one: number) => ({ role: 'bar', weekday, rank: one });
    expect(words(rule, { person: { ranks: [rank(null, 0)] } })).toEqual(['Ranked as never for Bar on Mondays']);
    expect(words(rule, { person: { ranks: [rank(null, 0), rank(0, 3)] } })).toEqual([]);
    expect(words(rule, { person: { ranks: [rank(null, 1), rank(1, 0)] } })).toEqual([]);
  });

  it('has rested before and can rest after', () => {
    const rule: Rule = { kind: 'rest', minutes: 660, sameDay: false, ...hard };
    const tuesday = shift('2026-03-03T06:00', '14:00');
    expect(words(rule, { has: [shift('2026-03-02T14:00', '22:00')], shift: tuesday })).toEqual([
      'Rest of 11 h: only 8 h after Mon 14:00–22:00',
    ]);
    expect(words(rule, { has: [shift('2026-03-04T00:30', '08:00')], shift: tuesday })).toEqual([
      'Rest of 11 h: only 10 h 30 min before Wed 00:30–08:00',
    ]);
    const early = shift('2026-03-02T06:00', '08:00');
    expect(words(rule, { has: [early] })).toEqual([]);
    expect(words({ ...rule, sameDay: true }, { has: [early] })).toEqual([
      'Rest of 11 h: only 1 h after Mon 06:00–08:00',
    ]);
  });

  it('rests an hour less in the night in which clocks go forward', () => {
    const rule: Rule = { kind: 'rest', minutes: 660, sameDay: false, ...hard };
    expect(
      words(rule, { has: [shift('2026-03-28T14:00', '20:00')], shift: shift('2026-03-29T07:00', '12:00') }),
    ).toEqual(['Rest of 11 h: only 10 h after Sat 14:00–20:00']);
  });

  it('works not too much and not too little in a day', () => {
    const rule: Rule = { kind: 'day_hours', min: 240, max: 600, ...hard };
    expect(words(rule, { has: [shift('2026-03-02T19:00', '22:00')] })).toEqual([
      'At most 10 h a day: it would be 11 h on Mon 2 Mar',
    ]);
    expect(words(rule, { shift: shift('2026-03-02T09:00', '12:00') })).toEqual([
      'At least 4 h a day: it would be only 3 h on Mon 2 Mar',
    ]);
    const friday = shift('2026-03-06T20:00', '04:00', { breakMinutes: 30 });
    expect(words({ ...rule, max: 420 }, { shift: friday })).toEqual([
      'At most 7 h a day: it would be 7 h 30 min on Fri 6 Mar',
    ]);
  });

  it('works not too much in a week or period, where a night shift counts in both', () => {
    const nights = ['2026-03-04', '2026-03-05', '2026-03-06', '2026-03-07'].map((date) =>
      shift(`${date}T22:00`, '06:00'),
    );
    const sunday = shift('2026-03-08T22:00', '06:00');
    const week: Rule = { kind: 'week_hours', min: 600, max: 1980, ...hard };
    expect(words(week, { has: nights, shift: sunday })).toEqual([
      'At most 33 h a week: it would be 34 h in the week of Mon 2 Mar',
    ]);
    expect(words({ ...week, max: 2040 }, { has: nights, shift: sunday })).toEqual([]);
    expect(words({ ...week, kind: 'period_hours', max: 2340 }, { has: nights, shift: sunday })).toEqual([
      'At most 39 h a period: it would be 40 h in the period of Mon 2 Mar',
    ]);
  });

  it('works overtime never, at last or freely, an hour counting once', () => {
    const has = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'].map((date) => shift(`${date}T08:00`, '18:00'));
    const friday = shift('2026-03-06T08:00', '18:00');
    const rule: Rule = {
      kind: 'overtime',
      policy: 'never',
      dayMinutes: 540,
      weekMinutes: 2400,
      hard: false,
      weight: 5,
    };
    expect(words(rule, { has, shift: friday })).toEqual([
      'No overtime: 6 h of overtime beyond 9 h a day or 40 h a week',
    ]);
    expect(words({ ...rule, policy: 'last_resort', dayMinutes: null }, { has, shift: friday })).toEqual([
      'Overtime only if nobody else can: 10 h of overtime beyond 40 h a week',
    ]);
    expect(words({ ...rule, policy: 'free' }, { has, shift: friday })).toEqual([]);
  });

  it('works no longer rows of days, has enough days off together, and enough weekends', () => {
    const has = ['2026-03-02', '2026-03-03', '2026-03-05'].map((date) => shift(`${date}T08:00`, '12:00'));
    const wednesday = shift('2026-03-04T08:00', '12:00');
    expect(words({ kind: 'days_in_row', max: 3, ...hard }, { has, shift: wednesday })).toEqual([
      'At most 3 days in a row: it would be 4 from Mon 2 Mar',
    ]);
    expect(words({ kind: 'days_off', min: 2, ...hard }, { has, shift: shift('2026-03-07T08:00', '12:00') })).toEqual([
      'At least 2 days off in a row: only 1 between Thu 5 Mar and Sat 7 Mar',
    ]);
    const weekend = shift('2026-03-07T08:00', '12:00');
    const weekends: Rule = { kind: 'weekends', max: 1, ...hard };
    expect(words(weekends, { has: [weekend], shift: shift('2026-03-15T08:00', '12:00') })).toEqual([
      'At most 1 weekend in a period: it would be 2',
    ]);
    expect(words(weekends, { has: [weekend], shift: shift('2026-03-08T08:00', '12:00') })).toEqual([]);
    expect(words(weekends, { has: [weekend], shift: shift('2026-03-21T08:00', '12:00') })).toEqual([]);
  });

  it('finds the shift open, no holiday, and is told in time unless they asked', () => {
    expect(words({ kind: 'headcount', ...hard }, { context: { taken: () => 1 } })).toEqual([
      'The shift has the one person it needs',
    ]);
    const holidays = [{ day: day('2026-03-02'), name: 'Fair', location: 'harbour' }];
    expect(words({ kind: 'holiday', ...hard }, { context: { holidays } })).toEqual(['Holiday: Fair']);
    expect(
      words({ kind: 'holiday', ...hard }, { context: { holidays: [{ ...holidays[0], location: 'hill' } as never] } }),
    ).toEqual([]);
    const notice: Rule = { kind: 'notice', days: 14, ...hard };
    expect(words(notice, { context: { today: day('2026-02-23') } })).toEqual(['Notice of 14 days: only 7 days left']);
    expect(words(notice, { context: { today: day('2026-03-02') } })).toEqual(['Notice of 14 days: it is today']);
    expect(words(notice, { context: { today: day('2026-02-23'), voluntary: true } })).toEqual([]);
    expect(words(notice, { context: { today: day('2026-02-16') } })).toEqual([]);
  });

  it('hears all reasons at once, soft ones too, which alone refuse nothing', () => {
    const rules: Rule[] = [
      { kind: 'knows_role', hard: false, weight: 3 },
      { kind: 'day_hours', min: null, max: 60, hard: false, weight: 1 },
    ];
    const someone = candidate({ roles: new Set(), rules });
    expect(verdict(someone, monday, context)).toMatchObject({ allowed: true, reasons: [{ weight: 3 }, { weight: 1 }] });
    const stricter = candidate({
      roles: new Set(),
      rules: [...rules, { kind: 'rest', minutes: 0, sameDay: true, ...hard }, { kind: 'headcount', ...hard }],
    });
    expect(verdict(stricter, monday, { ...context, taken: () => 1 })).toMatchObject({
      allowed: false,
      reasons: { length: 3 },
    });
  });
});
