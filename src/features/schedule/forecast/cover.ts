import type { Span } from '../calendar/spans.ts';
import type { Coverable } from './coverable.ts';
import type { Need } from './needs.ts';
import { shorten } from './shorten.ts';

/** No shift has more. */
export const mostPeople = 500;

export interface Cover {
  /** By shift. */
  readonly people: ReadonlyMap<string, number>;
  /** Where as many as may be are not enough, with how many are lacking. */
  readonly short: readonly Need[];
}

/**
 * The fewest people with which shifts cover all needs, and of all ways to do so the one with the fewest hours; exactly.
 * Each shift is one stretch of time, so that what covers a moment is a row of ones, and going from left to right is enough
 * for the fewest people: whoever is lacking first has to come from the shifts of that moment, and of these the one that ends
 * last covers at least as much of what follows as any other. That fills long shifts where short ones would do: the second
 * step mends it.
 */
export function coverNeeds(needs: readonly Need[], shifts: readonly Coverable[]): Cover {
  const pieces = piecesOf(needs, shifts);
  const covering = (need: Span) => shifts.filter(({ start, end }) => start <= need.start && need.end <= end);
  const first = new Map(shifts.map(({ id, least }) => [id, least]));
  for (const need of pieces) {
    const there = covering(need).toSorted((one, other) => other.end - one.end);
    let lacking = need.people - there.reduce((sum, { id }) => sum + (first.get(id) ?? 0), 0);
    for (const { id, most } of there) {
      const has = first.get(id) ?? 0;
      const added = Math.max(0, Math.min(lacking, most - has));
      first.set(id, has + added);
      lacking -= added;
    }
  }
  const people = shorten(pieces, shifts, first);
  const short = pieces.flatMap((need) => {
    const there = covering(need).reduce((sum, { id }) => sum + (people.get(id) ?? 0), 0);
    return need.people > there ? [{ ...need, people: need.people - there }] : [];
  });
  return { people, short };
}

/** Needs by time, cut where shifts begin and end: throughout a piece the same shifts are there. */
function piecesOf(needs: readonly Need[], shifts: readonly Span[]): readonly Need[] {
  const cuts = [...new Set(shifts.flatMap(({ start, end }) => [start, end]))].toSorted((one, other) => one - other);
  return needs
    .toSorted((one, other) => one.start - other.start)
    .flatMap(({ start, end, people }) => {
      const moments = [start, ...cuts.filter((at) => at > start && at < end), end];
      return moments.slice(1).map((until, index) => ({ start: moments[index] ?? start, end: until, people }));
    });
}
