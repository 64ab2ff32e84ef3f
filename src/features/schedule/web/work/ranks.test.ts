import { expect, test } from 'vitest';
import { rankedAs, rankedDays, rankHint, rankOf } from './ranks.ts';

const monday = { personId: 'a', weekday: 0, rank: 2 };
const usual = { personId: 'a', weekday: null, rank: 1 };

test('a rank is set for one weekday or for all, and the others stay', () => {
  const both = rankedAs([monday], usual, 1);
  expect(both).toEqual([monday, usual]);
  expect(rankedAs(both, { personId: 'a', weekday: 0 }, '5')).toEqual([usual, { ...monday, rank: 5 }]);
  expect(rankedAs(both, { personId: 'a', weekday: 0 }, '')).toEqual([usual]);
  expect(rankedAs(both, { personId: 'b', weekday: null }, 0)).toContainEqual({ personId: 'b', weekday: null, rank: 0 });
});

test('an empty field of a weekday says what holds then', () => {
  expect([rankOf([monday, usual], 'a', 0), rankOf([monday, usual], 'a', 1)]).toEqual([2, undefined]);
  expect(rankHint([usual], 'a', 1)).toBe('As usual: 1');
  expect(rankHint([usual], 'a', null)).toBe('Rank');
  expect(rankHint([], 'a', 1)).toBe('Rank');
});

test('the weekdays that have ranks of their own are counted', () => {
  expect(rankedDays([monday, usual, { personId: 'b', weekday: 6, rank: 1 }])).toEqual([1, 0, 0, 0, 0, 0, 1]);
});
