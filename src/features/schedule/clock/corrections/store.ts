import { orgOf, sql, type Tx } from '../../../../platform/db/index.ts';
import { announce } from '../../../../platform/http/index.ts';
import { dateAt, minutesAt } from '../../plan/plan.ts';
import { breaksIn, breaksText } from '../store.ts';
import type { CorrectionKind, CorrectionState, WantedWork } from './correction.ts';

/** A correction of what the clock has, with what was written for it, sealed. */
export interface Correction extends WantedWork {
  readonly id: string;
  readonly personId: string;
  /** Null: nothing was clocked, and it is not approved (yet). */
  readonly entryId: string | null;
  readonly kind: CorrectionKind;
  readonly roleId: string | null;
  /** Of the place, for local times. */
  readonly zone: string;
  readonly state: CorrectionState;
  readonly reasonSealed: Uint8Array;
  readonly answerSealed: Uint8Array | null;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}

interface CorrectionRow {
  id: string;
  person_id: string;
  entry_id: string | null;
  kind: CorrectionKind;
  starts_at: Date;
  ends_at: Date;
  breaks: unknown;
  role_id: string | null;
  zone: string;
  state: CorrectionState;
  reason_sealed: Uint8Array;
  answer_sealed: Uint8Array | null;
  asked_by: string;
  asked_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
}

/** What is looked for. */
export interface CorrectionQuery {
  readonly personIds: readonly string[];
  readonly states: readonly CorrectionState[];
  /** Only of work that begins between these moments. */
  readonly within?: { readonly start: number; readonly end: number };
  readonly limit: number;
}

/** Corrections, what was asked last first. */
export async function listCorrections(tx: Tx, query: CorrectionQuery): Promise<readonly Correction[]> {
  const { personIds, states, within, limit } = query;
  if (personIds.length === 0) return [];
  const when = within ? sql`starts_at >= ${dateAt(within.start)} and starts_at < ${dateAt(within.end)}` : sql`true`;
  const { rows } = await sql<CorrectionRow>`select * from clock_corrections
    where person_id = any (${[...personIds]}::uuid[]) and state = any (${[...states]}::text[]) and ${when}
    order by asked_at desc, id desc limit ${limit}`.execute(tx.on());
  return rows.map(fromRow);
}

/** One correction, or null. */
export async function findCorrection(tx: Tx, id: string): Promise<Correction | null> {
  const { rows } = await sql<CorrectionRow>`select * from clock_corrections where id = ${id}`.execute(tx.on());
  return rows[0] === undefined ? null : fromRow(rows[0]);
}

/** Corrections by their ids. */
export async function correctionsByIds(tx: Tx, ids: readonly string[]): Promise<readonly Correction[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<CorrectionRow>`select * from clock_corrections
    where id = any (${[...ids]}::uuid[])`.execute(tx.on());
  return rows.map(fromRow);
}

/** Which of these entries have a correction that nobody has decided on. */
export async function askedOf(tx: Tx, entryIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (entryIds.length === 0) return new Set();
  const { rows } = await sql<{ entry_id: string }>`select entry_id from clock_corrections
    where state = 'asked' and entry_id = any (${[...entryIds]}::uuid[])`.execute(tx.on());
  return new Set(rows.map(({ entry_id }) => entry_id));
}

export async function insertCorrection(tx: Tx, correction: Correction): Promise<void> {
  const { id, personId, entryId, kind, start, end, breaks, roleId, zone, state } = correction;
  const { reasonSealed, askedBy, askedAt } = correction;
  await sql`insert into clock_corrections (org_id, id, person_id, entry_id, kind, starts_at, ends_at, breaks, role_id, zone,
      state, reason_sealed, asked_by, asked_at)
    values (${orgOf(tx)}, ${id}, ${personId}, ${entryId}, ${kind}, ${dateAt(start)}, ${dateAt(end)},
      ${breaksText(breaks)}::jsonb, ${roleId}, ${zone}, ${state}, ${reasonSealed}, ${askedBy}, ${askedAt})`.execute(
    tx.on(),
  );
  await announce(tx, 'schedule');
}

/** Writes down what was decided, by whom and why. */
export async function decideCorrection(tx: Tx, correction: Correction): Promise<void> {
  const { id, entryId, state, answerSealed, decidedBy, decidedAt } = correction;
  await sql`update clock_corrections set state = ${state}, entry_id = ${entryId}, answer_sealed = ${answerSealed},
    decided_by = ${decidedBy}, decided_at = ${decidedAt} where id = ${id}`.execute(tx.on());
  await announce(tx, 'schedule');
}

function fromRow(row: CorrectionRow): Correction {
  return {
    ...{ id: row.id, personId: row.person_id, entryId: row.entry_id, kind: row.kind, roleId: row.role_id },
    zone: row.zone,
    ...{ start: minutesAt(row.starts_at), end: minutesAt(row.ends_at), state: row.state },
    breaks: breaksIn(row.breaks).map(({ start, end }) => ({ start, end: end ?? start })),
    ...{ reasonSealed: row.reason_sealed, answerSealed: row.answer_sealed, askedBy: row.asked_by },
    ...{ askedAt: row.asked_at, decidedBy: row.decided_by, decidedAt: row.decided_at },
  };
}
