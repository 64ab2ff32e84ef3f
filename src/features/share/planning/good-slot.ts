import { dayOf, momentOf } from '../outgoing/good-time.ts';

/** A time at which a request may go out well, and what speaks for it. */
export interface GoodSlot {
  readonly at: Date;
  /** Hours that are better, but too near to another request of that day: when those go out. */
  readonly taken: readonly Date[];
  /** How its hour was found. */
  readonly by: 'clicks' | 'usual';
}

/** People's clicks of each hour of the day, from midnight on: totals of all requests together. */
export type ClicksByHour = readonly number[];

const minute = 60_000;
/** Requests stand this far apart, so that each is the news of its moment. */
export const apart = 120 * minute;
/** Between looking and sending somebody may still change their mind. */
const lead = 30 * minute;
const horizonDays = 14;
const step = 10;
const firstHour = 9;
const lastHour = 17;
/** Of the hours in which offices work, those first in which most people have arrived and few eat or leave. */
const usual: readonly number[] = [10, 9, 11, 14, 15, 13, 16, 12];
/** Fewer clicks than these say more of who happened to click than of hours. */
export const enoughClicks = 200;

/**
 * The best times for a request to go out, one for each of the next working days on which there is room: in office hours,
 * two hours from any other request, outside of the organisation's quiet time, in the hour that brings most clicks where there are enough of them.
 * @param taken when other requests go out or went out
 * @param most how many to give
 */
export function goodSlots(
  { now, timeZone, isQuiet }: Pick<Day, 'now' | 'timeZone' | 'isQuiet'>,
  taken: readonly Date[],
  clicks: ClicksByHour,
  most: number,
): readonly GoodSlot[] {
  const { hours, by } = hoursByWorth(clicks);
  const slots: GoodSlot[] = [];
  let day = Temporal.PlainDate.from(dayOf(now, timeZone));
  for (let count = 0; count < horizonDays && slots.length < most; count += 1, day = day.add({ days: 1 })) {
    if (day.dayOfWeek > 5) continue;
    const slot = slotOn(day.toString(), { now, timeZone, isQuiet, taken, hours });
    if (slot !== null) slots.push({ ...slot, by });
  }
  return slots;
}

/** The hours of an office day, the best first. */
export function hoursByWorth(clicks: ClicksByHour): { readonly hours: readonly number[]; readonly by: GoodSlot['by'] } {
  const worth = (hour: number) => clicks[hour] ?? 0;
  const total = usual.reduce((sum, hour) => sum + worth(hour), 0);
  if (total < enoughClicks) return { hours: usual, by: 'usual' };
  return { hours: usual.toSorted((left, right) => worth(right) - worth(left)), by: 'clicks' };
}

interface Day {
  readonly now: Date;
  readonly timeZone: string;
  /** Whether nothing is posted at a moment. */
  readonly isQuiet: (at: Date) => boolean;
  readonly taken: readonly Date[];
  readonly hours: readonly number[];
}

function slotOn(day: string, { now, timeZone, isQuiet, taken, hours }: Day): Omit<GoodSlot, 'by'> | null {
  const inTheWay = new Set<Date>();
  for (const hour of hours.filter((one) => one >= firstHour && one < lastHour)) {
    for (let past = 0; past < 60; past += step) {
      const at = momentOf(day, `${String(hour).padStart(2, '0')}:${String(past).padStart(2, '0')}`, timeZone);
      if (at.getTime() < now.getTime() + lead || isQuiet(at)) continue;
      const near = taken.filter((one) => Math.abs(one.getTime() - at.getTime()) < apart);
      if (near.length === 0)
        return { at, taken: [...inTheWay].toSorted((left, right) => Number(left) - Number(right)) };
      for (const one of near) inTheWay.add(one);
    }
  }
  return null;
}

/** Why this time, as the end of a sentence: "because 09:00 and 14:00 are taken". */
export function whyWords({ taken, by, at }: GoodSlot, timeZone: string): string {
  const clock = (moment: Date) =>
    moment.toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const times = [...new Set(taken.map(clock))];
  const list = times.length < 3 ? times.join(' and ') : `${times.slice(0, -1).join(', ')} and ${times.at(-1)}`;
  if (times.length > 0) return `because ${list} ${times.length === 1 ? 'is' : 'are'} taken`;
  const hour = clock(at).slice(0, 2);
  return by === 'clicks' ? `as most clicks come after ${hour}:00` : 'as people have usually arrived by then';
}
