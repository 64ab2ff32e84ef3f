import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodOf, weekendOf, weekOf } from './accounting.ts';
import { openLedger } from './ledger.ts';
import { accounting, anyShift, day, shift } from './world.fixture.ts';

const shifts = fc.uniqueArray(anyShift, { maxLength: 20, selector: ({ id }) => id });

describe('a ledger', () => {
  it('that shifts were taken out of is as if they had never been in', () => {
    fc.assert(
      fc.property(shifts, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (all, out) => {
        const ledger = openLedger(accounting, all);
        for (const [index, one] of all.entries()) if (out[index] === true) ledger.remove(one);
        const kept = all.filter((_, index) => out[index] !== true);
        const fresh = openLedger(accounting, kept.toReversed());
        expect(ledger.shifts).toEqual(fresh.shifts);
        for (let date = day('2026-02-23'); date < day('2026-04-20'); date += 1) {
          expect(ledger.worksOn(date)).toBe(kept.some((one) => one.day === date));
          expect(ledger.dayMinutes(date)).toBe(fresh.dayMinutes(date));
          expect(ledger.weekMinutes(date)).toBe(fresh.weekMinutes(date));
          expect(ledger.periodMinutes(date)).toBe(fresh.periodMinutes(date));
          expect(ledger.weekendsIn(date).toSorted()).toEqual(fresh.weekendsIn(date).toSorted());
        }
      }),
    );
  });

  it('finds what lies between, and sums to what was worked', () => {
    fc.assert(
      fc.property(shifts, anyShift, (all, window) => {
        const ledger = openLedger(accounting, all);
        const expected = ledger.shifts.filter((one) => one.start < window.end && one.end > window.start);
        expect(ledger.between(window.start, window.end)).toEqual(expected);
        const weeks = new Set(all.flatMap((one) => one.parts.map((part) => weekOf(part.day, accounting))));
        const sum = [...weeks].reduce((minutes, week) => minutes + ledger.weekMinutes(week), 0);
        expect(sum).toBe(all.reduce((minutes, one) => minutes + one.workMinutes, 0));
      }),
    );
  });

  it('has no shift twice and gives none away that it does not have', () => {
    const one = shift('2026-03-02T09:00', '17:00');
    const ledger = openLedger(accounting, [one]);
    expect(ledger.has(one.id)).toBe(true);
    expect(() => ledger.add(one)).toThrow('already');
    ledger.remove(one);
    expect(() => ledger.remove(one)).toThrow('not in the ledger');
  });
});

describe('a shift', () => {
  it('belongs to the day on which it begins, its minutes to the days on which they pass', () => {
    const night = shift('2026-03-08T22:00', '06:00', { breakMinutes: 30 });
    expect([night.day, night.workMinutes]).toEqual([day('2026-03-08'), 450]);
    expect(night.parts).toEqual([
      { day: day('2026-03-08'), minutes: 120 },
      { day: day('2026-03-09'), minutes: 330 },
    ]);
  });

  it('has its break in its longest part, the first of two alike, and no less work than none', () => {
    const parts = (given: Parameters<typeof shift>[2]) =>
      shift('2026-03-08T20:00', '04:00', given).parts.map(({ minutes }) => minutes);
    expect(parts({ breakMinutes: 60 })).toEqual([180, 240]);
    expect(parts({ breakMinutes: 900 })).toEqual([0, 240]);
  });

  it('has the hours that really pass when the clocks change', () => {
    expect(shift('2026-03-28T22:00', '06:00').parts.map(({ minutes }) => minutes)).toEqual([120, 300]);
    expect(shift('2026-10-24T22:00', '06:00').workMinutes).toBe(540);
  });

  it('that ends at midnight is of one day', () => {
    expect(shift('2026-03-08T16:00', '00:00').parts).toEqual([{ day: day('2026-03-08'), minutes: 480 }]);
  });
});

describe('accounting', () => {
  it('knows weeks, periods and weekends, wherever weeks begin', () => {
    const sundays = { ...accounting, weekStart: 'SU' } as const;
    expect(weekOf(day('2026-03-08'), accounting)).toBe(day('2026-03-02'));
    expect(weekOf(day('2026-03-08'), sundays)).toBe(day('2026-03-08'));
    expect(periodOf(day('2026-03-16'), accounting)).toBe(day('2026-03-16'));
    expect(periodOf(day('2026-03-01'), accounting)).toBe(day('2026-02-16'));
    expect(weekendOf(day('2026-03-08'), accounting)).toBe(day('2026-03-07'));
    expect(weekendOf(day('2026-03-06'), accounting)).toBeNull();
    expect(weekendOf(day('2026-03-07'), { ...accounting, weekend: ['FR', 'SA'] })).toBe(day('2026-03-06'));
  });
});
