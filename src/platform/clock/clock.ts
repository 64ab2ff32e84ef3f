export interface Clock {
  /** The present moment. */
  now(): Date;
}

export interface MovableClock extends Clock {
  /** Moves the clock on by `ms` milliseconds. */
  advance(ms: number): void;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };

/**
 * A clock that stands still until it is moved.
 * @param start ISO 8601 time
 */
export function fixedClock(start: string): MovableClock {
  let at = Date.parse(start);
  if (Number.isNaN(at)) throw new RangeError(`not a time: ${start}`);
  return {
    now: () => new Date(at),
    advance: (ms) => {
      at += ms;
    },
  };
}
