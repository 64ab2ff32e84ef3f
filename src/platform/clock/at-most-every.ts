/**
 * One look serves everybody who asks within that time; a look that fails is not kept.
 * @param now milliseconds, from any fixed moment on
 */
export function atMostEvery<T>(ms: number, now: () => number, look: () => Promise<T>): () => Promise<T> {
  let last: { readonly at: number; readonly found: Promise<T> } | null = null;
  return () => {
    const at = now();
    if (last !== null && at - last.at < ms) return last.found;
    const mine = { at, found: look() };
    last = mine;
    mine.found.catch(() => {
      if (last === mine) last = null;
    });
    return mine.found;
  };
}
