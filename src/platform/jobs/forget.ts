import { orgOf, sql, type Tx } from '../db/index.ts';

/** Removes every job of the unit of work's organisation from the queue. */
export async function forgetJobs(tx: Tx): Promise<void> {
  const orgId: string = orgOf(tx);
  await tx.asLogin(async (trx) => {
    await sql`delete from jobs.job where data->>'orgId' = ${orgId}`.execute(trx);
  });
}
