import { actOf } from './act.ts';

/** A number that may be shown, or the word that the group is too small to show it. */
export type Figure = { readonly value: number } | { readonly fewerThan: number };

/** Smallest group that a report may ever show, whatever an organisation sets. */
const smallestGroup = 3;

/** How many must have acted at least. @param group the organisation's small-group setting */
export function leastOf(group: number): number {
  return Math.max(group, smallestGroup);
}

/** A count of people as reports show it. */
export function shown(count: number, group: number): Figure {
  const least = leastOf(group);
  return count < least ? { fewerThan: least } : { value: count };
}

/** By how much a figure changed, as a fraction of what it was; null when there was nothing, or something hidden. */
export function changeOf(now: Figure | null, before: Figure | null): number | null {
  if (now === null || before === null || !('value' in now) || !('value' in before) || before.value === 0) return null;
  return (now.value - before.value) / before.value;
}

export interface Tally {
  /** What was done, by network and act. */
  readonly shares: Readonly<Record<string, number>>;
  readonly awareness: number;
}

/**
 * How much of what happened may be set free now: of each kind of act what has gathered since the last time, if that is a
 * whole group, so that no step in a figure can be one person. What is no group when a request closes is never told.
 * @param actual what has happened, `released` what reports show already
 * @returns the increments to release, or null when nothing may be released
 */
export function nextRelease(actual: Tally, released: Tally, group: number): Tally | null {
  const least = leastOf(group);
  const fresh = [...new Set([...Object.keys(actual.shares), ...Object.keys(released.shares)])]
    .toSorted()
    .map((name) => ({ name, count: (actual.shares[name] ?? 0) - (released.shares[name] ?? 0) }));
  const ripe = [...Map.groupBy(fresh, ({ name }) => actOf(name)?.act)].flatMap(([act, found]) =>
    act !== undefined && found.reduce((sum, { count }) => sum + count, 0) >= least ? found : [],
  );
  const people = actual.awareness - released.awareness;
  const awareness = people >= least ? people : 0;
  if (awareness === 0 && ripe.length === 0) return null;
  return { shares: Object.fromEntries(ripe.map(({ name, count }) => [name, count])), awareness };
}
