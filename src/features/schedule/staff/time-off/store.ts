import { orgOf, sql, type Tx } from '../../../../platform/db/index.ts';
import { announce } from '../../../../platform/http/index.ts';
import type { RequestState, TimeOff } from './time-off.ts';

interface RequestRow {
  org_id: string;
  id: string;
  person_id: string;
  kind_id: string;
  zone: string;
  starts: string;
  ends: string;
  starts_at: Date;
  ends_at: Date;
  minutes: number;
  state: RequestState;
  note_sealed: Uint8Array | null;
  reason_sealed: Uint8Array | null;
  asked_by: string;
  asked_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
}

interface Tables {
  time_off_requests: RequestRow;
}

/** A request with what was written with it, still sealed. */
export interface StoredTimeOff extends TimeOff {
  readonly noteSealed: Uint8Array | null;
  readonly reasonSealed: Uint8Array | null;
}

/** What is looked for. */
export interface TimeOffQuery {
  readonly personIds?: readonly string[];
  readonly states?: readonly RequestState[];
  /** Only what ends after this, and begins before that. */
  readonly from?: Date;
  readonly until?: Date;
  readonly limit?: number;
}

/** Requests by beginning, the latest first. */
export async function listTimeOff(tx: Tx, query: TimeOffQuery): Promise<StoredTimeOff[]> {
  if (query.personIds?.length === 0) return [];
  let found = tx.on<Tables>().selectFrom('time_off_requests').selectAll();
  if (query.personIds !== undefined) found = found.where('person_id', 'in', query.personIds);
  if (query.states !== undefined) found = found.where('state', 'in', query.states);
  if (query.from !== undefined) found = found.where('ends_at', '>', query.from);
  if (query.until !== undefined) found = found.where('starts_at', '<', query.until);
  if (query.limit !== undefined) found = found.limit(query.limit);
  const rows = await found.orderBy('starts_at', 'desc').orderBy('id', 'desc').execute();
  return rows.map(fromRow);
}

function fromRow(row: RequestRow): StoredTimeOff {
  return {
    ...{ id: row.id, personId: row.person_id, kindId: row.kind_id, zone: row.zone, from: row.starts, to: row.ends },
    ...{ startsAt: row.starts_at, endsAt: row.ends_at, minutes: row.minutes, state: row.state },
    ...{ askedBy: row.asked_by, askedAt: row.asked_at, decidedBy: row.decided_by, decidedAt: row.decided_at },
    ...{ noteSealed: row.note_sealed, reasonSealed: row.reason_sealed },
  };
}

/** One request, or null, kept from others until the transaction ends. */
export async function lockTimeOff(tx: Tx, id: string): Promise<StoredTimeOff | null> {
  const query = tx.on<Tables>().selectFrom('time_off_requests').selectAll().where('id', '=', id);
  const row = await query.forUpdate().executeTakeFirst();
  return row === undefined ? null : fromRow(row);
}

/** Whether somebody is off already, or has asked to be, at a time. */
export async function isOffWithin(tx: Tx, { personId, startsAt, endsAt }: TimeOff): Promise<boolean> {
  const { rows } = await sql`select 1 from time_off_requests where person_id = ${personId}
    and state in ('asked', 'approved') and starts_at < ${endsAt} and ends_at > ${startsAt} limit 1`.execute(tx.on());
  return rows.length > 0;
}

/** Writes a new request. @throws Error with SQLSTATE 23P01 where one that overlaps came at the same moment */
export async function insertTimeOff(tx: Tx, request: TimeOff, noteSealed: Uint8Array | null): Promise<void> {
  const { id, personId, kindId, zone, from, to, startsAt, endsAt, minutes, state, askedBy, askedAt } = request;
  await tx
    .on<Tables>()
    .insertInto('time_off_requests')
    .values({
      ...{ org_id: orgOf(tx), id, person_id: personId, kind_id: kindId, zone, starts: from, ends: to },
      ...{ starts_at: startsAt, ends_at: endsAt, minutes, state, note_sealed: noteSealed, reason_sealed: null },
      ...{ asked_by: askedBy, asked_at: askedAt, decided_by: null, decided_at: null },
    })
    .execute();
  await announce(tx, 'schedule');
}

/** Writes down what was decided, by whom and why. */
export async function decideTimeOff(
  tx: Tx,
  { id, state, minutes, decidedBy, decidedAt }: TimeOff,
  reasonSealed: Uint8Array | null,
): Promise<void> {
  const change = { state, minutes, decided_by: decidedBy, decided_at: decidedAt, reason_sealed: reasonSealed };
  await tx.on<Tables>().updateTable('time_off_requests').set(change).where('id', '=', id).execute();
  await announce(tx, 'schedule');
}

/** How much of each kind a person has asked for that nobody has decided on. */
export async function askedMinutes(tx: Tx, personId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ kind_id: string; minutes: number }>`select kind_id, sum(minutes)::int as minutes
    from time_off_requests where person_id = ${personId} and state = 'asked' group by kind_id`.execute(tx.on());
  return new Map(rows.map(({ kind_id, minutes }) => [kind_id, minutes]));
}

/** A shift that somebody has at a time at which they are off. */
export interface Conflict {
  readonly shiftId: string;
  readonly roleId: string;
  readonly roleName: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  /** Whether the person was told of it. */
  readonly published: boolean;
}

/** The shifts that somebody was told of, or is planned for, while off; by beginning. */
export async function shiftsWhileOff(tx: Tx, { personId, startsAt, endsAt }: TimeOff): Promise<readonly Conflict[]> {
  const { rows } = await sql<Conflict>`
    with mine as (
      select shift_id, starts_at, ends_at, true as published from published_shifts
        where person_id = ${personId} and ended_by is null and starts_at < ${endsAt} and ends_at > ${startsAt}
      union all
      select shift_id, starts_at, ends_at, false from assignments
        where person_id = ${personId} and starts_at < ${endsAt} and ends_at > ${startsAt}
    )
    select mine.shift_id as "shiftId", shifts.role_id as "roleId", work_roles.name as "roleName", shifts.zone,
        min(mine.starts_at) as "startsAt", max(mine.ends_at) as "endsAt", bool_or(mine.published) as published
      from mine join shifts on shifts.id = mine.shift_id join work_roles on work_roles.id = shifts.role_id
      group by 1, 2, 3, 4 order by 5`.execute(tx.on());
  return rows;
}
