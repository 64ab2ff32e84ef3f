import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOfDate } from '../calendar/local.ts';
import { clockOf } from '../calendar/zone.ts';
import { momentsOf } from './half-hours.ts';
import { neededIn, needsOf } from './needs.ts';
import { crewsWithin, peopleIn } from './staffing.ts';

const measure = { unit: 'guests', perPerson: 4 };
const halves = (given: Readonly<Record<number, number>>) =>
  Array.from({ length: 48 }, (_, half) => given[half] ?? null);
const forecast = (day: string, given: Readonly<Record<number, number>>) => ({
  ...{ day, amounts: halves(given) },
  sources: halves({}).map(() => null),
});

describe('who is there in a half hour', () => {
  it('is the mean over its minutes, over both passes where clocks are set back', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 4 }))
      .map(([start, minutes, people]) => ({ start, end: start + minutes, people }));
    const passes = fc.constantFrom(
      [{ start: 30, end: 60 }],
      [
        { start: 30, end: 60 },
        { start: 90, end: 120 },
      ],
      [],
    );
    fc.assert(
      fc.property(passes, fc.array(span, { maxLength: 5 }), (moments, crews) => {
        const minutes = moments.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at));
        const counts = minutes.map((at) =>
          crews.reduce((sum, { start, end, people }) => sum + (start <= at && at < end ? people : 0), 0),
        );
        const mean = counts.reduce((sum, one) => sum + one, 0) / Math.max(1, minutes.length);
        expect(peopleIn(moments, crews)).toBe(Math.round(mean * 100) / 100);
      }),
    );
  });

  it('leaves out those of other days, but not who comes from the night before', () => {
    const night = { start: -60, end: 10, people: 1 };
    const before = { start: -60, end: 0, people: 1 };
    const after = { start: 1440, end: 1500, people: 1 };
    expect(crewsWithin({ start: 0, end: 1440 }, [night, before, after])).toEqual([night]);
  });
});

describe('what a forecast needs', () => {
  it('are whole people, nobody for 0, and nothing where there is no number', () => {
    const [half = []] = momentsOf(dayOfDate('2026-05-18') ?? 0, 'Europe/Lisbon');
    expect([9, 8, 0.01, 0, null].map((amount) => neededIn(half, amount, measure))).toEqual([3, 2, 1, 0, null]);
    expect(neededIn([], 9, measure)).toBe(0);
    expect(neededIn([], null, measure)).toBeNull();
  });

  it('is there at every pass of the clock: twice when it is set back, never when it is set forward', () => {
    const { toEpoch } = clockOf('Europe/Berlin');
    const midnight = (date: string) => toEpoch((dayOfDate(date) ?? 0) * 1440);
    const back = needsOf([forecast('2026-10-25', { 4: 6, 6: 1 })], 'Europe/Berlin', measure);
    expect(back.map(({ start, people }) => [start - midnight('2026-10-25'), people])).toEqual([
      [120, 2],
      [180, 2],
      [240, 1],
    ]);
    const forward = needsOf([forecast('2026-03-29', { 3: 6, 4: 6, 6: 1 })], 'Europe/Berlin', measure);
    expect(forward.map(({ start, people }) => [start - midnight('2026-03-29'), people])).toEqual([
      [90, 2],
      [120, 1],
    ]);
  });
});
