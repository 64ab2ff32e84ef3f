import fc from 'fast-check';
import { expect, test } from 'vitest';
import { localOf, wall } from '../../calendar/local.ts';
import { longest, shortest } from '../../calendar/series.ts';
import { movedBy, resizedBy, shownAt, snapped, spanBetween, steppedBy } from './wall-span.ts';

const nine = wall('2026-03-02T09:00');
const day = { start: nine, end: nine + 480 };

test('times stand on quarters of an hour', () => {
  expect(snapped(nine + 7)).toBe(nine);
  expect(snapped(nine + 8)).toBe(nine + 15);
  expect(snapped(-8)).toBe(-15);
});

test('a resized event keeps its other edge, 15 minutes and 36 hours', () => {
  expect(resizedBy(day, 'end', 60)).toEqual({ start: nine, end: nine + 540 });
  expect(resizedBy(day, 'start', 60)).toEqual({ start: nine + 60, end: nine + 480 });
  expect(resizedBy(day, 'end', -10_000)).toEqual({ start: nine, end: nine + shortest });
  expect(resizedBy(day, 'start', -10_000)).toEqual({ start: nine + 480 - longest, end: nine + 480 });
});

test('dragging up makes the same as dragging down', () => {
  expect(spanBetween(nine + 5, nine + 61)).toEqual({ start: nine, end: nine + 75 });
  expect(spanBetween(nine + 61, nine + 5)).toEqual({ start: nine, end: nine + 75 });
});

test('whatever is dragged has a length that an event may have', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9000 }), fc.integer({ min: 0, max: 9000 }), (from, to) => {
      const { start, end } = spanBetween(nine + from, nine + to);
      return end - start >= shortest && end - start <= longest && start % 15 === 0;
    }),
  );
});

test('keys step over the hour that is skipped in spring, both ways', () => {
  const before = wall('2026-03-29T01:45');
  const span = { start: before, end: before + 60 };
  const next = steppedBy(span, 15, 'Europe/Berlin');
  expect(localOf(next.start)).toBe('2026-03-29T03:00');
  expect(next.end - next.start).toBe(60);
  expect(steppedBy(next, -15, 'Europe/Berlin')).toEqual(span);
});

test('a day further is the same time of the clock, also across a change of clocks', () => {
  const saturday = wall('2026-10-24T09:00');
  const span = steppedBy({ start: saturday, end: saturday + 60 }, 1440, 'Europe/Berlin');
  expect(localOf(span.start)).toBe('2026-10-25T09:00');
});

test('the hour that comes twice in autumn is an hour like others, and other zones skip nothing then', () => {
  const twice = wall('2026-10-25T02:30');
  expect(shownAt(twice, 1, 'Europe/Berlin')).toBe(twice);
  const skipped = wall('2026-03-29T02:30');
  expect(shownAt(skipped, 1, 'America/New_York')).toBe(skipped);
  expect(shownAt(skipped, 1, 'Europe/Berlin')).toBe(wall('2026-03-29T03:00'));
});

test('moving keeps the length', () => {
  expect(movedBy(day, 1440)).toEqual({ start: nine + 1440, end: nine + 1920 });
});
