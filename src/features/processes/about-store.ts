import { sql, type Tx } from '../../platform/db/index.ts';
import { carryReadings } from './reading/store.ts';

/** What somebody answers for and is meant by, with the titles of what holds. */
export async function ofPerson(
  tx: Tx,
  personId: string,
): Promise<{ readonly answersFor: readonly string[]; readonly wrote: number }> {
  const { rows } = await sql<{ title: string }>`select title from process_versions v
    join processes p on p.org_id = v.org_id and p.id = v.process_id
    where p.owner_id = ${personId} and v.state <> 'retired' order by title`.execute(tx.on());
  const wrote = await sql<{ count: string }>`select count(*)::text as count from process_versions
    where written_by = ${personId}`.execute(tx.on());
  return { answersFor: [...new Set(rows.map(({ title }) => title))], wrote: Number(wrote.rows[0]?.count ?? 0) };
}

/** What somebody noted in runs, for their own copy. */
export async function notedBy(tx: Tx, personId: string): Promise<readonly object[]> {
  const { rows } = await sql<object>`select done_at as "doneAt", value::text as value, within, words,
      picture_id is not null as "withPhoto", taken_back_at as "takenBackAt"
    from run_entries where person_id = ${personId} order by done_at, id`.execute(tx.on());
  return rows;
}

/** Two records of one human become one. */
export async function carryProcesses(tx: Tx, keptId: string, otherId: string): Promise<void> {
  await sql`update processes set owner_id = ${keptId} where owner_id = ${otherId}`.execute(tx.on());
  await sql`insert into process_audiences (org_id, process_id, kind, ref)
    select org_id, process_id, kind, ${keptId}::uuid from process_audiences where kind = 'person' and ref = ${otherId}
    on conflict do nothing`.execute(tx.on());
  await sql`delete from process_audiences where kind = 'person' and ref = ${otherId}`.execute(tx.on());
  await sql`update process_versions set
      written_by = case when written_by = ${otherId} then ${keptId}::uuid else written_by end,
      submitted_by = case when submitted_by = ${otherId} then ${keptId}::uuid else submitted_by end,
      published_by = case when published_by = ${otherId} then ${keptId}::uuid else published_by end
    where ${otherId} in (written_by, submitted_by, published_by)`.execute(tx.on());
  await sql`update process_runs set
      started_by = case when started_by = ${otherId} then ${keptId}::uuid else started_by end,
      doer_id = case when doer_id = ${otherId} then ${keptId}::uuid else doer_id end,
      ended_by = case when ended_by = ${otherId} then ${keptId}::uuid else ended_by end,
      about_id = case when about_id = ${otherId} then ${keptId}::uuid else about_id end
    where ${otherId} in (started_by, doer_id, ended_by, about_id)`.execute(tx.on());
  await sql`update run_entries set
      person_id = case when person_id = ${otherId} then ${keptId}::uuid else person_id end,
      taken_back_by = case when taken_back_by = ${otherId} then ${keptId}::uuid else taken_back_by end
    where ${otherId} in (person_id, taken_back_by)`.execute(tx.on());
  await carryReadings(tx, keptId, otherId);
  await carryTriggers(tx, keptId, otherId);
}

async function carryTriggers(tx: Tx, keptId: string, otherId: string): Promise<void> {
  await sql`update process_triggers set doer_id = ${keptId} where doer_id = ${otherId}`.execute(tx.on());
  await sql`update process_starts set manager_id = ${keptId} where manager_id = ${otherId}`.execute(tx.on());
  // Whoever has joined once has joined: what the other record began is not begun again for the kept one.
  await sql`update process_starts s set person_id = ${keptId}, occurrence = replace(occurrence, ${otherId}::text, ${keptId}::text)
    where person_id = ${otherId} and not exists (select 1 from process_starts k where k.org_id = s.org_id
      and k.trigger_id = s.trigger_id and k.occurrence = replace(s.occurrence, ${otherId}::text, ${keptId}::text))`.execute(
    tx.on(),
  );
  await sql`delete from process_starts where person_id = ${otherId}`.execute(tx.on());
  await sql`update run_alarms a set about = ${keptId} where about = ${otherId} and not exists (select 1 from run_alarms k
    where k.org_id = a.org_id and k.run_id = a.run_id and k.about = ${keptId} and k.stage = a.stage)`.execute(tx.on());
}

/** What begins runs for somebody, and what began because they joined or left, for their own copy. */
export async function beganFor(
  tx: Tx,
  personId: string,
): Promise<{ readonly forYou: number; readonly becauseOfYou: readonly object[] }> {
  const { rows } = await sql<{ count: string }>`select count(*)::text as count from process_triggers
    where doer_id = ${personId}`.execute(tx.on());
  const { rows: becauseOfYou } = await sql<object>`select t.kind, s.planned_at as "at", s.state from process_starts s
    join process_triggers t on t.org_id = s.org_id and t.id = s.trigger_id
    where s.person_id = ${personId} order by s.planned_at, s.occurrence`.execute(tx.on());
  return { forYou: Number(rows[0]?.count ?? 0), becauseOfYou };
}
