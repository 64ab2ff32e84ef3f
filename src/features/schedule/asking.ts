import type { OrgId, Tx } from '../../platform/db/index.ts';
import type { Asking, Resource } from '../../platform/policy/index.ts';
import type { Worker } from '../people/index.ts';
import type { ScheduleParts } from './parts.ts';

type Deciding = Pick<Asking, 'actor' | 'allowed'>;

/** Where a piece of work is and to which department it belongs. */
export interface WorkPlace {
  readonly id: string;
  readonly locationId: string;
  readonly departmentId: string | null;
}

/** Whether somebody plans the work of a role. */
export function mayPlan({ actor: { orgId }, allowed }: Deciding, { id, locationId, departmentId }: WorkPlace): boolean {
  const departments = departmentId === null ? [] : [departmentId];
  return allowed('schedule.plan', { type: 'Work', id, orgId, departments, locations: [locationId] });
}

type Workplaces = Pick<Worker, 'id' | 'departments' | 'locations'>;

/** Whether somebody may see and set what a person says of their time and wishes: who schedules them, and they themselves. */
export function maySee({ actor, allowed }: Deciding, worker: Workplaces): boolean {
  return allowed('schedule.staff', resourceOf(worker, actor.orgId));
}

/** Whether somebody may decide about a person: who schedules them, but nobody about themselves, unless they own it all. */
export function mayDecide({ orgId, allowed }: Asking, worker: Worker): boolean {
  return allowed('schedule.decide', resourceOf(worker, orgId));
}

function resourceOf({ id, departments, locations }: Workplaces, orgId: OrgId): Resource {
  return { type: 'Worker', id, orgId, person: id, departments, locations };
}

/** The worker of an address such as `people/me`, or null where there is none whom the asking person may see. */
export async function workerAt(
  { people }: Pick<ScheduleParts, 'people'>,
  tx: Tx,
  asking: Asking,
  id: string,
): Promise<Worker | null> {
  const worker = await people.worker(tx, id === 'me' ? asking.actor.personId : id);
  return worker !== null && maySee(asking, worker) ? worker : null;
}

/** Those of these people who have left, by name, as far as somebody may see them. */
export async function leaversOf(
  { people }: Pick<ScheduleParts, 'people'>,
  tx: Tx,
  asking: Asking,
  personIds: readonly string[],
): Promise<readonly Worker[]> {
  return (await people.leavers(tx, personIds)).filter((worker) => maySee(asking, worker));
}

/** The people whom somebody may see, by name. */
export async function workersOf(
  { people }: Pick<ScheduleParts, 'people'>,
  tx: Tx,
  asking: Asking,
): Promise<readonly Worker[]> {
  return (await people.workers(tx)).filter((worker) => maySee(asking, worker));
}
