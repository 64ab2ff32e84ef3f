import type { Shift } from '../rules/shift.ts';

/** What one person works, planned or as the time clock has it. */
export interface Stint {
  readonly personId: string;
  /** Null: work that nobody planned, for which no role was named. */
  readonly roleId: string | null;
  readonly locationId: string | null;
  /** In the local time of its place; its id is that of the assignment or of the entry. */
  readonly shift: Shift;
  /** Minutes of overtime that it brings; null: not for this reader to know. */
  readonly overtime: number | null;
  /** Whether the timesheet in which it lies was approved; of what was planned there is none. */
  readonly approved?: boolean;
}

/** Working time in all. */
export function minutesOf(stints: readonly Stint[]): number {
  return stints.reduce((sum, { shift }) => sum + shift.workMinutes, 0);
}

/** Overtime as far as it is known; null where none of it is. */
export function overtimeIn(stints: readonly Stint[]): number | null {
  const known = stints.flatMap(({ overtime }) => overtime ?? []);
  return known.length === 0 && stints.length > 0 ? null : known.reduce((sum, minutes) => sum + minutes, 0);
}
