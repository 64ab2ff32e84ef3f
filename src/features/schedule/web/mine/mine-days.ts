import { addDays, type Day, daysBetween, weekdayOf } from '../../../../web/zoned-time.ts';
import { dayName, daysOf, hoursText, type Span, timesOf } from '../board/days.ts';
import type { MyShift, TeamShift } from './mine-contract.ts';

export interface MyDay {
  readonly day: Day;
  readonly shifts: readonly MyShift[];
}

export interface MyWeek extends Span {
  /** Paid: without breaks. */
  readonly minutes: number;
  /** Every day of the week, also those without a shift. */
  readonly days: readonly MyDay[];
}

/** The Monday of a day's week. */
export function mondayOf(day: Day): Day {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}

/** Paid minutes of a shift. */
function paidMinutes({ startsAt, endsAt, breakMinutes }: MyShift): number {
  return Math.max(0, (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000 - breakMinutes);
}

/** Shifts by week and day. A shift over midnight belongs to the day on which it begins. */
export function weeksOf(shifts: readonly MyShift[], span: Span): readonly MyWeek[] {
  const weeks: MyWeek[] = [];
  for (let from = mondayOf(span.from); from <= span.to; from = addDays(from, 7)) {
    const to = addDays(from, 6);
    const days = daysOf({ from, to }).map((day) => ({
      day,
      shifts: shifts
        .filter(({ localStart }) => localStart.startsWith(day))
        .toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1)),
    }));
    const minutes = days.flatMap((day) => day.shifts).reduce((sum, shift) => sum + paidMinutes(shift), 0);
    weeks.push({ from, to, days, minutes });
  }
  return weeks;
}

/** The shift that is on or comes next; null when there is none. */
export function nextShift(shifts: readonly MyShift[], now: Date): MyShift | null {
  const ahead = shifts.filter(({ endsAt }) => Date.parse(endsAt) > now.getTime());
  return ahead.toSorted((one, other) => (one.startsAt < other.startsAt ? -1 : 1))[0] ?? null;
}

/** "Today", "Tomorrow", "Mon 2 Mar". */
export function dayWords(day: Day, today: Day): string {
  const ahead = daysBetween(today, day);
  if (ahead === 0) return 'Today';
  return ahead === 1 ? 'Tomorrow' : dayName(day);
}

/** How far away a shift is: "now, until 17:00", "in 40 minutes", "in 3 days". */
export function untilWords({ startsAt, localEnd }: MyShift, now: Date): string {
  const minutes = Math.ceil((Date.parse(startsAt) - now.getTime()) / 60_000);
  if (minutes <= 0) return `now, until ${localEnd.slice(11, 16)}`;
  return inWords(minutes, Math.round);
}

/** "in 40 minutes", "in 5 days". @param whole what is said of hours or days that are not whole */
export function inWords(minutes: number, whole: (count: number) => number): string {
  const [count, unit] =
    minutes < 60
      ? [minutes, 'minute']
      : minutes < 48 * 60
        ? [whole(minutes / 60), 'hour']
        : [whole(minutes / 1440), 'day'];
  return `in ${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** "8 h, of which 30 min break". */
export function lengthWords(shift: MyShift): string {
  const paid = hoursText(paidMinutes(shift));
  return shift.breakMinutes === 0 ? paid : `${paid} and ${hoursText(shift.breakMinutes)} break`;
}

/** Names in a sentence: "Ana", "Ana and Ben", "Ana, Ben and 4 others". */
export function namesWords(people: readonly { readonly name: string }[], most = 4): string {
  const names = people.map(({ name }) => name);
  const [last] = names.slice(-1);
  if (last === undefined) return '';
  if (names.length === 1) return last;
  if (names.length <= most) return `${names.slice(0, -1).join(', ')} and ${last}`;
  return `${names.slice(0, most - 1).join(', ')} and ${names.length - most + 1} others`;
}

/** "09:00–17:00", with the zone's name where it isn't the one people here live in. */
export function timesIn(shift: Pick<MyShift, 'localStart' | 'localEnd' | 'zone'>, home: string): string {
  return shift.zone === home ? timesOf(shift) : `${timesOf(shift)} (${shift.zone.replaceAll('_', ' ')})`;
}

export interface TeamPlace {
  readonly name: string;
  readonly shifts: readonly TeamShift[];
}

/** Who is on shift, by location and then by time. */
export function placesOf(shifts: readonly TeamShift[]): readonly TeamPlace[] {
  const names = [...new Set(shifts.map(({ locationName }) => locationName))];
  return names
    .toSorted((one, other) => one.localeCompare(other, 'en'))
    .map((name) => ({
      name,
      shifts: shifts
        .filter(({ locationName }) => locationName === name)
        .toSorted(
          (one, other) =>
            one.startsAt.localeCompare(other.startsAt) || one.roleName.localeCompare(other.roleName, 'en'),
        ),
    }));
}
