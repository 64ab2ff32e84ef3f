import type { Change, Edit, Which } from './change.ts';
import { given } from './edit-one.ts';
import { dateOf, dayMinutes, dayOf, dayOfDate, localOf, minuteOfDay, wall } from './local.ts';
import { movedDay, movedRepeat } from './moved.ts';
import { normalised } from './normal-form.ts';
import { isOfRule, occurrenceOn } from './occurrences.ts';
import { daysBetween, fallsOn, finalDay, nextDay } from './rule-days.ts';
import type { Ending, Exception, Repeat, Rule, Series } from './series.ts';

/**
 * Changes all occurrences as somebody changed the one that is `on`. Moved by days, a rule keeps its rhythm: its weekdays,
 * its day of the month and its end move along.
 */
export function changeAll<Payload>(series: Series<Payload>, on: string, change: Change<Payload>): Edit<Payload> {
  const move = moveOf(series, on, change);
  const moved: Series<Payload> = {
    ...series,
    ...given({ minutes: change.minutes, colour: change.colour, payload: change.payload }),
    start: move.start,
    rule: move.rule,
    exceptions: [],
  };
  const rekey = (at: string) => {
    if (!isOfRule(series, at)) return at;
    const day = move.rekeyDay(dayOf(wall(at)));
    return day === null ? null : localOf(day * dayMinutes + move.time);
  };
  const exceptions = series.exceptions
    .map((one) => (one.on === on ? withoutGiven(one, change) : one))
    .map((one) => ({ one, to: rekey(one.on) }))
    .flatMap(({ one, to }) => carried(moved, one, to, one.on === on ? (change.moveBy ?? 0) : 0));
  const edited = normalised({ ...moved, exceptions: distinct(exceptions) });
  const orphans = new Map(exceptions.flatMap(({ was, now }) => (was === undefined ? [] : [[was, now.on] as const])));
  const follow = (at: string): Which | null => {
    const to = orphans.get(at) ?? rekey(at);
    return to !== null && occurrenceOn(series, at) !== null && occurrenceOn(edited, to) !== null
      ? { seriesId: edited.id, on: to }
      : null;
  };
  return { ok: true, series: [edited], follow };
}

interface Move {
  readonly start: string;
  /** Minute of the day. */
  readonly time: number;
  readonly rule: Rule | null;
  readonly rekeyDay: (day: number) => number | null;
}

function moveOf<Payload>(series: Series<Payload>, on: string, change: Change<Payload>): Move {
  const start = wall(series.start);
  const moved = minuteOfDay(start) + (change.moveBy ?? 0);
  const [first, days, time] = [dayOf(start), dayOf(moved), minuteOfDay(moved)];
  const isRegular = isOfRule(series, on);
  const reference = isRegular ? dayOf(wall(on)) : first;
  if (change.repeat === null) {
    const day = reference + days;
    const rekeyDay = (was: number) => (was === reference ? day : null);
    return { start: localOf(day * dayMinutes + time), time, rule: null, rekeyDay };
  }
  const kept = series.rule && movedRepeat(series.rule.repeat, reference, days);
  const repeat: Repeat | null = change.repeat ?? kept;
  const rekeyDay = movedDay(change.repeat === undefined ? kept : null, reference, days);
  const rule = repeat && { repeat, ends: change.ends ?? series.rule?.ends ?? { kind: 'never' } };
  const day = rekeyDay(first) ?? firstWithDay(rule, firstOfMonth(kept, reference, days)(first) ?? first + days);
  const settled =
    rule === null || change.ends !== undefined || change.repeat !== undefined || series.rule === null
      ? rule
      : { ...rule, ends: endingOf(series.rule, first, { ...rule, ends: { kind: 'never' } }, day, rekeyDay) };
  return { start: localOf(day * dayMinutes + time), time, rule: settled, rekeyDay };
}

/**
 * Where a rule begins whose first month has no such day: in the next of its months that has one. Every second month from
 * November on the 31st is January, March and so on, not December.
 * @param day the first of the month that has none
 */
function firstWithDay(rule: Rule | null, day: number): number {
  return (rule && nextDay({ ...rule, ends: { kind: 'never' } }, day, day)) ?? day;
}

/** The first day of the month into which the occurrence on a day goes. */
function firstOfMonth(moved: Repeat | null | undefined, reference: number, days: number) {
  return movedDay(moved?.every === 'month' ? { ...moved, on: { day: 1 } } : null, reference, days);
}

/**
 * An end moves only if it must: so far that the last occurrence stays the last. "Until the end of the year" stays so when
 * a shift moves from Monday to Tuesday, "until Monday 9 March" does not; and the 31st of three months becomes the 1st of
 * more than three.
 */
function endingOf(
  was: Rule,
  first: number,
  endless: Rule,
  movedFirst: number,
  rekeyDay: (day: number) => number | null,
): Ending {
  const last = finalDay(was, first);
  const movedLast = last === null ? null : rekeyDay(last);
  if (movedLast === null || !fallsOn(endless, movedFirst, movedLast)) return was.ends;
  if (was.ends.kind !== 'on')
    return { kind: 'after', count: daysBetween(endless, movedFirst, movedFirst, movedLast).length };
  const until = dayOfDate(was.ends.date) ?? movedLast;
  const following = nextDay(endless, movedFirst, movedLast + 1);
  if (until >= movedLast && (following === null || following > until)) return was.ends;
  return { kind: 'on', date: dateOf(movedLast) };
}

interface Carried<Payload> {
  readonly now: Exception<Payload>;
  /** Its key before, if it is not where its occurrence would be. */
  readonly was?: string;
}

/** An exception in the moved series: at its occurrence, or as an added one if the rule gave up its day before its end. */
function carried<Payload>(
  moved: Series<Payload>,
  exception: Exception<Payload>,
  to: string | null,
  moveBy: number,
): readonly Carried<Payload>[] {
  if (exception.kind === 'added') {
    if (moveBy === 0) return [{ now: exception }];
    return [{ now: { ...exception, on: localOf(wall(exception.on) + moveBy) }, was: exception.on }];
  }
  if (to !== null && isOfRule(moved, to)) {
    if (exception.kind === 'removed') return [{ now: { ...exception, on: to } }];
    const { start, ...rest } = exception;
    if (start === undefined) return [{ now: { ...rest, on: to } }];
    return [{ now: { ...rest, on: to, start: localOf(wall(start) + moveBy) } }];
  }
  const last = finalDay(moved.rule, dayOf(wall(moved.start)));
  if (exception.kind === 'removed' || moved.rule === null) return [];
  const { start = exception.on, on, ...rest } = exception;
  if ((last !== null && dayOf(wall(start)) > last) || start < moved.start) return [];
  return [{ now: { ...rest, kind: 'added', on: start }, was: on }];
}

/** One exception for each time. */
function distinct<Payload>(carriedOnes: readonly Carried<Payload>[]): readonly Exception<Payload>[] {
  return [...new Map(carriedOnes.map(({ now }) => [now.on, now])).values()];
}

/** The exception of the occurrence that was changed, without what is now said for all. */
function withoutGiven<Payload>(exception: Exception<Payload>, change: Change<Payload>): Exception<Payload> {
  if (exception.kind === 'removed') return exception;
  const kept = { ...exception };
  if (change.minutes !== undefined) delete kept.minutes;
  if (change.colour !== undefined) delete kept.colour;
  if (change.payload !== undefined) delete kept.payload;
  return kept;
}
