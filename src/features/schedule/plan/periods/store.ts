import { orgOf, sql, type Tx } from '../../../../platform/db/index.ts';
import { announce } from '../../../../platform/http/index.ts';
import type { Period } from '../plan.ts';

interface PeriodRow {
  org_id: string;
  id: string;
  first_day: string;
  days: number;
  created_at: Date;
  revision: number;
}

interface Tables {
  periods: PeriodRow;
}

const fromRow = ({ id, first_day, days, revision }: PeriodRow): Period => ({ id, firstDay: first_day, days, revision });

/** One period, or null. `lock` lets one change of its plan after the other. */
export async function findPeriod(tx: Tx, id: string, lock = false): Promise<Period | null> {
  const query = tx.on<Tables>().selectFrom('periods').selectAll().where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row === undefined ? null : fromRow(row);
}

/**
 * Lets one who writes shifts down go after the other: who opens a period and reads the series, and who changes a series and
 * looks which periods are open, would each miss what the other has not committed yet. Before any period is locked.
 */
export async function lockWriting(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('writing shifts ' || ${orgOf(tx)}::text, 0))`.execute(
    tx.on(),
  );
}

/** All periods that were ever opened, locked in the order in which everybody locks them. */
export async function lockPeriods(tx: Tx): Promise<Period[]> {
  const rows = await tx.on<Tables>().selectFrom('periods').selectAll().orderBy('id').forUpdate().execute();
  return rows.map(fromRow);
}

/** The opened periods that share a day with a stretch of days (both included), by their first day. */
export async function periodsBetween(tx: Tx, from: string, to: string): Promise<Period[]> {
  const { rows } = await sql<PeriodRow>`select * from periods
    where first_day <= ${to} and first_day + days > ${from}::date order by first_day`.execute(tx.on());
  return rows.map(fromRow);
}

/** Opens a period; who comes second waits and finds that of the first. */
export async function insertPeriod(tx: Tx, { id, firstDay, days }: Period, now: Date): Promise<boolean> {
  const result = await tx
    .on<Tables>()
    .insertInto('periods')
    .values({ org_id: orgOf(tx), id, first_day: firstDay, days, created_at: now, revision: 1 })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  await announce(tx, 'schedule');
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Says that the plan of periods has changed: to those who edit it, and to open pages. */
export async function countChange(tx: Tx, periodIds: readonly string[]): Promise<void> {
  if (periodIds.length === 0) return;
  await tx
    .on<Tables>()
    .updateTable('periods')
    .set({ revision: sql`revision + 1` })
    .where('id', 'in', periodIds)
    .execute();
  await announce(tx, 'schedule');
}

/** How far a period was published. */
export interface PublishedState {
  readonly published: 'none' | 'part' | 'all';
  /** People's shifts that are other than they were told. */
  readonly changes: number;
}

/** How far these periods are published, by id. */
export async function publishedStates(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, PublishedState>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; any: boolean; all: boolean; changes: number }>`
    select p.id,
      exists (select 1 from publications b where b.period_id = p.id) as any,
      not exists (
        select 1 from shifts s join work_roles r on r.id = s.role_id
        where s.period_id = p.id and s.cancelled_at is null and not exists (
          select 1 from publications b where b.period_id = p.id and b.kind = 'publish'
            and (b.location_id is null or b.location_id = r.location_id))) as all,
      (select count(*) from (
        select a.shift_id, a.person_id from assignments a join shifts s on s.id = a.shift_id
          where s.period_id = p.id and s.cancelled_at is null and not exists (
            select 1 from published_shifts t where t.ended_by is null and t.shift_id = a.shift_id
              and t.person_id = a.person_id and t.starts_at = a.starts_at and t.ends_at = a.ends_at)
        union
        select t.shift_id, t.person_id from published_shifts t
          where t.period_id = p.id and t.ended_by is null and not exists (
            select 1 from assignments a join shifts s on s.id = a.shift_id
            where a.shift_id = t.shift_id and a.person_id = t.person_id and s.cancelled_at is null
              and a.starts_at = t.starts_at and a.ends_at = t.ends_at)) as differing) as changes
    from periods p where p.id = any (${[...ids]}::uuid[])`.execute(tx.on());
  return new Map(
    rows.map(({ id, any, all, changes }) => [id, { published: !any ? 'none' : all ? 'all' : 'part', changes }]),
  );
}
