import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change, Edit, Scope, Which } from './change.ts';
import { changed, removed } from './edit.ts';
import { localOf, wall } from './local.ts';
import { type Occurrence, occurrenceOn, occurrences } from './occurrences.ts';
import { problemsOf } from './problems.ts';
import { anySeries, daily, seriesOf } from './series.fixture.ts';
import type { Series } from './series.ts';
import { epochAt } from './zone.ts';

/** What somebody does to the occurrence at a place of the list. */
type Act =
  | { readonly kind: 'remove'; readonly scope: 'one' | 'following'; readonly place: number }
  | { readonly kind: 'change'; readonly scope: Scope; readonly place: number; readonly change: Change<string> };

const place = fc.nat(40);
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constant('remove' as const),
    scope: fc.constantFrom('one' as const, 'following' as const),
    place,
  }),
  fc.record({
    kind: fc.constant('change' as const),
    scope: fc.constantFrom<Scope>('one', 'following', 'all'),
    place,
    change: fc.record(
      {
        moveBy: fc.integer({ min: -2000, max: 2000 }),
        minutes: fc.integer({ min: 15, max: 600 }),
        payload: fc.constantFrom('cellar', 'kitchen'),
      },
      { requiredKeys: [] },
    ),
  }),
);

/** Series that end, and not by month: of those every occurrence can be followed through every act. */
const finite = anySeries.filter(
  ({ rule }) => rule === null || (rule.ends.kind === 'after' && rule.repeat.every !== 'month'),
);
const end = epochAt('UTC', '2035-01-01T00:00');

interface Tracked {
  readonly which: Which;
  readonly shown: Occurrence<string>;
}

const listed = (calendar: readonly Series<string>[]): Tracked[] =>
  calendar.flatMap((series) =>
    [...occurrences(series, 0, end)].map((shown) => ({ which: { seriesId: series.id, on: shown.on }, shown })),
  );

function perform(calendar: readonly Series<string>[], act: Act, target: Tracked, tailId: string): Edit<string> {
  const series = calendar.find(({ id }) => id === target.which.seriesId);
  if (series === undefined) throw new Error('the series is gone');
  if (act.kind === 'remove') return removed(series, target.which.on, act.scope);
  return changed(series, target.which.on, act.scope, act.change, tailId);
}

/** Whether an occurrence of the same series is meant by an act on another. */
function isMeant(act: Act, target: Which, { which }: Tracked): boolean {
  if (act.scope === 'all') return true;
  return act.scope === 'one' ? which.on === target.on : which.on >= target.on;
}

describe('any sequence of edits', () => {
  it('loses nothing that was not taken out, and what was assigned can be followed', () => {
    fc.assert(
      fc.property(finite, fc.array(anyAct, { maxLength: 6 }), (first, acts) => {
        let calendar: readonly Series<string>[] = [first];
        for (const [step, act] of acts.entries()) {
          const before = listed(calendar);
          const target = before[act.place % Math.max(1, before.length)];
          if (target === undefined) return;
          const edit = perform(calendar, act, target, `t${step}`);
          if (!edit.ok) continue;
          const { seriesId } = target.which;
          calendar = [...calendar.filter(({ id }) => id !== seriesId), ...edit.series];
          expect(calendar.flatMap(problemsOf)).toEqual([]);
          const mine = before.filter(({ which }) => which.seriesId === seriesId);
          const followed = mine.map((one) => ({ one, to: edit.follow(one.which.on) }));
          for (const { one, to } of followed) {
            const isGone = act.kind === 'remove' && isMeant(act, target.which, one);
            expect(to === null).toBe(isGone);
            if (to !== null) expect(found(calendar, to)).not.toBeNull();
            if (to !== null && act.kind === 'change' && one === target)
              expectLanded(one, found(calendar, to), act.change);
          }
          const kept = followed.flatMap(({ to }) => (to === null ? [] : [`${to.seriesId} ${to.on}`]));
          expect(new Set(kept).size).toBe(kept.length);
          const others = before.length - mine.length;
          expect(listed(calendar)).toHaveLength(others + kept.length);
        }
      }),
      { numRuns: 300 },
    );
  });
});

const strange = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(0, -1, Number.NaN, 1e15));
const strangeDate = fc.constantFrom('', 'soon', '2026-02-30', '1999-01-01', '2026-01-01', '2199-12-31', '9999-99-99');
const strangeChange = fc.record(
  {
    moveBy: strange,
    minutes: strange,
    repeat: fc.oneof(
      fc.constant(null),
      fc.record({ every: fc.constant('day' as const), interval: strange }),
      fc.record({
        every: fc.constant('week' as const),
        interval: strange,
        days: fc.constantFrom([], ['MO' as const, 'MO' as const], ['TU' as const]),
        weekStart: fc.constant('MO' as const),
      }),
      fc.record({ every: fc.constant('month' as const), interval: strange, on: fc.record({ day: strange }) }),
      fc.record({
        every: fc.constant('month' as const),
        interval: fc.integer({ min: 1, max: 100 }),
        on: fc.record({ weekday: fc.constant('MO' as const), nth: strange }),
      }),
    ),
    ends: fc.oneof(
      fc.record({ kind: fc.constant('after' as const), count: strange }),
      fc.record({ kind: fc.constant('on' as const), date: strangeDate }),
    ),
  },
  { requiredKeys: [] },
);

describe('a change that makes no sense', () => {
  it('is refused with sentences and breaks nothing', () => {
    const scopes = fc.constantFrom<Scope>('one', 'following', 'all');
    fc.assert(
      fc.property(anySeries, fc.nat(5), scopes, strangeChange, (series, index, scope, change) => {
        const keys = listed([{ ...series, rule: series.rule && { ...series.rule } }]).slice(0, 6);
        const on = keys[index % Math.max(1, keys.length)]?.which.on ?? series.start;
        const edit = changed(series, on, scope, change, 's2');
        if (edit.ok) expect(edit.series.flatMap(problemsOf)).toEqual([]);
        else expect(edit.problems.every(({ sentence }) => /^[A-Z].*\.$/.test(sentence))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['', 'soon', '2026-03-02', '1999-01-01T09:00', '9999-12-31T09:00'])('is one of no occurrence: "%s"', (on) => {
    const series = seriesOf({ rule: daily() });
    expect(changed(series, on, 'one', { minutes: 60 }, 's2').ok).toBe(false);
    expect(removed(series, on, 'following').ok).toBe(false);
  });

  it('is one that leaves the years that calendars have', () => {
    const first = seriesOf({ start: '2000-01-01T09:00', rule: daily() });
    for (const scope of ['one', 'following', 'all'] as const)
      expect(changed(first, '2000-01-01T09:00', scope, { moveBy: -1440 }, 's2')).toMatchObject({
        problems: [{ sentence: 'This is not a date and time between 2000 and 2199.' }],
      });
  });
});

function found(calendar: readonly Series<string>[], { seriesId, on }: Which): Occurrence<string> | null {
  const series = calendar.find(({ id }) => id === seriesId);
  return series === undefined ? null : occurrenceOn(series, on);
}

/** The one that somebody changed is what they made of it, up to an hour that the clocks leave out. */
function expectLanded({ shown }: Tracked, now: Occurrence<string> | null, change: Change<string>): void {
  expect(now?.minutes).toBe(change.minutes ?? shown.minutes);
  expect(now?.payload).toBe(change.payload ?? shown.payload);
  const aim = wall(shown.localStart) + (change.moveBy ?? 0);
  expect(Math.abs(wall(now?.localStart ?? localOf(0)) - aim)).toBeLessThanOrEqual(60);
}
