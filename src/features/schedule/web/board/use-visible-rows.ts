import { type RefObject, useCallback, useEffect, useState } from 'react';
import { type Slice, visibleSlice } from './visible-rows.ts';

/**
 * Which lines of a scrolled board are drawn. Looked at once per frame while it scrolls, and said only when it changes, so
 * that most frames draw nothing.
 */
export function useVisibleRows(scroller: RefObject<HTMLElement | null>, offsets: readonly number[]): Slice {
  const [slice, setSlice] = useState<Slice>(() => visibleSlice(offsets, 0, 900));
  const look = useCallback(() => {
    const { scrollTop = 0, clientHeight = 900 } = scroller.current ?? {};
    const next = visibleSlice(offsets, scrollTop, clientHeight);
    setSlice((now) => (now.first === next.first && now.end === next.end ? now : next));
  }, [scroller, offsets]);
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let frame = 0;
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    look();
    element.addEventListener('scroll', later, { passive: true });
    const sized = new ResizeObserver(later);
    sized.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('scroll', later);
      sized.disconnect();
    };
  }, [scroller, look]);
  return slice;
}
