import type { Tx } from '../../../platform/db/index.ts';
import type { ScheduleParts } from '../parts.ts';
import type { WorkRole } from '../work/roles/role.ts';

/** Who answers for work: schedulers whose reach has all of it; where there is none, owners and admins. */
export async function schedulersOf(
  { people }: Pick<ScheduleParts, 'people'>,
  tx: Tx,
  roles: readonly (WorkRole | undefined)[],
  except: readonly string[],
): Promise<readonly string[]> {
  const active = (await people.members(tx)).filter(({ id, state }) => state === 'active' && !except.includes(id));
  const schedulers = active.filter(
    ({ roles: theirs, places: { reach } }) =>
      theirs.includes('scheduler') &&
      roles.every((role) => {
        const isThere = reach.locations.length === 0 || reach.locations.includes(role?.locationId ?? '');
        return isThere && (reach.departments.length === 0 || reach.departments.includes(role?.departmentId ?? ''));
      }),
  );
  const answering =
    schedulers.length > 0
      ? schedulers
      : active.filter((one) => one.roles.includes('owner') || one.roles.includes('admin'));
  return answering.map(({ id }) => id);
}
