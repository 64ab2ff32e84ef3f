import { mayTell, type ToldSum, type Unknown } from '../../../schedule/index.ts';
import type { Candidate } from './groups.ts';

/** A figure that was told, once and for all. */
export interface Told extends Candidate {
  /** The day, in UTC. */
  readonly on: string;
}

/**
 * Which of these figures become known beside all that were ever told.
 *
 * The attacker has every figure of every table, filter and day, knows who is in which group and what each band is, and even how
 * the people of a group are ranked. A figure is the mean of those in the middle, so it is a sum of unknowns; a position in a band
 * is the same unknown over a midpoint that is known. It is told only if no multiples of all figures added up come down to
 * one or two people: for the sums of those in the middle, and for those of the groups as wholes, as a figure moves with who
 * joins. That holds complements too: where all parts of a whole but one are told, the whole is not, or the last part isn't.
 */
export function newsAmong(told: readonly Told[], candidates: readonly Candidate[], on: string): readonly Told[] {
  const news: Told[] = [];
  const known = { wholes: told.map(({ of }) => of), middles: told.map(({ middle }) => middle) };
  for (const candidate of inOrder(candidates)) {
    const { of, middle } = candidate;
    if (isSame(latest([...told, ...news], candidate), candidate)) continue;
    if (!mayTell(known.wholes, of) || !mayTell(known.middles, middle)) continue;
    known.wholes.push(of);
    known.middles.push(middle);
    news.push({ ...candidate, on });
  }
  return news;
}

/** The last figure that was told of a group. */
export function latest(
  told: readonly Told[],
  { group, measure, currency }: Pick<Candidate, 'group' | 'measure' | 'currency'>,
): Told | null {
  return told.findLast((one) => one.group === group && one.measure === measure && one.currency === currency) ?? null;
}

/** Small groups first: they keep larger ones that hold them from being told, not the other way round. Pay before positions. */
function inOrder(candidates: readonly Candidate[]): readonly Candidate[] {
  return candidates.toSorted(
    (one, other) =>
      Number(one.measure === 'compa') - Number(other.measure === 'compa') ||
      one.of.length - other.of.length ||
      (one.group < other.group ? -1 : 1),
  );
}

function isSame(before: Told | null, candidate: Candidate): boolean {
  return before !== null && sameSum(before.of, candidate.of) && sameSum(before.middle, candidate.middle);
}

const sameSum = (one: ToldSum, other: ToldSum) =>
  one.length === other.length && one.every((unknown, at) => nameOf(unknown) === nameOf(other[at]));

const nameOf = (unknown: Unknown | undefined) =>
  unknown && `${unknown.personId} ${unknown.key} ${unknown.weight?.join('/') ?? ''}`;
