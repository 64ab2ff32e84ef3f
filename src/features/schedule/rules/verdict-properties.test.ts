import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochAt } from '../calendar/zone.ts';
import { openLedger } from './ledger.ts';
import { broken } from './naive.fixture.ts';
import { penaltyOf, type Reason } from './reason.ts';
import type { Rule } from './rule.ts';
import { type Shift, shiftOf } from './shift.ts';
import { recheck, verdict } from './verdict.ts';
import { reasonWords } from './words.ts';
import { accounting, anyContext, anyPerson, anyShift, context, hard, person, zone } from './world.fixture.ts';

const shifts = fc.uniqueArray(anyShift, { maxLength: 14, selector: ({ id }) => id });
const names = { role: (id: string) => id, qualification: (id: string) => id };

/** Rules for which more work never mends what is wrong. */
const neverMended = (rule: Rule): boolean =>
  rule.kind !== 'days_off' &&
  !(rule.kind === 'day_hours' && rule.min !== null) &&
  !(rule.kind === 'overtime' && rule.dayMinutes !== null && rule.weekMinutes !== null);

describe('a verdict', () => {
  it('names exactly the rules that a recount of everything finds broken', () => {
    fc.assert(
      fc.property(anyPerson, shifts, anyShift, anyContext, (someone, assigned, shift, circumstances) => {
        const ledger = openLedger(accounting, assigned);
        const { reasons } = verdict({ person: someone, ledger }, shift, circumstances);
        expect(new Set(reasons.map(({ rule }) => rule))).toEqual(broken(someone, assigned, shift, circumstances));
      }),
      { numRuns: 3000 },
    );
  });

  it('allows exactly what no hard rule speaks against', () => {
    fc.assert(
      fc.property(anyPerson, shifts, anyShift, anyContext, (someone, assigned, shift, circumstances) => {
        const hardOnes = someone.rules.filter((rule) =>
          rule.kind === 'overtime' ? rule.policy === 'never' : rule.hard,
        );
        const { allowed } = verdict(
          { person: someone, ledger: openLedger(accounting, assigned) },
          shift,
          circumstances,
        );
        expect(allowed).toBe(broken({ ...someone, rules: hardOnes }, assigned, shift, circumstances).size === 0);
      }),
      { numRuns: 1000 },
    );
  });

  it('that is no stays no when the person gets more work, for all rules that do not ask for enough', () => {
    fc.assert(
      fc.property(
        anyPerson,
        shifts,
        anyShift,
        anyShift,
        anyContext,
        (someone, assigned, shift, more, circumstances) => {
          const strict = { ...someone, rules: someone.rules.filter(neverMended) };
          const kinds = (list: readonly Shift[]) =>
            new Set(
              verdict({ person: strict, ledger: openLedger(accounting, list) }, shift, circumstances).reasons.map(
                ({ rule }) => rule,
              ),
            );
          const [before, after] = [kinds(assigned), kinds([...assigned, more])];
          for (const rule of before) expect(after.has(rule)).toBe(true);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('never gives anyone two shifts at once, whatever the rules', () => {
    fc.assert(
      fc.property(anyPerson, shifts, anyContext, (someone, wanted, circumstances) => {
        const candidate = { person: someone, ledger: openLedger(accounting) };
        for (const shift of wanted) if (verdict(candidate, shift, circumstances).allowed) candidate.ledger.add(shift);
        const given = candidate.ledger.shifts;
        for (const [index, one] of given.entries())
          expect(given[index + 1]?.start ?? one.end).toBeGreaterThanOrEqual(one.end);
      }),
    );
  });

  it('says each reason in a short sentence, with a price if it is soft', () => {
    fc.assert(
      fc.property(anyPerson, shifts, anyShift, anyContext, (someone, assigned, shift, circumstances) => {
        const { reasons } = verdict(
          { person: someone, ledger: openLedger(accounting, assigned) },
          shift,
          circumstances,
        );
        for (const reason of reasons) {
          expect(reasonWords(reason, names)).toMatch(/^[A-Z].{5,110}$/);
          expect(reasonWords(reason, names)).not.toMatch(/NaN|undefined|null|Infinity/);
          expect(penaltyOf(reason)).toBeGreaterThanOrEqual(0);
          expect(isPriced(reason)).toBe(true);
        }
      }),
    );
  });

  it('on a shift that the person has leaves the ledger as it was', () => {
    fc.assert(
      fc.property(anyPerson, shifts, anyContext, (someone, assigned, circumstances) => {
        const ledger = openLedger(accounting, assigned);
        const before = ledger.shifts.map(({ id }) => id).toSorted();
        for (const shift of assigned) {
          const others = assigned.filter((one) => one.id !== shift.id);
          const fresh = verdict({ person: someone, ledger: openLedger(accounting, others) }, shift, circumstances);
          expect(recheck({ person: someone, ledger }, shift, circumstances)).toEqual(fresh);
        }
        expect(ledger.shifts.map(({ id }) => id).toSorted()).toEqual(before);
      }),
    );
  });
});

function isPriced(reason: Reason): boolean {
  if (reason.hard || reason.weight === 0) return penaltyOf(reason) === 0;
  return reason.rule === 'day_hours' ? penaltyOf(reason) >= 0 : penaltyOf(reason) > 0;
}

describe('verdicts in numbers', () => {
  it('over 60 people and 600 shifts cost well under a second', () => {
    const rules: readonly Rule[] = [
      ...(['knows_role', 'qualified', 'available', 'time_off', 'never_ranked', 'headcount', 'holiday'] as const).map(
        (kind) => ({ kind, ...hard }),
      ),
      { kind: 'rest', minutes: 660, sameDay: false, ...hard },
      { kind: 'day_hours', min: 120, max: 720, ...hard },
      { kind: 'week_hours', min: null, max: 2880, ...hard },
      { kind: 'period_hours', min: 2400, max: 5760, ...hard },
      { kind: 'overtime', policy: 'last_resort', dayMinutes: 480, weekMinutes: 2400, hard: false, weight: 1 },
      { kind: 'days_in_row', max: 6, ...hard },
      { kind: 'days_off', min: 2, hard: false, weight: 1 },
      { kind: 'weekends', max: 1, hard: false, weight: 1 },
      { kind: 'notice', days: 14, hard: false, weight: 1 },
    ];
    const first = epochAt(zone, '2026-03-02T00:00');
    const all = Array.from({ length: 600 }, (_, index) => {
      const start = first + Math.floor(index / 43) * 1440 + (index % 43) * 20;
      return shiftOf({
        id: `s${index}`,
        role: 'bar',
        location: 'harbour',
        zone,
        needs: 2,
        breakMinutes: 30,
        start,
        end: start + 480,
      });
    });
    const available = Array.from({ length: 14 }, (_, index) => ({
      start: first + index * 1440,
      end: first + index * 1440 + 1200,
    }));
    const candidates = Array.from({ length: 60 }, (_, index) => ({
      person: person({ id: `p${index}`, rules, available, qualifications: new Map([['licence', null]]) }),
      ledger: openLedger(
        accounting,
        all.filter((_, place) => place % 60 === index),
      ),
    }));
    // The time that the process takes, whoever else is at work on the machine.
    const started = process.cpuUsage();
    let reasons = 0;
    for (const candidate of candidates)
      for (const shift of all) reasons += verdict(candidate, shift, { ...context, today: 20_000 }).reasons.length;
    expect(reasons).toBeGreaterThan(36_000);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(1000);
  });
});
