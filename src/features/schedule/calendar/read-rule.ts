import { dateTime } from './content-line.ts';
import {
  calendarDate,
  dateOf,
  dayMinutes,
  dayOf,
  minuteOfDay,
  type Weekday,
  wall,
  wallOf,
  weekdayOf,
  weekdays,
} from './local.ts';
import type { Ending, Repeat, Rule } from './series.ts';
import type { ZoneClock } from './zone.ts';

interface Beginning {
  readonly clock: ZoneClock;
  readonly start: string;
}

type RuleParts = ReadonlyMap<string, string>;
const notRepeated = (part: string) => `Calendars here can't repeat by ${part}.`;

/** The value of an RRULE (RFC 5545 section 3.3.10) of a series that begins so, or a sentence that says why not. */
export function readRule(text: string, beginning: Beginning): Rule | string {
  const pairs = text.split(';').map((part) => part.split('='));
  const parts: RuleParts = new Map(pairs.map(([name = '', value = '']) => [name.toUpperCase(), value.toUpperCase()]));
  if (parts.size < pairs.length) return 'A part of the rule is named twice.';
  const unknown = [...parts.keys()].find((name) => !knownParts.has(name));
  if (unknown !== undefined) return notRepeated(unknown);
  const repeat = repeatOf(parts, dayOf(wall(beginning.start)));
  if (typeof repeat === 'string') return repeat;
  const ends = endingOf(parts, beginning);
  return typeof ends === 'string' ? ends : { repeat, ends };
}

const knownParts = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTHDAY', 'BYSETPOS', 'WKST']);

function repeatOf(parts: RuleParts, first: number): Repeat | string {
  const interval = Number(parts.get('INTERVAL') ?? '1');
  if (!Number.isInteger(interval) || interval < 1) return 'INTERVAL is not a whole number from 1 on.';
  const [byDay, byMonthDay, position] = [parts.get('BYDAY'), parts.get('BYMONTHDAY'), parts.get('BYSETPOS')];
  const weekStart = weekdays.find((day) => day === (parts.get('WKST') ?? 'MO'));
  if (weekStart === undefined) return 'WKST is not a day of the week.';
  const frequency = parts.get('FREQ');
  if (frequency === 'MONTHLY') return monthly(interval, byDay, byMonthDay, position, first);
  if (byMonthDay !== undefined) return notRepeated(`BYMONTHDAY with FREQ=${frequency ?? ''}`);
  if (position !== undefined) return notRepeated(`BYSETPOS with FREQ=${frequency ?? ''}`);
  if (frequency === 'DAILY' && byDay === undefined) return { every: 'day', interval };
  // Every day that is a Monday or Tuesday is a week's Monday and Tuesday; every second such day is nothing of the kind.
  if (frequency === 'WEEKLY' || (frequency === 'DAILY' && interval === 1)) {
    const days = byDay === undefined ? [weekdayOf(first)] : weekdaysOf(byDay);
    return days === null ? notRepeated(`BYDAY=${byDay ?? ''}`) : { every: 'week', interval, days, weekStart };
  }
  if (frequency === 'YEARLY' && byDay === undefined)
    return { every: 'month', interval: interval * 12, on: { day: calendarDate(first).day } };
  return notRepeated(`FREQ=${frequency ?? ''}`);
}

function monthly(
  interval: number,
  byDay: string | undefined,
  byMonthDay: string | undefined,
  position: string | undefined,
  first: number,
): Repeat | string {
  const every = 'month';
  if (byDay === undefined && position === undefined) {
    const day = byMonthDay === undefined ? calendarDate(first).day : Number(byMonthDay);
    return Number.isInteger(day) && day !== 0
      ? { every, interval, on: { day } }
      : notRepeated(`BYMONTHDAY=${byMonthDay}`);
  }
  const place = /^([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)$/.exec(byDay ?? '');
  // The second Tuesday is 2TU, or as some programs write it, TU at position 2.
  const nth = place?.[1] ?? position;
  const weekday = weekdays.find((day) => day === place?.[2]);
  const isTwice = place?.[1] !== undefined && position !== undefined;
  if (weekday === undefined || nth === undefined || isTwice || byMonthDay !== undefined)
    return notRepeated(`BYDAY=${byDay ?? ''} in a month`);
  return { every, interval, on: { weekday, nth: Number(nth) } };
}

function weekdaysOf(text: string): readonly Weekday[] | null {
  const wanted = text.split(',');
  const days = weekdays.filter((day) => wanted.includes(day));
  return days.length === wanted.length ? days : null;
}

function endingOf(parts: RuleParts, beginning: Beginning): Ending | string {
  const [count, until] = [parts.get('COUNT'), parts.get('UNTIL')];
  if (count !== undefined && until !== undefined) return 'A rule ends by COUNT or by UNTIL, not by both.';
  if (count !== undefined)
    return /^\d{1,6}$/.test(count) ? { kind: 'after', count: Number(count) } : 'COUNT is not a number.';
  if (until === undefined) return { kind: 'never' };
  const date = /^(\d{4})(\d{2})(\d{2})$/.exec(until);
  if (date !== null) return { kind: 'on', date: `${date[1]}-${date[2]}-${date[3]}` };
  const time = dateTime(until.replace(/59(Z?)$/, '00$1'));
  const shown = time === null ? null : wallOf(time.local);
  if (time === null || shown === null) return 'UNTIL is not a date or a time.';
  return { kind: 'on', date: lastDate(time.isUtc ? shown : beginning.clock.toEpoch(shown), beginning) };
}

/** The last date on which a series that begins so can have an occurrence that is not after an instant. */
function lastDate(until: number, { clock, start }: Beginning): string {
  const time = minuteOfDay(wall(start));
  const near = dayOf(clock.toWall(until));
  const isBefore = clock.toEpoch(near * dayMinutes + time) <= until;
  return dateOf(isBefore ? near : near - 1);
}
