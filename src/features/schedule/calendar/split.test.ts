import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joined, joinedAll } from './joined.ts';
import { normalised } from './normal-form.ts';
import { occurrences } from './occurrences.ts';
import { anySeries, daily, seriesOf, take, till, times, weekly } from './series.fixture.ts';
import type { Series } from './series.ts';
import { splitBefore } from './split.ts';
import { epochAt } from './zone.ts';

const end = epochAt('UTC', '2028-06-01T00:00');
const shown = (...series: readonly (Series<string> | null)[]) =>
  series
    .flatMap((one) => (one === null ? [] : [...occurrences(one, 0, end)]))
    .map(({ seriesId: _, changed: __, ...rest }) => rest)
    .sort((a, b) => a.start - b.start || (a.on < b.on ? -1 : 1));

describe('splitting', () => {
  it('changes nothing of what takes place, wherever the cut is', () => {
    fc.assert(
      fc.property(anySeries, fc.nat(25), fc.constantFrom('T00:00', 'T09:00', 'T23:59'), (series, index, time) => {
        const keys = [...take(occurrences(series, 0, end), 30)].map((one) => one.on);
        const cut =
          index % 2 === 0 ? (keys[index % keys.length] ?? series.start) : `2026-05-${10 + (index % 20)}${time}`;
        const { head, tail } = splitBefore(series, cut, 's2');
        expect(shown(head, tail)).toEqual(shown(series));
        for (const one of shown(head)) expect(one.on < cut).toBe(true);
        for (const one of shown(tail)) expect(one.on >= cut).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('can be undone by joining', () => {
    fc.assert(
      fc.property(anySeries, fc.nat(25), (series, index) => {
        const regular = [...take(occurrences({ ...series, exceptions: [] }, 0, end), 26)].map((one) => one.on);
        const { head, tail } = splitBefore(series, regular[index % regular.length] ?? series.start, 's2');
        if (head?.rule == null || tail?.rule == null) return;
        const whole = joined(head, tail);
        expect(shown(whole)).toEqual(shown(series));
        expect(whole?.rule?.ends).toEqual(series.rule?.ends);
        expect(whole?.id).toBe(series.id);
        expect(joinedAll([tail, head])).toEqual([whole]);
      }),
    );
  });
});

describe('joining', () => {
  const head = seriesOf({ rule: weekly('MO', till('2026-03-16')) });
  const tail = seriesOf({ id: 's2', start: '2026-03-23T09:00', rule: weekly('MO', times(4)) });

  it('adds what was counted', () => {
    expect(joined(head, tail)?.rule?.ends).toEqual(times(7));
  });

  it.each<[string, Partial<Series<string>>]>([
    ['a gap between', { start: '2026-03-30T09:00' }],
    ['another time', { start: '2026-03-23T10:00' }],
    ['another length', { minutes: 60 }],
    ['another payload', { payload: 'kitchen' }],
    ['another colour', { colour: 'red' }],
    ['another rule', { rule: weekly('MO TU') }],
    ['no rule', { rule: null }],
  ])('is not for series with %s', (_, given) => {
    expect(joined(head, { ...tail, ...given })).toBeNull();
  });

  it('needs an end to begin after', () => {
    expect(joined(seriesOf({ rule: daily() }), tail)).toBeNull();
  });
});

describe('the normal form', () => {
  it('takes place as before and is its own normal form', () => {
    fc.assert(
      fc.property(anySeries, (series) => {
        expect(shown(normalised(series))).toEqual(shown(series));
        expect(normalised(normalised(series))).toEqual(normalised(series));
      }),
    );
  });

  it('begins on the first day of the rule and drops exceptions that except nothing', () => {
    const series = normalised(
      seriesOf({
        rule: weekly('WE'),
        exceptions: [
          { kind: 'removed', on: '2026-03-05T09:00' },
          { kind: 'changed', on: '2026-03-11T09:00', minutes: 480, payload: 'bar' },
          { kind: 'added', on: '2026-03-18T09:00', minutes: 60 },
        ],
      }),
    );
    expect(series.start).toBe('2026-03-04T09:00');
    expect(series.exceptions).toEqual([{ kind: 'changed', on: '2026-03-18T09:00', minutes: 60 }]);
  });
});
