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
      ended_by = case when ended_by = ${otherId} then ${keptId}::uuid else ended_by end
    where ${otherId} in (started_by, doer_id, ended_by)`.execute(tx.on());
  await sql`update run_entries set
      person_id = case when person_id = ${otherId} then ${keptId}::uuid else person_id end,
      taken_back_by = case when taken_back_by = ${otherId} then ${keptId}::uuid else taken_back_by end
    where ${otherId} in (person_id, taken_back_by)`.execute(tx.on());
  await carryReadings(tx, keptId, otherId);
}
