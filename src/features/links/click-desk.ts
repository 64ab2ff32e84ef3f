import type { ClickReader } from './click-reader.ts';
import type { Click } from './click-record.ts';
import type { Sighting } from './sighting.ts';

/** Takes what requests said, and decides a little later and many at a time how each counts. */
export interface ClickDesk {
  /** Out: a promise to wait for before the answer, or null. */
  take(sighting: Sighting): Promise<void> | null;
  /** Decides about everything taken so far, now. */
  decide(): void;
}

interface Parts {
  readonly mode: 'batch' | 'sync';
  readonly read: ClickReader;
  readonly count: (click: Click) => Promise<void> | null;
}

/** Milliseconds. Within the window of 100 in which a `kill -9` may take a click along; longer saves nothing more. */
const decideAfterMs = 10;

/**
 * With `batch` the answer goes out first: hashing, looking up and writing stay out of the request, and done for hundreds at once they
 * cost a fraction. What is waiting is bounded by what arrives in one turn of the event loop and ten milliseconds.
 * With `sync` each is decided at once, because its answer waits for the database anyway.
 */
export function openClickDesk({ mode, read, count }: Parts): ClickDesk {
  let waiting: Sighting[] = [];
  let timer: NodeJS.Timeout | null = null;
  const decide = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    const taken = waiting;
    waiting = [];
    for (const sighting of taken) {
      const click = read(sighting);
      if (click) count(click);
    }
  };
  return {
    take: (sighting) => {
      if (mode === 'sync') {
        const click = read(sighting);
        return click && count(click);
      }
      waiting.push(sighting);
      timer ??= setTimeout(decide, decideAfterMs);
      return null;
    },
    decide,
  };
}
