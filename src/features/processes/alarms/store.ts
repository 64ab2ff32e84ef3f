import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import { type AlarmSettings, type Stage, usualAlarms } from './alarm.ts';

/** Who is told of what is late in a process. */
export async function readAlarms(tx: Tx, processId: string): Promise<AlarmSettings> {
  const { rows } = await sql<AlarmSettings>`select owner_after as "ownerAfter", manager_after as "managerAfter",
      step_after as "stepAfter" from process_alarms where process_id = ${processId}`.execute(tx.on());
  return rows[0] ?? usualAlarms;
}

export async function putAlarms(tx: Tx, processId: string, wanted: AlarmSettings): Promise<void> {
  const { ownerAfter, managerAfter, stepAfter } = wanted;
  await sql`insert into process_alarms (org_id, process_id, owner_after, manager_after, step_after)
    values (${orgOf(tx)}, ${processId}, ${ownerAfter}, ${managerAfter}, ${stepAfter})
    on conflict (org_id, process_id) do update set owner_after = excluded.owner_after,
      manager_after = excluded.manager_after, step_after = excluded.step_after`.execute(tx.on());
}

/** Notes that somebody is told of something; false where they were. */
export async function noteAlarm(
  tx: Tx,
  runId: string,
  about: string,
  stage: Stage | 'lost',
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`insert into run_alarms (org_id, run_id, about, stage, told_at)
    values (${orgOf(tx)}, ${runId}, ${about}, ${stage}, ${now}) on conflict do nothing returning 1`.execute(tx.on());
  return rows.length > 0;
}

/** Somebody may read it again; true where they could not before. */
export async function forgetLost(tx: Tx, runId: string, personId: string): Promise<boolean> {
  const { rows } = await sql`delete from run_alarms where run_id = ${runId} and about = ${personId} and stage = 'lost'
    returning 1`.execute(tx.on());
  return rows.length > 0;
}
