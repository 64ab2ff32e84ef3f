import type { Tx } from '../../../../platform/db/index.ts';
import { dateOf, dayOfDate } from '../../calendar/local.ts';
import type { Period, PlannedShift } from '../plan.ts';
import { setShiftImportance, shiftsBetween, shiftsOfPeriod } from '../shift-store.ts';

/**
 * Copies the detailed scheduling order forward: each shift of a new period is as important as the one of the same role, weekday
 * and time in the latest weeks before it, week by week of the period.
 */
export async function copyOrder(tx: Tx, period: Period): Promise<void> {
  const first = dayOfDate(period.firstDay) ?? 0;
  const before = await shiftsBetween(tx, dateOf(first - period.days), dateOf(first - 1));
  const ranked = new Map(
    before.flatMap((shift) =>
      shift.importance === null ? [] : [[placeOf(shift, first - period.days), shift.importance]],
    ),
  );
  if (ranked.size === 0) return;
  for (const shift of await shiftsOfPeriod(tx, period.id)) {
    const importance = ranked.get(placeOf(shift, first));
    if (importance !== undefined) await setShiftImportance(tx, shift.id, importance);
  }
}

/** Which shift of a period it is, whatever the period. */
function placeOf({ roleId, day, occurrence }: PlannedShift, first: number): string {
  return `${roleId} ${(dayOfDate(day) ?? 0) - first} ${occurrence.slice(11)}`;
}
