import { cardNumberRefused, holdsCardNumber } from '../http/index.ts';

/** Why a row is not taken whatever it is about; null where it may be judged. Columns that nobody reads count as well. */
export function unfitRow(cells: readonly string[], columns: number): string | null {
  if (cells.length > columns)
    return 'This row has more cells than there are columns. Put a cell with a comma in it in quotation marks.';
  return cells.some(holdsCardNumber) ? cardNumberRefused : null;
}
