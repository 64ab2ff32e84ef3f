import type { Rank } from '../contract.ts';

/** Somebody's own rank for a weekday (0 is Monday), or for every day where it is null. */
export function rankOf(ranks: readonly Rank[], personId: string, weekday: number | null): number | undefined {
  return ranks.find((one) => one.personId === personId && one.weekday === weekday)?.rank;
}

/** All ranks, with this one as it is wanted; nothing typed takes it away. */
export function rankedAs(
  ranks: readonly Rank[],
  { personId, weekday }: Pick<Rank, 'personId' | 'weekday'>,
  typed: string | number,
): readonly Rank[] {
  const others = ranks.filter((one) => one.personId !== personId || one.weekday !== weekday);
  return typed === '' ? others : [...others, { personId, weekday, rank: Number(typed) }];
}

/** What holds on a weekday where nothing is said of it, as a field shows it that is empty. */
export function rankHint(ranks: readonly Rank[], personId: string, weekday: number | null): string {
  const usual = weekday === null ? undefined : rankOf(ranks, personId, null);
  return usual === undefined ? 'Rank' : `As usual: ${usual}`;
}

/** How many people have a rank of their own on each weekday, Monday first. */
export function rankedDays(ranks: readonly Rank[]): readonly number[] {
  return Array.from({ length: 7 }, (_, weekday) => ranks.filter((one) => one.weekday === weekday).length);
}
