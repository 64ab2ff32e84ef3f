import type { OrgId } from '../../../platform/db/index.ts';
import type { Actor, Resource } from '../../../platform/policy/index.ts';
import type { WorkRole } from '../work/roles/role.ts';
import type { WorkPerson } from './load-work.ts';

/** Who acts, and what they may: decided of each loaded thing by the policies. */
export interface Scheduler {
  readonly actor: Actor;
  readonly allowed: (action: string, resource: Resource) => boolean;
}

/** Whether somebody plans the work of a role. */
export function plans({ actor, allowed }: Scheduler, role: WorkRole | undefined): boolean {
  return role !== undefined && allowed('schedule.plan', workOf(actor.orgId, role));
}

/** Whether somebody plans a person's time. */
export function schedules({ actor, allowed }: Scheduler, person: WorkPerson | undefined): boolean {
  if (person === undefined) return false;
  const { id, departments, locations } = person;
  return allowed('schedule.staff', { type: 'Worker', id, orgId: actor.orgId, person: id, departments, locations });
}

function workOf(orgId: OrgId, { id, departmentId, locationId }: WorkRole): Resource {
  return { type: 'Work', id, orgId, departments: departmentId === null ? [] : [departmentId], locations: [locationId] };
}
