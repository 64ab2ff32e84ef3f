import type { Unknown } from '../../../schedule/index.ts';
import { fewest } from '../../../schedule/index.ts';
import { amountOfHour } from './hour.ts';

/** By what people are compared. */
export const dimensions = ['title', 'location', 'seniority', 'kind'] as const;
export type Dimension = (typeof dimensions)[number];

/** Somebody whose pay is known today, with what they are compared by. Null: nothing was said. */
export interface Counted extends Readonly<Record<Dimension, string | null>> {
  readonly personId: string;
  /** Which word about their pay it is. */
  readonly key: string;
  readonly currency: string;
  readonly minor: number;
  readonly minutes: number;
  /** The midpoint of their band over its minutes; null: there is none in this currency. */
  readonly mid: { readonly minor: number; readonly minutes: number } | null;
}

/** People who are alike in something; of nothing: everybody. */
export type Alike = Partial<Readonly<Record<Dimension, string | null>>>;

export const measures = ['pay', 'compa'] as const;
export type Measure = (typeof measures)[number];

/** What a figure is about, and all that is needed to tell it or not. */
export interface Candidate {
  readonly group: string;
  readonly measure: Measure;
  readonly currency: string;
  /** Minor units an hour in three figures, or hundredths of the midpoint. */
  readonly value: number;
  /** Everybody of the group. */
  readonly of: readonly Unknown[];
  /** Those in the middle, whose mean the figure is. */
  readonly middle: readonly Unknown[];
}

/** One name for the same people, however they were asked for. */
export function groupName(alike: Alike): string {
  const parts = dimensions.flatMap((one) => (alike[one] === undefined ? [] : [[one, alike[one]]]));
  return JSON.stringify(parts);
}

export const isOf = (alike: Alike) => (person: Counted) =>
  dimensions.every((one) => alike[one] === undefined || alike[one] === person[one]);

/** The figures of a group, one of each kind for each currency; those of too few people are left out. */
export function candidatesOf(people: readonly Counted[], alike: Alike): readonly Candidate[] {
  const group = groupName(alike);
  return [...Map.groupBy(people.filter(isOf(alike)), ({ currency }) => currency)].flatMap(([currency, of]) =>
    measures.flatMap((measure) => {
      const known = of.flatMap((person) => knownOf(person, measure) ?? []);
      if (known.length < fewest) return [];
      const sorted = known.toSorted((one, other) => one.value - other.value || compare(one.personId, other.personId));
      const middle = middleOf(sorted);
      const mean = middle.reduce((sum, { value }) => sum + value, 0) / middle.length;
      const value = measure === 'pay' ? Number(mean.toPrecision(3)) : Math.round(mean * 100);
      return [{ group, measure, currency, value, of: unknowns(known), middle: unknowns(middle) }];
    }),
  );
}

interface Known extends Unknown {
  readonly value: number;
}

function knownOf({ personId, key, minor, minutes, mid }: Counted, measure: Measure): Known | null {
  const value = amountOfHour(minor, minutes);
  if (measure === 'pay') return { personId, key, value };
  if (mid === null) return null;
  const weight = [mid.minutes, mid.minor] as const;
  return { personId, key, weight, value: value / amountOfHour(mid.minor, mid.minutes) };
}

/**
 * Those around the median: three where they are an odd number, four where they are even. A median proper is what one person
 * earns, or the mean of two.
 */
export function middleOf<T>(sorted: readonly T[]): readonly T[] {
  const size = sorted.length % 2 === 1 ? 3 : 4;
  const begin = Math.max(0, (sorted.length - size) / 2);
  return sorted.slice(begin, begin + size);
}

const compare = (one: string, other: string) => (one < other ? -1 : 1);

function unknowns(known: readonly Known[]): readonly Unknown[] {
  return known
    .map(({ value: _, ...unknown }) => unknown)
    .toSorted((one, other) => compare(one.personId, other.personId));
}
