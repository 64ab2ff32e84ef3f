import { openPlaces } from './coverage.ts';
import type { Assignment, Plan, PlanPerson, Shift } from './plan-contract.ts';

/** A change of who works what. */
export type Edit =
  | { readonly kind: 'assign'; readonly shiftId: string; readonly personId: string }
  | {
      readonly kind: 'move';
      readonly assignmentId: string;
      readonly shiftId?: string | undefined;
      readonly personId?: string | undefined;
    }
  | { readonly kind: 'remove'; readonly assignmentId: string }
  | { readonly kind: 'pin'; readonly assignmentId: string; readonly pinned: boolean };

/** The assignment that is shown until the server has given the one it made. */
const waitingId = 'waiting';

/** The plan as it will be when the server takes the edit, so that the board follows the hand at once. */
export function withEdit(plan: Plan, edit: Edit): Plan {
  if (edit.kind === 'pin') {
    return changed(plan, plan.shifts, (assignment) =>
      assignment.id === edit.assignmentId ? { ...assignment, pinned: edit.pinned } : assignment,
    );
  }
  const moved = edit.kind === 'assign' ? null : placeOf(plan, edit.assignmentId);
  if (edit.kind !== 'assign' && moved === null) return plan;
  const without =
    moved === null
      ? plan.shifts
      : replaced(plan.shifts, moved.shift.id, (shift) =>
          withPeople(
            shift,
            shift.assignments.filter(({ id }) => id !== moved.assignment.id),
          ),
        );
  if (edit.kind === 'remove') return summed(plan, without);
  const shiftId = edit.shiftId ?? moved?.shift.id ?? '';
  const personId = edit.personId ?? moved?.assignment.personId ?? '';
  return summed(
    plan,
    replaced(without, shiftId, (shift) => withPeople(shift, [...shift.assignments, made(shift, personId, moved)])),
  );
}

/** A shift and somebody on it. */
export interface Placed {
  readonly shift: Shift;
  readonly assignment: Assignment;
}

/** Where an assignment is; null when there is none. */
export function placeOf(plan: Pick<Plan, 'shifts'>, assignmentId: string): Placed | null {
  for (const shift of plan.shifts) {
    const assignment = shift.assignments.find(({ id }) => id === assignmentId);
    if (assignment !== undefined) return { shift, assignment };
  }
  return null;
}

function withPeople(shift: Shift, assignments: Assignment[]): Shift {
  return { ...shift, assignments, missing: Math.max(0, shift.needs - assignments.length) };
}

function made(shift: Shift, personId: string, moved: Placed | null): Assignment {
  const id = moved?.assignment.id ?? waitingId;
  const { startsAt, endsAt } = shift;
  const kept = { pinned: moved?.assignment.pinned ?? false, overruledWhy: null, published: false, faults: [] };
  return { id, personId, startsAt, endsAt, madeBy: 'hand', ...kept };
}

function replaced(shifts: readonly Shift[], id: string, change: (shift: Shift) => Shift): Shift[] {
  return shifts.map((shift) => (shift.id === id ? change(shift) : shift));
}

function changed(plan: Plan, shifts: readonly Shift[], change: (assignment: Assignment) => Assignment): Plan {
  const next = shifts.map((shift) => {
    const assignments = shift.assignments.map(change);
    return assignments.every((assignment, at) => assignment === shift.assignments[at])
      ? shift
      : { ...shift, assignments };
  });
  return { ...plan, shifts: next };
}

/** Hours and open places follow at once; what it costs is the server's to say. */
function summed(plan: Plan, shifts: Shift[]): Plan {
  const [before, after] = [minutesPerPerson(plan.shifts), minutesPerPerson(shifts)];
  const people = plan.people.map((person): PlanPerson => {
    const difference = (after.get(person.id) ?? 0) - (before.get(person.id) ?? 0);
    return difference === 0 || person.minutes === null ? person : { ...person, minutes: person.minutes + difference };
  });
  const sum = (minutes: ReadonlyMap<string, number>) => [...minutes.values()].reduce((all, one) => all + one, 0);
  const open = (all: readonly Shift[]) => all.reduce((count, shift) => count + openPlaces(shift), 0);
  const totals = {
    ...plan.totals,
    minutes: plan.totals.minutes + sum(after) - sum(before),
    open: plan.totals.open + open(shifts) - open(plan.shifts),
  };
  return { ...plan, shifts, people, totals };
}

function minutesPerPerson(shifts: readonly Shift[]): ReadonlyMap<string, number> {
  const minutes = new Map<string, number>();
  for (const { assignments } of shifts) {
    for (const { personId, startsAt, endsAt } of assignments) {
      const own = (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
      minutes.set(personId, (minutes.get(personId) ?? 0) + own);
    }
  }
  return minutes;
}
