/**
 * The known name that somebody probably meant, or null when none is near: at most two slips (a letter too many, too
 * few, another one, or two exchanged), and fewer slips than half of what was written.
 */
export function nearestName(written: string, known: readonly string[]): string | null {
  const wanted = written.toLowerCase();
  const limit = Math.min(2, Math.floor((wanted.length - 1) / 2));
  let best: { readonly name: string; readonly slips: number } | null = null;
  for (const name of known) {
    const slips = slipsBetween(wanted, name.toLowerCase());
    if (slips <= limit && (best === null || slips < best.slips)) best = { name, slips };
  }
  return best?.name ?? null;
}

/** The distance of Damerau and Levenshtein in its restricted form: no letter is moved twice. */
function slipsBetween(left: string, right: string): number {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= left.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const at = (up: number, back: number) => (up === 0 ? line : rows[row - up])?.[column - back] ?? 0;
      const differs = left[row - 1] === right[column - 1] ? 0 : 1;
      let slips = Math.min(at(1, 0) + 1, at(0, 1) + 1, at(1, 1) + differs);
      const exchanged = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (row > 1 && column > 1 && exchanged) slips = Math.min(slips, at(2, 2) + 1);
      line.push(slips);
    }
    rows.push(line);
  }
  return rows[left.length]?.[right.length] ?? 0;
}
