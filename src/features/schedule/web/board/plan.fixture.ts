import type { Assignment, Plan, PlanPerson, PlanRole, Shift } from './plan-contract.ts';

/** A role of a plan, the first location's unless told otherwise. */
export function roleOf(id: string, change: Partial<PlanRole> = {}): PlanRole {
  return { id, name: id, locationId: 'quay', departmentId: null, colour: 'teal', importance: null, ...change };
}

/** Somebody who knows these roles. */
export function personOf(id: string, roles: readonly string[] = ['bar'], change: Partial<PlanPerson> = {}): PlanPerson {
  const figures = { minutes: 0, wantedMinutes: null, weekends: 0, nights: 0 };
  return { id, name: id, roles: [...roles], ...figures, ...change };
}

/** A shift from nine to five that one person is needed for, in UTC. */
export function shiftOf(id: string, day: string, change: Partial<Shift> = {}): Shift {
  const { needs = 1, assignments = [] } = change;
  return {
    id,
    roleId: 'bar',
    locationId: 'quay',
    day,
    startsAt: `${day}T09:00:00.000Z`,
    endsAt: `${day}T17:00:00.000Z`,
    localStart: `${day}T09:00`,
    localEnd: `${day}T17:00`,
    zone: 'UTC',
    needs,
    missing: Math.max(0, needs - assignments.length),
    label: null,
    colour: null,
    cancelled: false,
    importance: null,
    assignments,
    ...change,
  };
}

/** Somebody on a shift from nine to five, made by hand and not published. */
export function assignmentOf(id: string, personId: string, change: Partial<Assignment> = {}): Assignment {
  return {
    id,
    personId,
    startsAt: '2026-03-02T09:00:00.000Z',
    endsAt: '2026-03-02T17:00:00.000Z',
    madeBy: 'hand',
    pinned: false,
    overruledWhy: null,
    published: false,
    faults: [],
    ...change,
  };
}

/** A plan of one opened week, with these shifts. */
export function planOf(change: Partial<Plan> = {}): Plan {
  return {
    periods: [{ id: 'week', firstDay: '2026-03-02', days: 7, revision: 1, published: 'none', changes: 0 }],
    revision: 1,
    roles: [roleOf('bar')],
    locations: [{ id: 'quay', name: 'Quay', zone: 'UTC' }],
    people: [],
    shifts: [],
    unavailable: [],
    totals: { minutes: 0, open: 0, costMinor: null, currency: 'EUR', otherCosts: [] },
    findings: [],
    undo: null,
    ...change,
  };
}
