import fc from 'fast-check';
import { dateOf, dayMinutes, dayOfDate, localOf, weekdays } from './local.ts';
import { normalised } from './normal-form.ts';
import { occurrences } from './occurrences.ts';
import { problemsOf } from './problems.ts';
import type { Ending, Exception, Repeat, Rule, Series } from './series.ts';

/** Zones whose clocks are set on different days, by an hour or by half of one, at midnight (Cairo) or never. */
export const zones = [
  'Europe/Lisbon',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Tokyo',
  'Africa/Cairo',
  'America/Sao_Paulo',
];

const day0 = dayOfDate('2026-01-01') ?? 0;

/** A series that takes place once on 2 March 2026 from 09:00 to 17:00 in Lisbon, but for what is given. */
export function seriesOf(given: Partial<Series<string>> = {}): Series<string> {
  return {
    id: 's1',
    zone: 'Europe/Lisbon',
    start: '2026-03-02T09:00',
    minutes: 480,
    rule: null,
    exceptions: [],
    colour: null,
    payload: 'bar',
    ...given,
  };
}

/** A rule that repeats every week on days such as `MO WE`. */
export function weekly(days: string, ends: Ending = { kind: 'never' }, interval = 1): Rule {
  const chosen = weekdays.filter((day) => days.split(' ').includes(day));
  return { repeat: { every: 'week', interval, days: chosen, weekStart: 'MO' }, ends };
}

export function daily(ends: Ending = { kind: 'never' }, interval = 1): Rule {
  return { repeat: { every: 'day', interval }, ends };
}

export const times = (count: number): Ending => ({ kind: 'after', count });
export const till = (date: string): Ending => ({ kind: 'on', date });

const interval = fc.integer({ min: 1, max: 4 });
const weekday = fc.constantFrom(...weekdays);

const anyRepeat: fc.Arbitrary<Repeat> = fc.oneof(
  fc.record({ every: fc.constant('day' as const), interval }),
  fc.record({
    every: fc.constant('week' as const),
    interval,
    days: fc.subarray([...weekdays], { minLength: 1 }),
    weekStart: weekday,
  }),
  fc.record({
    every: fc.constant('month' as const),
    interval,
    on: fc.oneof(
      fc.record({ day: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: -4, max: -1 })) }),
      fc.record({ weekday, nth: fc.constantFrom(1, 2, 3, 4, 5, -1) }),
    ),
  }),
);

const anyEnding: fc.Arbitrary<Ending> = fc.oneof(
  fc.constant({ kind: 'never' as const }),
  fc.integer({ min: 1, max: 30 }).map(times),
  fc.integer({ min: 0, max: 700 }).map((days) => till(dateOf(day0 + days))),
);

/** Any series of 2026 that the calendar accepts, with exceptions among its first twenty occurrences. */
export const anySeries: fc.Arbitrary<Series<string>> = fc
  .record({
    zone: fc.constantFrom(...zones),
    day: fc.integer({ min: 0, max: 364 }),
    time: fc.integer({ min: 0, max: 95 }),
    minutes: fc.oneof(fc.integer({ min: 15, max: 720 }), fc.integer({ min: 15, max: 2160 })),
    rule: fc.option(fc.record({ repeat: anyRepeat, ends: anyEnding }), { freq: 6 }),
    deviations: fc.array(fc.tuple(fc.nat(19), fc.nat(3), fc.integer({ min: -3000, max: 3000 })), { maxLength: 5 }),
  })
  .map(({ zone, day, time, minutes, rule, deviations }) => {
    const start = localOf((day0 + day) * dayMinutes + time * 15);
    const plain = seriesOf({ zone, start, minutes, rule });
    return problemsOf(plain).length > 0 ? plain : deviating(plain, deviations);
  })
  .filter((series) => problemsOf(series).length === 0);

function deviating(plain: Series<string>, deviations: readonly (readonly [number, number, number])[]) {
  const first = normalised(plain);
  const keys = [...take(occurrences(first, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY), 20)].map(
    (one) => one.on,
  );
  const exceptions = deviations.flatMap(([index, kind, by]): Exception<string>[] => {
    const key = keys[index % keys.length] ?? first.start;
    const moved = localOf((dayOfDate(key.slice(0, 10)) ?? 0) * dayMinutes + 5000 + by);
    if (kind === 0) return [{ kind: 'removed', on: key }];
    if (kind === 1) return [{ kind: 'changed', on: key, start: moved, minutes: 60 }];
    if (kind === 2) return [{ kind: 'changed', on: key, payload: 'kitchen' }];
    return [{ kind: 'added', on: moved, minutes: 45 }];
  });
  return normalised({ ...first, exceptions: [...new Map(exceptions.map((one) => [one.on, one])).values()] });
}

/** The first so many of what comes. */
export function* take<Value>(values: Iterable<Value>, most: number): Generator<Value> {
  let left = most;
  if (left <= 0) return;
  for (const value of values) {
    yield value;
    left -= 1;
    if (left === 0) return;
  }
}
