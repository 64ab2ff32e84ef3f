import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { bodies, stretch } from './shapes.ts';

/** What is said of an input; empty when it is taken. */
function said(shape: z.ZodType, input: unknown): readonly string[] {
  return shape.safeParse(input).error?.issues.map(({ message }) => message) ?? [];
}
const days = (from: string, to: string) => ({ from, to });
const shift = { shiftId: '0199F1C6-7B7C-7E1A-8D5E-3B1F2A4C5D6E', headcount: 3, now: 2 };
const change = { day: '2026-05-18', half: 18, amount: 2.25 };

describe('a stretch of days', () => {
  it('has one to six weeks, on days that there are', () => {
    expect(said(stretch, days('2026-05-18', '2026-05-18'))).toEqual([]);
    expect(said(stretch, days('2026-05-18', '2026-06-28'))).toEqual([]);
    for (const wrong of [days('2026-05-18', '2026-06-29'), days('2026-05-18', '2026-05-17')])
      expect(said(stretch, wrong)).toEqual(['Ask for 1 to 42 days.']);
    expect(said(stretch, days('2026-02-29', '2026-03-01'))).not.toEqual([]);
  });
});

describe('what is written into a forecast', () => {
  it('is something, within six weeks, with two decimal places at most', () => {
    const changes = (...of: readonly object[]) => said(bodies.changes, { revision: 3, changes: of });
    expect(changes(change, { ...change, day: '2026-06-28', amount: null })).toEqual([]);
    expect(changes()).toEqual(['Nothing is changed.']);
    expect(changes(change, { ...change, day: '2026-06-29' })).toEqual(['At most 42 days can be changed at once.']);
    expect(changes({ ...change, amount: 2.255 })).toEqual(['At most two decimal places are kept.']);
    expect(changes({ ...change, amount: '2' })).toEqual(['Please enter a number.']);
    expect(changes({ ...change, amount: 100_000.01 })).toEqual(['At most 100000 can be expected in a half hour.']);
    for (const wrong of [{ half: -1 }, { half: 1.5 }, { half: 48 }, { day: '2026-13-01' }, { minute: 3 }])
      expect([wrong, changes({ ...change, ...wrong }).length > 0]).toEqual([wrong, true]);
  });

  it('is counted in something that one person handles some of', () => {
    const measure = (unit: string, perPerson: number) => said(bodies.measure, { unit, perPerson });
    expect(measure('guests', 0.01)).toEqual([]);
    expect(measure('guests', 0)).toEqual(['One person handles more than nothing.']);
    expect(measure('x'.repeat(41), 1)).toEqual(['That is longer than 40 characters.']);
    expect(measure('  ', 1)).not.toEqual([]);
  });

  it('can be projected from one to 26 weeks', () => {
    const project = (more: object) =>
      said(bodies.project, {
        ...days('2026-05-18', '2026-05-24'),
        ...{ weeks: 4, source: 'worked', keepTyped: true, write: false, ...more },
      });
    expect(project({})).toEqual([]);
    expect(project({ weeks: 0 })).toEqual(['At least one week is needed.']);
    expect(project({ weeks: 27 })).toEqual(['At most 26 weeks.']);
    expect(project({ to: '2026-05-17' })).toEqual(['Ask for 1 to 42 days.']);
    expect(project({ source: 'dreamed' })).not.toEqual([]);
  });
});

describe('headcounts that are taken', () => {
  it('name each shift once, whatever the case of its id', () => {
    const take = (...shifts: readonly object[]) => said(bodies.headcount, { shifts });
    expect(take(shift)).toEqual([]);
    expect(take()).toEqual(['No shift is named.']);
    expect(take(shift, { ...shift, shiftId: shift.shiftId.toLowerCase() })).toEqual(['A shift is named twice.']);
    expect(take({ ...shift, headcount: -1 })).not.toEqual([]);
  });
});
