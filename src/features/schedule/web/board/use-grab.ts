import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { type RefObject, useCallback, useEffect, useRef } from 'react';

/**
 * Lets something be dragged from the moment that a pointer comes over it. Made ready on appearing, hundreds of chips cost most
 * of a frame while the board scrolls, and hardly any of them is ever dragged.
 * @returns what the element calls when a pointer enters it
 */
export function useGrab(element: RefObject<HTMLElement | null>, onHold: () => void): () => void {
  const latest = useRef(onHold);
  latest.current = onHold;
  const release = useRef<(() => void) | null>(null);
  useEffect(
    () => () => {
      release.current?.();
      release.current = null;
    },
    [],
  );
  return useCallback(() => {
    if (element.current === null || release.current !== null) return;
    release.current = draggable({ element: element.current, onDragStart: () => latest.current() });
  }, [element]);
}
