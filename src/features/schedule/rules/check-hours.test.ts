import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weekOf } from './accounting.ts';
import { overtimeAdded, overtimeOfWeek } from './check-hours.ts';
import { openLedger } from './ledger.ts';
import { accounting, anyShift, day, shift } from './world.fixture.ts';

const both = { dayMinutes: 480, weekMinutes: 2400 };
const days = (...dates: readonly string[]) => dates.map((date) => shift(`2026-03-${date}T08:00`, '17:00'));

describe('overtime', () => {
  it('of an hour beyond both thresholds is one hour', () => {
    const ledger = openLedger(accounting, days('02', '03', '04', '05'));
    const [friday] = days('06');
    if (friday === undefined) throw new Error('there is no Friday');
    expect(overtimeOfWeek(both, ledger, day('2026-03-02'))).toBe(240);
    expect(overtimeAdded(both, ledger, friday)).toBe(60);
    expect(overtimeAdded({ ...both, dayMinutes: null }, ledger, friday)).toBe(300);
    expect(overtimeAdded({ ...both, weekMinutes: null }, ledger, friday)).toBe(60);
  });

  it('of a night over the end of the week is by day in the first, by week in both', () => {
    const night = shift('2026-03-08T20:00', '06:00');
    expect(overtimeAdded(both, openLedger(accounting), night)).toBe(120);
    const tired = openLedger(accounting, days('02', '03', '04', '05', '06'));
    expect(overtimeAdded({ ...both, dayMinutes: null }, tired, night)).toBe(240);
  });

  it('adds up to that of the weeks, in whatever order shifts come, and is never negative', () => {
    const thresholds = fc.record({
      dayMinutes: fc.option(fc.integer({ min: 0, max: 700 })),
      weekMinutes: fc.option(fc.integer({ min: 0, max: 2600 })),
    });
    const shifts = fc.uniqueArray(anyShift, { maxLength: 14, selector: ({ id }) => id });
    fc.assert(
      fc.property(thresholds, shifts, (bounds, all) => {
        const ledger = openLedger(accounting);
        let sum = 0;
        for (const one of all) {
          const added = overtimeAdded(bounds, ledger, one);
          expect(added).toBeGreaterThanOrEqual(0);
          sum += added;
          ledger.add(one);
        }
        const weeks = new Set(all.flatMap((one) => one.parts.map((part) => weekOf(part.day, accounting))));
        const total = [...weeks].reduce((minutes, week) => minutes + overtimeOfWeek(bounds, ledger, week), 0);
        expect(sum).toBe(total);
      }),
    );
  });
});
