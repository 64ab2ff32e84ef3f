import { calendarDate, weekdayAfter, weekdays } from './local.ts';
import { dayInMonth } from './rule-days.ts';
import type { Repeat } from './series.ts';

/**
 * A repetition for one whose occurrences come so many days later. `day` is one of its days; on the day that is so many
 * days later the result has one. Weeks begin later too: every second week on Sunday and Monday, moved by a day, must not
 * become Mondays and Tuesdays of other weeks.
 */
export function movedRepeat(repeat: Repeat, day: number, days: number): Repeat {
  if (days === 0 || repeat.every === 'day') return repeat;
  if (repeat.every === 'week') {
    const moved = repeat.days.map((weekday) => weekdayAfter(weekday, days));
    const weekStart = repeat.interval === 1 ? repeat.weekStart : weekdayAfter(repeat.weekStart, days);
    return { ...repeat, days: weekdays.filter((weekday) => moved.includes(weekday)), weekStart };
  }
  const [was, is] = [calendarDate(day), calendarDate(day + days)];
  const fromEnd = was.month === is.month;
  if ('day' in repeat.on) {
    const counted = repeat.on.day < 0 && fromEnd ? is.day - is.length - 1 : is.day;
    return { ...repeat, on: { day: counted } };
  }
  const isLast = is.day > is.length - 7 && ((repeat.on.nth < 0 && fromEnd) || is.day > 28);
  return {
    ...repeat,
    on: { weekday: weekdayAfter(repeat.on.weekday, days), nth: isLast ? -1 : Math.ceil(is.day / 7) },
  };
}

/**
 * Where the occurrence on a day goes when a repetition moves as in {@link movedRepeat}; null if it then has none. Monthly
 * ones keep to their months: the second Tuesday becomes the second Wednesday, which is not always the day after.
 */
export function movedDay(moved: Repeat | null, reference: number, days: number): (day: number) => number | null {
  if (moved === null || moved.every !== 'month') return (day) => day + days;
  const months = calendarDate(reference + days).month - calendarDate(reference).month;
  return (day) => dayInMonth(moved.on, calendarDate(day).month + months);
}
