import fc from 'fast-check';
import { dayOfDate, wall } from '../calendar/local.ts';
import { union } from '../calendar/spans.ts';
import { clockOf, epochAt } from '../calendar/zone.ts';
import type { Candidate, Person, RuleContext } from './candidate.ts';
import { openLedger } from './ledger.ts';
import type { Accounting, Rule } from './rule.ts';
import { type Shift, shiftOf } from './shift.ts';

export const zone = 'Europe/Lisbon';
export const accounting: Accounting = {
  weekStart: 'MO',
  periodWeeks: 2,
  periodFrom: day('2026-03-02'),
  weekend: ['SA', 'SU'],
};
export const hard = { hard: true, weight: 0 } as const;

export function day(date: string): number {
  return dayOfDate(date) ?? Number.NaN;
}

/** A shift in the bar from `2026-03-02T09:00` until a time of day, of the next day if that is earlier. */
export function shift(start: string, until: string, given: Partial<Shift> = {}): Shift {
  const end = wall(`${start.slice(0, 10)}T${until}`);
  const later = end > wall(start) ? end : end + 1440;
  return shiftOf({
    id: `${start}–${until}`,
    role: 'bar',
    location: 'harbour',
    zone,
    needs: 1,
    breakMinutes: 0,
    start: epochAt(zone, start),
    end: clockOf(zone).toEpoch(later),
    ...given,
  });
}

/** Somebody who can work in the bar whenever, under the given rules. */
export function person(given: Partial<Person> = {}): Person {
  return {
    id: 'ana',
    isActive: true,
    joins: null,
    leaves: null,
    roles: new Set(['bar']),
    qualifications: new Map(),
    available: null,
    timeOff: [],
    ranks: [],
    rules: [],
    ...given,
  };
}

export function candidate(given: Partial<Person> = {}, assigned: readonly Shift[] = []): Candidate {
  return { person: person(given), ledger: openLedger(accounting, assigned) };
}

export const context: RuleContext = {
  roles: new Map([['bar', { id: 'bar', conditions: [{ qualification: 'licence', condition: 'must_have' }] }]]),
  holidays: [{ day: day('2026-04-25'), name: 'Freedom Day', location: null }],
  taken: () => 0,
  today: null,
  voluntary: false,
};

const firstMinute = epochAt(zone, '2026-03-02T00:00');
const quarter = 15;

/** Shifts of a quarter to 16 hours in six weeks, among them the night in which the clocks are set, on full quarters. */
export const anyShift: fc.Arbitrary<Shift> = fc
  .record({
    id: fc.uuid(),
    from: fc.integer({ min: 0, max: 42 * 96 }),
    quarters: fc.integer({ min: 1, max: 64 }),
    breakQuarters: fc.nat(3),
    needs: fc.integer({ min: 1, max: 2 }),
    role: fc.constantFrom('bar', 'bar', 'bar', 'door'),
  })
  .map(({ id, from, quarters, breakQuarters, needs, role }) =>
    shiftOf({
      id,
      role,
      location: 'harbour',
      zone,
      needs,
      breakMinutes: Math.min(breakQuarters, quarters - 1) * quarter,
      start: firstMinute + from * quarter,
      end: firstMinute + (from + quarters) * quarter,
    }),
  );

const minutes = (from: number, until: number) =>
  fc.integer({ min: from * 4, max: until * 4 }).map((one) => one * quarter);
const force = fc.record({ hard: fc.boolean(), weight: fc.nat(9) });
const bounded = (most: number) =>
  fc.record({ min: fc.option(minutes(0, most / 3)), max: fc.option(minutes(most / 3, most)) });
const body: fc.Arbitrary<Rule> = fc
  .tuple(
    force,
    fc.oneof(
      fc
        .constantFrom('knows_role', 'qualified', 'available', 'time_off', 'never_ranked', 'headcount', 'holiday')
        .map((kind) => ({ kind }) as const),
      fc.record({ kind: fc.constant('rest' as const), minutes: minutes(0, 16), sameDay: fc.boolean() }),
      bounded(12).map((figures) => ({ kind: 'day_hours' as const, ...figures })),
      bounded(42).map((figures) => ({ kind: 'week_hours' as const, ...figures })),
      bounded(60).map((figures) => ({ kind: 'period_hours' as const, ...figures })),
      fc.record({
        kind: fc.constant('overtime' as const),
        policy: fc.constantFrom('never' as const, 'last_resort' as const, 'free' as const),
        dayMinutes: fc.option(minutes(4, 10)),
        weekMinutes: fc.option(minutes(10, 40)),
      }),
      fc.record({ kind: fc.constant('days_in_row' as const), max: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ kind: fc.constant('days_off' as const), min: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ kind: fc.constant('weekends' as const), max: fc.nat(2) }),
      fc.record({ kind: fc.constant('notice' as const), days: fc.nat(40) }),
    ),
  )
  .map(([forced, rule]): Rule => ({ ...rule, ...forced }));

const span = fc
  .tuple(fc.integer({ min: 0, max: 42 * 96 }), fc.integer({ min: 4, max: 400 }))
  .map(([from, quarters]) => ({ start: firstMinute + from * quarter, end: firstMinute + (from + quarters) * quarter }));
const someDay = fc.option(fc.integer({ min: day('2026-03-01'), max: day('2026-04-20') }), { freq: 3 });

/** People of every kind, under up to eight rules. */
export const anyPerson: fc.Arbitrary<Person> = fc.record({
  id: fc.constant('ana'),
  isActive: fc.integer({ min: 0, max: 9 }).map((one) => one > 0),
  joins: someDay,
  leaves: someDay,
  roles: fc.constantFrom(new Set(['bar']), new Set(['bar', 'door']), new Set<string>()),
  qualifications: fc.constantFrom(
    new Map<string, number | null>(),
    new Map([['licence', null]]),
    new Map([['licence', day('2026-03-20')]]),
  ),
  available: fc.option(fc.array(span, { maxLength: 20 }).map((spans) => union(spans))),
  timeOff: fc.array(span, { maxLength: 3 }).map((spans) => union(spans)),
  ranks: fc.array(fc.record({ role: fc.constant('bar'), weekday: fc.option(fc.nat(6)), rank: fc.nat(2) }), {
    maxLength: 3,
  }),
  rules: fc.array(body, { maxLength: 8 }),
});

export const anyContext: fc.Arbitrary<RuleContext> = fc.record({
  roles: fc.constant(context.roles),
  holidays: fc.array(
    fc.record({
      day: fc.integer({ min: day('2026-03-02'), max: day('2026-04-12') }),
      name: fc.constant('Fair'),
      location: fc.constantFrom(null, 'harbour', 'hill'),
    }),
    { maxLength: 4 },
  ),
  taken: fc.nat(2).map((others) => () => others),
  today: someDay,
  voluntary: fc.boolean(),
});
