import { dayMinutes } from './local.ts';

/** A stretch of time: minutes since 1970-01-01T00:00Z, the end not included. Lists of spans that come out of here are
 * sorted and disjoint, and no two of them touch. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Moments that hold all of some days, both included: two more on either side cover every zone, and every shift that began
 * before.
 */
export function aroundDays(from: number, to: number): Span {
  return { start: (from - 2) * dayMinutes, end: (to + 3) * dayMinutes };
}

/** All that at least one span covers. */
export function union(...lists: readonly (readonly Span[])[]): readonly Span[] {
  const sorted = lists
    .flat()
    .filter((span) => span.end > span.start)
    .sort((one, other) => one.start - other.start);
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of sorted) {
    const last = merged.at(-1);
    if (last === undefined || start > last.end) merged.push({ start, end });
    else last.end = Math.max(last.end, end);
  }
  return merged;
}

/** What `from` covers and `away` does not. */
export function subtract(from: readonly Span[], away: readonly Span[]): readonly Span[] {
  const cuts = union(away);
  const left: Span[] = [];
  let cut = 0;
  for (const { start, end } of union(from)) {
    let at = start;
    while (cut < cuts.length && (cuts[cut]?.end ?? 0) <= at) cut += 1;
    for (let next = cut; next < cuts.length && (cuts[next]?.start ?? 0) < end; next += 1) {
      const { start: gone, end: back } = cuts[next] as Span;
      if (gone > at) left.push({ start: at, end: gone });
      at = Math.max(at, back);
    }
    if (at < end) left.push({ start: at, end });
  }
  return left;
}

/** What both cover. */
export function intersection(one: readonly Span[], other: readonly Span[]): readonly Span[] {
  return subtract(one, subtract(one, other));
}

/** The first stretch of a span that sorted, disjoint spans do not cover; null if they cover it. Logarithmic. */
export function firstUncovered(span: Span, covering: readonly Span[]): Span | null {
  let at = span.start;
  for (let index = firstEndingAfter(covering, at); at < span.end; index += 1) {
    const next = covering[index];
    if (next === undefined || next.start > at) return { start: at, end: Math.min(span.end, next?.start ?? span.end) };
    at = next.end;
  }
  return null;
}

/** Minutes of a span that sorted, disjoint spans do not cover. */
export function uncoveredMinutes(span: Span, covering: readonly Span[]): number {
  let minutes = span.end - span.start;
  for (let index = firstEndingAfter(covering, span.start); index < covering.length; index += 1) {
    const { start, end } = covering[index] as Span;
    if (start >= span.end) break;
    minutes -= Math.min(end, span.end) - Math.max(start, span.start);
  }
  return minutes;
}

/** The first of sorted, disjoint spans that overlaps a span, or null. Logarithmic. */
export function firstOverlap<Found extends Span>(span: Span, others: readonly Found[]): Found | null {
  const found = others[firstEndingAfter(others, span.start)];
  return found !== undefined && found.start < span.end ? found : null;
}

/** Minutes that spans cover together. */
export function minutesOf(spans: readonly Span[]): number {
  return union(spans).reduce((sum, { start, end }) => sum + end - start, 0);
}

function firstEndingAfter(sorted: readonly Span[], minute: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.end ?? 0) > minute) high = middle;
    else low = middle + 1;
  }
  return low;
}
