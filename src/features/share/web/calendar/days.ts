import {
  addDays,
  type Day,
  dayAt,
  instantOf,
  type WallTime,
  wallTimeAt,
  weekdayOf,
} from '../../../../web/zoned-time.ts';
import type { Entry } from './calendar-api.ts';

export type View = 'month' | 'week';

/** The Monday on or before a day. */
export const mondayOf = (day: Day): Day => addDays(day, -((weekdayOf(day) + 6) % 7));

/** The days that a view shows: a week, or all weeks that a month has a part of. */
export function daysOf(view: View, day: Day): readonly Day[] {
  if (view === 'week') return week(mondayOf(day));
  const first = mondayOf(`${day.slice(0, 8)}01`);
  const days: Day[] = [];
  for (let monday = first; monday === first || monday.slice(0, 7) === day.slice(0, 7); monday = addDays(monday, 7)) {
    days.push(...week(monday));
  }
  return days;
}

const week = (monday: Day): readonly Day[] => Array.from({ length: 7 }, (_, index) => addDays(monday, index));

/** A day of the view before or after. */
export function stepped(view: View, day: Day, steps: number): Day {
  if (view === 'week') return addDays(day, 7 * steps);
  const [year = 0, month = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + steps, 1)).toISOString().slice(0, 10);
}

/** What stands on a day: what goes out or went out then, by time, and what ends then. */
export interface DayEntries {
  readonly out: readonly Entry[];
  readonly ending: readonly Entry[];
}

const nothing: DayEntries = { out: [], ending: [] };

/** Entries by the days of a zone; asks of any day what stands on it. */
export function byDay(entries: readonly Entry[], timeZone: string): (day: Day) => DayEntries {
  const days = new Map<Day, { out: Entry[]; ending: Entry[] }>();
  const on = (iso: string) => {
    const day = dayAt(new Date(iso), timeZone);
    const found = days.get(day) ?? { out: [], ending: [] };
    days.set(day, found);
    return found;
  };
  for (const entry of entries.toSorted((left, right) => (left.at ?? '').localeCompare(right.at ?? ''))) {
    if (entry.at !== null) on(entry.at).out.push(entry);
    if (entry.endsAt !== null && (entry.state === 'open' || entry.state === 'ended'))
      on(entry.endsAt).ending.push(entry);
  }
  return (day) => days.get(day) ?? nothing;
}

/** Where something is put down: a day, and an hour where the view has hours. */
export interface Spot {
  readonly day: Day;
  readonly hour: number | null;
}

export type Landing =
  | { readonly kind: 'same' }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'move'; readonly at: string };

const tenMinutes = 600_000;

/**
 * What comes of putting an entry down: it keeps its time of day, or the minutes of its hour. What the server would refuse
 * is said without asking it.
 */
export function landingOf(entry: Entry, { day, hour }: Spot, timeZone: string, now: Date): Landing {
  if (entry.at === null) return { kind: 'same' };
  const before = wallTimeAt(new Date(entry.at), timeZone);
  const clock = hour === null ? before.slice(11, 16) : `${String(hour).padStart(2, '0')}:${before.slice(14, 16)}`;
  return landingAt(entry, `${day}T${clock}`, timeZone, now);
}

/** The same for a time that was chosen. */
export function landingAt(entry: Entry, wall: WallTime, timeZone: string, now: Date): Landing {
  const at = instantOf(wall, timeZone);
  if (at === null) return { kind: 'refused', sentence: 'Choose a day and time.' };
  if (entry.at !== null && at.getTime() === Date.parse(entry.at)) return { kind: 'same' };
  if (!entry.movable) return { kind: 'refused', sentence: whyFixed(entry) };
  if (at <= now) return { kind: 'refused', sentence: 'This time has passed. Choose a later one.' };
  if (entry.endsAt !== null && Date.parse(entry.endsAt) < at.getTime() + tenMinutes) {
    return { kind: 'refused', sentence: 'The request would have ended by then. Change its end first.' };
  }
  return { kind: 'move', at: at.toISOString() };
}

/** Why an entry stays where it is. */
function whyFixed({ state }: Entry): string {
  if (state === 'scheduled') return 'It is being sent just now.';
  return 'It has gone out already.';
}
