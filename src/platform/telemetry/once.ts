const minuteMs = 60_000;

/**
 * Lets a complaint through once a minute, however often there is reason to.
 * @param now milliseconds of a clock that never goes back
 */
export function oncePerMinute(complain: () => void, now: () => number = () => performance.now()): () => void {
  let next = Number.NEGATIVE_INFINITY;
  return () => {
    if (now() < next) return;
    next = now() + minuteMs;
    complain();
  };
}
