import type { Tx } from '../../../../platform/db/index.ts';
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
