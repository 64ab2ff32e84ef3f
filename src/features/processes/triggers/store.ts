import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import type { Trigger, TriggerProblem } from './trigger.ts';

const columns = sql`id, process_id as "processId", kind, location_id as "locationId", repeat, at_time as "atTime",
  minutes_before as "minutesBefore", within_minutes as "withinMinutes", doer, doer_id as "doerId",
  doer_role_id as "doerRoleId", tell_without as "tellWithout", paused, since, problem`;

/** What begins runs of a process, in the order in which it was added. */
export async function triggersOf(tx: Tx, processId: string): Promise<readonly Trigger[]> {
  const { rows } = await sql<Trigger>`select ${columns} from process_triggers where process_id = ${processId}
    order by made_at, id`.execute(tx.on());
  return rows;
}

/** @param lock so that two clocks, or a clock and somebody who changes it, take turns */
export async function findTrigger(tx: Tx, id: string, lock = false): Promise<Trigger | null> {
  const locking = lock ? sql`for no key update` : sql``;
  const { rows } = await sql<Trigger>`select ${columns} from process_triggers where id = ${id} ${locking}`.execute(
    tx.on(),
  );
  return rows[0] ?? null;
}

/** Ids of everything that may begin something now. */
export async function runningTriggers(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from process_triggers where not paused order by id`.execute(
    tx.on(),
  );
  return rows.map(({ id }) => id);
}

/** Those that begin something when somebody leaves. */
export async function leavingTriggers(tx: Tx): Promise<readonly Trigger[]> {
  const { rows } = await sql<Trigger>`select ${columns} from process_triggers where kind = 'leaving' and not paused
    order by id`.execute(tx.on());
  return rows;
}

export async function insertTrigger(tx: Tx, trigger: Trigger, by: string): Promise<void> {
  const { id, processId, kind, locationId, repeat, atTime, minutesBefore, withinMinutes, doer, doerId } = trigger;
  await sql`insert into process_triggers (org_id, id, process_id, kind, location_id, repeat, at_time, minutes_before,
      within_minutes, doer, doer_id, doer_role_id, tell_without, paused, since, made_by, made_at)
    values (${orgOf(tx)}, ${id}, ${processId}, ${kind}, ${locationId}, ${repeat === null ? null : JSON.stringify(repeat)}::jsonb,
      ${atTime}, ${minutesBefore}, ${withinMinutes}, ${doer}, ${doerId}, ${trigger.doerRoleId}, ${trigger.tellWithout},
      ${trigger.paused}, ${trigger.since}, ${by}, ${trigger.since})`.execute(tx.on());
}

export async function updateTrigger(tx: Tx, trigger: Trigger): Promise<void> {
  const { id, kind, locationId, repeat, atTime, minutesBefore, withinMinutes, doer, doerId, doerRoleId } = trigger;
  await sql`update process_triggers set kind = ${kind}, location_id = ${locationId}, at_time = ${atTime},
      repeat = ${repeat === null ? null : JSON.stringify(repeat)}::jsonb, minutes_before = ${minutesBefore},
      within_minutes = ${withinMinutes}, doer = ${doer}, doer_id = ${doerId}, doer_role_id = ${doerRoleId},
      tell_without = ${trigger.tellWithout}, paused = ${trigger.paused}, since = ${trigger.since}, problem = ${trigger.problem}
    where id = ${id}`.execute(tx.on());
}

/** Notes why it could not begin, or that it can; true where that was not known. */
export async function putProblem(tx: Tx, id: string, problem: TriggerProblem | null): Promise<boolean> {
  const { rows } = await sql`update process_triggers set problem = ${problem}
    where id = ${id} and problem is distinct from ${problem} returning 1`.execute(tx.on());
  return rows.length > 0;
}

export async function deleteTrigger(tx: Tx, id: string): Promise<void> {
  await sql`delete from process_triggers where id = ${id}`.execute(tx.on());
}

/** A time at which a trigger was to begin something, and what became of it. */
export interface BegunStart {
  readonly triggerId: string;
  readonly occurrence: string;
  readonly plannedAt: Date;
  readonly state: 'waiting' | 'begun' | 'skipped' | 'empty';
  readonly why: '' | 'too_late' | 'not_held' | 'no_location' | 'no_shift';
  readonly runId: string | null;
  readonly until: Date | null;
  readonly personId: string | null;
  readonly managerId: string | null;
}

const startColumns = sql`trigger_id as "triggerId", occurrence, planned_at as "plannedAt", state, why, run_id as "runId",
  until, person_id as "personId", manager_id as "managerId"`;

/** Notes what is done about an occurrence; false where that was noted before: it happens once. */
export async function noteStart(
  tx: Tx,
  start: Pick<BegunStart, 'triggerId' | 'occurrence' | 'plannedAt' | 'state'> & Partial<BegunStart>,
): Promise<boolean> {
  const { triggerId, occurrence, plannedAt, state, why = '', until = null, personId = null, managerId = null } = start;
  const { rows } = await sql`insert into process_starts
      (org_id, trigger_id, occurrence, planned_at, state, why, until, person_id, manager_id)
    values (${orgOf(tx)}, ${triggerId}, ${occurrence}, ${plannedAt}, ${state}, ${why}, ${until}, ${personId}, ${managerId})
    on conflict do nothing returning 1`.execute(tx.on());
  return rows.length > 0;
}

export async function changeStart(
  tx: Tx,
  { triggerId, occurrence }: Pick<BegunStart, 'triggerId' | 'occurrence'>,
  { state, runId, why, until }: Pick<BegunStart, 'state' | 'runId' | 'why' | 'until'>,
): Promise<void> {
  await sql`update process_starts set state = ${state}, run_id = ${runId}, why = ${why}, until = ${until}
    where trigger_id = ${triggerId} and occurrence = ${occurrence}`.execute(tx.on());
}

/** What is known of these occurrences of a trigger. */
export async function startsOf(
  tx: Tx,
  triggerId: string,
  occurrences: readonly string[],
): Promise<ReadonlyMap<string, BegunStart>> {
  const { rows } = await sql<BegunStart>`select ${startColumns} from process_starts
    where trigger_id = ${triggerId} and occurrence = any (${[...occurrences]}::text[])`.execute(tx.on());
  return new Map(rows.map((row) => [row.occurrence, row]));
}

/** Runs of a trigger that still follow its shift: begun, and the shift is yet to begin. */
export async function followingStarts(tx: Tx, triggerId: string, now: Date): Promise<readonly BegunStart[]> {
  const { rows } = await sql<BegunStart>`select ${startColumns} from process_starts
    where trigger_id = ${triggerId} and state in ('begun', 'empty') and until > ${now} order by occurrence`.execute(
    tx.on(),
  );
  return rows;
}

export async function waitingStarts(tx: Tx, triggerId: string): Promise<readonly BegunStart[]> {
  const { rows } = await sql<BegunStart>`select ${startColumns} from process_starts
    where trigger_id = ${triggerId} and state = 'waiting' order by planned_at, occurrence`.execute(tx.on());
  return rows;
}

/** The latest time that was to begin something; null: none yet. */
export async function latestPlanned(tx: Tx, triggerId: string): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select max(planned_at) as at from process_starts
    where trigger_id = ${triggerId}`.execute(tx.on());
  return rows[0]?.at ?? null;
}

/** The latest of what came of each trigger of a process. */
export async function latestStarts(tx: Tx, processId: string): Promise<ReadonlyMap<string, BegunStart>> {
  const { rows } = await sql<BegunStart>`select distinct on (s.trigger_id) s.trigger_id as "triggerId", occurrence,
      planned_at as "plannedAt", state, why, run_id as "runId", until, person_id as "personId", manager_id as "managerId"
    from process_starts s join process_triggers t on t.org_id = s.org_id and t.id = s.trigger_id
    where t.process_id = ${processId} order by s.trigger_id, planned_at desc, occurrence desc`.execute(tx.on());
  return new Map(rows.map((row) => [row.triggerId, row]));
}
