import type { Asking } from '../../../platform/policy/index.ts';
import { mayPlan, maySee } from '../asking.ts';
import type { WorkRole } from '../work/roles/role.ts';
import type { WorkPerson } from './load-work.ts';

/** Who acts, and what they may: decided of each loaded thing by the policies. */
export type Scheduler = Pick<Asking, 'actor' | 'allowed'>;

/** Whether somebody plans the work of a role. */
export function plans(who: Scheduler, role: WorkRole | null | undefined): boolean {
  return role !== null && role !== undefined && mayPlan(who, role);
}

/** Whether somebody plans a person's time. */
export function schedules(who: Scheduler, person: WorkPerson | undefined): boolean {
  return person !== undefined && maySee(who, person);
}
