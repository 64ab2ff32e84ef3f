import { addDays, dayAt, instantOf, type WallTime, wallTimeAt, weekdayOf } from '../../../../web/zoned-time.ts';

export interface GoodTime {
  readonly value: WallTime;
  readonly label: string;
}

const saturday = 6;

function nextWorkday(day: string): string {
  const weekday = weekdayOf(day);
  if (weekday === saturday) return addDays(day, 2);
  return weekday === 0 ? addDays(day, 1) : day;
}

/** Times people often want: later today when it is early enough, the next working mornings, the next Monday. */
export function goodTimes(now: Date, timeZone: string): readonly GoodTime[] {
  const today = dayAt(now, timeZone);
  const hour = Number(wallTimeAt(now, timeZone).slice(11, 13));
  const tomorrow = addDays(today, 1);
  const workday = nextWorkday(tomorrow);
  const monday = addDays(today, (8 - weekdayOf(today)) % 7 || 7);
  const times: readonly GoodTime[] = [
    ...(hour < 13 && nextWorkday(today) === today ? [{ value: `${today}T14:00`, label: 'Today, 14:00' }] : []),
    { value: `${workday}T09:30`, label: workday === tomorrow ? 'Tomorrow, 9:30' : 'Next working day, 9:30' },
    ...(monday === workday ? [] : [{ value: `${monday}T09:30`, label: 'Monday, 9:30' }]),
  ];
  return times.filter(({ value }) => (instantOf(value, timeZone) ?? now) > now);
}
