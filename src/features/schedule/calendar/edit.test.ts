import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Edit, Scope } from './change.ts';
import { changed, dragged, removed } from './edit.ts';
import { localOf, wall } from './local.ts';
import { nextOccurrence, occurrenceOn, occurrences } from './occurrences.ts';
import { anySeries, daily, seriesOf, take, till, times, weekly } from './series.fixture.ts';
import type { Repeat, Series } from './series.ts';
import { epochAt } from './zone.ts';

const end = epochAt('UTC', '2028-06-01T00:00');
const all = (...series: readonly Series<string>[]) =>
  series.flatMap((one) => [...occurrences(one, 0, end)]).sort((a, b) => a.start - b.start || (a.on < b.on ? -1 : 1));
/** What takes place, wherever it is written down. */
const shown = (...series: readonly Series<string>[]) => all(...series).map(({ seriesId, changed: _, ...rest }) => rest);
const starts = (...series: readonly Series<string>[]) => all(...series).map((one) => one.localStart);
const done = (edit: Edit<string>) => {
  if (!edit.ok) throw new Error(edit.problems[0]?.sentence);
  return edit;
};
/** Of one of the first; looked for long after `end`, because a fifth Monday every fourth month can be years away. */
const keyAt = (series: Series<string>, index: number) => {
  const first = [...take(occurrences(series, 0, epochAt('UTC', '2060-01-01T00:00')), 20)];
  return first[index % first.length]?.on ?? series.start;
};
const change = (series: Series<string>, on: string, scope: Scope, what: Change<string>) =>
  done(changed(series, on, scope, what, 's2'));

describe('taking out', () => {
  it('one takes out that one and nothing else', () => {
    fc.assert(
      fc.property(anySeries, fc.nat(19), (series, index) => {
        const on = keyAt(series, index);
        const edit = done(removed(series, on, 'one'));
        expect(shown(...edit.series)).toEqual(shown(series).filter((one) => one.on !== on));
        expect(edit.follow(on)).toBeNull();
      }),
    );
  });

  it('this and following leaves those before, and all leaves none', () => {
    fc.assert(
      fc.property(anySeries, fc.nat(19), (series, index) => {
        const on = keyAt(series, index);
        expect(shown(...done(removed(series, on, 'following')).series)).toEqual(
          shown(series).filter((one) => one.on < on),
        );
        expect(done(removed(series, on, 'all')).series).toEqual([]);
      }),
    );
  });

  it('the last one that is left takes out the series', () => {
    const series = seriesOf({ rule: daily(times(2)), exceptions: [{ kind: 'removed', on: '2026-03-02T09:00' }] });
    expect(done(removed(series, '2026-03-03T09:00', 'one')).series).toEqual([]);
  });

  it('what is gone already is said to be', () => {
    const edit = removed(seriesOf(), '2026-03-03T09:00', 'one');
    expect(edit).toMatchObject({ problems: [{ sentence: 'There is no occurrence on 2026-03-03 09:00 any more.' }] });
  });
});

describe('changing one', () => {
  it('changes that one and nothing else', () => {
    const by = fc.integer({ min: -2000, max: 2000 });
    fc.assert(
      fc.property(anySeries, fc.nat(19), by, (series, index, moveBy) => {
        const on = keyAt(series, index);
        const was = occurrenceOn(series, on);
        const edit = changed(series, on, 'one', { moveBy, minutes: 75 }, 's2');
        if (!edit.ok) return;
        const now = edit.follow(on)?.on ?? '';
        expect(shown(...edit.series).filter((one) => one.on !== now)).toEqual(
          shown(series).filter((one) => one.on !== on),
        );
        expect(occurrenceOn(edit.series[0] ?? series, now)?.minutes).toBe(75);
        expect(was).not.toBeNull();
      }),
    );
  });

  it('back to what its series says leaves no exception behind', () => {
    const series = seriesOf({ rule: daily() });
    const there = change(series, '2026-03-04T09:00', 'one', { moveBy: 60 }).series[0] ?? series;
    expect(there.exceptions).toEqual([{ kind: 'changed', on: '2026-03-04T09:00', start: '2026-03-04T10:00' }]);
    expect(change(there, '2026-03-04T09:00', 'one', { moveBy: -60 }).series).toEqual([series]);
  });

  it('can not make it repeat, nor move an added one on to another', () => {
    const series = seriesOf({ rule: daily(), exceptions: [{ kind: 'added', on: '2026-03-04T12:00' }] });
    expect(changed(series, '2026-03-04T09:00', 'one', { ends: times(2) }, 's2').ok).toBe(false);
    expect(changed(series, '2026-03-04T12:00', 'one', { moveBy: -180 }, 's2')).toMatchObject({
      problems: [{ sentence: 'There is an occurrence on 2026-03-04 09:00 already.' }],
    });
  });

  it('is refused if it would be too long', () => {
    const edit = changed(seriesOf(), '2026-03-02T09:00', 'one', { minutes: 37 * 60 }, 's2');
    expect(edit).toMatchObject({ problems: [{ sentence: 'It is too long: 36 hours are the most.' }] });
  });
});

describe('changing this and following', () => {
  it('leaves those before as they are, and loses none', () => {
    fc.assert(
      fc.property(anySeries, fc.nat(19), (series, index) => {
        const on = keyAt(series, index);
        const edit = change(series, on, 'following', { payload: 'cellar' });
        const own = series.exceptions.filter((one) => 'payload' in one && one.on !== on).map((one) => one.on);
        const expected = shown(series).map((one) => {
          return one.on >= on && !own.includes(one.on) ? { ...one, payload: 'cellar' } : one;
        });
        expect(shown(...edit.series)).toEqual(expected);
      }),
    );
  });

  it('divides a count', () => {
    const edit = change(seriesOf({ rule: daily(times(5)) }), '2026-03-04T09:00', 'following', { moveBy: 60 });
    expect(edit.series.map((one) => [one.id, one.start, one.rule?.ends])).toEqual([
      ['s1', '2026-03-02T09:00', times(2)],
      ['s2', '2026-03-04T10:00', times(3)],
    ]);
    expect(edit.follow('2026-03-03T09:00')).toEqual({ seriesId: 's1', on: '2026-03-03T09:00' });
    expect(edit.follow('2026-03-05T09:00')).toEqual({ seriesId: 's2', on: '2026-03-05T10:00' });
  });

  it('keeps exceptions where they belong', () => {
    const series = seriesOf({
      rule: weekly('MO'),
      exceptions: [
        { kind: 'removed', on: '2026-03-09T09:00' },
        { kind: 'removed', on: '2026-03-23T09:00' },
        { kind: 'changed', on: '2026-03-30T09:00', minutes: 60 },
      ],
    });
    const [head, tail] = change(series, '2026-03-16T09:00', 'following', { moveBy: 1440 + 60 }).series;
    expect(head?.exceptions).toEqual([{ kind: 'removed', on: '2026-03-09T09:00' }]);
    expect(head?.rule?.ends).toEqual(till('2026-03-09'));
    expect(tail?.exceptions).toEqual([
      { kind: 'removed', on: '2026-03-24T10:00' },
      { kind: 'changed', on: '2026-03-31T10:00', minutes: 60 },
    ]);
  });

  it('from the first one on is all', () => {
    const edit = change(seriesOf({ rule: daily() }), '2026-03-02T09:00', 'following', { minutes: 60 });
    expect(edit.series).toEqual([seriesOf({ rule: daily(), minutes: 60 })]);
  });
});

describe('changing all', () => {
  const notMonthly = anySeries.filter((series) => series.rule?.repeat.every !== 'month');
  const by = fc.integer({ min: -4000, max: 4000 });

  it('moves every occurrence by as much, whatever the days, and can be moved back', () => {
    fc.assert(
      fc.property(notMonthly, fc.nat(19), by, (series, index, moveBy) => {
        const on = keyAt(series, index);
        const plain = { ...series, exceptions: [] };
        if (occurrenceOn(plain, on) === null) return;
        const [moved = plain] = change(plain, on, 'all', { moveBy }).series;
        const keys = (one: Series<string>) => all(one).map((occurrence) => occurrence.on);
        const early = (list: readonly string[]) => list.filter((key) => key < '2028-05-20');
        expect(early(keys(moved))).toEqual(early(keys(plain).map((key) => localOf(wall(key) + moveBy))));
        const [back = plain] = change(moved, localOf(wall(on) + moveBy), 'all', { moveBy: -moveBy }).series;
        expect(starts(back)).toEqual(starts(plain));
      }),
    );
  });

  it('puts the dragged one where it was dropped, also in months, and follows what it moves', () => {
    fc.assert(
      fc.property(anySeries, fc.nat(19), by, (series, index, moveBy) => {
        const on = keyAt(series, index);
        const was = occurrenceOn(series, on);
        const edit = changed(series, on, 'all', { moveBy }, 's2');
        if (!edit.ok || was === null) return;
        const place = edit.follow(on);
        const now = place && occurrenceOn(edit.series[0] ?? series, place.on);
        const exception = series.exceptions.find((one) => one.on === on);
        const nominal = (exception?.kind === 'changed' ? exception.start : undefined) ?? on;
        const dropped = { ...seriesOf({ zone: series.zone, start: localOf(wall(nominal) + moveBy) }) };
        expect(now?.start).toBe(nextOccurrence(dropped)?.start);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps to every second month where the first of them has no such day', () => {
    const series = seriesOf({
      start: '2026-11-29T09:00',
      rule: { repeat: { every: 'month', interval: 2, on: { day: 29 } }, ends: till('2027-05-29') },
    });
    const { series: moved, follow } = change(series, '2027-01-29T09:00', 'all', { moveBy: 2 * 1440 });
    expect(starts(...moved)).toEqual(['2027-01-31T09:00', '2027-03-31T09:00', '2027-05-31T09:00']);
    expect(follow('2027-01-29T09:00')).toEqual({ seriesId: 's1', on: '2027-01-31T09:00' });
    expect(follow('2026-11-29T09:00')).toBeNull();
  });

  it('leaves single occurrences what was changed on them', () => {
    fc.assert(
      fc.property(notMonthly, fc.nat(19), (series, index) => {
        const on = keyAt(series, index);
        const [edited = series] = change(series, on, 'all', { minutes: 99 }).series;
        for (const one of all(series)) {
          const own = series.exceptions.find((exception) => exception.on === one.on);
          const keeps = own !== undefined && 'minutes' in own && own.on !== on;
          expect(occurrenceOn(edited, one.on)?.minutes).toBe(keeps ? one.minutes : 99);
        }
      }),
    );
  });

  it.each<[string, Repeat, number, Repeat]>([
    [
      '2026-03-31',
      { every: 'month', interval: 1, on: { day: -1 } },
      -1,
      { every: 'month', interval: 1, on: { day: -2 } },
    ],
    [
      '2026-03-31',
      { every: 'month', interval: 1, on: { day: 31 } },
      1,
      { every: 'month', interval: 1, on: { day: 1 } },
    ],
    [
      '2026-03-10',
      { every: 'month', interval: 1, on: { weekday: 'TU', nth: 2 } },
      1,
      { every: 'month', interval: 1, on: { weekday: 'WE', nth: 2 } },
    ],
    [
      '2026-03-31',
      { every: 'month', interval: 1, on: { weekday: 'TU', nth: -1 } },
      -1,
      { every: 'month', interval: 1, on: { weekday: 'MO', nth: -1 } },
    ],
    [
      '2026-03-01',
      { every: 'week', interval: 2, days: ['MO', 'SU'], weekStart: 'MO' },
      1,
      { every: 'week', interval: 2, days: ['MO', 'TU'], weekStart: 'TU' },
    ],
  ])('a rule with %s moves along', (date, repeat, days, expected) => {
    const series = seriesOf({ start: `${date}T09:00`, rule: { repeat, ends: { kind: 'never' } } });
    expect(change(series, series.start, 'all', { moveBy: days * 1440 }).series[0]?.rule?.repeat).toEqual(expected);
  });

  it('moves an end only so far that the last occurrence stays', () => {
    const moved = (date: string) =>
      change(seriesOf({ rule: weekly('MO', till(date)) }), '2026-03-02T09:00', 'all', { moveBy: 1440 }).series[0]?.rule;
    expect(moved('2026-03-16')?.ends).toEqual(till('2026-03-17'));
    expect(moved('2026-03-20')?.ends).toEqual(till('2026-03-20'));
  });

  it('keeps a changed occurrence whose day the rule gives up as an added one, and drops what comes after the end', () => {
    const series = seriesOf({
      rule: weekly('MO WE'),
      exceptions: [
        { kind: 'changed', on: '2026-03-04T09:00', start: '2026-03-05T12:00' },
        { kind: 'removed', on: '2026-03-11T09:00' },
      ],
    });
    const mondays: Repeat = { every: 'week', interval: 1, days: ['MO'], weekStart: 'MO' };
    const edit = change(series, '2026-03-02T09:00', 'all', { repeat: mondays, ends: till('2026-03-20') });
    expect(starts(...edit.series)).toEqual(
      ['2026-03-02', '2026-03-05', '2026-03-09', '2026-03-16'].map((date) =>
        date === '2026-03-05' ? `${date}T12:00` : `${date}T09:00`,
      ),
    );
    expect(edit.follow('2026-03-04T09:00')).toEqual({ seriesId: 's1', on: '2026-03-05T12:00' });
    const ended = change(series, '2026-03-02T09:00', 'all', { repeat: mondays, ends: times(1) });
    expect(starts(...ended.series)).toEqual(['2026-03-02T09:00']);
  });

  it('makes a single one repeat, and a repeating one single', () => {
    const repeat: Repeat = { every: 'day', interval: 1 };
    const [repeating = seriesOf()] = change(seriesOf(), '2026-03-02T09:00', 'all', { repeat, ends: times(3) }).series;
    expect(starts(repeating)).toHaveLength(3);
    expect(starts(...change(repeating, '2026-03-03T09:00', 'all', { repeat: null }).series)).toEqual([
      '2026-03-03T09:00',
    ]);
  });
});

describe('dragging', () => {
  const [occurrence] = all(seriesOf());

  it('moves the whole, or one edge', () => {
    if (occurrence === undefined) throw new Error('the series has no occurrence');
    expect(dragged(occurrence, { start: 30, end: 30 })).toEqual({ moveBy: 30 });
    expect(dragged(occurrence, { start: 30, end: 0 })).toEqual({ moveBy: 30, minutes: 450 });
    expect(dragged(occurrence, { start: 0, end: 60 })).toEqual({ moveBy: 0, minutes: 540 });
  });
});
