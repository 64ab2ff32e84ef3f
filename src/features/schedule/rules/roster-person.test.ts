import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate, RuleContext } from './candidate.ts';
import { openLedger } from './ledger.ts';
import { review } from './review.ts';
import { type RosterPerson, rosterPerson } from './roster-person.ts';
import type { Rule } from './rule.ts';
import type { Shift } from './shift.ts';
import { verdict } from './verdict.ts';
import {
  accounting,
  anyContext,
  anyPerson,
  anyShift,
  candidate,
  context,
  day,
  hard,
  person,
  shift,
} from './world.fixture.ts';

const from = day('2026-03-16');
const days = 14;
const input = (shifts: readonly Shift[]) => ({
  from,
  days,
  unit: 6000,
  shifts,
  wish: () => 0,
  pinned: () => false,
});
const isInside = (one: Shift) => one.day >= from && one.day < from + days;
const everything = fc.uniqueArray(anyShift, { maxLength: 40, selector: ({ id }) => id });

/** Whether slots keep the hard numbers, as the solver reads them. */
function keeps(roster: RosterPerson, shifts: readonly Shift[], slots: readonly number[]): boolean {
  const given = slots.map((slot) => shifts[slot] as Shift).toSorted((one, other) => one.start - other.start);
  if (!slots.every((slot) => roster.choices.some((choice) => choice.slot === slot))) return false;
  for (const [index, one] of given.entries()) {
    const next = given[index + 1];
    if (next !== undefined && next.start - one.end < roster.minRestMinutes) return false;
  }
  for (const { terms, max } of roster.limits) {
    const sum = terms.reduce((minutes, term) => minutes + (slots.includes(term.slot) ? term.weight : 0), 0);
    if (max !== undefined && max.cost === null && sum > max.limit) return false;
  }
  const worked = Array.from({ length: days }, (_, index) => given.some((one) => one.day === from + index));
  return keepsRuns(roster, worked) && keepsWeekends(roster, worked);
}

function keepsRuns({ runs }: RosterPerson, worked: readonly boolean[]): boolean {
  let [on, off] = [runs.daysOnBefore, Number.POSITIVE_INFINITY];
  for (const isOn of worked) {
    if (isOn && off > 0 && off < Number.POSITIVE_INFINITY && runs.minDaysOff?.cost === null)
      if (off < runs.minDaysOff.limit && on === 0) return false;
    [on, off] = isOn ? [on + 1, 0] : [0, off === Number.POSITIVE_INFINITY ? off : off + 1];
    if (runs.maxDaysOn?.cost === null && isOn && on > runs.maxDaysOn.limit) return false;
  }
  return true;
}

function keepsWeekends({ maxWeekends }: RosterPerson, worked: readonly boolean[]): boolean {
  const count = [5, 12].filter((saturday) => worked[saturday] || worked[saturday + 1]).length;
  return maxWeekends?.cost !== null || maxWeekends === undefined || count <= maxWeekends.limit;
}

function fixedFor(someone: Candidate['person'], shifts: readonly Shift[]): Candidate {
  const fixed: Candidate = { person: someone, ledger: openLedger(accounting) };
  for (const one of shifts) if (!isInside(one) && verdict(fixed, one, context).allowed) fixed.ledger.add(one);
  return fixed;
}

const calm = (circumstances: RuleContext): RuleContext => ({ ...circumstances, taken: () => 0 });

describe('a person in numbers', () => {
  it('breaks no hard rule by keeping the hard numbers, whatever the rules', () => {
    fc.assert(
      fc.property(anyPerson, everything, anyContext, (someone, all, circumstances) => {
        const fixed = fixedFor(someone, all);
        const shifts = all.filter(isInside);
        const roster = rosterPerson(fixed, input(shifts), calm(circumstances));
        const slots: number[] = [];
        for (const slot of shifts.keys()) if (keeps(roster, shifts, [...slots, slot])) slots.push(slot);
        for (const slot of slots) fixed.ledger.add(shifts[slot] as Shift);
        const faults = review(fixed, calm(circumstances), from, from + days - 1);
        expect(faults.filter(({ shift: of, reason }) => of !== null && reason.hard)).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it('may be given all that the rules allow, where the solver has words for it', () => {
    const isExact = (rule: Rule) =>
      rule.kind !== 'days_off' &&
      !(rule.kind === 'rest' && !rule.sameDay) &&
      !(rule.kind === 'day_hours' && rule.min !== null);
    fc.assert(
      fc.property(anyPerson, everything, anyContext, (someone, all, circumstances) => {
        const past = all.filter((one) => one.day < from + days);
        const fixed = fixedFor({ ...someone, rules: someone.rules.filter(isExact) }, past);
        const shifts = all.filter(isInside);
        const roster = rosterPerson(fixed, input(shifts), calm(circumstances));
        const slots: number[] = [];
        for (const [slot, one] of shifts.entries()) {
          if (!verdict(fixed, one, calm(circumstances)).allowed) continue;
          fixed.ledger.add(one);
          slots.push(slot);
        }
        expect(keeps(roster, shifts, slots)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  const monday = shift('2026-03-16T09:00', '17:00');
  const roster = (rules: readonly Rule[], shifts: readonly Shift[] = [monday], fixed: readonly Shift[] = []) =>
    rosterPerson(candidate({ rules }, fixed), input(shifts), context);

  it('pays for soft rules by the minute, less what is worked already', () => {
    const sunday = shift('2026-03-15T22:00', '06:00');
    const week: Rule = { kind: 'week_hours', min: 600, max: 2400, hard: false, weight: 2 };
    expect(roster([week], [monday], [sunday]).limits).toEqual([
      {
        name: 'week_hours 0',
        terms: [{ slot: 0, weight: 480 }],
        min: { limit: 240, cost: 200 },
        max: { limit: 2040, cost: 200 },
      },
    ]);
  });

  it('asks for the least hours only of weeks that are solved for whole', () => {
    const night = shift('2026-03-29T22:00', '06:00');
    const week: Rule = { kind: 'week_hours', min: 600, max: null, ...hard };
    expect(roster([week], [night]).limits.map(({ min }) => min?.limit ?? null)).toEqual([600, null]);
  });

  it('allows overtime at a price, never, or freely', () => {
    const overtime = { kind: 'overtime', dayMinutes: 420, weekMinutes: 2400, hard: false, weight: 10 } as const;
    const maxima = (policy: 'never' | 'last_resort' | 'free') =>
      roster([{ ...overtime, policy }]).limits.map(({ max }) => [max?.limit, max?.cost]);
    expect(maxima('last_resort')).toEqual([
      [420, 1000],
      [2400, 1000],
    ]);
    expect(maxima('free')).toEqual([]);
    expect(roster([{ ...overtime, policy: 'never' }]).choices).toEqual([]);
  });

  it('has choices with what they cost, and pins that no rule takes away', () => {
    const someone: Candidate = {
      person: person({ roles: new Set(), rules: [{ kind: 'knows_role', hard: false, weight: 3 }] }),
      ledger: openLedger(accounting),
    };
    const wished = { ...input([monday]), wish: () => -500 };
    expect(rosterPerson(someone, wished, context).choices).toEqual([{ slot: 0, cost: 17_500 }]);
    const strict = { ...someone, person: { ...someone.person, rules: [{ kind: 'knows_role', ...hard } as const] } };
    expect(rosterPerson(strict, wished, context).choices).toEqual([]);
    const pinned = rosterPerson(strict, { ...wished, pinned: () => true }, context);
    expect(pinned.choices).toEqual([{ slot: 0, cost: -500, pinned: true }]);
  });

  it('counts rows and weekends with what is before and after', () => {
    const before = ['2026-03-14', '2026-03-15'].map((date) => shift(`${date}T09:00`, '12:00'));
    const after = shift('2026-03-30T09:00', '12:00');
    const last = shift('2026-03-29T09:00', '12:00');
    const rules: Rule[] = [
      { kind: 'days_in_row', max: 3, ...hard },
      { kind: 'days_off', min: 2, hard: false, weight: 1 },
      { kind: 'weekends', max: 1, ...hard },
    ];
    const { runs, maxWeekends, limits } = roster(rules, [last], [...before, after]);
    expect(runs).toEqual({
      daysOnBefore: 2,
      maxDaysOn: { limit: 3, cost: null },
      minDaysOff: { limit: 2, cost: 6000 },
    });
    expect(limits).toEqual([
      { name: 'days_in_row at the end', terms: [{ slot: 0, weight: 1 }], max: { limit: 2, cost: null } },
    ]);
    expect(maxWeekends).toEqual({ limit: 1, cost: null });
  });
});
