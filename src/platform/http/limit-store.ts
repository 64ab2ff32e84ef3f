import { type Database, sql } from '../db/index.ts';
import type { Admission, Limit } from './limits.ts';

/**
 * Takes one point in the database, in one statement, so that any number of processes count to the same end. The database's clock
 * decides when a window is over: those of the processes may differ.
 */
export async function spend(db: Database, limit: Limit, key: Uint8Array): Promise<Admission> {
  const { rows } = await db.asOwner((tx) =>
    sql<{ spent: number; left: number }>`
      insert into limit_windows as w (key, spent, ends_at)
      values (${key}, 1, statement_timestamp() + make_interval(secs => ${limit.seconds}))
      on conflict (key) do update set
        spent = case when w.ends_at <= statement_timestamp() then 1 else least(w.spent + 1, ${limit.points + 1}) end,
        ends_at = case when w.ends_at <= statement_timestamp() then excluded.ends_at else w.ends_at end
      returning spent, extract(epoch from ends_at - statement_timestamp())::float8 as left
    `.execute(tx.on()),
  );
  const { spent = 1, left = 0 } = rows[0] ?? {};
  return spent <= limit.points ? { ok: true } : { ok: false, retryAfter: Math.max(1, Math.ceil(left)) };
}

/** Deletes windows that are over. */
export async function sweepWindows(db: Database): Promise<void> {
  await db.asOwner((tx) => sql`delete from limit_windows where ends_at < statement_timestamp()`.execute(tx.on()));
}
