import { orgOf, sql, type Tx } from '../../../../platform/db/index.ts';
import { announce } from '../../../../platform/http/index.ts';
import { type OutcomeAnswer, outcomeShape, progressShape, type UpdateAnswer } from '../shapes.ts';

interface UpdateRow {
  org_id: string;
  id: string;
  period_id: string;
  state: UpdateAnswer['state'];
  location_ids: readonly string[] | null;
  role_ids: readonly string[] | null;
  person_ids: readonly string[] | null;
  change_published: boolean;
  seed: number;
  seconds: number;
  asked_by: string;
  asked_at: Date;
  started_at: Date | null;
  ended_at: Date | null;
  stop_asked_at: Date | null;
  progress: unknown;
  outcome: unknown;
  plan_revision: number;
  problem: string | null;
}

interface Tables {
  plan_updates: UpdateRow;
}

export type ProgressNow = NonNullable<UpdateAnswer['progress']>;

/** One "Update schedule". */
export interface PlanUpdate {
  readonly id: string;
  readonly periodId: string;
  readonly state: UpdateAnswer['state'];
  readonly locationIds: readonly string[] | null;
  /** Null: all roles, everybody. */
  readonly roleIds: readonly string[] | null;
  readonly personIds: readonly string[] | null;
  readonly changePublished: boolean;
  readonly seed: number;
  readonly seconds: number;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly startedAt: Date | null;
  readonly stopAsked: boolean;
  readonly progress: ProgressNow | null;
  readonly outcome: OutcomeAnswer | null;
  /** Of the period when it was read. */
  readonly planRevision: number;
  readonly problem: string | null;
}

const select = (tx: Tx) => tx.on<Tables>().selectFrom('plan_updates').selectAll();

export async function findUpdate(tx: Tx, id: string, lock = false): Promise<PlanUpdate | null> {
  const query = select(tx).where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row === undefined ? null : fromRow(row);
}

/** The last updates of a period, the latest first. */
export async function listUpdates(tx: Tx, periodId: string): Promise<PlanUpdate[]> {
  const query = select(tx).where('period_id', '=', periodId);
  return (await query.orderBy('asked_at', 'desc').orderBy('id', 'desc').limit(10).execute()).map(fromRow);
}

/** Asks for an update; false while another one of the period is at work. */
export async function insertUpdate(tx: Tx, update: PlanUpdate): Promise<boolean> {
  const result = await tx
    .on<Tables>()
    .insertInto('plan_updates')
    .values({
      ...{ org_id: orgOf(tx), id: update.id, period_id: update.periodId, state: update.state },
      ...{ location_ids: update.locationIds, role_ids: update.roleIds, person_ids: update.personIds },
      ...{ change_published: update.changePublished, seed: update.seed, seconds: update.seconds },
      ...{ asked_by: update.askedBy, asked_at: update.askedAt, started_at: null, ended_at: null },
      ...{ stop_asked_at: null, progress: null, outcome: null, plan_revision: update.planRevision, problem: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  await announce(tx, 'schedule');
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Begins to work on it; null where there is nothing to work on any more. */
export async function beginUpdate(tx: Tx, id: string, now: Date): Promise<PlanUpdate | null> {
  const update = await findUpdate(tx, id, true);
  if (update === null || (update.state !== 'waiting' && update.state !== 'running')) return null;
  await sql`update plan_updates set state = 'running', started_at = ${now}, progress = null, plan_revision =
      (select revision from periods where periods.id = plan_updates.period_id)
    where id = ${id}`.execute(tx.on());
  await announce(tx, 'schedule');
  return update;
}

/** Writes how far it is. Says whether it is to go on, to stop and keep, or was dropped. */
export async function noteProgress(tx: Tx, id: string, progress: ProgressNow): Promise<'on' | 'stop' | 'dropped'> {
  const { rows } = await sql<{ stop: boolean }>`update plan_updates set progress = ${JSON.stringify(progress)}::jsonb
    where id = ${id} and state = 'running' returning stop_asked_at is not null as stop`.execute(tx.on());
  await announce(tx, 'schedule');
  const [row] = rows;
  if (row === undefined) return 'dropped';
  return row.stop ? 'stop' : 'on';
}

/** Ends an update that is at work; nothing where it was dropped meanwhile. */
export async function endUpdate(
  tx: Tx,
  id: string,
  end: { readonly outcome: OutcomeAnswer } | { readonly problem: string },
  now: Date,
): Promise<void> {
  const set =
    'outcome' in end
      ? { state: 'done' as const, outcome: JSON.stringify(end.outcome) }
      : { state: 'failed' as const, problem: end.problem };
  await tx
    .on<Tables>()
    .updateTable('plan_updates')
    .set({ ...set, ended_at: now })
    .where('id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .execute();
  await announce(tx, 'schedule');
}

export async function setUpdateState(tx: Tx, id: string, state: 'taken' | 'dropped', now: Date): Promise<void> {
  await tx.on<Tables>().updateTable('plan_updates').set({ state, ended_at: now }).where('id', '=', id).execute();
  await announce(tx, 'schedule');
}

export async function askToStop(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.on<Tables>().updateTable('plan_updates').set({ stop_asked_at: now }).where('id', '=', id).execute();
}

function fromRow(row: UpdateRow): PlanUpdate {
  return {
    ...{ id: row.id, periodId: row.period_id, state: row.state, locationIds: row.location_ids },
    ...{ roleIds: row.role_ids, personIds: row.person_ids, changePublished: row.change_published },
    ...{ seed: row.seed, seconds: row.seconds, askedBy: row.asked_by, askedAt: row.asked_at },
    ...{ startedAt: row.started_at, stopAsked: row.stop_asked_at !== null, planRevision: row.plan_revision },
    progress: row.progress === null ? null : progressShape.parse(row.progress),
    outcome: row.outcome === null ? null : outcomeShape.parse(row.outcome),
    problem: row.problem,
  };
}
