import { dayName, timesOf } from './days.ts';
import type { Plan } from './plan-contract.ts';

/** A rule that an assignment breaks, and where to find it. */
export interface Conflict {
  readonly assignmentId: string;
  readonly name: string;
  /** "Mon 2 Mar 09:00–17:00". */
  readonly when: string;
  readonly hard: boolean;
  readonly words: string;
  /** Why the scheduler insisted; null when nobody did. */
  readonly overruledWhy: string | null;
}

/** Everything that speaks against somebody on a shift; hard rules first, then by time. */
export function conflictsOf({ shifts, people }: Pick<Plan, 'shifts' | 'people'>): readonly Conflict[] {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const found = shifts.flatMap((shift) =>
    shift.assignments.flatMap((assignment) =>
      assignment.faults.map(({ hard, words }) => ({
        assignmentId: assignment.id,
        name: names.get(assignment.personId) ?? 'Somebody else',
        when: `${dayName(shift.day)} ${timesOf(shift)}`,
        hard,
        words,
        overruledWhy: assignment.overruledWhy,
        startsAt: shift.startsAt,
      })),
    ),
  );
  return found
    .toSorted((one, other) => Number(other.hard) - Number(one.hard) || (one.startsAt < other.startsAt ? -1 : 1))
    .map(({ startsAt: _, ...conflict }) => conflict);
}
