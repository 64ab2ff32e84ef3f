import type { Series } from './series.ts';

/**
 * What takes place according to the words of RFC 5545, day by day and with nothing but Temporal: shares no code with the
 * calendar, which is tested against it. Slow and for one or two years only.
 */
export interface Taking {
  readonly on: string;
  readonly start: string;
  readonly minutes: number;
  readonly payload: string;
}

const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Everything that a series has until the end of a date, as instants in ISO 8601, by beginning. */
export function takings(series: Series<string>, until: string): readonly Taking[] {
  const begin = Temporal.PlainDateTime.from(series.start);
  const found: Taking[] = [];
  let counted = 0;
  for (let date = begin.toPlainDate(); date.toString() <= until; date = date.add({ days: 1 })) {
    if (!isDay(series, date)) continue;
    counted += 1;
    const ends = series.rule?.ends;
    if (ends?.kind === 'after' && counted > ends.count) break;
    if (ends?.kind === 'on' && date.toString() > ends.date) break;
    const on = `${date.toString()}T${series.start.slice(11)}`;
    const exception = series.exceptions.find((one) => one.kind !== 'added' && one.on === on);
    if (exception?.kind === 'removed') continue;
    if (exception?.kind === 'changed') found.push(taking(series, on, exception.start ?? on, exception));
    else found.push(taking(series, on, on, {}));
  }
  for (const exception of series.exceptions)
    if (exception.kind === 'added') found.push(taking(series, exception.on, exception.on, exception));
  return found.sort((one, other) =>
    one.start < other.start ? -1 : one.start > other.start ? 1 : one.on < other.on ? -1 : 1,
  );
}

function taking(
  series: Series<string>,
  on: string,
  local: string,
  own: { readonly minutes?: number; readonly payload?: string },
): Taking {
  const start = Temporal.PlainDateTime.from(local).toZonedDateTime(series.zone, { disambiguation: 'compatible' });
  return {
    on,
    start: start.toInstant().toString(),
    minutes: own.minutes ?? series.minutes,
    payload: own.payload ?? series.payload,
  };
}

function isDay({ rule, start }: Series<string>, date: Temporal.PlainDate): boolean {
  const first = Temporal.PlainDate.from(start.slice(0, 10));
  if (rule === null) return date.equals(first);
  const { repeat } = rule;
  if (repeat.every === 'day') return first.until(date, { largestUnit: 'day' }).days % repeat.interval === 0;
  if (repeat.every === 'week') {
    const weekOf = (day: Temporal.PlainDate) =>
      day.subtract({ days: (day.dayOfWeek - 1 - names.indexOf(repeat.weekStart) + 7) % 7 });
    const weeks = weekOf(first).until(weekOf(date), { largestUnit: 'day' }).days / 7;
    return repeat.days.some((day) => names.indexOf(day) + 1 === date.dayOfWeek) && weeks % repeat.interval === 0;
  }
  const months = (date.year - first.year) * 12 + date.month - first.month;
  if (months % repeat.interval !== 0) return false;
  if ('day' in repeat.on)
    return date.day === (repeat.on.day > 0 ? repeat.on.day : date.daysInMonth + 1 + repeat.on.day);
  if (names.indexOf(repeat.on.weekday) + 1 !== date.dayOfWeek) return false;
  return repeat.on.nth === -1 ? date.day + 7 > date.daysInMonth : Math.ceil(date.day / 7) === repeat.on.nth;
}
