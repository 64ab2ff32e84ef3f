import { dayWords, spanWords } from './describe.ts';
import { type Occurrence, occurrences } from './occurrences.ts';
import type { Series } from './series.ts';

/** Two occurrences that take place at the same time, the one that begins first as `one`. */
export interface Overlap<Payload> {
  readonly one: Occurrence<Payload>;
  readonly other: Occurrence<Payload>;
}

/**
 * Which series of a record overlap between two instants (minutes since 1970), each pair once, with the first time that
 * they do. A series can overlap itself: 36 hours every day. That is a warning and no fault: a role may want it so.
 */
export function overlapsOf<Payload>(
  all: readonly Series<Payload>[],
  from: number,
  until: number,
): readonly Overlap<Payload>[] {
  const found = new Map<string, Overlap<Payload>>();
  const sorted = all.flatMap((series) => [...occurrences(series, from, until)]).sort((a, b) => a.start - b.start);
  let open: Occurrence<Payload>[] = [];
  for (const other of sorted) {
    open = open.filter((one) => one.end > other.start);
    for (const one of open) {
      const pair = [one.seriesId, other.seriesId].sort().join(' ');
      if (!found.has(pair)) found.set(pair, { one, other });
    }
    open.push(other);
  }
  return [...found.values()];
}

/** An overlap in a sentence: "On Mon 2 Mar 2026, 09:00–17:00 and 16:00–20:00 overlap." */
export function overlapWords<Payload>({ one, other }: Overlap<Payload>): string {
  const [first, second] = [one.localStart.slice(0, 10), other.localStart.slice(0, 10)];
  const again = first === second ? '' : `${dayWords(second)}, `;
  return `On ${dayWords(first)}, ${spanWords(one)} and ${again}${spanWords(other)} overlap.`;
}
