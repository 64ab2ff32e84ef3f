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

/** A day of a report: what was released on it. */
interface Step {
  readonly day: string;
  readonly awareness: number;
  readonly shares: number;
}

/**
 * A period's shares by day as reports show them: a day whose release is smaller than a group (the rest at a request's
 * end) is added to the one before it, or after it where none is before. Nothing where all together are too few.
 * @param days in order of time
 */
export function sharesByDay(days: readonly Step[], group: number): Map<string, number> {
  const least = Math.max(group, smallestGroup);
  const shownDays = new Map<string, number>();
  let held = { awareness: 0, shares: 0 };
  let last: string | null = null;
  for (const { day, awareness, shares } of days) {
    held = { awareness: held.awareness + awareness, shares: held.shares + shares };
    if (awareness === 0 && shares === 0) continue;
    if (held.awareness >= least) {
      shownDays.set(day, held.shares);
      last = day;
      held = { awareness: 0, shares: 0 };
    } else if (last !== null) {
      shownDays.set(last, (shownDays.get(last) ?? 0) + held.shares);
      held = { awareness: 0, shares: 0 };
    }
  }
  return shownDays;
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
