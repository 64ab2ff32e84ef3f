import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EventValues, firstWorth, inForce, type Repricing, startOfDay, valuesAt } from './values.ts';

const zone = 'Europe/Lisbon';
const at = (day: string) => startOfDay(day, zone);
const since = (day: string, awareness: number, currency = 'USD'): EventValues => ({
  ...firstWorth,
  ...{ validFrom: at(day), awareness, currency },
});
const repriced = (from: string, until: string, awareness: number | null): Repricing => ({
  ...{ from, until, madeAt: new Date(0) },
  worth: awareness === null ? null : { ...firstWorth, awareness },
});
const history = [since('2020-01-01', 0), since('2026-01-11', 1), since('2026-01-21', 2)];
const worthOn = (day: string, repricings: readonly Repricing[] = [], of: readonly EventValues[] = history) =>
  valuesAt(inForce(of, repricings, zone), at(day)).awareness;

describe('what events are worth', () => {
  it.each([
    ['2019-12-31', 0],
    ['2026-01-10', 0],
    ['2026-01-11', 1],
    ['2027-01-01', 2],
  ])('on %s is what was set for that day', (day, awareness) => {
    expect(worthOn(day)).toBe(awareness);
  });

  it('begins at midnight of the organisation’s clock, summer time or not', () => {
    expect(at('2026-07-01').toISOString()).toBe('2026-06-30T23:00:00.000Z');
    expect(at('2026-01-01').toISOString()).toBe('2026-01-01T00:00:00.000Z');
  });

  it('is something else for days that were priced anew, and for no others', () => {
    const again = [repriced('2026-01-05', '2026-01-15', 9)];
    expect(['2026-01-04', '2026-01-05', '2026-01-15', '2026-01-16'].map((day) => worthOn(day, again))).toEqual([
      0, 9, 9, 1,
    ]);
  });

  it('is the last pricing’s where two share a day, and the day’s own again where it was undone', () => {
    const again = [repriced('2026-01-05', '2026-01-15', 9), repriced('2026-01-10', '2026-01-30', 8)];
    expect([worthOn('2026-01-09', again), worthOn('2026-01-12', again), worthOn('2026-01-30', again)]).toEqual([
      9, 8, 8,
    ]);
    const undone = [...again, repriced('2026-01-01', '2026-02-28', null)];
    for (const day of ['2026-01-09', '2026-01-12', '2026-01-30']) expect(worthOn(day, undone)).toBe(worthOn(day));
  });

  it('takes the currency along, so that amounts of two currencies never mix', () => {
    const euros = [since('2020-01-01', 1), since('2026-01-11', 1, 'EUR')];
    const values = inForce(euros, [{ ...repriced('2026-01-01', '2026-01-05', 4) }], zone);
    expect(valuesAt(values, at('2026-01-20')).currency).toBe('EUR');
    expect(valuesAt(values, at('2026-01-03'))).toMatchObject({ currency: 'USD', awareness: 4 });
  });

  it('of any day is what the last pricing says that has it, else what was set last before it', () => {
    const day = fc
      .integer({ min: 0, max: 60 })
      .map((days) => Temporal.PlainDate.from('2026-01-01').add({ days }).toString());
    const pricing = fc
      .tuple(day, day, fc.option(fc.nat(9), { nil: null }))
      .map(([one, two, awareness]) => repriced(one < two ? one : two, one < two ? two : one, awareness));
    fc.assert(
      fc.property(fc.array(pricing, { maxLength: 5 }), day, (pricings, asked) => {
        const last = pricings.findLast(({ from, until }) => from <= asked && asked <= until);
        expect(worthOn(asked, pricings)).toBe(last?.worth?.awareness ?? worthOn(asked));
      }),
    );
  });
});
