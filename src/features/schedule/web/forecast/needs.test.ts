import { expect, test } from 'vitest';
import { coverOf, depthOf, hoursOf, peopleFor } from './needs.ts';

test('people are counted whole, for as much as each handles', () => {
  expect([peopleFor(25, 12), peopleFor(24, 12), peopleFor(0, 12), peopleFor(null, 12)]).toEqual([3, 2, 0, null]);
  expect(peopleFor(0.3, 0.1)).toBe(3);
});

test('too few, enough or too many; nothing where nothing is forecast', () => {
  expect([coverOf(2, 1.5), coverOf(2, 2), coverOf(2, 3), coverOf(0, 1), coverOf(null, 3)]).toEqual([
    ...['short', 'right', 'over', 'over', null],
  ]);
  expect(coverOf(2, 1.99)).toBe('right');
});

test('hours short and over do not make up for each other, and count only where there is a forecast', () => {
  expect(hoursOf([2, 4, null, 0], [3, 2.5, 9, 1])).toEqual({ needed: 3, short: 0.75, over: 1 });
});

test('shades are against the greatest need in sight', () => {
  expect([depthOf(2, 4), depthOf(null, 4), depthOf(0, 0)]).toEqual([0.5, 0, 0]);
});
