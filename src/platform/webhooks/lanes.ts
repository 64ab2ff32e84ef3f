/** Who is being called now, by end-point. */
export interface Lanes {
  /** False when as many calls as may be are under way there. */
  enter(endpointId: string): boolean;
  leave(endpointId: string): void;
}

/** Calls of one process to one end-point at once: most lanes stay free for others, however slow this one is. */
const atOnce = 2;

export function openLanes(): Lanes {
  const busy = new Map<string, number>();
  return {
    enter: (id) => {
      const now = busy.get(id) ?? 0;
      if (now >= atOnce) return false;
      busy.set(id, now + 1);
      return true;
    },
    leave: (id) => {
      const left = (busy.get(id) ?? 1) - 1;
      if (left > 0) busy.set(id, left);
      else busy.delete(id);
    },
  };
}
