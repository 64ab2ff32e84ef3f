/** A number that may be shown, or the word that the group is too small to show it. */
export type Figure = { readonly value: number } | { readonly fewerThan: number };

/** Smallest group that a report may ever show, whatever an organisation sets. */
const smallestGroup = 3;

/**
 * A count of acting employees as reports show it.
 * @param count what has been released
 * @param group the organisation's small-group setting
 */
export function shown(count: number, group: number): Figure {
  const least = Math.max(group, smallestGroup);
  return count < least ? { fewerThan: least } : { value: count };
}

/** A figure in points of another: hidden when what it is made of is hidden. */
export function shownWith(value: number, acting: Figure): Figure {
  return 'value' in acting ? { value } : acting;
}

export interface Tally {
  readonly shares: Readonly<Record<string, number>>;
  readonly awareness: number;
}

/**
 * How much of what happened may be set free now. Between two releases at least a whole group must have acted, so that no
 * step in a figure can be one person; at the end the rest goes too, if all together are a group.
 * @param actual what has happened, `released` what reports show already
 * @returns the increments to release, or null when nothing may be released
 */
export function nextRelease(actual: Tally, released: Tally, group: number, final: boolean): Tally | null {
  const least = Math.max(group, smallestGroup);
  const fresh = actual.awareness - released.awareness;
  const due = final ? actual.awareness >= least && (fresh > 0 || moreShares(actual, released)) : fresh >= least;
  if (!due) return null;
  const networks = [...new Set([...Object.keys(actual.shares), ...Object.keys(released.shares)])].toSorted();
  const shares = Object.fromEntries(
    networks.map((network) => [network, (actual.shares[network] ?? 0) - (released.shares[network] ?? 0)]),
  );
  return { shares, awareness: fresh };
}

function moreShares(actual: Tally, released: Tally): boolean {
  return Object.entries(actual.shares).some(([network, count]) => count !== (released.shares[network] ?? 0));
}
