import { dayMinutes, dayOf, localOf, minuteOfDay, wall, weekdays } from './local.ts';
import { isOfRule } from './occurrences.ts';
import { nextDay } from './rule-days.ts';
import type { Exception, Rule, Series } from './series.ts';

/**
 * The one way of writing down a series: it begins with the first day of its rule (a series made on a Tuesday that repeats
 * on Mondays begins on Monday), weekdays stand in their order, exceptions by time, and those that except nothing are
 * gone. Takes the same place at the same times as before.
 */
export function normalised<Payload>(series: Series<Payload>): Series<Payload> {
  const first = wall(series.start);
  const day = nextDay(series.rule, dayOf(first), dayOf(first)) ?? dayOf(first);
  const rule = series.rule === null ? null : ordered(series.rule);
  const begun = { ...series, start: localOf(day * dayMinutes + minuteOfDay(first)), rule };
  const exceptions = new Map<string, Exception<Payload>>();
  for (const exception of series.exceptions) {
    const kept = keptException(begun, exception);
    // EXDATE beats RDATE (RFC 5545 section 3.8.5.1).
    if (kept !== null && exceptions.get(kept.on)?.kind !== 'removed') exceptions.set(kept.on, kept);
  }
  return { ...begun, exceptions: [...exceptions.values()].sort((one, other) => (one.on < other.on ? -1 : 1)) };
}

function ordered(rule: Rule): Rule {
  const { repeat } = rule;
  if (repeat.every !== 'week') return rule;
  const days = weekdays.filter((day) => repeat.days.includes(day));
  return { ...rule, repeat: { ...repeat, days } };
}

function keptException<Payload>(series: Series<Payload>, exception: Exception<Payload>): Exception<Payload> | null {
  const isRegular = isOfRule(series, exception.on);
  if (exception.kind === 'removed') return isRegular ? exception : null;
  if (exception.kind === 'changed') return isRegular ? withoutEcho(series, exception) : null;
  if (!isRegular) return withoutEcho(series, exception);
  return withoutEcho(series, { ...exception, kind: 'changed' });
}

/** An exception without what it says as the series does; null for a change that says nothing then. */
function withoutEcho<Payload>(
  series: Series<Payload>,
  exception: Exclude<Exception<Payload>, { kind: 'removed' }>,
): Exception<Payload> | null {
  const { kind, on, minutes, colour, payload } = exception;
  const start = exception.kind === 'changed' ? exception.start : undefined;
  const own = {
    ...(start === undefined || start === on ? {} : { start }),
    ...(minutes === undefined || minutes === series.minutes ? {} : { minutes }),
    ...(colour === undefined || colour === series.colour ? {} : { colour }),
    ...(payload === undefined || isSame(payload, series.payload) ? {} : { payload }),
  };
  if (kind === 'changed' && Object.keys(own).length === 0) return null;
  return { kind, on, ...own };
}

/** Whether two values that can be stored as JSON are alike. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
