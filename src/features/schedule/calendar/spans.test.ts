import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, dayOfDate } from './local.ts';
import {
  aroundDays,
  firstOverlap,
  firstUncovered,
  intersection,
  minutesOf,
  type Span,
  subtract,
  uncoveredMinutes,
  union,
} from './spans.ts';
import { epochAt } from './zone.ts';

const anySpans = fc.array(
  fc.tuple(fc.nat(100), fc.nat(20)).map(([start, length]): Span => ({ start, end: start + length })),
  { maxLength: 12 },
);
const anySpan = fc
  .tuple(fc.nat(100), fc.integer({ min: 1, max: 30 }))
  .map(([start, length]) => ({ start, end: start + length }));
const covers = (spans: readonly Span[], minute: number) =>
  spans.some(({ start, end }) => start <= minute && minute < end);
const minutes = Array.from({ length: 140 }, (_, minute) => minute);
const isTidy = (spans: readonly Span[]) =>
  spans.every(({ start, end }, index) => end > start && (index === 0 || start > (spans[index - 1]?.end ?? 0)));

describe('arithmetic of spans', () => {
  it('agrees with itself minute by minute', () => {
    fc.assert(
      fc.property(anySpans, anySpans, (one, other) => {
        const [both, rest, shared] = [union(one, other), subtract(one, other), intersection(one, other)];
        for (const minute of minutes) {
          const [inOne, inOther] = [covers(one, minute), covers(other, minute)];
          expect(covers(both, minute)).toBe(inOne || inOther);
          expect(covers(rest, minute)).toBe(inOne && !inOther);
          expect(covers(shared, minute)).toBe(inOne && inOther);
        }
        expect([both, rest, shared].every(isTidy)).toBe(true);
        expect(minutesOf(one)).toBe(minutes.filter((minute) => covers(one, minute)).length);
      }),
    );
  });

  it('finds the first part that is not covered, and the first overlap', () => {
    fc.assert(
      fc.property(anySpan, anySpans, (span, raw) => {
        const spans = union(raw);
        const bare = minutes.filter((minute) => covers([span], minute) && !covers(spans, minute));
        expect(firstUncovered(span, spans)?.start).toBe(bare[0]);
        expect(uncoveredMinutes(span, spans)).toBe(bare.length);
        expect(firstUncovered(span, spans)).toEqual(subtract([span], spans)[0] ?? null);
        const hit = spans.find(({ start, end }) => start < span.end && end > span.start);
        expect(firstOverlap(span, spans)).toEqual(hit ?? null);
      }),
    );
  });
});

it.each(['Pacific/Kiritimati', 'Europe/Lisbon', 'Pacific/Niue'])('days with what is around hold them in %s', (zone) => {
  const day = dayOfDate('2026-03-29') ?? 0;
  const [begin, end] = [day - 1, day + 2].map((one) => epochAt(zone, `${dateOf(one)}T00:00`));
  const { start: from, end: until } = aroundDays(day, day);
  expect([from <= (begin ?? 0), (end ?? 0) <= until]).toEqual([true, true]);
});
