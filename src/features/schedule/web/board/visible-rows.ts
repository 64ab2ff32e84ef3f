import type { Row } from './rows.ts';

/** Sizes of the board in pixels; the style sheet has the same. */
export const chipHeight = { people: 46, roles: 28, locations: 28 } as const;
const gap = 4;
const padding = 6;
// One more for the line below.
const leastHeight = 58;
const headHeight = 40;

/** The height of a line: known before it is drawn, so that lines out of sight needn't be. */
export function rowHeight(row: Pick<Row, 'kind' | 'depth'>, chip: number): number {
  if (row.kind === 'location') return headHeight;
  return Math.max(leastHeight, row.depth * (chip + gap) - gap + 2 * padding + 1);
}

/** Where each line begins, and at the end where the last one ends. */
export function offsetsOf(heights: readonly number[]): readonly number[] {
  const offsets = [0];
  let sum = 0;
  for (const height of heights) {
    sum += height;
    offsets.push(sum);
  }
  return offsets;
}

/** The first line in sight and the one after the last, with some more on both sides so that scrolling shows no gaps. */
export interface Slice {
  readonly first: number;
  readonly end: number;
}

/** Which lines are in sight between `top` and `top + height`. */
export function visibleSlice(offsets: readonly number[], top: number, height: number, more = 400): Slice {
  const count = offsets.length - 1;
  const first = Math.max(0, firstAfter(offsets, top - more) - 1);
  const end = Math.min(count, firstAfter(offsets, top + height + more));
  return { first: Math.min(first, count), end };
}

/** Days come into sight and go out of it by so many, so that scrolling sideways draws something in few frames only. */
const block = 4;

/** Which days are in sight, of columns that are all as wide: as wide as there is room for, and never less than `least`. */
export function visibleColumns(count: number, least: number, left: number, width: number, more = 2): Slice {
  const column = Math.max(least, width / Math.max(1, count));
  const first = Math.max(0, Math.floor((left / column - more) / block) * block);
  const end = Math.ceil(((left + width) / column + more) / block) * block;
  return { first: Math.min(first, count), end: Math.min(count, end) };
}

/** The index of the first offset beyond a place; by halves, as a board may have thousands of lines. */
function firstAfter(offsets: readonly number[], place: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
