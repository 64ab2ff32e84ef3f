import { addDays, type Day, instantOf } from '../../../../web/zoned-time.ts';
import type { Absence } from './plan-contract.ts';

/** A part of somebody's day in which they can't work; places in percent of the day. */
export interface Shade {
  readonly left: number;
  readonly width: number;
  readonly kind: Absence['kind'];
  readonly words: string;
}

export type DayShades = ReadonlyMap<Day, readonly Shade[]>;

/**
 * Unavailable time per person and day. Days are cut once: asking the zone for the day of each absence took seconds with
 * two hundred people.
 */
export function shadesOf(
  absences: readonly Absence[],
  days: readonly Day[],
  timeZone: string,
): ReadonlyMap<string, DayShades> {
  const cuts = [...days, addDays(days.at(-1) ?? '2026-01-01', 1)].map(
    (day) => instantOf(`${day}T00:00`, timeZone)?.getTime() ?? 0,
  );
  const shades = new Map<string, Map<Day, Shade[]>>();
  for (const { personId, startsAt, endsAt, kind, words } of absences) {
    const [start, end] = [Date.parse(startsAt), Date.parse(endsAt)];
    for (const [index, day] of days.entries()) {
      const [from = 0, to = 0] = [cuts[index], cuts[index + 1]];
      if (end <= from || start >= to) continue;
      const left = Math.max(0, (start - from) / (to - from)) * 100;
      const width = Math.min(1, (end - from) / (to - from)) * 100 - left;
      const own = shades.get(personId) ?? new Map<Day, Shade[]>();
      own.set(day, [...(own.get(day) ?? []), { left, width, kind, words }]);
      shades.set(personId, own);
    }
  }
  return shades;
}
