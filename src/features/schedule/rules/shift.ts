import { dayMinutes, dayOf, localOf } from '../calendar/local.ts';
import type { Span } from '../calendar/spans.ts';
import { clockOf } from '../calendar/zone.ts';

/** What is known of a shift before it is placed in local time. */
export interface ShiftPlan extends Span {
  readonly id: string;
  readonly role: string;
  readonly location: string;
  /** IANA zone of the location. */
  readonly zone: string;
  /** People that it needs. */
  readonly needs: number;
  /** Unpaid minutes that are no working time. */
  readonly breakMinutes: number;
}

/** A shift with what rules count. Times are minutes since 1970-01-01T00:00Z, days since 1970-01-01 of the local calendar. */
export interface Shift extends ShiftPlan {
  /** The local day on which it begins: to this day it belongs. */
  readonly day: number;
  /** Working time: what really elapses (a night shift may have 7 hours in spring) less its break. */
  readonly workMinutes: number;
  /** Working time by local day, split at midnight: for sums by week and period. */
  readonly parts: readonly { readonly day: number; readonly minutes: number }[];
  readonly localStart: string;
  readonly localEnd: string;
}

/**
 * Places a shift in the local time of its location. Rules by day (a day's hours, days in a row, weekends, holidays, expiry
 * of qualifications) count a shift whole on the day on which it begins, as people speak of "Friday's night shift". Sums
 * by week and period split it at midnight, as a law's "seven days" ask for. A break is taken off the longest part.
 */
export function shiftOf(plan: ShiftPlan): Shift {
  const clock = clockOf(plan.zone);
  const [from, until] = [clock.toWall(plan.start), clock.toWall(plan.end)];
  const parts: { day: number; minutes: number }[] = [];
  for (let day = dayOf(from), at = plan.start; at < plan.end; day += 1) {
    const end = Math.min(plan.end, Math.max(at, clock.toEpoch((day + 1) * dayMinutes)));
    if (end > at) parts.push({ day, minutes: end - at });
    at = end;
  }
  const longest = parts.reduce((most, part) => (part.minutes > most.minutes ? part : most), { day: 0, minutes: 0 });
  longest.minutes = Math.max(0, longest.minutes - plan.breakMinutes);
  return {
    ...plan,
    day: dayOf(from),
    workMinutes: parts.reduce((sum, part) => sum + part.minutes, 0),
    parts,
    localStart: localOf(from),
    localEnd: localOf(until),
  };
}
