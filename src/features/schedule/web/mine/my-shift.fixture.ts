import type { MyShift } from './mine-contract.ts';

/** A shift of mine from nine to five with half an hour's break, in UTC. */
export function myShiftOf(day: string, change: Partial<MyShift> = {}): MyShift {
  return {
    id: `told ${day}`,
    shiftId: `shift ${day}`,
    assignmentId: null,
    roleName: 'Bar',
    locationName: 'Quay',
    startsAt: `${day}T09:00:00.000Z`,
    endsAt: `${day}T17:00:00.000Z`,
    localStart: `${day}T09:00`,
    localEnd: `${day}T17:00`,
    zone: 'UTC',
    breakMinutes: 30,
    seen: true,
    with: [],
    ...change,
  };
}
