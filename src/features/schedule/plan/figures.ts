import { dayMinutes } from '../calendar/local.ts';
import { clockOf } from '../calendar/zone.ts';
import { weekendOf } from '../rules/accounting.ts';
import type { Ledger } from '../rules/ledger.ts';
import type { Shift } from '../rules/shift.ts';

const hour = 60;

/** A shift of which three hours or more lie between 23:00 and 6:00 is a night's work (2003/88/EC, article 2). */
export function isNight({ start, end, zone }: Shift): boolean {
  const clock = clockOf(zone);
  const [from, until] = [clock.toWall(start), clock.toWall(end)];
  let minutes = 0;
  for (let midnight = Math.floor(from / dayMinutes) * dayMinutes; midnight <= until; midnight += dayMinutes)
    minutes += Math.max(0, Math.min(until, midnight + 6 * hour) - Math.max(from, midnight - hour));
  return minutes >= 3 * hour;
}

export interface Figures {
  readonly minutes: number;
  readonly weekends: number;
  readonly nights: number;
}

/** What somebody works between two days, both included. */
export function figuresOf(ledger: Ledger, from: number, to: number): Figures {
  const within = ledger.shifts.filter(({ day }) => day >= from && day <= to);
  const weekends = new Set(within.map(({ day }) => weekendOf(day, ledger.accounting)).filter((one) => one !== null));
  return {
    minutes: within.reduce((sum, { workMinutes }) => sum + workMinutes, 0),
    weekends: weekends.size,
    nights: within.filter(isNight).length,
  };
}
