import { expect, it } from 'vitest';
import { countedBefore, runsOf } from './runs.ts';

it('cuts a horizon into runs on and off, and knows which touch its ends', () => {
  expect(runsOf(7, new Set([1, 2, 4]), 0)).toEqual([
    { on: false, length: 1, touchesEdge: true },
    { on: true, length: 2, touchesEdge: false },
    { on: false, length: 1, touchesEdge: false },
    { on: true, length: 1, touchesEdge: false },
    { on: false, length: 2, touchesEdge: true },
  ]);
});

it('lengthens a first run by the days worked before, but not one that begins later', () => {
  expect(runsOf(2, new Set([0, 1]), 3)).toEqual([{ on: true, length: 5, touchesEdge: true }]);
  expect(runsOf(2, new Set([1]), 3).map(({ length }) => length)).toEqual([1, 1]);
});

it('is one run when nothing or everything is worked', () => {
  expect(runsOf(3, new Set(), 0)).toEqual([{ on: false, length: 3, touchesEdge: true }]);
  expect(runsOf(3, new Set([0, 1, 2]), 0)).toEqual([{ on: true, length: 3, touchesEdge: true }]);
});

it('counts of the days before only as many as the maximum allows', () => {
  expect(countedBefore({})).toBe(0);
  expect(countedBefore({ daysOnBefore: 9 })).toBe(9);
  expect(countedBefore({ daysOnBefore: 9, maxDaysOn: { limit: 5, cost: null } })).toBe(5);
});
