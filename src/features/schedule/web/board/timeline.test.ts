import { expect, test } from 'vitest';
import { shiftOf } from './plan.fixture.ts';
import { barsOf, hourList, hourName, hoursOf } from './timeline.ts';

const day = '2026-03-02';
const chip = (from: string, to: string) => {
  const shift = shiftOf(`${from}-${to}`, day, { localStart: from, localEnd: to });
  return { key: shift.id, shift, assignment: null };
};
const early = chip(`${day}T06:30`, `${day}T14:00`);
const late = chip(`${day}T14:00`, `${day}T22:15`);
const night = chip(`${day}T22:00`, '2026-03-03T06:00');

test('a timeline spans its shifts, over midnight too', () => {
  expect(hoursOf(day, [early, late])).toEqual({ from: 6, to: 23 });
  expect(hoursOf(day, [night])).toEqual({ from: 22, to: 30 });
  expect(hoursOf(day, [])).toEqual({ from: 6, to: 22 });
});

test('bars lie where their hours are', () => {
  const [bar] = barsOf(day, [late], { from: 10, to: 30 });
  expect(bar?.left).toBeCloseTo(20);
  expect(bar?.width).toBeCloseTo((8.25 / 20) * 100);
});

test('bars that overlap are below each other, those that follow are not', () => {
  const lanes = barsOf(day, [early, late, night], { from: 6, to: 30 }).map(({ lane }) => lane);
  expect(lanes).toEqual([0, 0, 1]);
});

test('hours after midnight are named as on the clock', () => {
  expect(hourList({ from: 22, to: 26 }).map(hourName)).toEqual(['22', '23', '00', '01']);
});
