import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from './contract.ts';
import {
  asSuggested,
  increaseTyped,
  isFree,
  isOther,
  minorTyped,
  numberOf,
  totalTyped,
  typedOf,
  withAmount,
  withKept,
  withPercent,
} from './typed.ts';

const hourly = (minor: number, currency = 'EUR') => ({ kind: 'hourly', minor, currency, weeklyMinutes: null }) as const;
const line = (given: Partial<Line> = {}): Line => ({
  ...{ personId: 'p1', name: 'Ana', title: 'Joiner', managerId: 'm1', version: 1, pay: hourly(1500) },
  ...{ year: { of: 124_800, per: 60 }, increase: 0, isGoing: false, chosen: null, outside: null, obstacle: null },
  suggestion: { zone: 'lower', suggested: 40, min: 30, max: 60, minor: 1560 },
  raise: null,
  ...given,
});
const nothing = { percent: '', amount: '', why: '' };

describe('what is typed', () => {
  it('is read with a comma or a point, and with thousands', () => {
    const read = ['3.5', '3,5', ' 3.5 % ', '1,650', '1,650.50', '1.650,50', "1'650.5", '.5', ''].map(numberOf);
    expect(read).toEqual([3.5, 3.5, 3.5, 1650, 1650.5, 1650.5, 1650.5, 0.5, null]);
    expect(['x', '3.', '-3', '1e3', '.', '3 EUR'].map(numberOf)).toEqual([
      ...[undefined, 3, undefined, undefined, undefined, undefined],
    ]);
  });

  it('as a percentage makes an amount, and the other way round', () => {
    const typed = withPercent(line(), nothing, '3.5');
    expect([typed.amount, minorTyped(line(), typed)]).toEqual(['15.53', 1553]);
    expect(withAmount(line(), typed, '16').percent).toBe('6.7');
    expect(withPercent(line(), typed, '')).toEqual(nothing);
    expect(withAmount(line(), typed, '')).toEqual(nothing);
    expect(withPercent(line(), typed, 'abc')).toEqual({ ...typed, percent: 'abc' });
    const yen = line({ pay: hourly(1500, 'JPY') });
    expect([withPercent(yen, nothing, '3.5').amount, minorTyped(yen, withAmount(yen, nothing, '1553'))]).toEqual([
      '1553',
      1553,
    ]);
    expect(asSuggested(line(), nothing)).toEqual({ percent: '4', amount: '15.60', why: '' });
  });

  it('comes to the very amount that the server is sent, for every wage and percentage', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000_000 }), fc.integer({ min: 0, max: 1000 }), (minor, thousandths) => {
        const of = line({ pay: hourly(minor) });
        const typed = withPercent(of, nothing, String(thousandths / 10));
        expect(minorTyped(of, typed)).toBe(Math.round((minor * (1000 + thousandths)) / 1000));
        const chosen = { minor: minorTyped(of, typed) ?? 0, why: null, by: 'Pia', at: '', thousandths };
        expect(isOther({ ...of, chosen }, typed)).toBe(false);
        expect(minorTyped(of, typedOf({ ...of, chosen }))).toBe(chosen.minor);
      }),
    );
  });

  it('is kept where it differs from what is kept, words too', () => {
    const chosen = { minor: 1600, why: 'Leads', by: 'Pia', at: '', thousandths: 67 };
    const of = line({ chosen });
    expect(typedOf(of)).toEqual({ percent: '6.7', amount: '16.00', why: 'Leads' });
    expect(isOther(of, typedOf(of))).toBe(false);
    expect(isOther(of, { ...typedOf(of), why: 'Other' })).toBe(true);
    expect([isOther(of, nothing), isOther(line(), nothing), isOther(of, { ...nothing, amount: 'x' })]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('the total', () => {
  it('moves with what is typed, and not with what will be refused', () => {
    const lines = [line(), line({ personId: 'p2', managerId: 'm2', increase: 700 })];
    const typed = (amount: string) => ({ p1: { ...nothing, amount } });
    expect([totalTyped(lines, {}), totalTyped(lines, typed('16.00'))]).toEqual([700, 700 + 208_000]);
    expect([totalTyped(lines, typed('14.99')), totalTyped(lines, typed('x')), totalTyped(lines, typed(''))]).toEqual([
      700, 700, 700,
    ]);
    expect([totalTyped(lines, typed('16'), 'm1'), totalTyped(lines, typed('16'), 'm2')]).toEqual([208_000, 700]);
  });

  it('leaves what can’t be chosen as it is', () => {
    const typed = { ...nothing, amount: '16.00' };
    for (const given of [
      { obstacle: 'raise_waiting' },
      { isGoing: true },
      { raise: { id: 'r', state: 'open' } },
    ] as const) {
      expect([isFree(line(given)), increaseTyped(line({ ...given, increase: 9 }), typed)]).toEqual([false, 9]);
    }
    expect(isFree(line({ obstacle: 'pay_changed' }))).toBe(true);
  });

  it('is of what is kept, once it is', () => {
    const [kept, cleared] = withKept(
      [line(), line({ personId: 'p2', increase: 5 })],
      [
        { personId: 'p1', version: 2, minor: 1600, why: null },
        { personId: 'p2', version: 3, minor: null, why: null },
      ],
      'now',
    );
    expect(kept).toMatchObject({ version: 2, increase: 208_000, chosen: { minor: 1600, by: 'You', thousandths: 67 } });
    expect(cleared).toMatchObject({ version: 3, increase: 0, chosen: null });
  });
});
