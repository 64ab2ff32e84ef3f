import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clashesWith, type Pay, rateOfPay, standings, type WageEntry, wagesOf } from './wage.ts';

const hourly = (minor: number): Pay => ({ kind: 'hourly', minor, currency: 'EUR' });
let count = 0;
const entry = (from: string, minor: number | 'ends' | 'withdrawn', given: Partial<WageEntry> = {}): WageEntry => {
  count += 1;
  const told =
    typeof minor === 'number' ? ({ says: 'pay', pay: hourly(minor), why: 'x' } as const) : { says: minor, why: 'x' };
  return {
    ...{ id: `w${count}`, personId: 'ana', roleId: null, from, told, corrects: null, enteredBy: 'pia' },
    ...{ enteredAt: new Date(0), approved: true, decidedBy: 'pia', decidedAt: new Date(0) },
    ...given,
  };
};
const minorOn = (entries: readonly WageEntry[], day: string, roleId: string | null = null) => {
  const pay = wagesOf(entries)(roleId, day)?.pay;
  return pay?.minor ?? null;
};

describe('wages', () => {
  it('hold from their day on, until the next', () => {
    const entries = [entry('2026-05-10', 1500), entry('2026-01-01', 1400)];
    expect(
      ['2025-12-31', '2026-01-01', '2026-05-09', '2026-05-10', '2030-01-01'].map((day) => minorOn(entries, day)),
    ).toEqual([null, 1400, 1400, 1500, 1500]);
  });

  it('of a role go before what holds for all, and leave to it what they end', () => {
    const entries = [
      entry('2026-01-01', 1400),
      entry('2026-02-01', 2000, { roleId: 'crane' }),
      entry('2026-03-01', 'ends', { roleId: 'crane' }),
      entry('2026-04-01', 'ends'),
    ];
    const days = ['2026-01-15', '2026-02-15', '2026-03-15', '2026-04-15'];
    expect(days.map((day) => minorOn(entries, day, 'crane'))).toEqual([1400, 2000, 1400, null]);
    expect(days.map((day) => minorOn(entries, day, 'bar'))).toEqual([1400, 1400, 1400, null]);
  });

  it('that were wrong are replaced by their correction, on its day and in its scope; the words stay', () => {
    const wrong = entry('2026-01-01', 9900);
    const right = entry('2026-02-01', 1500, { corrects: wrong.id });
    expect(minorOn([wrong, right], '2026-01-15')).toBeNull();
    expect(minorOn([wrong, right], '2026-02-15')).toBe(1500);
    const again = entry('2026-01-01', 1450, { corrects: right.id });
    expect(minorOn([wrong, right, again], '2026-01-15')).toBe(1450);
    const never = entry('2026-01-01', 'withdrawn', { corrects: again.id });
    expect(minorOn([wrong, right, again, never], '2026-02-15')).toBeNull();
    expect([...standings([wrong, right, again, never]).values()]).toEqual([
      ...['corrected', 'corrected', 'corrected'],
      'withdrawn',
    ]);
  });

  it('that wait or were refused change nothing, corrections neither', () => {
    const first = entry('2026-01-01', 1400);
    const waits = { approved: null, decidedBy: null, decidedAt: null };
    const all = [first, entry('2026-01-02', 1, waits), entry('2026-01-03', 2, { approved: false })];
    const more = [...all, entry('2026-01-01', 3, { ...waits, corrects: first.id })];
    expect(minorOn(more, '2026-06-01')).toBe(1400);
    expect([...standings(more).values()]).toEqual(['holds', 'waits', 'refused', 'waits']);
  });

  it('clash on one day of one scope, but not with what they correct, nor with what does not hold', () => {
    const first = entry('2026-01-01', 1400);
    const wanted = { roleId: null, from: '2026-01-01', corrects: null };
    expect(clashesWith([first], wanted)).toBe(true);
    expect(clashesWith([first], { ...wanted, corrects: first.id })).toBe(false);
    expect(clashesWith([first], { ...wanted, roleId: 'crane' })).toBe(false);
    expect(clashesWith([entry('2026-01-01', 1, { approved: false })], wanted)).toBe(false);
    expect(clashesWith([entry('2026-01-01', 1, { approved: null })], wanted)).toBe(true);
  });

  it('are told alike whatever order they were entered in, and each correction leaves as many words as it adds', () => {
    const days = fc.uniqueArray(fc.nat(300), { minLength: 1, maxLength: 8 });
    const dateOf = (day: number) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
    fc.assert(
      fc.property(days, fc.nat(300), fc.nat(20_000), (from, asked, minor) => {
        const entries = from.map((day, index) => entry(dateOf(day), 1000 + index));
        const [first] = entries;
        if (first === undefined) return;
        const before = minorOn(entries, dateOf(asked));
        expect(minorOn(entries.toReversed(), dateOf(asked))).toBe(before);
        const corrected = [...entries, entry(first.from, minor, { corrects: first.id })];
        const after = minorOn(corrected, dateOf(asked));
        // A correction on the same day changes what that entry said, and nothing else.
        const told = first.told.says === 'pay' ? first.told.pay.minor : null;
        expect(after).toBe(before === told ? minor : before);
      }),
    );
  });
});

describe('a salary', () => {
  it('costs by the hour what a year comes to over 52 weeks of its time, a month counted twelve times', () => {
    const year = rateOfPay({ kind: 'yearly', minor: 5_200_000, currency: 'EUR', weeklyMinutes: 2400 }, 'k');
    expect(year).toEqual({ minor: 5_200_000, minutes: 124_800, currency: 'EUR', salaried: true, key: 'k' });
    const month = rateOfPay({ kind: 'monthly', minor: 100_000, currency: 'EUR', weeklyMinutes: 2400 }, 'k');
    expect(month.minor / month.minutes).toBeCloseTo(1_200_000 / 124_800);
    expect(rateOfPay(hourly(1523), 'k')).toMatchObject({ minor: 1523, minutes: 60, salaried: false });
  });
});
