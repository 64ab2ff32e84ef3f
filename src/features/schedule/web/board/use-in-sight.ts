import { type RefObject, useCallback, useEffect, useState } from 'react';
import { type Slice, visibleColumns, visibleSlice } from './visible-rows.ts';

/** What of a board is drawn: lines and days. */
export interface InSight {
  readonly rows: Slice;
  readonly columns: Slice;
}

/** Widths of the names and of a day, as the style sheet has them. */
function widthsOf(board: HTMLElement): { readonly names: number; readonly day: number } {
  const style = getComputedStyle(board);
  return {
    names: Number.parseFloat(style.getPropertyValue('--names')) || 0,
    day: Number.parseFloat(style.getPropertyValue('--day')) || 100,
  };
}

const isSame = (one: Slice, other: Slice) => one.first === other.first && one.end === other.end;

/**
 * Which lines and days of a scrolled board are drawn. Looked at once per frame while it scrolls, and said only when it
 * changes, so that most frames draw nothing.
 */
export function useInSight(scroller: RefObject<HTMLElement | null>, offsets: readonly number[], days: number): InSight {
  const [inSight, setInSight] = useState<InSight>(() => ({
    rows: visibleSlice(offsets, 0, 900),
    columns: { first: 0, end: days },
  }));
  const look = useCallback(() => {
    const board = scroller.current;
    if (board === null) return;
    const { names, day } = widthsOf(board);
    const rows = visibleSlice(offsets, board.scrollTop, board.clientHeight);
    const columns = visibleColumns(days, day, board.scrollLeft, board.clientWidth - names);
    setInSight((now) => (isSame(now.rows, rows) && isSame(now.columns, columns) ? now : { rows, columns }));
  }, [scroller, offsets, days]);
  useEffect(() => {
    const board = scroller.current;
    if (board === null) return;
    let frame = 0;
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    look();
    board.addEventListener('scroll', later, { passive: true });
    const sized = new ResizeObserver(later);
    sized.observe(board);
    return () => {
      cancelAnimationFrame(frame);
      board.removeEventListener('scroll', later);
      sized.disconnect();
    };
  }, [scroller, look]);
  return inSight;
}
