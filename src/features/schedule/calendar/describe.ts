import { calendarDate, dayOfDate, type Weekday, weekdayIndex, weekdays } from './local.ts';
import type { Ending, MonthDay, Repeat, Rule } from './series.ts';

const dayNames: Readonly<Record<Weekday, string>> = {
  MO: 'Mon',
  TU: 'Tue',
  WE: 'Wed',
  TH: 'Thu',
  FR: 'Fri',
  SA: 'Sat',
  SU: 'Sun',
};
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const ordinals = ['', 'first', 'second', 'third', 'fourth', 'fifth'];

/** A rule as people say it: "every second week on Mon and Wed until 3 Mar 2027". */
export function ruleWords(rule: Rule | null): string {
  if (rule === null) return 'does not repeat';
  return `${repeatWords(rule.repeat)}${endingWords(rule.ends)}`;
}

/** A date as people write it: "3 Mar 2027". */
export function dateWords(date: string): string {
  const day = dayOfDate(date);
  if (day === null) return date;
  const { month, day: ofMonth } = calendarDate(day);
  return `${ofMonth} ${monthNames[month % 12]} ${Math.floor(month / 12)}`;
}

/** A date with its weekday: "Wed 3 Mar 2027". */
export function dayWords(date: string): string {
  const day = dayOfDate(date);
  return day === null ? date : `${dayNames[weekdays[weekdayIndex(day)] ?? 'MO']} ${dateWords(date)}`;
}

/** The times of an occurrence: "22:00–06:00". */
export function spanWords({
  localStart,
  localEnd,
}: {
  readonly localStart: string;
  readonly localEnd: string;
}): string {
  return `${localStart.slice(11)}–${localEnd.slice(11)}`;
}

function repeatWords(repeat: Repeat): string {
  const every = everyWords(repeat.interval, repeat.every);
  if (repeat.every === 'day') return every;
  if (repeat.every === 'week') return `${every} on ${daysWords(repeat.days)}`;
  return `${monthDayWords(repeat.on)} of ${every}`;
}

function everyWords(interval: number, unit: string): string {
  if (interval === 1) return `every ${unit}`;
  const ordinal = interval <= 4 ? ordinals[interval] : undefined;
  return ordinal === undefined ? `every ${interval} ${unit}s` : `every ${ordinal} ${unit}`;
}

/** "Mon, Wed and Fri", or "Mon to Fri" where three or more follow each other. */
function daysWords(days: readonly Weekday[]): string {
  const indices = days.map((day) => weekdays.indexOf(day)).sort((one, other) => one - other);
  const names = indices.map((index) => dayNames[weekdays[index] ?? 'MO']);
  const [first, last] = [names[0] ?? '', names.at(-1) ?? ''];
  const isRow = indices.every((index, place) => index === (indices[0] ?? 0) + place);
  if (names.length === 7) return 'all days';
  if (isRow && names.length > 2) return `${first} to ${last}`;
  return names.length === 1 ? first : `${names.slice(0, -1).join(', ')} and ${last}`;
}

function monthDayWords(on: MonthDay): string {
  if ('weekday' in on) return `on the ${on.nth === -1 ? 'last' : ordinals[on.nth]} ${dayNames[on.weekday]}`;
  if (on.day === -1) return 'on the last day';
  return on.day > 0 ? `on the ${ordinalOf(on.day)}` : `on the ${ordinalOf(-on.day)} day from the end`;
}

function endingWords(ends: Ending): string {
  if (ends.kind === 'never') return '';
  if (ends.kind === 'on') return ` until ${dateWords(ends.date)}`;
  return ends.count === 1 ? ', once' : `, ${ends.count} times`;
}

function ordinalOf(number: number): string {
  const teen = number % 100 >= 11 && number % 100 <= 13;
  const ending = teen ? undefined : ['th', 'st', 'nd', 'rd'][number % 10];
  return `${number}${ending ?? 'th'}`;
}
