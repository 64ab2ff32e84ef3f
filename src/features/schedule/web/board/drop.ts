import type { Day } from '../../../../web/zoned-time.ts';
import { openPlaces } from './coverage.ts';
import { dayName, timesOf } from './days.ts';
import type { PlanPerson, Shift } from './plan-contract.ts';
import type { Edit, Placed } from './plan-edit.ts';

/** What is in the hand. */
export type Dragged =
  | ({ readonly kind: 'placed' } & Placed)
  | { readonly kind: 'open'; readonly shift: Shift }
  | { readonly kind: 'person'; readonly person: PlanPerson };

/** Where it is let go: on a shift, or in somebody's day. */
export type Landing =
  | { readonly kind: 'shift'; readonly shift: Shift }
  | { readonly kind: 'person-day'; readonly person: PlanPerson; readonly day: Day };

/** Nothing to do where it came from; otherwise the edit, or why there is none. */
export type Drop =
  | { readonly kind: 'edit'; readonly edit: Edit }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'nothing' };

const nothing: Drop = { kind: 'nothing' };
const refused = (sentence: string): Drop => ({ kind: 'refused', sentence });
const edits = (edit: Edit): Drop => ({ kind: 'edit', edit });

/** What letting go means. @param shifts all shifts shown, for a chip that is put into another day */
export function dropOf(dragged: Dragged, landing: Landing, shifts: readonly Shift[]): Drop {
  if (landing.kind === 'shift') return onShift(dragged, landing.shift);
  const { person, day } = landing;
  if (dragged.kind === 'person') return nothing;
  if (dragged.kind === 'open') {
    if (dragged.shift.day === day) return edits({ kind: 'assign', shiftId: dragged.shift.id, personId: person.id });
    return refused(`This shift is on ${dayName(dragged.shift.day)}. Drop it on that day.`);
  }
  const { shift, assignment } = dragged;
  const isSamePerson = assignment.personId === person.id;
  if (shift.day === day) {
    return isSamePerson ? nothing : edits({ kind: 'move', assignmentId: assignment.id, personId: person.id });
  }
  const there = alike(shift, day, shifts);
  if (there === null) {
    return refused(`No open shift of this role on ${dayName(day)} at ${timesOf(shift)} or another time.`);
  }
  return edits({
    kind: 'move',
    assignmentId: assignment.id,
    shiftId: there.id,
    ...(isSamePerson ? {} : { personId: person.id }),
  });
}

function onShift(dragged: Dragged, shift: Shift): Drop {
  if (dragged.kind === 'open') return nothing;
  if (shift.cancelled) return refused('This shift is cancelled.');
  const person = dragged.kind === 'person' ? dragged.person.id : dragged.assignment.personId;
  if (dragged.kind === 'placed' && dragged.shift.id === shift.id) return nothing;
  if (shift.assignments.some(({ personId }) => personId === person)) return refused('Works this shift already.');
  if (dragged.kind === 'person') return edits({ kind: 'assign', shiftId: shift.id, personId: person });
  return edits({ kind: 'move', assignmentId: dragged.assignment.id, shiftId: shift.id });
}

/** The open shift of the same role on another day that begins nearest to the same time of day; null when none is open. */
function alike(shift: Shift, day: Day, shifts: readonly Shift[]): Shift | null {
  const minuteOf = ({ localStart }: Shift) => Number(localStart.slice(11, 13)) * 60 + Number(localStart.slice(14, 16));
  const distance = (other: Shift) => Math.abs(minuteOf(other) - minuteOf(shift));
  const [nearest] = shifts
    .filter((other) => other.day === day && other.roleId === shift.roleId && openPlaces(other) > 0)
    .toSorted((one, other) => distance(one) - distance(other));
  return nearest ?? null;
}
