import { expect, test } from 'vitest';
import { type Spot, settled, spotAfter, spotOf } from './board-keys.ts';
import { assignmentOf, personOf, planOf, shiftOf } from './plan.fixture.ts';
import { rowsOf } from './rows.ts';

const days = ['2026-03-02', '2026-03-03', '2026-03-04'];
const plan = planOf({
  people: [personOf('Ana'), personOf('Ben')],
  shifts: [
    shiftOf('s1', '2026-03-03', { assignments: [assignmentOf('a1', 'Ana')] }),
    shiftOf('s2', '2026-03-03', { assignments: [assignmentOf('a2', 'Ana')] }),
    shiftOf('s3', '2026-03-04'),
  ],
});
const board = { rows: rowsOf('people', plan), days };
/** Presses keys one after the other, from the first cell. */
const press = (...keys: readonly string[]): Spot =>
  keys.reduce<Spot>((spot, key) => spotAfter(board, spot, key, key.startsWith('^')) ?? spot, {
    row: 0,
    column: 0,
    chip: 0,
  });
const at = (row: number, column: number, chip = 0): Spot => ({ row, column, chip });

test('arrows go from cell to cell and stop at the edges', () => {
  expect(press('ArrowRight', 'ArrowRight', 'ArrowRight')).toEqual(at(0, 2));
  expect(press('ArrowLeft', 'ArrowUp')).toEqual(at(0, 0));
  expect(press('ArrowDown', 'ArrowDown', 'ArrowDown')).toEqual(at(2, 0));
});

test('up and down go through all chips of a cell', () => {
  expect(press('ArrowRight', 'ArrowDown')).toEqual(at(1, 1, 0));
  expect(press('ArrowRight', 'ArrowDown', 'ArrowDown')).toEqual(at(1, 1, 1));
  expect(press('ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown')).toEqual(at(2, 1));
  expect(press('ArrowRight', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp')).toEqual(at(1, 1, 1));
});

test('Home, End and pages jump', () => {
  expect(press('End')).toEqual(at(0, 2));
  expect(press('End', 'PageDown', 'Home')).toEqual(at(2, 0));
  expect(spotAfter(board, at(2, 2), 'Home', true)).toEqual(at(0, 0));
  expect(spotAfter(board, at(0, 0), 'End', true)).toEqual(at(2, 2));
});

test('other keys lead nowhere', () => {
  expect(spotAfter(board, at(0, 0), 'x', false)).toBeNull();
});

test('the place stays on the board when lines or chips go', () => {
  expect(settled(board, at(9, 9, 9))).toEqual(at(2, 2));
  expect(settled({ rows: [], days: [] }, at(1, 1, 1))).toEqual(at(0, 0));
});

test('an assignment and an open shift are found', () => {
  expect(spotOf(board, 'a2')).toEqual(at(1, 1, 1));
  expect(spotOf(board, 's3')).toEqual(at(0, 2));
  expect(spotOf(board, 'nothing')).toBeNull();
});
