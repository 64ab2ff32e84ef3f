import { plural } from '../../../../web/figures.ts';
import { type Amount, plainAmount, readAmount } from './amounts.ts';
import { halvesADay } from './half-hours.ts';
import { type Block, type Cell, cellsOf } from './selection.ts';

/** Amounts in lines of half hours and columns of days, as a spreadsheet copies them. */
export type Sheet = readonly (readonly Amount[])[];

/** A cell with what it is to hold. */
export interface Entry extends Cell {
  readonly amount: Amount;
}

/** Reads what a spreadsheet has copied; a sentence where something in it is no amount. */
export function readSheet(text: string): Sheet | string {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const sheet: Amount[][] = [];
  for (const [number, line] of lines.entries()) {
    const amounts: Amount[] = [];
    for (const part of line.split('\t')) {
      const amount = readAmount(part);
      if (typeof amount === 'string') {
        const where = lines.length === 1 ? '' : ` It stands in line ${number + 1}: copy the numbers only.`;
        return `Nothing was pasted. ${amount}${where}`;
      }
      amounts.push(amount);
    }
    sheet.push(amounts);
  }
  return sheet;
}

/** What is copied to a spreadsheet. */
export function writeSheet(block: Block, amountAt: (cell: Cell) => Amount): string {
  const lines: string[] = [];
  for (let half = block.firstHalf; half <= block.lastHalf; half += 1) {
    const parts: string[] = [];
    for (let column = block.firstColumn; column <= block.lastColumn; column += 1) {
      parts.push(plainAmount(amountAt({ column, half })));
    }
    lines.push(parts.join('\t'));
  }
  return lines.join('\n');
}

/**
 * Where pasted amounts go: from the block's first cell on, as often as they fit when the block holds them a whole number of
 * times, as spreadsheets do. What would lie beyond the last half hour or day is left out and told.
 */
export function placeSheet(
  sheet: Sheet,
  block: Block,
  columns: number,
): { readonly entries: readonly Entry[]; readonly leftOut: string | null } {
  const [tall, wide] = [sheet.length, Math.max(...sheet.map((line) => line.length))];
  const height = spread(tall, block.lastHalf - block.firstHalf + 1);
  const width = spread(wide, block.lastColumn - block.firstColumn + 1);
  const lastHalf = Math.min(block.firstHalf + height, halvesADay) - 1;
  const lastColumn = Math.min(block.firstColumn + width, columns) - 1;
  const entries = cellsOf({ ...block, lastHalf, lastColumn }).map(({ column, half }) => ({
    column,
    half,
    amount: sheet[(half - block.firstHalf) % tall]?.[(column - block.firstColumn) % wide] ?? null,
  }));
  const lines = block.firstHalf + height - 1 - lastHalf;
  const days = block.firstColumn + width - 1 - lastColumn;
  const beyond = [
    ...(lines > 0 ? [`${plural(lines, 'line')} after midnight`] : []),
    ...(days > 0 ? [`${plural(days, 'column')} after the last day`] : []),
  ];
  return { entries, leftOut: beyond.length === 0 ? null : `Left out: ${beyond.join(' and ')}.` };
}

function spread(size: number, room: number): number {
  return room > size && room % size === 0 ? room : size;
}

/** The first line of a block in all its lines; a single line takes over the one above it. */
export function filledDown(block: Block, amountAt: (cell: Cell) => Amount): readonly Entry[] {
  const { firstHalf, lastHalf } = block;
  const from = firstHalf === lastHalf ? firstHalf - 1 : firstHalf;
  if (from < 0) return [];
  return cellsOf({ ...block, firstHalf: from + 1 }).map((cell) => ({
    ...cell,
    amount: amountAt({ column: cell.column, half: from }),
  }));
}

/** The first day of a block in all its days; a single day takes over the one before it. */
export function filledRight(block: Block, amountAt: (cell: Cell) => Amount): readonly Entry[] {
  const { firstColumn, lastColumn } = block;
  const from = firstColumn === lastColumn ? firstColumn - 1 : firstColumn;
  if (from < 0) return [];
  return cellsOf({ ...block, firstColumn: from + 1 }).map((cell) => ({
    ...cell,
    amount: amountAt({ column: from, half: cell.half }),
  }));
}
