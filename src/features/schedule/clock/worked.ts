import type { Tx } from '../../../platform/db/index.ts';
import type { Span } from '../calendar/spans.ts';
import { breakMinutesOf } from './entry.ts';
import { endedBetween } from './store.ts';

/** Something that somebody worked. Times are minutes since 1970. */
export interface Worked extends Span {
  readonly id: string;
  readonly personId: string;
  /** Null: unplanned work for which no role was named. */
  readonly roleId: string | null;
  readonly locationId: string | null;
  /** IANA zone of the location, for days and sums by day. */
  readonly zone: string;
  /** Minutes of breaks within it, unpaid. */
  readonly breakMinutes: number;
  /** The published shift that it was matched with; null: unplanned work. */
  readonly shiftId: string | null;
  /** Whether a scheduler approved the timesheet in which it lies. */
  readonly approved: boolean;
}

/**
 * What people worked in a time, by beginning: each entry whole, also where it reaches beyond the time, and none that still
 * runs.
 * @param personIds only theirs, where given
 */
export async function workedBetween(tx: Tx, within: Span, personIds?: readonly string[]): Promise<readonly Worked[]> {
  const ended = await endedBetween(tx, within, personIds);
  return ended.map((entry) => {
    const { id, personId, roleId, locationId, zone, start, end, shiftId, approved } = entry;
    return {
      ...{ id, personId, roleId, locationId, zone, start, end, shiftId, approved },
      breakMinutes: breakMinutesOf(entry, end),
    };
  });
}
