import { orgOf, sql, type Tx } from '../../../../platform/db/index.ts';
import { announce } from '../../../../platform/http/index.ts';
import type { Condition } from '../../rules/rule.ts';
import type { RoleRank, WorkRole } from './role.ts';

interface RoleRow {
  org_id: string;
  id: string;
  location_id: string;
  department_id: string | null;
  name: string;
  colour: string;
  rate_sealed: Uint8Array | null;
  importance: number | null;
  archived_at: Date | null;
  created_at: Date;
}

interface Tables {
  work_roles: RoleRow;
  role_conditions: { org_id: string; role_id: string; qualification_id: string; condition: Condition };
  role_people: { org_id: string; id: string; role_id: string; person_id: string };
  ranks: { org_id: string; role_id: string; person_id: string; weekday: number; rank: number };
  weekday_importance: { org_id: string; weekday: number; importance: number };
}

/** Every weekday, as the table of ranks writes it. */
const everyDay = -1;

/** All roles with their conditions by name, archived ones last. */
export async function listRoles(tx: Tx): Promise<WorkRole[]> {
  const { rows } = await sql<RoleRow>`select * from work_roles
    order by archived_at is not null, name_key, id`.execute(tx.on());
  return withConditions(tx, rows);
}

export async function rolesById(tx: Tx): Promise<ReadonlyMap<string, WorkRole>> {
  return new Map((await listRoles(tx)).map((role) => [role.id, role]));
}

/** One role, or null. `lock` keeps others from changing it until the transaction ends. */
export async function findRole(tx: Tx, id: string, lock = false): Promise<WorkRole | null> {
  const query = tx.on<Tables>().selectFrom('work_roles').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row === undefined ? null : ((await withConditions(tx, [row]))[0] ?? null);
}

async function withConditions(tx: Tx, rows: readonly RoleRow[]): Promise<WorkRole[]> {
  if (rows.length === 0) return [];
  const query = tx.on<Tables>().selectFrom('role_conditions').selectAll().orderBy('qualification_id');
  const narrowed = rows.length === 1 ? query.where('role_id', '=', rows[0]?.id ?? '') : query;
  const conditions = Map.groupBy(await narrowed.orderBy('condition').execute(), ({ role_id }) => role_id);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    locationId: row.location_id,
    departmentId: row.department_id,
    colour: row.colour,
    importance: row.importance,
    archived: row.archived_at !== null,
    conditions: (conditions.get(row.id) ?? []).map(({ qualification_id: qualification, condition }) => ({
      qualification,
      condition,
    })),
  }));
}

/** One change of names at a time in an organisation: of two that want one name, the second is told so. */
async function lockNames(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`work_roles ${orgOf(tx)}`}, 0))`.execute(tx.on());
}

/** Keeps all roles, and who may be called what, from others until the transaction ends: for an import. */
export async function lockRoles(tx: Tx): Promise<void> {
  // In the order of whoever changes a role: it first, then the names.
  await sql`select 1 from work_roles order by id for update`.execute(tx.on());
  await lockNames(tx);
}

/** Adds a role; false when its location has one of that name. */
export async function insertRole(tx: Tx, role: WorkRole, now: Date): Promise<boolean> {
  await lockNames(tx);
  const result = await tx
    .on<Tables>()
    .insertInto('work_roles')
    .values({ ...columnsOf(role), org_id: orgOf(tx), id: role.id, archived_at: null, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (result.numInsertedOrUpdatedRows !== 1n) return false;
  await putConditions(tx, role);
  return true;
}

/** Writes a role as it shall be; false when its location has another of that name. */
export async function updateRole(tx: Tx, role: WorkRole, now: Date): Promise<boolean> {
  await lockNames(tx);
  const { rows } = await sql`select 1 from work_roles where location_id = ${role.locationId}
    and name_key = folded(${role.name}) and id <> ${role.id}`.execute(tx.on());
  if (rows.length > 0) return false;
  const change = { ...columnsOf(role), archived_at: role.archived ? now : null };
  await tx.on<Tables>().updateTable('work_roles').set(change).where('id', '=', role.id).execute();
  await tx.on<Tables>().deleteFrom('role_conditions').where('role_id', '=', role.id).execute();
  await putConditions(tx, role);
  return true;
}

function columnsOf({ locationId, departmentId, name, colour, importance }: WorkRole) {
  return { location_id: locationId, department_id: departmentId, name, colour, importance };
}

async function putConditions(tx: Tx, { id, conditions }: WorkRole): Promise<void> {
  await announce(tx, 'schedule');
  if (conditions.length === 0) return;
  const rows = conditions.map(({ qualification, condition }) => ({
    ...{ org_id: orgOf(tx), role_id: id },
    ...{ qualification_id: qualification, condition },
  }));
  await tx.on<Tables>().insertInto('role_conditions').values(rows).execute();
}

export interface Knows {
  readonly roleId: string;
  readonly personId: string;
}

/** Who knows which role: of these people, or of all. */
export async function whoKnows(tx: Tx, personIds?: readonly string[]): Promise<Knows[]> {
  if (personIds?.length === 0) return [];
  const query = tx.on<Tables>().selectFrom('role_people').select(['role_id', 'person_id']);
  const narrowed = personIds === undefined ? query : query.where('person_id', 'in', personIds);
  const rows = await narrowed.orderBy('role_id').orderBy('person_id').execute();
  return rows.map(({ role_id: roleId, person_id: personId }) => ({ roleId, personId }));
}

/** Makes these all who know a role. */
export async function putPeople(
  tx: Tx,
  roleId: string,
  added: readonly { id: string; personId: string }[],
  kept: readonly string[],
): Promise<void> {
  const table = tx.on<Tables>();
  await announce(tx, 'schedule');
  const gone = table.deleteFrom('role_people').where('role_id', '=', roleId);
  await (kept.length === 0 ? gone : gone.where('person_id', 'not in', kept)).execute();
  if (added.length === 0) return;
  const rows = added.map(({ id, personId }) => ({
    org_id: orgOf(tx),
    id,
    role_id: roleId,
    person_id: personId,
  }));
  await table.insertInto('role_people').values(rows).execute();
}

/** Ranks by role: of these people, of a role, or all. */
export async function listRanks(
  tx: Tx,
  { roleId, personIds }: { readonly roleId?: string; readonly personIds?: readonly string[] } = {},
): Promise<(RoleRank & { readonly roleId: string })[]> {
  if (personIds?.length === 0) return [];
  let query = tx.on<Tables>().selectFrom('ranks').selectAll();
  if (roleId !== undefined) query = query.where('role_id', '=', roleId);
  if (personIds !== undefined) query = query.where('person_id', 'in', personIds);
  const rows = await query.orderBy('role_id').orderBy('weekday').orderBy('rank').orderBy('person_id').execute();
  return rows.map(({ role_id, person_id, weekday, rank }) => ({
    roleId: role_id,
    personId: person_id,
    weekday: weekday === everyDay ? null : weekday,
    rank,
  }));
}

export async function putRanks(tx: Tx, roleId: string, ranks: readonly RoleRank[]): Promise<void> {
  await tx.on<Tables>().deleteFrom('ranks').where('role_id', '=', roleId).execute();
  if (ranks.length === 0) return;
  const rows = ranks.map(({ personId, weekday, rank }) => ({
    ...{ org_id: orgOf(tx), role_id: roleId, person_id: personId },
    ...{ weekday: weekday ?? everyDay, rank },
  }));
  await tx.on<Tables>().insertInto('ranks').values(rows).execute();
}

/** Sealed rates that an hour of a role begins with: of one role, or of all that have one. */
export async function sealedRates(
  tx: Tx,
  roleId?: string,
): Promise<readonly { readonly id: string; readonly sealed: Uint8Array }[]> {
  const query = tx.on<Tables>().selectFrom('work_roles').select(['id', 'rate_sealed']);
  const known = query.where('rate_sealed', 'is not', null);
  const rows = await (roleId === undefined ? known : known.where('id', '=', roleId)).execute();
  return rows.flatMap(({ id, rate_sealed: sealed }) => (sealed === null ? [] : [{ id, sealed }]));
}

export async function setRoleRate(tx: Tx, roleId: string, sealed: Uint8Array | null): Promise<void> {
  await tx.on<Tables>().updateTable('work_roles').set({ rate_sealed: sealed }).where('id', '=', roleId).execute();
}

/** Sets which roles are filled first. */
export async function putImportance(tx: Tx, roleId: string, importance: number | null): Promise<void> {
  await tx.on<Tables>().updateTable('work_roles').set({ importance }).where('id', '=', roleId).execute();
}

/** The weekdays that are ranked, 0 for Monday, with their place in the scheduling order. */
export async function weekdayImportance(tx: Tx): Promise<{ weekday: number; importance: number }[]> {
  const table = tx.on<Tables>().selectFrom('weekday_importance');
  return table.select(['weekday', 'importance']).orderBy('importance').orderBy('weekday').execute();
}

export async function putWeekdayImportance(
  tx: Tx,
  ranked: readonly { readonly weekday: number; readonly importance: number }[],
): Promise<void> {
  const table = tx.on<Tables>();
  await table.deleteFrom('weekday_importance').execute();
  if (ranked.length === 0) return;
  const rows = ranked.map((one) => ({ org_id: orgOf(tx), ...one }));
  await table.insertInto('weekday_importance').values(rows).execute();
}
