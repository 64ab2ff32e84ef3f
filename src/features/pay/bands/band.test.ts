import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pay, WageEntry } from '../wages/wage.ts';
import { type Band, bandOn, locationOf, overlapping, sameScope, standingIn } from './band.ts';
import { wantedBand } from './shapes.ts';
import { wageForBand } from './standing.ts';

const band = (given: Partial<Band> = {}): Band => ({
  ...{ id: 'b1', title: 'Joiner', locationId: null, from: '2026-01-01', until: null },
  ...{ min: 1600, mid: 2000, max: 2400, currency: 'EUR', per: 'hour', weeklyMinutes: null },
  ...given,
});
const hourly = (minor: number, currency = 'EUR'): Pay => ({ kind: 'hourly', minor, currency });
const yearly = (minor: number, weeklyMinutes = 2400): Pay => ({
  kind: 'yearly',
  minor,
  currency: 'EUR',
  weeklyMinutes,
});
const perYear = band({ per: 'year', weeklyMinutes: 2400, min: 4_000_000, mid: 5_000_000, max: 6_000_000 });

describe('the band of a title', () => {
  const bands = [
    band({ until: '2026-06-30' }),
    band({ id: 'b2', from: '2026-07-01', mid: 2100 }),
    band({ id: 'b3', title: 'joiner', locationId: 'quay', from: '2026-03-01', until: '2026-04-30' }),
  ];
  const on = (day: string, locationId: string | null = null, title = 'JOINER') =>
    bandOn(bands, { title, locationId }, day)?.id ?? null;

  it('holds from its first day to its last, however the title is spelt', () => {
    expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((day) => on(day))).toEqual([
      ...[null, 'b1', 'b1', 'b2'],
    ]);
    expect(on('2026-05-01', null, 'Rigger')).toBeNull();
    expect(on('2026-05-01', null, ' Jóiner ')).toBe('b1');
  });

  it('of a location goes before the one for everywhere, while there is one', () => {
    const days = ['2026-02-28', '2026-03-01', '2026-04-30', '2026-05-01'];
    expect(days.map((day) => on(day, 'quay'))).toEqual(['b1', 'b3', 'b3', 'b1']);
    expect(on('2026-03-01', 'yard')).toBe('b1');
    // Who works at several places is at none in particular.
    expect([locationOf(['quay']), locationOf(['quay', 'yard']), locationOf([])]).toEqual(['quay', null, null]);
  });

  it('has no day in common with another of the same title and place', () => {
    const meets = (given: Partial<Band>, id: string | null = null) => {
      const wanted = band(given);
      return overlapping(sameScope(bands, wanted, id), wanted)?.id ?? null;
    };
    expect(meets({ from: '2026-06-30', until: '2026-06-30' })).toBe('b1');
    expect(meets({ from: '2025-01-01', until: '2025-12-31' })).toBeNull();
    expect(meets({ from: '2025-01-01' })).toBe('b1');
    expect(meets({ from: '2027-01-01', until: '2027-02-01' })).toBe('b2');
    expect(meets({ locationId: 'quay', from: '2026-05-01' })).toBeNull();
    expect(meets({ locationId: 'quay', from: '2026-04-01' })).toBe('b3');
    expect(meets({ from: '2026-07-01' }, 'b2')).toBeNull();
  });

  it('meets another on some day exactly where both hold on it', () => {
    const day = (number: number) => new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10);
    const days = fc.tuple(fc.nat(30), fc.option(fc.nat(30), { nil: null }));
    fc.assert(
      fc.property(days, days, ([one, length], [other, second]) => {
        const left = band({ from: day(one), until: length === null ? null : day(one + length) });
        const right = band({ id: 'b2', from: day(other), until: second === null ? null : day(other + second) });
        const both = Array.from({ length: 100 }, (_, at) => day(at)).some(
          (at) =>
            bandOn([left], { title: 'Joiner', locationId: null }, at) !== null &&
            bandOn([right], { title: 'Joiner', locationId: null }, at) !== null,
        );
        expect(overlapping([left], right) !== null).toBe(both);
      }),
    );
  });
});

describe('where a wage stands', () => {
  it('is told by the midpoint and by the way from minimum to maximum, both ends within', () => {
    expect(standingIn(band(), hourly(2000))).toEqual({ where: 'within', compa: 1000, reach: 500 });
    expect(standingIn(band(), hourly(1600))).toEqual({ where: 'within', compa: 800, reach: 0 });
    expect(standingIn(band(), hourly(2400))).toEqual({ where: 'within', compa: 1200, reach: 1000 });
    expect(standingIn(band(), hourly(1599))).toEqual({ where: 'below', compa: 800, reach: -1 });
    expect(standingIn(band(), hourly(2401))).toEqual({ where: 'above', compa: 1201, reach: 1001 });
    expect(standingIn(band({ min: 2000, max: 2000 }), hourly(1900))).toEqual({
      where: 'below',
      compa: 950,
      reach: null,
    });
  });

  it('is never told across currencies', () => {
    expect(standingIn(band(), hourly(2000, 'CHF'))).toBeNull();
  });

  it('counts part time as what full time would come to, and hours as a year of them', () => {
    expect(standingIn(perYear, yearly(5_000_000))?.compa).toBe(1000);
    expect(standingIn(perYear, yearly(2_500_000, 1200))?.compa).toBe(1000);
    // 2080 hours of 24.00 are 49,920.
    expect(standingIn(perYear, hourly(2400))?.compa).toBe(998);
    expect(standingIn(band(), yearly(4_160_000))).toMatchObject({ where: 'within', compa: 1000 });
    expect(
      standingIn(perYear, { kind: 'monthly', minor: 500_000, currency: 'EUR', weeklyMinutes: 2400 }),
    ).toMatchObject({
      ...{ where: 'within', compa: 1200, reach: 1000 },
    });
  });

  it('is exact at the edges, however large the amounts, and grows with the wage', () => {
    const amount = fc.integer({ min: 1, max: 10_000_000_000 });
    const minutes = fc.integer({ min: 60, max: 6000 });
    fc.assert(
      fc.property(fc.tuple(amount, amount, amount), minutes, amount, (bounds, weeklyMinutes, more) => {
        const [min = 1, mid = 1, max = 1] = bounds.toSorted((one, other) => one - other);
        const of = band({ min, mid, max, per: 'year', weeklyMinutes });
        const at = (minor: number) => standingIn(of, yearly(minor, weeklyMinutes));
        expect([at(min)?.where, at(mid)?.compa, at(max)?.where]).toEqual(['within', 1000, 'within']);
        expect([at(min - 1)?.where, at(max + 1)?.where]).toEqual(['below', 'above']);
        expect(at(min + more)?.compa ?? 0).toBeGreaterThanOrEqual(at(min)?.compa ?? 0);
      }),
    );
  });

  it('is that of the wage for all work, or of the only one there is', () => {
    let count = 0;
    const entry = (minor: number, roleId: string | null): WageEntry => {
      count += 1;
      return {
        ...{ id: `w${count}`, personId: 'a', roleId, from: '2026-01-01', corrects: null, approved: true },
        told: { says: 'pay', pay: hourly(minor), why: 'x' },
        ...{ enteredBy: 'p', enteredAt: new Date(0), decidedBy: 'p', decidedAt: new Date(0) },
      };
    };
    const minorOf = (...entries: WageEntry[]) => wageForBand(entries, '2026-05-01')?.pay.minor ?? null;
    expect(minorOf(entry(1, null), entry(2, 'crane'))).toBe(1);
    expect(minorOf(entry(2, 'crane'))).toBe(2);
    expect(minorOf(entry(2, 'crane'), entry(3, 'bar'))).toBeNull();
    expect(minorOf()).toBeNull();
  });
});

describe('what a band may say', () => {
  const { id: _, weeklyMinutes: __, ...said } = band();
  const wrong = (given: object) => {
    const parsed = wantedBand.safeParse({ ...said, ...given });
    return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
  };
  it('is amounts in order, days in order, a currency that there is, and of a year its full time', () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ min: 2001 })).toEqual(['mid']);
    expect(wrong({ max: 1999 })).toEqual(['max']);
    expect(wrong({ min: 0 })).toEqual(['min']);
    expect(wrong({ mid: 20.5 })).toEqual(['mid']);
    expect(wrong({ until: '2025-12-31' })).toEqual(['until']);
    expect(wrong({ currency: 'ABC' })).toEqual(['currency']);
    expect(wrong({ title: ' ' })).toEqual(['title']);
    expect(wrong({ per: 'year' })).toEqual(['weeklyMinutes']);
    expect(wrong({ per: 'year', weeklyMinutes: 2400 })).toEqual([]);
    expect(wrong({ per: 'hour', weeklyMinutes: 2400 })).not.toEqual([]);
  });
});
