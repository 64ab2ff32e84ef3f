/** Tells the search when to end. Time and the wish to stop come in from outside, so that rules stay without a clock. */
export interface Watch {
  /** Seconds since the search began. */
  seconds(): number;
  /** Somebody asked for what is there. */
  stopped(): boolean;
  /** Seconds after which the search must have ended. */
  readonly limit: number;
  /** Told when time, or the wish to stop, has decided something: another run would have gone on. */
  readonly onOver?: () => void;
}

/** True when time says that the search, or this step of it, must end now. */
export function isOver(watch: Watch): boolean {
  if (!watch.stopped() && watch.seconds() < watch.limit) return false;
  watch.onOver?.();
  return true;
}

/** The same watch with an earlier end. */
export function until(watch: Watch, limit: number): Watch {
  return { ...watch, limit: Math.min(watch.limit, limit) };
}

/** @param now milliseconds of a clock that never goes back */
export function startWatch(now: () => number, limit: number, stopped: () => boolean): Watch {
  const started = now();
  return { seconds: () => (now() - started) / 1000, stopped, limit };
}
