import { useEffect, useRef, useState } from 'react';
import { markSeen } from './mine-api.ts';
import type { MyShift } from './mine-contract.ts';

/** Long enough to have read them. */
const readMs = 1_500;

/**
 * Tells the server which shifts were looked at, once each, after a moment of them being on a page that is in sight.
 * @returns ids of those that were still unread when they first came, so that they stay marked while one reads
 */
export function useSeen(shifts: readonly MyShift[]): ReadonlySet<string> {
  const [unread, setUnread] = useState<ReadonlySet<string>>(new Set());
  const told = useRef(new Set<string>());
  useEffect(() => {
    const fresh = shifts.filter(({ id, seen }) => !seen && !told.current.has(id)).map(({ id }) => id);
    if (fresh.length === 0) return;
    setUnread((now) => new Set([...now, ...fresh]));
    const timer = setTimeout(() => {
      if (document.hidden) return;
      for (const id of fresh) told.current.add(id);
      // Told again at the next visit if it fails: nobody needs to hear of that.
      markSeen(fresh).catch(() => {
        for (const id of fresh) told.current.delete(id);
      });
    }, readMs);
    return () => clearTimeout(timer);
  }, [shifts]);
  return unread;
}
