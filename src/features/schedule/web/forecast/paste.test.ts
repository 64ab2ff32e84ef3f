import { expect, test } from 'vitest';
import { filledDown, filledRight, placeSheet, readSheet, writeSheet } from './paste.ts';
import type { Cell } from './selection.ts';

const block = (firstColumn: number, firstHalf: number, lastColumn = firstColumn, lastHalf = firstHalf) => ({
  ...{ firstColumn, lastColumn, firstHalf, lastHalf },
});
const amountAt = ({ column, half }: Cell) => (half === 20 ? null : column * 100 + half);
const read = (entries: readonly { column: number; half: number; amount: number | null }[]) =>
  entries.map(({ column, half, amount }) => `${column}/${half}=${amount}`);

test('a block is read as a spreadsheet copies it, empty cells included', () => {
  expect(readSheet('12\t7,5\r\n\t0\r\n')).toEqual([
    [12, 7.5],
    [null, 0],
  ]);
});

test('a word among the numbers refuses the whole block and says where it stands', () => {
  expect(readSheet('12\n09:00\t4')).toBe(
    'Nothing was pasted. “09:00” is no number. It stands in line 2: copy the numbers only.',
  );
  expect(readSheet('lunch')).toBe('Nothing was pasted. “lunch” is no number.');
});

test('a block lands from the first selected cell on', () => {
  const { entries, leftOut } = placeSheet([[1, 2], [3]], block(2, 18), 7);
  expect(read(entries)).toEqual(['2/18=1', '2/19=3', '3/18=2', '3/19=null']);
  expect(leftOut).toBeNull();
});

test('it is repeated where the selection holds it a whole number of times, and only then', () => {
  expect(read(placeSheet([[5]], block(0, 18, 1, 19), 7).entries)).toEqual(['0/18=5', '0/19=5', '1/18=5', '1/19=5']);
  expect(read(placeSheet([[5], [6]], block(0, 18, 0, 20), 7).entries)).toEqual(['0/18=5', '0/19=6']);
});

test('what would lie beyond midnight or the last day is left out, and told', () => {
  const { entries, leftOut } = placeSheet(
    [
      [1, 2],
      [3, 4],
      [5, 6],
    ],
    block(6, 46),
    7,
  );
  expect(read(entries)).toEqual(['6/46=1', '6/47=3']);
  expect(leftOut).toBe('Left out: 1 line after midnight and 1 column after the last day.');
});

test('copied amounts can be pasted again', () => {
  const sheet = writeSheet(block(1, 19, 2, 20), amountAt);
  expect(sheet).toBe('119\t219\n\t');
  expect(readSheet(sheet)).toEqual([
    [119, 219],
    [null, null],
  ]);
});

test('filling takes the first line or day over the others; of one alone the one before it', () => {
  expect(read(filledDown(block(1, 18, 1, 20), amountAt))).toEqual(['1/19=118', '1/20=118']);
  expect(read(filledDown(block(1, 18), amountAt))).toEqual(['1/18=117']);
  expect(read(filledRight(block(1, 18, 2, 18), amountAt))).toEqual(['2/18=118']);
  expect([filledDown(block(1, 0), amountAt), filledRight(block(0, 5), amountAt)]).toEqual([[], []]);
});
