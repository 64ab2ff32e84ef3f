/** What the writer is told: everything kept, about to be, under way, or not reached the server. */
export type SaveState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved' }
  | { readonly kind: 'failed'; readonly error: unknown; readonly again: boolean };

export interface AutosaveOptions<T> {
  /** Milliseconds of silence before a change is saved; null for "only when flushed". */
  readonly delay: number | null;
  readonly save: (value: T) => Promise<void>;
  readonly onState: (state: SaveState) => void;
  /** Whether a failure may heal by itself, and saving should be tried again. */
  readonly worthRetrying: (error: unknown) => boolean;
}

export interface Autosave<T> {
  change(value: T): void;
  /** Saves at once what waits; resolves true when the server has everything. */
  flush(): Promise<boolean>;
  stop(): void;
}

const firstRetry = 2_000;
const longestRetry = 30_000;

/**
 * Saves the latest value after a pause, one save at a time.
 * idle → (change) waiting → (pause) saving → saved; a change while saving waits for its end. A failed save keeps the
 * value: it is tried again with growing pauses where that can help, and with the next change in any case.
 */
export function createAutosave<T>(options: AutosaveOptions<T>): Autosave<T> {
  let waiting: { readonly value: T } | null = null;
  let running: Promise<boolean> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let stopped = false;

  const later = (delay: number): void => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void run(), delay);
  };

  const saveOnce = async (value: T): Promise<boolean> => {
    options.onState({ kind: 'saving' });
    try {
      await options.save(value);
      failures = 0;
      options.onState(waiting === null ? { kind: 'saved' } : { kind: 'waiting' });
      return true;
    } catch (error) {
      // A newer value replaces the one that failed; without one the failed value waits again.
      waiting ??= { value };
      failures += 1;
      const again = options.delay !== null && options.worthRetrying(error);
      options.onState({ kind: 'failed', error, again });
      if (again) later(Math.min(firstRetry * 2 ** (failures - 1), longestRetry));
      return false;
    }
  };

  const run = async (): Promise<boolean> => {
    clearTimeout(timer);
    while (running !== null) await running;
    if (waiting === null) return true;
    const { value } = waiting;
    waiting = null;
    running = saveOnce(value);
    const done = await running;
    running = null;
    return done && waiting !== null ? run() : done;
  };

  return {
    change(value) {
      waiting = { value };
      options.onState({ kind: 'waiting' });
      if (options.delay !== null) later(options.delay);
    },
    flush: run,
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
