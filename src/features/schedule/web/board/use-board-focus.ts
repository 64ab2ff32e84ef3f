import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Day } from '../../../../web/zoned-time.ts';
import { type Spot, settled, spotAfter, spotOf } from './board-keys.ts';
import type { Row } from './rows.ts';

interface Board {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly rows: readonly Row[];
  readonly days: readonly Day[];
  readonly offsets: readonly number[];
}

export interface BoardFocus {
  readonly spot: Spot;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  /** Follows a click, so that the keys go on from there. */
  readonly onFocus: (event: { readonly target: EventTarget }) => void;
  /** Shows an assignment or a shift and puts the focus on it; false when it isn't on the board. */
  readonly jumpTo: (key: string) => boolean;
}

const selectorOf = ({ row, column, chip }: Spot) => `[data-spot="${row}:${column}:${chip}"]`;

/** Scrolls a line and a day into sight: below the head, beside the names. */
function reveal({ scroller, offsets, days }: Board, { row, column }: Spot): void {
  const element = scroller.current;
  if (element === null) return;
  const names = Number.parseFloat(getComputedStyle(element).getPropertyValue('--names')) || 0;
  const day = (element.scrollWidth - names) / Math.max(1, days.length);
  const right = (column + 1) * day - (element.clientWidth - names);
  if (column * day < element.scrollLeft) element.scrollLeft = column * day;
  else if (right > element.scrollLeft) element.scrollLeft = right;
  const [top = 0, bottom = 0] = [offsets[row], offsets[row + 1]];
  const head = element.querySelector<HTMLElement>('[data-head]')?.offsetHeight ?? 0;
  const room = element.clientHeight - head;
  if (top < element.scrollTop) element.scrollTop = top;
  else if (bottom > element.scrollTop + room) element.scrollTop = Math.min(top, bottom - room);
}

/** The keyboard's way through the board, also to lines that are not drawn yet. */
export function useBoardFocus(board: Board): BoardFocus {
  const { scroller, rows, days } = board;
  const [spot, setSpot] = useState<Spot>({ row: 0, column: 0, chip: 0 });
  const awaited = useRef<Spot | null>(null);
  const latest = useRef(board);
  latest.current = board;
  // After each drawing: the line that the focus goes to may have come with it.
  useEffect(() => {
    if (awaited.current === null) return;
    const target = scroller.current?.querySelector<HTMLElement>(selectorOf(awaited.current));
    if (target == null) return;
    awaited.current = null;
    target.focus({ preventScroll: true });
  });
  const goTo = useCallback((to: Spot) => {
    awaited.current = to;
    reveal(latest.current, to);
    setSpot({ ...to });
  }, []);
  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLElement>) => {
      if (event.altKey || event.metaKey) return;
      const from = spotIn(event.target) ?? spot;
      const to = spotAfter(latest.current, from, event.key, event.ctrlKey);
      if (to === null) return;
      event.preventDefault();
      goTo(to);
    },
    [spot, goTo],
  );
  const onFocus = useCallback(({ target }: { readonly target: EventTarget }) => {
    const at = spotIn(target);
    if (at !== null) setSpot((now) => (selectorOf(now) === selectorOf(at) ? now : at));
  }, []);
  const jumpTo = useCallback(
    (key: string) => {
      const at = spotOf(latest.current, key);
      if (at !== null) goTo(at);
      return at !== null;
    },
    [goTo],
  );
  return { spot: settled({ rows, days }, spot), onKeyDown, onFocus, jumpTo };
}

function spotIn(target: EventTarget): Spot | null {
  const place = target instanceof Element ? target.closest('[data-spot]')?.getAttribute('data-spot') : undefined;
  if (place == null) return null;
  const [row = 0, column = 0, chip = 0] = place.split(':').map(Number);
  return { row, column, chip };
}
