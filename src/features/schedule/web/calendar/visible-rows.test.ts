import { expect, test } from 'vitest';
import { visibleRows } from './visible-rows.ts';

test('of many rows only those around the window are drawn, where they belong', () => {
  const { rows, height } = visibleRows(
    Array.from({ length: 200 }, () => 40),
    { from: 4000, until: 4500 },
  );
  expect(height).toBe(8000);
  expect(rows.length).toBeLessThan(30);
  expect(rows[0]?.top).toBeLessThan(4000);
  expect(rows.find(({ index }) => index === 100)).toEqual({ index: 100, top: 4000, height: 40 });
  expect((rows.at(-1)?.top ?? 0) + 40).toBeGreaterThanOrEqual(4500);
});

test('rows of different heights stand below each other', () => {
  const { rows } = visibleRows([40, 100, 40], { from: 0, until: 500 });
  expect(rows.map(({ top }) => top)).toEqual([0, 40, 140]);
});
