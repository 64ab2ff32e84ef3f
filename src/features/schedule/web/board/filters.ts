import type { Plan, PlanPerson, Shift } from './plan-contract.ts';

/** What of the plan is looked at; empty lists and words mean everything. */
export interface Filters {
  readonly locations: readonly string[];
  readonly roles: readonly string[];
  readonly departments: readonly string[];
  /** Part of a person's name. */
  readonly words: string;
}

export const noFilters: Filters = { locations: [], roles: [], departments: [], words: '' };

/** What people type, without case and accents: "Zoë" is found by "zoe". */
export function folded(words: string): string {
  return words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
}

const allows = (chosen: readonly string[], id: string | null): boolean =>
  chosen.length === 0 || (id !== null && chosen.includes(id));

/** The shifts, roles and people that pass the filters. People stay when they know a role that stays, or have a shift in it. */
export function filtered(plan: Plan, filters: Filters): Pick<Plan, 'roles' | 'shifts' | 'people'> {
  const roles = plan.roles.filter(
    (role) =>
      allows(filters.locations, role.locationId) &&
      allows(filters.departments, role.departmentId) &&
      allows(filters.roles, role.id),
  );
  const kept = new Set(roles.map(({ id }) => id));
  const shifts = kept.size === plan.roles.length ? plan.shifts : plan.shifts.filter(({ roleId }) => kept.has(roleId));
  return { roles, shifts, people: peopleIn(plan, shifts, kept, filters.words) };
}

function peopleIn(plan: Plan, shifts: readonly Shift[], kept: ReadonlySet<string>, words: string): PlanPerson[] {
  const looked = folded(words);
  const all = kept.size === plan.roles.length;
  const working = new Set(shifts.flatMap(({ assignments }) => assignments.map(({ personId }) => personId)));
  return plan.people.filter(
    ({ id, name, roles }) =>
      (all || working.has(id) || roles.some((role) => kept.has(role))) &&
      (looked === '' || folded(name).includes(looked)),
  );
}
