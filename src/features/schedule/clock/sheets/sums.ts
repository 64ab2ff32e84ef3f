import type { Shift } from '../../rules/shift.ts';

/** What was planned or worked at one place, in minutes. */
export interface Sums {
  readonly planned: number;
  readonly worked: number;
  readonly breaks: number;
  /** Of what was worked: that nobody planned. */
  readonly unplanned: number;
  readonly overtime: number;
}

const nothing: Sums = { planned: 0, worked: 0, breaks: 0, unplanned: 0, overtime: 0 };

/** An entry that is over, placed in local time, with what counts of it. */
export interface CountedEntry {
  readonly shift: Shift;
  readonly breaks: number;
  readonly isPlanned: boolean;
  readonly overtime: number;
}

/** Adds up what was told to somebody and what they worked. */
export function sumsOf(planned: readonly Shift[], entries: readonly CountedEntry[]): Sums {
  const sum = (minutes: readonly number[]) => minutes.reduce((all, one) => all + one, 0);
  return {
    planned: sum(planned.map(({ workMinutes }) => workMinutes)),
    worked: sum(entries.map(({ shift }) => shift.workMinutes)),
    breaks: sum(entries.map(({ breaks }) => breaks)),
    unplanned: sum(entries.filter(({ isPlanned }) => !isPlanned).map(({ shift }) => shift.workMinutes)),
    overtime: sum(entries.map(({ overtime }) => overtime)),
  };
}

/** Sums of several people, places or days. */
export function added(all: readonly Sums[]): Sums {
  return all.reduce(
    (one, other) => ({
      planned: one.planned + other.planned,
      worked: one.worked + other.worked,
      breaks: one.breaks + other.breaks,
      unplanned: one.unplanned + other.unplanned,
      overtime: one.overtime + other.overtime,
    }),
    nothing,
  );
}
