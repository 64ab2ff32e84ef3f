import { dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { notifications } from '@mantine/notifications';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { type Dragged, dropOf, type Landing } from './drop.ts';
import type { Plan } from './plan-contract.ts';
import type { Edit } from './plan-edit.ts';

/** A spot on the screen under the pointer that takes something. */
interface Under {
  readonly element: Element;
  readonly landing: Landing;
}

function underPointer(board: Element, plan: Plan, x: number, y: number): Under | null {
  const hit = document.elementFromPoint(x, y);
  if (hit === null || !board.contains(hit)) return null;
  const chip = hit.closest('[data-shift]');
  const shift = plan.shifts.find(({ id }) => id === chip?.getAttribute('data-shift'));
  if (chip !== null && shift !== undefined) return { element: chip, landing: { kind: 'shift', shift } };
  const cell = hit.closest('[data-person]');
  const person = plan.people.find(({ id }) => id === cell?.getAttribute('data-person'));
  const day = cell?.getAttribute('data-day');
  if (cell === null || person === undefined || day == null) return null;
  return { element: cell, landing: { kind: 'person-day', person, day } };
}

/**
 * Dragging on the board. The whole board is one drop target that looks what is under the pointer: thousands of targets would
 * have to be made and taken away while scrolling. What is under the pointer is marked in the page itself, without drawing.
 * @returns what chips call with what is in the hand
 */
export function useBoardDrop(
  scroller: RefObject<HTMLElement | null>,
  plan: Plan,
  onEdit: (edit: Edit) => void,
): (dragged: Dragged) => void {
  const held = useRef<Dragged | null>(null);
  const latest = useRef({ plan, onEdit });
  latest.current = { plan, onEdit };
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let marked: Element | null = null;
    const mark = (next: Element | null) => {
      if (marked === next) return;
      marked?.removeAttribute('data-over');
      next?.setAttribute('data-over', '');
      marked = next;
    };
    const look = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }) =>
      underPointer(element, latest.current.plan, clientX, clientY);
    return dropTargetForElements({
      element,
      onDrag: ({ location }) => mark(look(location.current.input)?.element ?? null),
      onDragLeave: () => mark(null),
      onDrop: ({ location }) => {
        mark(null);
        const under = look(location.current.input);
        const dragged = held.current;
        held.current = null;
        if (dragged === null || under === null) return;
        const drop = dropOf(dragged, under.landing, latest.current.plan.shifts);
        if (drop.kind === 'edit') latest.current.onEdit(drop.edit);
        if (drop.kind === 'refused') notifications.show({ color: 'red', message: drop.sentence });
      },
    });
  }, [scroller]);
  return useCallback((dragged) => {
    held.current = dragged;
  }, []);
}
