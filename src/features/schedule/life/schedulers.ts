import type { Tx } from '../../../platform/db/index.ts';
import { covers, type Member } from '../../people/index.ts';
import type { ScheduleParts } from '../parts.ts';
import type { WorkRole } from '../work/roles/role.ts';

/** Who answers for work: schedulers, as far as their reach goes, and the others for what no scheduler has. */
interface Answering {
  readonly schedulers: readonly Member[];
  /** Owners and admins. */
  readonly others: readonly Member[];
}

export async function loadAnswering(
  { people }: Pick<ScheduleParts, 'people'>,
  tx: Tx,
  except: readonly string[],
): Promise<Answering> {
  const active = (await people.members(tx)).filter(({ id, state }) => state === 'active' && !except.includes(id));
  return {
    schedulers: active.filter(({ roles }) => roles.includes('scheduler')),
    others: active.filter(({ roles }) => roles.includes('owner') || roles.includes('admin')),
  };
}

/** Whether a role's work is within a scheduler's reach. */
export function reaches({ places: { reach } }: Member, role: WorkRole | undefined): boolean {
  const { locationId, departmentId = null } = role ?? {};
  return covers(reach, {
    locations: locationId === undefined ? [] : [locationId],
    departments: departmentId === null ? [] : [departmentId],
  });
}

/** Who answers for work: schedulers whose reach has all of it; where there is none, owners and admins. */
export async function schedulersOf(
  parts: Pick<ScheduleParts, 'people'>,
  tx: Tx,
  roles: readonly (WorkRole | undefined)[],
  except: readonly string[],
): Promise<readonly string[]> {
  const { schedulers, others } = await loadAnswering(parts, tx, except);
  const reaching = schedulers.filter((one) => roles.every((role) => reaches(one, role)));
  return (reaching.length > 0 ? reaching : others).map(({ id }) => id);
}
