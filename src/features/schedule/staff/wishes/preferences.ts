import { weekdayIndex } from '../../calendar/local.ts';
import type { Shift } from '../../rules/shift.ts';

/** The part of a day that somebody likes or dislikes to work in. */
export const dayParts = ['early', 'late', 'night'] as const;
export type DayPart = (typeof dayParts)[number];

/** A shift that somebody likes (1) or dislikes (-1). Null: any weekday (0 is Monday), any part of the day. */
export interface Liking {
  readonly roleId: string;
  readonly weekday: number | null;
  readonly part: DayPart | null;
  readonly liking: 1 | -1;
}

/** What somebody wishes. */
export interface Preferences {
  /** Minutes a week that they want to work; null: they did not say. */
  readonly wantedMinutes: number | null;
  /** Whether they pick up extra shifts. */
  readonly extraShifts: boolean;
  readonly likings: readonly Liking[];
}

/** Of whoever said nothing. */
export const noPreferences: Preferences = { wantedMinutes: null, extraShifts: false, likings: [] };

/** The part of the day in which a shift lies, by the clock on the wall at which it begins: from 5:00, 12:00 and 20:00 on. */
export function partOf(localStart: string): DayPart {
  const hour = Number(localStart.slice(11, 13));
  if (hour >= 5 && hour < 12) return 'early';
  return hour >= 12 && hour < 20 ? 'late' : 'night';
}

/** What somebody said of such a shift: likes it (1), dislikes it (-1), nothing. */
export function likingOf(
  { likings }: Pick<Preferences, 'likings'>,
  { role, day, localStart }: Pick<Shift, 'role' | 'day' | 'localStart'>,
): Liking['liking'] | null {
  const said = likings.find(
    ({ roleId, weekday, part }) =>
      roleId === role &&
      (weekday === null || weekday === weekdayIndex(day)) &&
      (part === null || part === partOf(localStart)),
  );
  return said?.liking ?? null;
}
