import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useEffect, useRef } from 'react';
import type { Spot } from './days.ts';

const kind = 'request';

/** Lets an entry of the calendar be dragged. */
export function useDraggable(element: RefObject<HTMLElement | null>, id: string, enabled: boolean): void {
  useEffect(() => {
    if (element.current === null || !enabled) return;
    return draggable({ element: element.current, getInitialData: () => ({ [kind]: id }) });
  }, [element, id, enabled]);
}

function spotUnder(board: Element, x: number, y: number): { readonly cell: Element; readonly spot: Spot } | null {
  const cell = document.elementFromPoint(x, y)?.closest('[data-day]');
  const day = cell?.getAttribute('data-day');
  if (cell == null || day == null || !board.contains(cell)) return null;
  const hour = cell.getAttribute('data-hour');
  return { cell, spot: { day, hour: hour === null ? null : Number(hour) } };
}

/** Dropping on the calendar: the whole of it is one target that looks which day and hour is under the pointer. */
export function useCalendarDrop(board: RefObject<HTMLElement | null>, onDrop: (id: string, spot: Spot) => void): void {
  const latest = useRef(onDrop);
  latest.current = onDrop;
  useEffect(() => {
    const element = board.current;
    if (element === null) return;
    let marked: Element | null = null;
    const mark = (next: Element | null): void => {
      if (marked === next) return;
      marked?.removeAttribute('data-over');
      next?.setAttribute('data-over', '');
      marked = next;
    };
    const look = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }) =>
      spotUnder(element, clientX, clientY);
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => typeof source.data[kind] === 'string',
      onDrag: ({ location }) => mark(look(location.current.input)?.cell ?? null),
      onDragLeave: () => mark(null),
      onDrop: ({ source, location }) => {
        mark(null);
        const under = look(location.current.input);
        const id = source.data[kind];
        if (under !== null && typeof id === 'string') latest.current(id, under.spot);
      },
    });
  }, [board]);
}
