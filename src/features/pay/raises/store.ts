import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import type { EventKind, Raise, RaiseEvent, RaiseState, StopReason } from './raise.ts';

interface RaiseRow {
  org_id: string;
  id: string;
  person_id: string;
  from_day: string;
  sealed: Uint8Array;
  state: RaiseState;
  stopped_why: StopReason | null;
  revision: number;
  needed: number;
  proposed_by: string;
  proposed_at: Date;
  released_by: string | null;
  released_at: Date | null;
}

interface EventRow {
  org_id: string;
  id: string;
  raise_id: string;
  revision: number;
  kind: EventKind;
  person_id: string | null;
  sealed: Uint8Array | null;
  at: Date;
}

interface Tables {
  raises: RaiseRow;
  raise_events: EventRow;
}

/** A proposal as it is kept: what it says is sealed. */
export type StoredRaise = Raise & { readonly sealed: Uint8Array };
export type StoredEvent = RaiseEvent & { readonly sealed: Uint8Array | null };

const columns = sql<RaiseRow>`id, person_id, from_day::text as from_day, sealed, state, stopped_why, revision, needed,
  proposed_by, proposed_at, released_by, released_at`;

const raiseOf = (row: Omit<RaiseRow, 'org_id'>): StoredRaise => ({
  ...{ id: row.id, personId: row.person_id, from: row.from_day, sealed: row.sealed, state: row.state },
  ...{ stoppedWhy: row.stopped_why, revision: row.revision, needed: row.needed },
  ...{ proposedBy: row.proposed_by, proposedAt: row.proposed_at },
  ...{ releasedBy: row.released_by, releasedAt: row.released_at },
});

/** One proposal, or null. `lock` keeps others from deciding on it until the transaction ends. */
export async function findRaise(tx: Tx, id: string, lock = false): Promise<StoredRaise | null> {
  const held = lock ? sql`for update` : sql``;
  const { rows } = await sql<RaiseRow>`select ${columns} from raises where id = ${id} ${held}`.execute(tx.on());
  return rows[0] === undefined ? null : raiseOf(rows[0]);
}

/** Proposals, the last first: of these states, or about this person, or all. */
export async function listRaises(
  tx: Tx,
  { states, personId }: { readonly states?: readonly RaiseState[]; readonly personId?: string } = {},
): Promise<readonly StoredRaise[]> {
  const inState = states === undefined ? sql`true` : sql`state = any (${[...states]}::text[])`;
  const about = personId === undefined ? sql`true` : sql`person_id = ${personId}`;
  const { rows } = await sql<RaiseRow>`select ${columns} from raises where ${inState} and ${about}
    order by proposed_at desc, id desc limit 1000`.execute(tx.on());
  return rows.map(raiseOf);
}

/** Ids of those that are approved and whose day has come, the earliest first. */
export async function dueRaises(tx: Tx, today: string): Promise<readonly string[]> {
  const query = tx.on<Tables>().selectFrom('raises').select('id').where('state', '=', 'approved');
  const rows = await query.where('from_day', '<=', today).orderBy('from_day').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** Adds a proposal; false where one waits for this person already. */
export async function insertRaise(tx: Tx, { sealed, ...raise }: StoredRaise): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .on<Tables>()
    .insertInto('raises')
    .values({
      ...{ org_id: orgOf(tx), id: raise.id, person_id: raise.personId, from_day: raise.from, sealed },
      ...{ state: raise.state, stopped_why: raise.stoppedWhy, revision: raise.revision, needed: raise.needed },
      ...{ proposed_by: raise.proposedBy, proposed_at: raise.proposedAt },
      ...{ released_by: raise.releasedBy, released_at: raise.releasedAt },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Moves a proposal on, or asks for it anew. */
export async function updateRaise(
  tx: Tx,
  id: string,
  change: Partial<Pick<StoredRaise, 'from' | 'sealed' | 'revision' | 'needed'>> & {
    readonly state?: RaiseState;
    readonly stoppedWhy?: StopReason | null;
    readonly released?: { readonly by: string; readonly at: Date } | null;
  },
): Promise<void> {
  const { from, sealed, revision, needed, state, stoppedWhy, released } = change;
  await tx
    .on<Tables>()
    .updateTable('raises')
    .set({
      ...(from === undefined ? {} : { from_day: from }),
      ...(sealed === undefined ? {} : { sealed }),
      ...(revision === undefined ? {} : { revision }),
      ...(needed === undefined ? {} : { needed }),
      // A state that says nothing of why it stopped has not.
      ...(state === undefined ? {} : { state, stopped_why: stoppedWhy ?? null }),
      ...(released === undefined ? {} : { released_by: released?.by ?? null, released_at: released?.at ?? null }),
    })
    .where('id', '=', id)
    .execute();
}

/** What happened to these proposals, the first first. */
export async function listEvents(
  tx: Tx,
  raiseIds: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
  if (raiseIds.length === 0) return new Map();
  const query = tx.on<Tables>().selectFrom('raise_events').selectAll().where('raise_id', 'in', raiseIds);
  const rows = await query.orderBy('at').orderBy('id').execute();
  const event = ({ id, revision, kind, person_id: personId, sealed, at }: EventRow): StoredEvent => {
    return { id, revision, kind, personId, sealed, at };
  };
  return new Map([...Map.groupBy(rows, ({ raise_id }) => raise_id)].map(([id, of]) => [id, of.map(event)]));
}

/** Writes down what happened; false where that is known already. */
export async function insertEvent(tx: Tx, raiseId: string, event: StoredEvent): Promise<boolean> {
  const { id, revision, kind, personId: person_id, sealed, at } = event;
  const row = { org_id: orgOf(tx), id, raise_id: raiseId, revision, kind, person_id, sealed, at };
  const inserted = tx.on<Tables>().insertInto('raise_events').values(row);
  const result = await inserted.onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Two records of one human become one: proposals about either, and what either did, are about and by the kept one. */
export async function moveRaises(tx: Tx, keptId: string, otherId: string): Promise<void> {
  // One waits for a person at a time: of two the kept record's goes on.
  await sql`update raises set state = 'withdrawn' where person_id = ${otherId} and state in ('open', 'approved')
    and exists (select from raises mine where mine.person_id = ${keptId} and mine.state in ('open', 'approved'))`.execute(
    tx.on(),
  );
  await sql`delete from raise_events event using raise_events mine where event.person_id = ${otherId}
    and mine.person_id = ${keptId} and mine.raise_id = event.raise_id and mine.revision = event.revision
    and mine.kind = event.kind and event.kind in ('asked', 'dropped', 'approved')`.execute(tx.on());
  const raises = tx.on<Tables>();
  await raises.updateTable('raises').set({ person_id: keptId }).where('person_id', '=', otherId).execute();
  await raises.updateTable('raises').set({ proposed_by: keptId }).where('proposed_by', '=', otherId).execute();
  await raises.updateTable('raises').set({ released_by: keptId }).where('released_by', '=', otherId).execute();
  await raises.updateTable('raise_events').set({ person_id: keptId }).where('person_id', '=', otherId).execute();
}
