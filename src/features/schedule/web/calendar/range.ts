import { addDays } from '../../../../web/zoned-time.ts';
import { dateWords, dayWords } from '../../calendar/describe.ts';
import {
  calendarDate,
  dateOf,
  dayOfDate,
  firstDayOf,
  type Weekday,
  weekdayIndex,
  weekdays,
} from '../../calendar/local.ts';

export type CalendarView = 'day' | 'week' | 'month' | 'timeline' | 'list';

/** What a calendar shows: a view, around a day; timelines and lists show so many days from it on. */
export interface CalendarPlace {
  readonly view: CalendarView;
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly days: number;
}

/** Days from the first one on, the last not included. */
export interface DayRange {
  readonly from: number;
  readonly until: number;
}

/** The longest stretch that a timeline or a list shows at once. */
export const longestRange = 92;

/** The days that a place shows. Months are shown in whole weeks. */
export function rangeOf({ view, day, days }: CalendarPlace, weekStart: Weekday): DayRange {
  if (view === 'day') return { from: day, until: day + 1 };
  if (view === 'week') return { from: startOfWeek(day, weekStart), until: startOfWeek(day, weekStart) + 7 };
  if (view === 'month') {
    const { month, length } = calendarDate(day);
    const last = firstDayOf(month) + length - 1;
    return { from: startOfWeek(firstDayOf(month), weekStart), until: startOfWeek(last, weekStart) + 7 };
  }
  return { from: day, until: day + days };
}

/** The place so many pages on: the next day, week, month or stretch. */
export function turned(place: CalendarPlace, by: -1 | 1): CalendarPlace {
  if (place.view === 'month') {
    const { month, day } = calendarDate(place.day);
    const first = firstDayOf(month + by);
    return { ...place, day: first + Math.min(day, calendarDate(first).length) - 1 };
  }
  const days = place.view === 'day' ? 1 : place.view === 'week' ? 7 : place.days;
  return { ...place, day: place.day + by * days };
}

/** The same days in another view: timelines and lists begin where the week begins. */
export function withView(place: CalendarPlace, view: CalendarView, weekStart: Weekday): CalendarPlace {
  const isStretch = (one: CalendarView) => one === 'timeline' || one === 'list';
  if (!isStretch(view) || isStretch(place.view)) return { ...place, view };
  const { from, until } = rangeOf(place, weekStart);
  return { view, day: place.view === 'day' ? place.day : from, days: place.view === 'month' ? until - from : 14 };
}

/** A stretch of days that somebody chose, in a view that can show it. */
export function withRange(place: CalendarPlace, from: string, last: string): CalendarPlace {
  const [first, end] = [dayOfDate(from) ?? place.day, dayOfDate(last) ?? place.day];
  const days = Math.min(longestRange, Math.max(1, end - first + 1));
  return { view: place.view === 'list' ? 'list' : 'timeline', day: first, days };
}

/** What is shown, in words: "Mon 2 Mar 2026", "2–8 Mar 2026", "March 2026". */
export function rangeWords(place: CalendarPlace, weekStart: Weekday): string {
  const { from, until } = rangeOf(place, weekStart);
  if (place.view === 'month') return monthWords(place.day);
  if (until - from === 1) return dayWords(dateOf(from));
  const [first, last] = [dateWords(dateOf(from)), dateWords(addDays(dateOf(until), -1))];
  const [firstDay = '', month, year] = first.split(' ');
  const [, lastMonth, lastYear] = last.split(' ');
  if (year !== lastYear) return `${first} – ${last}`;
  return month === lastMonth ? `${firstDay}–${last}` : `${firstDay} ${month} – ${last}`;
}

function monthWords(day: number): string {
  return new Intl.DateTimeFormat('en', { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(day * 86_400_000);
}

/** All days of a range. */
export function daysOf({ from, until }: DayRange): readonly number[] {
  return Array.from({ length: until - from }, (_, index) => from + index);
}

function startOfWeek(day: number, weekStart: Weekday): number {
  return day - ((weekdayIndex(day) - weekdays.indexOf(weekStart) + 7) % 7);
}
