import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayMinutes } from '../../calendar/local.ts';
import { layDay, layRow } from './layout.ts';

const day = 20_000;
const at = (start: number, end: number, name = '') => ({
  start: day * dayMinutes + start * 60,
  end: day * dayMinutes + end * 60,
  name,
});

test('events that do not overlap have the whole width', () => {
  const pieces = layDay([at(9, 12), at(12, 15)], day);
  expect(pieces.map(({ lane, lanes }) => [lane, lanes])).toEqual([
    [0, 1],
    [0, 1],
  ]);
});

test('events that touch through others share the width, and a lane is used again', () => {
  const pieces = layDay([at(9, 11, 'a'), at(10, 14, 'b'), at(11, 13, 'c')], day);
  expect(pieces.map(({ event, lane, lanes }) => [event.name, lane, lanes])).toEqual([
    ['a', 0, 2],
    ['b', 1, 2],
    ['c', 0, 2],
  ]);
});

test('a night shift has a piece on each of its days', () => {
  const night = at(22, 30);
  const [evening] = layDay([night], day);
  const [morning] = layDay([night], day + 1);
  expect(evening).toMatchObject({ top: 22 * 60, bottom: 1440, before: false, after: true });
  expect(morning).toMatchObject({ top: 0, bottom: 360, before: true, after: false });
});

test('what ends at midnight is not on the next day', () => {
  expect(layDay([at(16, 24)], day + 1)).toEqual([]);
  expect(layDay([at(16, 24)], day)[0]).toMatchObject({ bottom: 1440, after: false });
});

test('no two events of a lane overlap, whatever the day looks like', () => {
  const spans = fc.array(fc.tuple(fc.integer({ min: -600, max: 1430 }), fc.integer({ min: 15, max: 2160 })), {
    maxLength: 25,
  });
  fc.assert(
    fc.property(spans, (all) => {
      const events = all.map(([start, length]) => ({
        start: day * dayMinutes + start,
        end: day * dayMinutes + start + length,
      }));
      const pieces = layDay(events, day);
      return pieces.every((one, index) =>
        pieces.every(
          (other, place) =>
            place <= index || other.lane !== one.lane || other.top >= one.bottom || other.bottom <= one.top,
        ),
      );
    }),
  );
});

test('a row of a timeline is as high as its fullest moment', () => {
  const { lanes, placed } = layRow([at(9, 17), at(10, 12), at(13, 14)], 15);
  expect(lanes).toBe(2);
  expect(placed.map(({ lane }) => lane)).toEqual([0, 1, 1]);
  expect(layRow([], 15)).toEqual({ lanes: 1, placed: [] });
});
