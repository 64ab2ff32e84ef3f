import { dayMinutes, dayOf, minuteOfDay } from '../calendar/local.ts';
import type { Span } from '../calendar/spans.ts';
import { clockOf, type ZoneClock } from '../calendar/zone.ts';

/** Half hours of a day on the clock on the wall, from midnight. */
export const halfHours = 48;
const halfHour = 30;
/** No clock is set further than this. */
const furthest = 180;

/** When a clock shows each half hour of a day: mostly once, twice where it is set back, never where it is set forward. */
export type Moments = readonly (readonly Span[])[];

/** The moments of a day (since 1970). */
export function momentsOf(day: number, zone: string): Moments {
  const clock = clockOf(zone);
  const [midnight, next] = [day * dayMinutes, (day + 1) * dayMinutes];
  const start = clock.toEpoch(midnight);
  const isUsual =
    clock.toWall(start - furthest) === midnight - furthest &&
    clock.toWall(start + dayMinutes + furthest) === next + furthest;
  if (!isUsual) return byTheMinute(day, clock);
  return Array.from({ length: halfHours }, (_, half) => {
    const at = start + half * halfHour;
    return [{ start: at, end: at + halfHour }];
  });
}

/** Clocks were set at one minute past midnight too, so that every minute is looked at. */
function byTheMinute(day: number, clock: ZoneClock): Moments {
  const moments: { start: number; end: number }[][] = Array.from({ length: halfHours }, () => []);
  const start = clock.toEpoch(day * dayMinutes);
  for (let at = start - furthest; at < start + dayMinutes + 2 * furthest; at += 1) {
    const shown = clock.toWall(at);
    if (dayOf(shown) !== day) continue;
    const half = moments[Math.floor(minuteOfDay(shown) / halfHour)];
    const last = half?.at(-1);
    // A pass of its own begins where the clock was set back to this half hour's beginning, also right after its end.
    if (last?.end === at && clock.toWall(at - 1) === shown - 1) last.end = at + 1;
    else half?.push({ start: at, end: at + 1 });
  }
  return moments;
}

/** Minutes of a half hour; none where it was skipped. */
export function minutesOf(moments: readonly Span[]): number {
  return moments.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** The half hour as clocks show it: `09:30`; the end of the day is `24:00`. */
export function timeOf(half: number): string {
  return `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`;
}
