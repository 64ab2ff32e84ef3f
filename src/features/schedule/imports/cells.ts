import { folded, minorIn } from '../../../platform/imports/index.ts';
import { dayOfDate, type Weekday, weekdays } from '../calendar/local.ts';

/** What a cell says, or a sentence where it says nothing that can be. */
export type Cell<Value> = { readonly value: Value } | { readonly why: string };

const quoted = (cell: string) => `“${cell.slice(0, 60)}”`;

/** What weekdays are called and cut short to in English, German, French, Spanish and Portuguese, in folded spelling. */
const dayNames: Readonly<Record<Weekday, string>> = {
  MO: 'mo mon monday montag lu lun lundi lunes seg segunda',
  TU: 'tu tue tues tuesday di die dienstag mar mardi martes ter terca',
  WE: 'we wed weds wednesday mi mit mittwoch mer mercredi mie miercoles qua quarta',
  TH: 'th thu thur thurs thursday do don donnerstag jeu jeudi jue jueves qui quinta',
  FR: 'fr fri friday frei freitag ven vendredi vie viernes sex sexta',
  SA: 'sa sat saturday sam samstag samedi sab sabado',
  SU: 'su sun sunday so son sonntag dim dimanche dom domingo',
};
const dayByName = new Map(weekdays.flatMap((day) => dayNames[day].split(' ').map((name) => [name, day] as const)));
const someDays: Readonly<Record<string, readonly Weekday[]>> = {
  ...{ daily: weekdays, 'every day': weekdays, everyday: weekdays, all: weekdays, 'all days': weekdays },
  ...{ taglich: weekdays, 'tous les jours': weekdays, diario: weekdays },
  ...{ weekdays: weekdays.slice(0, 5), workdays: weekdays.slice(0, 5) },
  ...{ weekend: weekdays.slice(5), weekends: weekdays.slice(5) },
};

/** Days of the week: "Mon Tue", "Mon-Fri", "daily". */
export function daysIn(cell: string): Cell<readonly Weekday[]> {
  const text = folded(cell).trim();
  const known = someDays[text];
  if (known !== undefined) return { value: known };
  const named = text
    .replaceAll('-feira', '')
    .replaceAll(/\s*(?:[-–—]|\b(?:to|bis)\b)\s*/g, '-')
    .split(/(?:[\s,;/|&+.]|\b(?:and|und|et|y|e)\b)+/)
    .filter(Boolean)
    .map(rangeIn);
  const days = named.flatMap((range) => range ?? []);
  if (days.length === 0 || named.includes(null))
    return { why: `${quoted(cell)} are no days of the week. Write them as in “Mon Tue”, “Mon-Fri” or “daily”.` };
  return { value: weekdays.filter((day) => days.includes(day)) };
}

/** "fri-mon" goes on over the weekend. */
function rangeIn(text: string): readonly Weekday[] | null {
  const [first, last, ...more] = text.split('-').map((name) => dayByName.get(name));
  if (first === undefined || more.length > 0) return null;
  if (!text.includes('-')) return [first];
  if (last === undefined) return null;
  const [from, to] = [weekdays.indexOf(first), weekdays.indexOf(last)];
  return weekdays.filter((_, index) => (from <= to ? index >= from && index <= to : index >= from || index <= to));
}

/** A time of the day in minutes, 24:00 included: "9", "9:30", "0930", "9.30 am", "17h30". */
export function timeIn(cell: string): Cell<number> {
  const text = folded(cell)
    .trim()
    .replace(/([ap])\.?\s?m\.?$/, '$1m')
    .replace(/^(\d\d)(\d\d)$/, '$1:$2');
  const [, hours = '', minutes = '0', half] = /^(\d{1,2})(?:[:.h](\d{2})(?::00)?|h)?\s*(am|pm|uhr)?$/.exec(text) ?? [];
  const twelve = half === 'am' || half === 'pm';
  const hour = twelve ? (Number(hours) % 12) + (half === 'pm' ? 12 : 0) : Number(hours);
  const at = hour * 60 + Number(minutes);
  const isTime =
    hours !== '' && Number(minutes) < 60 && at <= 1440 && !(twelve && (Number(hours) > 12 || hours === '0'));
  return isTime ? { value: at } : { why: `${quoted(cell)} is no time of the day. Write it as 09:30.` };
}

/** A date `2026-03-29`: written so, as 29.3.2026, or with slashes where only one day can be meant. */
export function dateIn(cell: string): Cell<string> {
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(cell) ?? [];
  if (year !== undefined) return dateOf(cell, year, month, day);
  const [, first = '', mark, second = '', last] = /^(\d{1,2})([./-])(\d{1,2})[./-](\d{4})$/.exec(cell) ?? [];
  if (mark === '.') return dateOf(cell, last, second, first);
  if (Number(first) > 12 || first === second) return dateOf(cell, last, second, first);
  if (Number(second) > 12) return dateOf(cell, last, first, second);
  if (mark === undefined) return dateOf(cell);
  return { why: `${quoted(cell)} can be two days. Write the year first: ${last}-${two(first)}-${two(second)}.` };
}

const two = (digits: string) => digits.padStart(2, '0');

function dateOf(cell: string, year = '', month = '', day = ''): Cell<string> {
  const date = `${year}-${two(month)}-${two(day)}`;
  return dayOfDate(date) === null
    ? { why: `${quoted(cell)} is no day between 2000 and 2199. Write it as 2026-03-29.` }
    : { value: date };
}

const mostPeople = 500;

/** How many people a shift needs. */
export function peopleIn(cell: string): Cell<number> {
  const needs = /^\d{1,4}$/.test(cell) ? Number(cell) : Number.NaN;
  if (needs <= mostPeople) return { value: needs };
  return { why: `${quoted(cell)} is no number of people: a shift needs 0 to ${mostPeople}.` };
}

const mostMinor = 100_000_000;

/** An amount in minor units: "12.50", "€ 12,50", "1,234.50". @param digits behind the point, 2 for EUR */
export function amountIn(cell: string, digits: number): Cell<number> {
  const minor = minorIn(cell, digits);
  if (minor === null) return { why: `${quoted(cell)} is no amount. Write it as 12.50.` };
  return minor <= mostMinor ? { value: minor } : { why: `${quoted(cell)} is more than an hour costs.` };
}
