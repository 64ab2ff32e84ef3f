import { newId } from '../../../../platform/clock/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import { byPerson } from '../../acts.ts';
import { mayPlan } from '../../asking.ts';
import { occurrenceOn } from '../../calendar/occurrences.ts';
import type { ScheduleParts } from '../../parts.ts';
import type { RoleCondition } from '../../rules/rule.ts';
import { seriesOfRoles } from '../series/store.ts';
import type { WorkRole } from './role.ts';
import { insertRole, listRoles, updateRole } from './store.ts';

/** Sentences by field for what can't be so. */
export type Wrong = { readonly fields: Readonly<Record<string, string>> };

const wrong = (field: string, sentence: string): Wrong => ({ fields: { [field]: sentence } });
const notYours = 'This is not among the locations and departments that you schedule.';
const nameTaken = wrong('name', 'There is a role of this name at the location already, perhaps an archived one.');

/** A role by its id, kept from others until the end, for whoever plans its work; null for all others. */
export async function ownRole(
  tx: Tx,
  asking: Asking,
  id: string,
  find: (tx: Tx, id: string) => Promise<WorkRole | null>,
) {
  const role = await find(tx, id);
  return role !== null && mayPlan(asking, role) ? role : null;
}

/** Adds a role where the asking person schedules. */
export async function addRole(
  parts: ScheduleParts,
  tx: Tx,
  asking: Asking,
  wanted: Omit<WorkRole, 'id' | 'archived'>,
): Promise<WorkRole | Wrong> {
  const role = { ...wanted, id: newId(parts.clock), archived: false };
  const { locations } = await parts.people.places(tx);
  const location = locations.find(({ id }) => id === role.locationId);
  if (location === undefined) return wrong('locationId', 'There is no such location.');
  if (location.archived) return wrong('locationId', 'This location is archived. Bring it back first.');
  const unfit = await unfitting(parts, tx, role, null);
  if (unfit !== null) return unfit;
  if (!mayPlan(asking, role)) return wrong(role.departmentId === null ? 'locationId' : 'departmentId', notYours);
  if (!(await insertRole(tx, role, parts.clock.now()))) return nameTaken;
  await parts.audit.append(tx, { ...byPerson(asking.actor), action: 'schedule.role_added', target: targetOf(role) });
  return role;
}

export const targetOf = ({ id }: Pick<WorkRole, 'id'>) => ({ type: 'role', id }) as const;

/** Changes a role, archives it or brings it back. Shifts that have begun stay as they are; those to come go and return. */
export async function changeRole(
  parts: ScheduleParts,
  tx: Tx,
  asking: Asking,
  before: WorkRole,
  change: Partial<Omit<WorkRole, 'id' | 'locationId'>>,
): Promise<WorkRole | Wrong> {
  const after = { ...before, ...change };
  const unfit = await unfitting(parts, tx, after, before);
  if (unfit !== null) return unfit;
  if (!mayPlan(asking, after)) return wrong('departmentId', notYours);
  if (!(await updateRole(tx, after, parts.clock.now()))) return nameTaken;
  const fields = Object.keys(change).join(',');
  const { actor } = byPerson(asking.actor);
  if (after.archived && !before.archived)
    await parts.audit.append(tx, { actor, action: 'schedule.role_archived', target: targetOf(before) });
  else
    await parts.audit.append(tx, {
      actor,
      action: 'schedule.role_changed',
      target: targetOf(before),
      detail: { fields },
    });
  if (after.archived !== before.archived) await followArchived(parts, tx, after);
  return after;
}

async function followArchived({ clock, afterSeriesEdit = [] }: ScheduleParts, tx: Tx, role: WorkRole): Promise<void> {
  const now = clock.now().getTime() / 60_000;
  for (const series of await seriesOfRoles(tx, [role.id])) {
    const follow = (on: string) => {
      const one = occurrenceOn(series, on);
      if (one === null || (role.archived && one.start > now)) return null;
      return { seriesId: series.id, on };
    };
    for (const act of afterSeriesEdit) await act(tx, { seriesId: series.id, roleId: role.id, follow });
  }
}

async function unfitting(
  { people }: ScheduleParts,
  tx: Tx,
  role: WorkRole,
  before: WorkRole | null,
): Promise<Wrong | null> {
  if (role.departmentId !== null && role.departmentId !== before?.departmentId) {
    const { departments } = await people.places(tx);
    const department = departments.find(({ id }) => id === role.departmentId);
    if (department === undefined) return wrong('departmentId', 'There is no such department.');
    if (department.archived) return wrong('departmentId', 'This department is archived. Bring it back first.');
  }
  if (role.conditions.length === 0) return null;
  const known = new Set((await people.qualifications(tx)).map(({ id }) => id));
  if (role.conditions.some(({ qualification }) => !known.has(qualification)))
    return wrong('conditions', 'There is no such qualification.');
  return excluding(role.conditions)
    ? wrong('conditions', 'A qualification is asked for and excluded: nobody could work in this role.')
    : null;
}

function excluding(conditions: readonly RoleCondition[]): boolean {
  const isWanted = ({ condition }: RoleCondition) => condition === 'must_have' || condition === 'must_be';
  const wanted = new Set(conditions.filter(isWanted).map(({ qualification }) => qualification));
  return conditions.some((one) => !isWanted(one) && wanted.has(one.qualification));
}

/** Roles by name that the asking person plans, knows, or may know the rates of. */
export async function visibleRoles(tx: Tx, asking: Asking, known: ReadonlySet<string>): Promise<readonly WorkRole[]> {
  const organisation = { type: 'Organisation', id: asking.orgId, orgId: asking.orgId };
  const all = asking.allowed('schedule.rates', organisation);
  return (await listRoles(tx)).filter((role) => all || known.has(role.id) || mayPlan(asking, role));
}
