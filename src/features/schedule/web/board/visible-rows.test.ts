import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offsetsOf, rowHeight, visibleColumns, visibleSlice } from './visible-rows.ts';

test('a line has room for its fullest cell', () => {
  expect(rowHeight({ kind: 'person', depth: 0 }, 46)).toBe(58);
  expect(rowHeight({ kind: 'person', depth: 1 }, 46)).toBe(59);
  expect(rowHeight({ kind: 'person', depth: 3 }, 46)).toBe(3 * 46 + 2 * 4 + 12 + 1);
  expect(rowHeight({ kind: 'location', depth: 9 }, 46)).toBe(40);
});

test('two hundred lines draw a few dozen', () => {
  const offsets = offsetsOf(Array.from({ length: 200 }, () => 58));
  const { first, end } = visibleSlice(offsets, 3000, 700);
  expect(first).toBeLessThanOrEqual(51);
  expect(end).toBeGreaterThanOrEqual(64);
  expect(end - first).toBeLessThan(30);
});

test('of a month the days in sight are drawn, of a fortnight that fits all', () => {
  expect(visibleColumns(31, 100, 0, 900)).toEqual({ first: 0, end: 12 });
  expect(visibleColumns(31, 100, 1250, 900)).toEqual({ first: 8, end: 24 });
  expect(visibleColumns(31, 100, 2200, 900)).toEqual({ first: 20, end: 31 });
  expect(visibleColumns(14, 50, 0, 1400)).toEqual({ first: 0, end: 14 });
  expect(visibleColumns(0, 100, 0, 900)).toEqual({ first: 0, end: 0 });
});

test('every line in sight is drawn, wherever one scrolls to', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 80 }),
      fc.integer({ min: -200, max: 20_000 }),
      fc.integer({ min: 1, max: 1500 }),
      (heights, top, height) => {
        const offsets = offsetsOf(heights);
        const { first, end } = visibleSlice(offsets, top, height, 0);
        expect(first).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(heights.length);
        for (const [line, own] of heights.entries()) {
          const start = offsets[line] ?? 0;
          if (start + own > top && start < top + height) expect(line >= first && line < end).toBe(true);
        }
      },
    ),
  );
});
