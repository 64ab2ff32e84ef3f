import { type Database, sql } from '../db/index.ts';

export interface QueueHealth {
  /** How long the longest waiting job has been due, seconds; 0 when none is. */
  readonly oldestDueSeconds: number;
  /** Jobs that have failed for good and are still kept (a day). */
  readonly failed: number;
  /** Names of the kinds of those. */
  readonly failedKinds: readonly string[];
  readonly waiting: number;
  /** How long ago some process last began or ended a job, seconds; null where none of the last day is known. */
  readonly lastWorkedSeconds: number | null;
}

/** What the queue looks like from outside, without opening it; null before the first start has made it. */
export async function queueHealth(db: Database): Promise<QueueHealth | null> {
  const made = await sql<{ there: boolean }>`select to_regclass('jobs.job') is not null as there`.execute(db.kysely);
  if (made.rows[0]?.there !== true) return null;
  const found = await sql<{
    oldest: number | null;
    failed: number;
    kinds: string[] | null;
    waiting: number;
    worked: number | null;
  }>`
    select
      extract(epoch from max(now() - start_after) filter (where state < 'active' and start_after <= now()))::float8 as oldest,
      count(*) filter (where state = 'failed') as failed,
      array_agg(distinct name) filter (where state = 'failed') as kinds,
      count(*) filter (where state < 'active') as waiting,
      extract(epoch from now() - max(greatest(started_on, completed_on)))::float8 as worked
    from jobs.job`.execute(db.kysely);
  const row = found.rows[0];
  return {
    oldestDueSeconds: Math.round(row?.oldest ?? 0),
    failed: row?.failed ?? 0,
    failedKinds: row?.kinds ?? [],
    waiting: row?.waiting ?? 0,
    lastWorkedSeconds: row?.worked === null || row === undefined ? null : Math.round(row.worked),
  };
}

export interface WaitingJobs {
  /** The kind. */
  readonly name: string;
  /** Those for later included. */
  readonly waiting: number;
  /** How long the longest waiting one has been due, seconds. */
  readonly oldest: number;
}

/** The waiting jobs by kind; kinds of which none waits are left out. Reads the queue's own index of what waits. */
export async function waitingJobs(db: Database): Promise<readonly WaitingJobs[]> {
  const found = await sql<WaitingJobs>`
    select name, count(*) as waiting,
      coalesce(extract(epoch from max(now() - start_after) filter (where start_after <= now())), 0)::float8 as oldest
    from jobs.job where state < 'active' group by name`.execute(db.kysely);
  return found.rows;
}
