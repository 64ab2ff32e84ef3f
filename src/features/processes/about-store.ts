import { sql, type Tx } from '../../platform/db/index.ts';

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
}
