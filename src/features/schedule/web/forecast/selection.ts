/** A place in the grid: the column of a day, and a half hour. */
export interface Cell {
  readonly column: number;
  readonly half: number;
}

/** Where a selection began, and where the keyboard is now. */
export interface Selection {
  readonly anchor: Cell;
  readonly focus: Cell;
}

/** What a selection spans, all four included. */
export interface Block {
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly firstHalf: number;
  readonly lastHalf: number;
}

/** What there is to go through. */
export interface Extent {
  readonly columns: number;
  /** The half hours that stand open, in order. */
  readonly halves: readonly number[];
}

export function at(cell: Cell): Selection {
  return { anchor: cell, focus: cell };
}

/** Folded half hours within it belong to it: they lie between. */
export function blockOf({ anchor, focus }: Selection): Block {
  return {
    firstColumn: Math.min(anchor.column, focus.column),
    lastColumn: Math.max(anchor.column, focus.column),
    firstHalf: Math.min(anchor.half, focus.half),
    lastHalf: Math.max(anchor.half, focus.half),
  };
}

export function isWithin({ column, half }: Cell, block: Block): boolean {
  const { firstColumn, lastColumn, firstHalf, lastHalf } = block;
  return column >= firstColumn && column <= lastColumn && half >= firstHalf && half <= lastHalf;
}

/** Every cell of a block, day by day. */
export function cellsOf({ firstColumn, lastColumn, firstHalf, lastHalf }: Block): readonly Cell[] {
  const cells: Cell[] = [];
  for (let column = firstColumn; column <= lastColumn; column += 1) {
    for (let half = firstHalf; half <= lastHalf; half += 1) cells.push({ column, half });
  }
  return cells;
}

/** Everything that stands open, from the first day to the last; null where nothing does. */
export function everything({ columns, halves }: Extent): Selection | null {
  const [first, last] = [halves[0], halves.at(-1)];
  if (first === undefined || last === undefined) return null;
  return { anchor: { column: 0, half: first }, focus: { column: columns - 1, half: last } };
}

/** The nearest cell that exists: hours may have been folded, or a day gone. */
export function settled(extent: Extent, { column, half }: Cell): Cell {
  const { columns, halves } = extent;
  const nearest = halves.reduce(
    (best, one) => (Math.abs(one - half) < Math.abs(best - half) ? one : best),
    halves[0] ?? 0,
  );
  return { column: Math.max(0, Math.min(column, columns - 1)), half: nearest };
}

/** A key as it is pressed. */
export interface Key {
  readonly key: string;
  readonly control: boolean;
  readonly shift: boolean;
}

const page = 8;

/** Where a key leads, with Shift by stretching the selection; null for keys that lead nowhere. */
export function selectionAfter(extent: Extent, from: Selection, { key, control, shift }: Key): Selection | null {
  const focus = cellAfter(extent, from.focus, key, control);
  if (focus === null) return null;
  return shift ? { anchor: from.anchor, focus } : at(focus);
}

function cellAfter({ columns, halves }: Extent, { column, half }: Cell, key: string, control: boolean): Cell | null {
  const line = Math.max(0, halves.indexOf(half));
  const end = { column: columns - 1, line: halves.length - 1 };
  const to = (toColumn: number, toLine: number): Cell => ({
    column: Math.max(0, Math.min(toColumn, end.column)),
    half: halves[Math.max(0, Math.min(toLine, end.line))] ?? half,
  });
  switch (key) {
    case 'ArrowLeft':
      return to(control ? 0 : column - 1, line);
    case 'ArrowRight':
      return to(control ? end.column : column + 1, line);
    case 'ArrowUp':
      return to(column, control ? 0 : line - 1);
    case 'ArrowDown':
      return to(column, control ? end.line : line + 1);
    case 'PageUp':
      return to(column, line - page);
    case 'PageDown':
      return to(column, line + page);
    case 'Home':
      return to(0, control ? 0 : line);
    case 'End':
      return to(end.column, control ? end.line : line);
    default:
      return null;
  }
}
