import { addDays, type Day, weekdayOf } from '../../../../web/zoned-time.ts';

/** The stretch of days that a page shows. */
export interface Span {
  readonly from: Day;
  /** Included. */
  readonly to: Day;
}

/** Every day of a span, in order. */
export function daysOf({ from, to }: Span): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The calendar month around a day. */
export function monthOf(day: Day): Span {
  const from = `${day.slice(0, 7)}-01`;
  const inNext = addDays(from, 31);
  return { from, to: addDays(`${inNext.slice(0, 7)}-01`, -1) };
}

const weekdayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** "Mon". */
export function weekdayName(day: Day): string {
  return weekdayNames[weekdayOf(day)] ?? '';
}

/** "2 Mar". */
export function shortDay(day: Day): string {
  return `${Number(day.slice(8, 10))} ${monthNames[Number(day.slice(5, 7)) - 1] ?? ''}`;
}

/** "Mon 2 Mar". */
export function dayName(day: Day): string {
  return `${weekdayName(day)} ${shortDay(day)}`;
}

/** "2–15 Mar 2026", or with both months where they differ. */
export function spanName({ from, to }: Span): string {
  const year = to.slice(0, 4);
  if (from === to) return `${dayName(from)} ${year}`;
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${shortDay(to)} ${year}`;
  const first = from.slice(0, 4) === year ? shortDay(from) : `${shortDay(from)} ${from.slice(0, 4)}`;
  return `${first} – ${shortDay(to)} ${year}`;
}

/** Saturday and Sunday are set apart from other days. */
export function isWeekend(day: Day): boolean {
  return weekdayOf(day) % 6 === 0;
}

/** "09:00–17:00" of local times like `2026-03-02T09:00`. */
export function timesOf(times: { readonly localStart: string; readonly localEnd: string }): string {
  return `${times.localStart.slice(11, 16)}–${times.localEnd.slice(11, 16)}`;
}

/** "09–17", "09:30–17": for places without room. */
export function briefTimes(times: { readonly localStart: string; readonly localEnd: string }): string {
  return timesOf(times).replaceAll(':00', '');
}

/** "38 h", "7 h 30 min". */
export function hoursText(minutes: number): string {
  const whole = Math.floor(minutes / 60);
  const rest = Math.round(minutes % 60);
  if (whole === 0 && rest > 0) return `${rest} min`;
  return rest === 0 ? `${whole} h` : `${whole} h ${rest} min`;
}
