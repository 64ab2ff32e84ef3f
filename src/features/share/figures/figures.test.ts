import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actOf } from './act.ts';
import { changeOf, nextRelease, shown, type Tally } from './figure.ts';
import { advocacyValue, amountIn, type Counted, defaultValues, digitsOf } from './value.ts';

const tally = (awareness: number, bluesky = awareness): Tally => ({ awareness, shares: { bluesky } });

describe('a figure', () => {
  it('hides small groups', () => {
    expect(shown(4, 5)).toEqual({ fewerThan: 5 });
    expect(shown(5, 5)).toEqual({ value: 5 });
    expect(shown(0, 5)).toEqual({ fewerThan: 5 });
  });

  it('never shows a group under three, whatever is set', () => {
    expect(shown(2, 1)).toEqual({ fewerThan: 3 });
  });

  it('is compared only with one that is shown, as a ratio would give a hidden one away', () => {
    expect(changeOf({ value: 9 }, { value: 6 })).toBe(0.5);
    expect(changeOf({ fewerThan: 5 }, { value: 6 })).toBeNull();
    expect(changeOf({ value: 6 }, { fewerThan: 5 })).toBeNull();
    expect(changeOf({ value: 6 }, { value: 0 })).toBeNull();
    expect(changeOf(null, { value: 6 })).toBeNull();
  });
});

describe('what was released', () => {
  it('is an act on a network, and of acts that this version does not know nothing is made', () => {
    expect(actOf('linkedin')).toEqual({ network: 'linkedin', act: 'share' });
    expect(actOf('facebook.composer')).toEqual({ network: 'facebook', act: 'composer' });
    expect(actOf('x.bookmark')).toBeNull();
  });
});

describe('a release', () => {
  it('waits for a whole group', () => {
    expect(nextRelease(tally(4), tally(0), 5)).toBeNull();
    expect(nextRelease(tally(6), tally(0), 5)).toEqual({ awareness: 6, shares: { bluesky: 6 } });
    expect(nextRelease(tally(9), tally(6), 5)).toBeNull();
  });

  it('takes the acts of each kind by themselves: few composers wait while shares go', () => {
    const actual = { awareness: 8, shares: { x: 2, linkedin: 3, 'facebook.composer': 4 } };
    expect(nextRelease(actual, { awareness: 0, shares: {} }, 5)).toEqual({
      awareness: 8,
      shares: { linkedin: 3, x: 2 },
    });
    const later = { awareness: 9, shares: { x: 2, linkedin: 4, 'facebook.composer': 6 } };
    const released = { awareness: 8, shares: { x: 2, linkedin: 3 } };
    expect(nextRelease(later, released, 5)).toEqual({ awareness: 0, shares: { 'facebook.composer': 6 } });
  });

  it('takes nothing back by less than a group, which would be a step as well', () => {
    expect(nextRelease(tally(6, 5), tally(6, 6), 5)).toBeNull();
    expect(nextRelease(tally(12, 11), tally(6, 6), 5)).toEqual({ awareness: 6, shares: { bluesky: 5 } });
  });

  it('never moves by less than a group, and keeps less than one back', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { maxLength: 60 }), fc.integer({ min: 3, max: 8 }), (arrivals, group) => {
        let actual = 0;
        let released = 0;
        for (const more of arrivals) {
          actual += more;
          const step = nextRelease(tally(actual), tally(released), group);
          if (step !== null) expect(step.awareness).toBeGreaterThanOrEqual(group);
          released += step?.awareness ?? 0;
        }
        expect(actual - released).toBeLessThan(group);
      }),
    );
  });
});

describe('advocacy value', () => {
  const on = (day: string, counts: Partial<Record<Counted['measure'], number>>): Counted[] =>
    Object.entries(counts).map(([measure, count]) => ({ day, measure: measure as Counted['measure'], count }));

  it('sums count × value', () => {
    const events = on('2026-05-04', { awareness: 2, share: 3, click: 10, like: 1, reshare: 1, comment: 1 });
    const minor = 2 * 150 + 3 * 300 + 10 * 500 + 200 + 300 + 500;
    expect(advocacyValue(events, [])).toEqual([{ currency: 'USD', minor }]);
  });

  it('is nothing for a composer that was opened', () => {
    expect(advocacyValue(on('2026-05-04', { composer: 50 }), [])).toEqual([{ currency: 'USD', minor: 0 }]);
    expect(advocacyValue([], [])).toEqual([]);
  });

  it('keeps the value of its day', () => {
    const later = { ...defaultValues, validFrom: '2026-05-05', click: 100 };
    const events = ['2026-05-04', '2026-05-05', '2026-05-06'].flatMap((day) => on(day, { click: 1 }));
    expect(advocacyValue(events, [later])).toEqual([{ currency: 'USD', minor: 500 + 100 + 100 }]);
    expect(advocacyValue(events, [defaultValues, later])).toEqual(advocacyValue(events, [later, defaultValues]));
  });

  it('never adds two currencies: the later one comes first', () => {
    const euros = { ...defaultValues, validFrom: '2026-05-05', currency: 'EUR' };
    const events = [
      ...on('2026-05-06', { click: 1 }),
      ...on('2026-05-04', { click: 2 }),
      ...on('2026-05-05', { share: 0 }),
    ];
    const amounts = advocacyValue(events, [euros]);
    expect(amounts).toEqual([
      { currency: 'EUR', minor: 500 },
      { currency: 'USD', minor: 1_000 },
    ]);
    expect([amountIn('USD', amounts), amountIn('JPY', amounts)]).toEqual([1_000, 0]);
  });

  it.each([
    ['USD', 2],
    ['JPY', 0],
    ['KWD', 3],
  ])('in %s has %i decimals', (currency, digits) => {
    expect(digitsOf(currency)).toBe(digits);
  });
});
