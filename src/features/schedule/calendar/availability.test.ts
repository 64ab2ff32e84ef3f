import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AvailabilityKind, type AvailabilitySeries, availabilityOf } from './availability.ts';
import { localOf } from './local.ts';
import { occurrences } from './occurrences.ts';
import { anySeries, seriesOf, weekly } from './series.fixture.ts';
import type { Span } from './spans.ts';
import { clockOf, epochAt } from './zone.ts';

const at = (local: string) => epochAt('Europe/Lisbon', local);
const week: Span = { start: at('2026-03-02T00:00'), end: at('2026-03-09T00:00') };
const says = (kind: AvailabilityKind, given: Parameters<typeof seriesOf>[0]): AvailabilitySeries => ({
  ...seriesOf(given),
  exceptions: [],
  payload: { kind },
});
const shown = (spans: readonly Span[]) =>
  spans.map(({ start, end }) => {
    const clock = clockOf('Europe/Lisbon');
    return `${localOf(clock.toWall(start)).slice(8)} ${localOf(clock.toWall(end)).slice(8)}`;
  });

describe('availability', () => {
  it('is all the time for those who named none, less what they can not and time off', () => {
    const { available } = availabilityOf(
      [says('unavailable', { rule: weekly('MO') })],
      [{ start: at('2026-03-04T00:00'), end: at('2026-03-05T00:00') }],
      week,
    );
    expect(shown(available)).toEqual(['02T00:00 02T09:00', '02T17:00 04T00:00', '05T00:00 09T00:00']);
  });

  it('is what they named, for those who named some', () => {
    const all = [
      says('available', { rule: weekly('MO TU') }),
      says('preferred', { id: 's2', start: '2026-03-03T16:00', minutes: 240 }),
      says('unavailable', { id: 's3', start: '2026-03-02T12:00', minutes: 60 }),
    ];
    const { available, preferred, unavailable } = availabilityOf(all, [], week);
    expect(shown(available)).toEqual(['02T09:00 02T12:00', '02T13:00 02T17:00', '03T09:00 03T20:00']);
    expect(shown(preferred)).toEqual(['03T16:00 03T20:00']);
    expect(shown(unavailable)[0]).toBe('02T00:00 02T09:00');
  });

  it('of time nobody spoke about is as the organisation decides', () => {
    expect(availabilityOf([], [], week, 'unavailable').available).toEqual([]);
    const monday = says('available', {});
    expect(availabilityOf([monday], [], week, 'available').available).toEqual([week]);
  });

  it('is, minute by minute, what the strongest word says', () => {
    const anyKind = fc.constantFrom<AvailabilityKind>('available', 'preferred', 'unavailable');
    const one = fc
      .tuple(anySeries, anyKind)
      .map(([series, kind]): AvailabilitySeries => ({ ...series, exceptions: [], payload: { kind } }));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 4 }), fc.nat(300), (all, day) => {
        const window = { start: week.start + day * 1440, end: week.start + (day + 5) * 1440 };
        const result = availabilityOf(all, [], window);
        const isIn = (spans: readonly Span[], minute: number) =>
          spans.some((span) => span.start <= minute && minute < span.end);
        const said = all.flatMap((series) => [...occurrences(series, window.start, window.end)]);
        for (let minute = window.start; minute < window.end; minute += 37) {
          const words = said
            .filter((span) => span.start <= minute && minute < span.end)
            .map((span) => span.payload.kind);
          const isOpen = all.every((series) => series.payload.kind === 'unavailable');
          const can = !words.includes('unavailable') && (isOpen || words.length > 0);
          expect(isIn(result.available, minute)).toBe(can);
          expect(isIn(result.unavailable, minute)).toBe(!can);
          expect(isIn(result.preferred, minute)).toBe(can && words.includes('preferred'));
        }
      }),
      { numRuns: 60 },
    );
  });
});
