/** Runs work a few at a time. Out: the work's own result, or null when too many are waiting already. */
export type Queue = <T>(work: () => Promise<T>) => Promise<T | null>;

/**
 * In: how many run at once and how many more may wait. A bound on the waiting keeps a flood from filling the memory with uploads.
 */
export const createQueue = ({ atOnce, waiting }: { readonly atOnce: number; readonly waiting: number }): Queue => {
  const line: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= atOnce) {
      if (line.length >= waiting) return null;
      // The one before hands its place over, so `running` stays as it is.
      await new Promise<void>((resolve) => line.push(resolve));
    } else running += 1;
    try {
      return await work();
    } finally {
      const next = line.shift();
      if (next) next();
      else running -= 1;
    }
  };
};
