/** How long a page may take until it shows what a tour wants to show, and how long it must have been still without it. */
const [longestMs, stillMs, stepMs] = [8_000, 500, 50];

/** What carries the mark and can be seen: some things are there twice, for phones and for larger screens. */
function findMarked(mark: string): HTMLElement | null {
  const all = document.querySelectorAll<HTMLElement>(`[data-tour="${CSS.escape(mark)}"]`);
  return [...all].find((element) => element.checkVisibility({ visibilityProperty: true })) ?? null;
}

/**
 * Waits until what carries the mark is there and no longer moves.
 * @param isLoading whether the page still waits for the server
 * @param isOver whether nobody wants to see it any more
 * @returns null when the page is there without it
 */
export async function awaitMarked(
  mark: string,
  isLoading: () => boolean,
  isOver: () => boolean,
): Promise<HTMLElement | null> {
  let still = 0;
  let top: number | null = null;
  for (let waited = 0; waited < longestMs && !isOver(); waited += stepMs) {
    const found = findMarked(mark);
    const now = found?.getBoundingClientRect().top ?? null;
    const isLate = waited > longestMs / 2;
    // Data that comes late moves what is already drawn, or replaces it.
    if (found !== null && now === top && (!isLoading() || isLate)) return found;
    still = found === null && !isLoading() ? still + stepMs : 0;
    if (still >= stillMs) return null;
    top = now;
    await new Promise((resolve) => setTimeout(resolve, stepMs));
  }
  return isOver() ? null : findMarked(mark);
}
