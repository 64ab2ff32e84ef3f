import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import type { ReminderDays } from './reminding.ts';

interface Tables {
  process_reminders: { org_id: string; process_id: string; review_by: string; days: number; sent_at: Date };
}

export interface DueProcess {
  readonly id: string;
  readonly ownerId: string | null;
  readonly reviewBy: string;
  readonly title: string;
}

/** Processes that hold and are to be looked through by a day, or were. */
export async function dueUntil(tx: Tx, until: string): Promise<readonly DueProcess[]> {
  const { rows } = await sql<DueProcess>`
    select p.id, p.owner_id as "ownerId", p.review_by as "reviewBy", v.title from processes p
    join process_versions v on v.org_id = p.org_id and v.process_id = p.id and v.state = 'published'
    where p.archived_at is null and p.review_by <= ${until}::date order by p.review_by, p.id`.execute(tx.on());
  return rows;
}

/** Notes that a reminder goes out; false when it did already. */
export async function noteReminder(
  tx: Tx,
  { id, reviewBy }: DueProcess,
  days: ReminderDays,
  at: Date,
): Promise<boolean> {
  const row = { org_id: orgOf(tx), process_id: id, review_by: reviewBy, days, sent_at: at };
  const query = tx.on<Tables>().insertInto('process_reminders').values(row);
  const result = await query.onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}
