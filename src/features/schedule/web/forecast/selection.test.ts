import { expect, test } from 'vitest';
import { at, blockOf, cellsOf, everything, isWithin, selectionAfter, settled } from './selection.ts';

// Midnight, then 08:00 to 10:00: what lies between is folded.
const extent = { columns: 7, halves: [0, 1, 16, 17, 18, 19] };
const press = (from: { column: number; half: number }, key: string, control = false, shift = false) =>
  selectionAfter(extent, at(from), { key, control, shift });

test('arrows go through what stands open, over folded hours, and stop at the edges', () => {
  expect(press({ column: 2, half: 1 }, 'ArrowDown')?.focus).toEqual({ column: 2, half: 16 });
  expect(press({ column: 2, half: 16 }, 'ArrowUp')?.focus).toEqual({ column: 2, half: 1 });
  expect(press({ column: 6, half: 19 }, 'ArrowRight')?.focus).toEqual({ column: 6, half: 19 });
  expect(press({ column: 0, half: 0 }, 'ArrowUp')?.focus).toEqual({ column: 0, half: 0 });
});

test('Home and End go through the week, with Control to its first and last half hour', () => {
  expect(press({ column: 3, half: 17 }, 'Home')?.focus).toEqual({ column: 0, half: 17 });
  expect(press({ column: 3, half: 17 }, 'End', true)?.focus).toEqual({ column: 6, half: 19 });
  expect(press({ column: 3, half: 17 }, 'ArrowDown', true)?.focus).toEqual({ column: 3, half: 19 });
  expect(press({ column: 3, half: 1 }, 'PageDown')?.focus).toEqual({ column: 3, half: 19 });
  expect(press({ column: 3, half: 17 }, 'q')).toBeNull();
});

test('Shift stretches a selection, either way from where it began', () => {
  const selection = press({ column: 3, half: 17 }, 'ArrowLeft', false, true);
  expect(selection).toEqual({ anchor: { column: 3, half: 17 }, focus: { column: 2, half: 17 } });
  const further = selection && selectionAfter(extent, selection, { key: 'ArrowUp', control: false, shift: true });
  const block = { firstColumn: 2, lastColumn: 3, firstHalf: 16, lastHalf: 17 };
  expect(further && blockOf(further)).toEqual(block);
  expect(cellsOf(block)).toHaveLength(4);
  expect([isWithin({ column: 3, half: 16 }, block), isWithin({ column: 4, half: 16 }, block)]).toEqual([true, false]);
});

test('everything is from the first day to the last', () => {
  expect(everything(extent)?.focus).toEqual({ column: 6, half: 19 });
  expect(everything({ columns: 7, halves: [] })).toBeNull();
});

test('a selection whose hour was folded settles on the nearest that is not', () => {
  expect(settled(extent, { column: 9, half: 30 })).toEqual({ column: 6, half: 19 });
  expect(settled(extent, { column: 1, half: 3 })).toEqual({ column: 1, half: 1 });
});
