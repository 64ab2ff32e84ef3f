import { daysBetween } from '../../../../web/zoned-time.ts';
import { openPlaces } from './coverage.ts';
import type { Assignment, Shift } from './plan-contract.ts';

/**
 * Shifts that somebody could be moved to: not cancelled and not theirs already. Those of the same role come first, then
 * open ones, then those on near days.
 */
export function moveTargets(from: Shift, assignment: Assignment, shifts: readonly Shift[]): readonly Shift[] {
  const distance = (shift: Shift) => Math.abs(daysBetween(from.day, shift.day));
  const isOther = (shift: Shift) => Number(shift.roleId !== from.roleId);
  const isFull = (shift: Shift) => Number(openPlaces(shift) === 0);
  return shifts
    .filter(
      (shift) =>
        shift.id !== from.id &&
        !shift.cancelled &&
        !shift.assignments.some(({ personId }) => personId === assignment.personId),
    )
    .toSorted(
      (one, other) =>
        isOther(one) - isOther(other) ||
        isFull(one) - isFull(other) ||
        distance(one) - distance(other) ||
        (one.startsAt < other.startsAt ? -1 : 1),
    );
}
