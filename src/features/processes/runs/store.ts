import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import type { Step } from '../writing/step.ts';
import type { Entry } from './run.ts';

type RunState = 'open' | 'finished' | 'stopped';

/** A run with the words that it was started with. */
export interface Run {
  readonly id: string;
  readonly processId: string;
  readonly versionId: string;
  readonly number: number;
  readonly title: string;
  readonly steps: readonly Step[];
  readonly startedBy: string | null;
  readonly doerId: string | null;
  /** Where it is nobody's by name: anybody's who knows this role. */
  readonly doerRoleId: string | null;
  readonly locationId: string | null;
  /** What began it, where nobody did. */
  readonly triggerId: string | null;
  readonly plannedAt: Date | null;
  /** Whom it is about, where somebody joined or left. */
  readonly aboutId: string | null;
  /** How often it has changed hands. */
  readonly hands: number;
  readonly startedAt: Date;
  readonly dueAt: Date | null;
  readonly state: RunState;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  readonly stoppedWhy: string;
}

const shown = sql`r.id, r.process_id as "processId", r.version_id as "versionId", v.number, v.title, v.steps,
  r.started_by as "startedBy", r.doer_id as "doerId", r.location_id as "locationId", r.started_at as "startedAt",
  r.due_at as "dueAt", r.state, r.ended_at as "endedAt", r.ended_by as "endedBy", r.stopped_why as "stoppedWhy",
  r.doer_role_id as "doerRoleId", r.trigger_id as "triggerId", r.planned_at as "plannedAt", r.about_id as "aboutId", r.hands`;
const joined = sql`process_runs r join process_versions v on v.org_id = r.org_id and v.id = r.version_id`;

/** @param lock so that two who do something in it take turns */
export async function findRun(tx: Tx, id: string, lock = false): Promise<Run | null> {
  if (lock) await sql`select 1 from process_runs where id = ${id} for no key update`.execute(tx.on());
  const { rows } = await sql<Run>`select ${shown} from ${joined} where r.id = ${id}`.execute(tx.on());
  return rows[0] ?? null;
}

export const mostRuns = 200;

/** Runs of these processes, open ones first by when they are due, then the latest that ended. */
export async function runsOf(tx: Tx, processIds: readonly string[]): Promise<readonly Run[]> {
  if (processIds.length === 0) return [];
  const { rows } = await sql<Run>`select ${shown} from ${joined} where r.process_id = any (${[...processIds]}::uuid[])
    order by r.state = 'open' desc, case when r.state = 'open' then r.due_at end nulls last, r.started_at desc
    limit ${mostRuns}`.execute(tx.on());
  return rows;
}

export type StartedRun = Pick<
  Run,
  | 'id'
  | 'processId'
  | 'versionId'
  | 'startedBy'
  | 'doerId'
  | 'doerRoleId'
  | 'locationId'
  | 'startedAt'
  | 'dueAt'
  | 'triggerId'
  | 'plannedAt'
  | 'aboutId'
>;

export async function insertRun(tx: Tx, run: StartedRun): Promise<void> {
  await sql`insert into process_runs (org_id, id, process_id, version_id, started_by, doer_id, doer_role_id, location_id,
      started_at, due_at, trigger_id, planned_at, about_id, state)
    values (${orgOf(tx)}, ${run.id}, ${run.processId}, ${run.versionId}, ${run.startedBy}, ${run.doerId}, ${run.doerRoleId},
      ${run.locationId}, ${run.startedAt}, ${run.dueAt}, ${run.triggerId}, ${run.plannedAt},
      ${run.aboutId}, 'open')`.execute(tx.on());
}

/** Puts a run into somebody's hands, who is told of it as of something new. */
export async function handRun(tx: Tx, id: string, to: Pick<Run, 'doerId' | 'dueAt'>): Promise<void> {
  await sql`update process_runs set doer_id = ${to.doerId}, due_at = ${to.dueAt}, hands = hands + 1
    where id = ${id}`.execute(tx.on());
}

export async function moveDue(tx: Tx, id: string, dueAt: Date | null): Promise<void> {
  await sql`update process_runs set due_at = ${dueAt} where id = ${id}`.execute(tx.on());
}

/** Open runs, of everybody or in somebody's hands; the earliest due first. */
export async function openRuns(tx: Tx, of: { readonly doerId?: string } = {}): Promise<readonly Run[]> {
  const doer = of.doerId === undefined ? sql`true` : sql`r.doer_id = ${of.doerId}`;
  const { rows } = await sql<Run>`select ${shown} from ${joined} where r.state = 'open' and ${doer}
    order by r.due_at nulls last, r.started_at`.execute(tx.on());
  return rows;
}

/** Runs that are open, or ended since a moment. */
export async function recentRuns(tx: Tx, since: Date, processId?: string): Promise<readonly Run[]> {
  const process = processId === undefined ? sql`true` : sql`r.process_id = ${processId}`;
  const { rows } = await sql<Run>`select ${shown} from ${joined}
    where (r.state = 'open' or r.ended_at >= ${since}) and ${process} order by r.started_at`.execute(tx.on());
  return rows;
}

export async function endRun(
  tx: Tx,
  id: string,
  {
    state,
    at,
    by,
    why = '',
  }: { readonly state: RunState; readonly at: Date; readonly by: string | null; readonly why?: string },
): Promise<void> {
  await sql`update process_runs set state = ${state}, ended_at = ${at}, ended_by = ${by}, stopped_why = ${why}
    where id = ${id}`.execute(tx.on());
}

interface EntryRow extends Omit<Entry, 'value'> {
  readonly value: string | number | null;
}

/** All that was noted in a run, the earliest first; what was taken back too. */
export async function entriesOf(tx: Tx, runIds: readonly string[]): Promise<ReadonlyMap<string, readonly Entry[]>> {
  if (runIds.length === 0) return new Map();
  const { rows } = await sql<EntryRow & { readonly runId: string }>`select id, run_id as "runId", step_id as "stepId",
      person_id as "personId", done_at as "doneAt", arrived_at as "arrivedAt", value::text as value, within, choice, words,
      picture_id as "pictureId", taken_back_at as "takenBackAt"
    from run_entries where run_id = any (${[...runIds]}::uuid[]) order by arrived_at, taken_back_at nulls last, id`.execute(
    tx.on(),
  );
  const read = rows.map(({ value, ...entry }) => ({ ...entry, value: value === null ? null : Number(value) }));
  return Map.groupBy(read, ({ runId }) => runId);
}

export async function insertEntry(tx: Tx, runId: string, entry: Entry): Promise<void> {
  const { id, stepId, personId, doneAt, arrivedAt, value, within, choice, words, pictureId } = entry;
  await sql`insert into run_entries
      (org_id, id, run_id, step_id, person_id, done_at, arrived_at, value, within, choice, words, picture_id)
    values (${orgOf(tx)}, ${id}, ${runId}, ${stepId}, ${personId}, ${doneAt}, ${arrivedAt}, ${value}, ${within}, ${choice},
      ${words}, ${pictureId})`.execute(tx.on());
}

export async function takeBackEntry(tx: Tx, id: string, by: string, at: Date): Promise<void> {
  await sql`update run_entries set taken_back_at = ${at}, taken_back_by = ${by} where id = ${id}`.execute(tx.on());
}

/** Whether an id of an entry is taken, in whatever run. */
export async function isEntry(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from run_entries where id = ${id}`.execute(tx.on());
  return rows.length > 0;
}

interface RunPicture {
  readonly id: string;
  readonly runId: string;
  readonly sealed: Uint8Array;
  readonly mime: string;
}

export async function insertRunPicture(tx: Tx, { id, runId, sealed, mime }: RunPicture, at: Date): Promise<void> {
  await sql`insert into run_pictures (org_id, id, run_id, sealed, mime, made_at)
    values (${orgOf(tx)}, ${id}, ${runId}, ${sealed}, ${mime}, ${at})`.execute(tx.on());
}

export async function findRunPicture(tx: Tx, id: string): Promise<RunPicture | null> {
  const { rows } = await sql<RunPicture>`select id, run_id as "runId", sealed, mime from run_pictures
    where id = ${id}`.execute(tx.on());
  return rows[0] ?? null;
}
