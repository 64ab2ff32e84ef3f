import type { Day } from '../../../../web/zoned-time.ts';
import type { Row } from './rows.ts';

/** Where the keyboard is: a line, a day, and a chip of that cell (0 in an empty one). */
export interface Spot {
  readonly row: number;
  readonly column: number;
  readonly chip: number;
}

interface Board {
  readonly rows: readonly Row[];
  readonly days: readonly Day[];
}

function chipsAt({ rows, days }: Board, row: number, column: number): number {
  const day = days[column];
  return day === undefined ? 0 : (rows[row]?.cells.get(day)?.length ?? 0);
}

/** The nearest place that exists: what was there may have gone. */
export function settled(board: Board, { row, column, chip }: Spot): Spot {
  const within = (value: number, count: number) => Math.max(0, Math.min(value, count - 1));
  const at = { row: within(row, board.rows.length), column: within(column, board.days.length) };
  return { ...at, chip: within(chip, chipsAt(board, at.row, at.column)) };
}

/**
 * Where a key leads; null for keys that lead nowhere. Up and down go through the chips of a cell before they leave it; left
 * and right change the day; Home and End go to the first and last day, with Control to the first and last line.
 */
export function spotAfter(board: Board, from: Spot, key: string, control: boolean): Spot | null {
  const { row, column, chip } = from;
  const last = { row: board.rows.length - 1, column: board.days.length - 1 };
  switch (key) {
    case 'ArrowLeft':
      return settled(board, { row, column: column - 1, chip: 0 });
    case 'ArrowRight':
      return settled(board, { row, column: column + 1, chip: 0 });
    case 'ArrowDown':
      if (chip + 1 < chipsAt(board, row, column)) return { row, column, chip: chip + 1 };
      return row === last.row ? from : settled(board, { row: row + 1, column, chip: 0 });
    case 'ArrowUp':
      if (chip > 0) return { row, column, chip: chip - 1 };
      return row === 0 ? from : settled(board, { row: row - 1, column, chip: Number.MAX_SAFE_INTEGER });
    case 'PageDown':
      return settled(board, { row: row + 10, column, chip: 0 });
    case 'PageUp':
      return settled(board, { row: row - 10, column, chip: 0 });
    case 'Home':
      return settled(board, { row: control ? 0 : row, column: 0, chip: 0 });
    case 'End':
      return settled(board, { row: control ? last.row : row, column: last.column, chip: 0 });
    default:
      return null;
  }
}

/** Where an assignment or a shift stands on the board; null when filters hide it. */
export function spotOf({ rows, days }: Board, key: string): Spot | null {
  for (const [row, { cells }] of rows.entries()) {
    for (const [day, chips] of cells) {
      const chip = chips.findIndex((candidate) => candidate.key === key);
      const column = days.indexOf(day);
      if (chip >= 0 && column >= 0) return { row, column, chip };
    }
  }
  return null;
}
