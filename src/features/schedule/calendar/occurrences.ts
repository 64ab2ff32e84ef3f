import { dateOf, dayMinutes, dayOf, localOf, minuteOfDay, wall } from './local.ts';
import { daysBetween, fallsOn, finalDay, lastDay } from './rule-days.ts';
import { type Exception, longest, type Series } from './series.ts';
import { clockOf, type ZoneClock } from './zone.ts';

/** One time that a series takes place. */
export interface Occurrence<Payload = unknown> {
  readonly seriesId: string;
  /** Which one of the series: the local time at which its rule has it, whatever was changed since. */
  readonly on: string;
  /** Beginning and end, in minutes since 1970-01-01T00:00Z. */
  readonly start: number;
  readonly end: number;
  /** What the clock on the wall shows then. */
  readonly localStart: string;
  readonly localEnd: string;
  /** Length on that clock; what is worked is `end - start`. */
  readonly minutes: number;
  /** Whether it differs from the others of its series. */
  readonly changed: boolean;
  readonly colour: string | null;
  readonly payload: Payload;
}

/** Minutes since 1970 as an instant, for those who speak Temporal. */
export function instantOf(epochMinutes: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(epochMinutes * 60_000);
}

const daysAtOnce = 366;

/**
 * Occurrences that take place, at least in part, between two instants (minutes since 1970-01-01T00:00Z, the end not
 * included), by beginning. Lazy: who asks for the first of an endless series gets it at once, and `until` may be
 * infinite. The series must have been checked.
 */
export function* occurrences<Payload>(
  series: Series<Payload>,
  from: number,
  until: number,
): Generator<Occurrence<Payload>, undefined> {
  const exceptions = new Map(series.exceptions.map((exception) => [exception.on, exception]));
  const within = (one: Occurrence<Payload>) => one.start < until && one.end > from;
  const apart = [...exceptions.values()]
    .map((exception) => apartFrom(series, exception))
    .filter((one): one is Occurrence<Payload> => one !== null && within(one))
    .sort(byStart);
  let next = 0;
  for (const regular of regularOnes(series, from, until, exceptions)) {
    if (!within(regular)) continue;
    for (let one = apart[next]; one !== undefined && byStart(one, regular) < 0; one = apart[next]) {
      yield one;
      next += 1;
    }
    yield regular;
  }
  yield* apart.slice(next);
}

/** The occurrence `on` of a series, or null if it has none there (any more). */
export function occurrenceOn<Payload>(series: Series<Payload>, on: string): Occurrence<Payload> | null {
  const exception = series.exceptions.find((one) => one.on === on);
  if (exception !== undefined) return apartFrom(series, exception);
  return isOfRule(series, on) ? placed(series, on, { start: wall(on) }) : null;
}

/** Whether the rule has an occurrence `on`, be it removed or changed since. */
export function isOfRule<Payload>({ start, rule }: Series<Payload>, on: string): boolean {
  const [first, at] = [wall(start), wall(on)];
  return minuteOfDay(first) === minuteOfDay(at) && fallsOn(rule, dayOf(first), dayOf(at));
}

/** The first occurrence at or after an instant, or null. */
export function nextOccurrence<Payload>(
  series: Series<Payload>,
  from = Number.NEGATIVE_INFINITY,
): Occurrence<Payload> | null {
  return occurrences(series, from, Number.POSITIVE_INFINITY).next().value ?? null;
}

function byStart<Payload>(one: Occurrence<Payload>, other: Occurrence<Payload>): number {
  if (one.start !== other.start) return one.start - other.start;
  return one.on < other.on ? -1 : Number(one.on > other.on);
}

/** Those that nobody changed, a year at a time. A day more on either side covers every zone and every change of clocks. */
function* regularOnes<Payload>(
  series: Series<Payload>,
  from: number,
  until: number,
  exceptions: ReadonlyMap<string, unknown>,
): Generator<Occurrence<Payload>, undefined> {
  const first = wall(series.start);
  const time = localOf(first).slice(10);
  const clock = clockOf(series.zone);
  const start = Math.max(dayOf(first), dayOf(from - longest) - 2);
  const end = lastDayToAsk(series, start, Math.min(dayOf(until) + 1, lastDay));
  for (let day = start; day <= end; day += daysAtOnce) {
    for (const one of daysBetween(series.rule, dayOf(first), day, Math.min(day + daysAtOnce - 1, end))) {
      const on = `${dateOf(one)}${time}`;
      if (!exceptions.has(on)) yield placed(series, on, { start: one * dayMinutes + minuteOfDay(first), clock });
    }
  }
}

/** Spares those who ask for more than a year of a rule with an end the years after it. */
function lastDayToAsk({ rule, start }: Series, from: number, until: number): number {
  const hasEnd = rule === null || rule.ends.kind !== 'never';
  if (!hasEnd || until - from < daysAtOnce) return until;
  return Math.min(until, finalDay(rule, dayOf(wall(start))) ?? from - 1);
}

/** The occurrence that an exception makes, or null if it takes one away. */
function apartFrom<Payload>(series: Series<Payload>, exception: Exception<Payload>): Occurrence<Payload> | null {
  if (exception.kind === 'removed') return null;
  const start = exception.kind === 'changed' ? (exception.start ?? exception.on) : exception.on;
  return placed(series, exception.on, { start: wall(start), own: exception });
}

interface Place<Payload> {
  readonly start: number;
  readonly clock?: ZoneClock;
  readonly own?: Exclude<Exception<Payload>, { readonly kind: 'removed' }>;
}

/**
 * Gives an occurrence its instants. It ends when the clock shows start + length, except where it begins in a gap (02:30
 * when 02:00 became 03:00): it then begins an hour later and so does its end, or it might end before it begins.
 */
function placed<Payload>(series: Series<Payload>, on: string, place: Place<Payload>): Occurrence<Payload> {
  const { start: shown, clock = clockOf(series.zone), own } = place;
  const minutes = own?.minutes ?? series.minutes;
  const start = clock.toEpoch(shown);
  const localStart = clock.toWall(start);
  const end = clock.toEpoch(localStart + minutes);
  return {
    seriesId: series.id,
    on,
    start,
    end,
    localStart: localOf(localStart),
    localEnd: localOf(clock.toWall(end)),
    minutes,
    changed: own !== undefined,
    colour: own?.colour === undefined ? series.colour : own.colour,
    payload: own?.payload === undefined ? series.payload : own.payload,
  };
}
