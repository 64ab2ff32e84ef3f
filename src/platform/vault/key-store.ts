import { type OrgId, orgId, sql, type Tx } from '../db/index.ts';

/** The installation's own values are sealed under keys of "no organisation". */
export const installation: OrgId = orgId('00000000-0000-0000-0000-000000000000');

/** Whose keys a unit of work seals with: its organisation's, or the installation's where it has none. */
export function keyOwnerOf(tx: Tx): OrgId {
  return tx.orgId ?? installation;
}

export interface DataKeyRow {
  readonly org_id: string;
  readonly id: string;
  readonly wrapped: Uint8Array;
  readonly root_key_id: string;
  readonly state: 'pending' | 'active' | 'retired';
  readonly purpose: 'sealing' | 'lookup';
  readonly bound: boolean;
  readonly created_at: Date;
  readonly activated_at: Date | null;
  readonly retired_at: Date | null;
  readonly encryptions: number;
}

type Columns = { -readonly [Name in keyof DataKeyRow]: DataKeyRow[Name] };

interface Tables {
  data_keys: Columns;
  root_key_marks: { id: string; state: RootMark['state']; created_at: Date };
  former_root_keys: { id: string; emptied_at: Date; destroyed_at: Date | null };
}

export interface RootMark {
  readonly id: string;
  readonly state: 'pending' | 'active' | 'retired';
  readonly created_at: Date;
}

/** Everybody who seals holds this until the transaction ends; whoever destroys a key has to have it alone. */
const lockOf = (owner: OrgId) => sql`hashtextextended('data keys ' || ${owner}::text, 0)`;

/**
 * Notes that this transaction seals for its organisation, and says under which key. In one statement: should a rotation
 * come between, what is sealed under the former key is found before that key is destroyed, as this lock is held.
 */
export async function activeKeyForSealing(tx: Tx): Promise<string | null> {
  const owner = keyOwnerOf(tx);
  const found = await sql<{ id: string | null }>`
    with sealing as materialized (select pg_advisory_xact_lock_shared(${lockOf(owner)}) as held)
    select (select id from data_keys where org_id = ${owner} and purpose = 'sealing' and state = 'active') as id,
      held::text as held from sealing`.execute(tx.on());
  return found.rows[0]?.id ?? null;
}

/** Whether nobody seals for the organisation now; they wait from now on until the transaction ends. Never waits itself. */
export async function holdBackSealing(tx: Tx): Promise<boolean> {
  const found = await sql<{ held: boolean }>`
    select pg_try_advisory_xact_lock(${lockOf(keyOwnerOf(tx))}) as held`.execute(tx.on());
  return found.rows[0]?.held === true;
}

export async function findKey(tx: Tx, id: string): Promise<DataKeyRow | null> {
  const row = await ofOwner(tx).where('id', '=', id).executeTakeFirst();
  return row ?? null;
}

export async function findLookupKey(tx: Tx): Promise<DataKeyRow | null> {
  const row = await ofOwner(tx).where('purpose', '=', 'lookup').where('state', '=', 'active').executeTakeFirst();
  return row ?? null;
}

/** All keys of the unit of work's organisation, oldest first. */
export async function keysOfOwner(tx: Tx): Promise<DataKeyRow[]> {
  return ofOwner(tx).orderBy('created_at').orderBy('id').execute();
}

function ofOwner(tx: Tx) {
  return tx.on<Tables>().selectFrom('data_keys').selectAll().where('org_id', '=', keyOwnerOf(tx));
}

/** False where another transaction made such a key first. */
export async function insertKey(tx: Tx, row: DataKeyRow): Promise<boolean> {
  const done = await tx
    .on<Tables>()
    .insertInto('data_keys')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

type Change = Partial<Pick<Columns, 'state' | 'activated_at' | 'retired_at' | 'wrapped' | 'root_key_id' | 'bound'>>;

/** Changes a key that is still as it was read. False if it is not. */
export async function changeKey(
  tx: Tx,
  was: Pick<DataKeyRow, 'id' | 'state' | 'wrapped'>,
  change: Change,
): Promise<boolean> {
  const done = await tx
    .on<Tables>()
    .updateTable('data_keys')
    .set(change)
    .where('org_id', '=', keyOwnerOf(tx))
    .where('id', '=', was.id)
    .where('state', '=', was.state)
    .where('wrapped', '=', was.wrapped)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/**
 * Adds to the count of a key, unless another transaction is doing so: nobody who seals waits for somebody who seals.
 * @returns whether it did
 */
export async function addEncryptions(tx: Tx, id: string, count: number): Promise<boolean> {
  const done = await sql`
    update data_keys set encryptions = encryptions + ${count} where (org_id, id) in
      (select org_id, id from data_keys where org_id = ${keyOwnerOf(tx)} and id = ${id} for update skip locked)`.execute(
    tx.on(),
  );
  return Number(done.numAffectedRows ?? 0) === 1;
}

/** Overwrites what is wrapped, then deletes the row. @param ids null for every key of the organisation */
export async function wipeKeys(tx: Tx, ids: readonly string[] | null, noise: Uint8Array): Promise<void> {
  const keys = tx.on<Tables>();
  const owner = keyOwnerOf(tx);
  const all = keys.updateTable('data_keys').set({ wrapped: noise }).where('org_id', '=', owner);
  await (ids === null ? all : all.where('id', 'in', ids)).execute();
  const gone = keys.deleteFrom('data_keys').where('org_id', '=', owner);
  await (ids === null ? gone : gone.where('id', 'in', ids)).execute();
}

/** What may be known of keys across organisations: everything but the wrapped key. */
export type KnownKey = Omit<DataKeyRow, 'wrapped'>;

/** @param tx a look-up across organisations */
export async function everyKey(tx: Tx): Promise<KnownKey[]> {
  return tx
    .on<Tables>()
    .selectFrom('data_keys')
    .select(['org_id', 'id', 'root_key_id', 'state', 'purpose', 'bound', 'created_at', 'activated_at', 'retired_at'])
    .select('encryptions')
    .orderBy('org_id')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** Whose keys are still wrapped under a root key. @param tx a look-up across organisations */
export async function ownersUnder(tx: Tx, rootId: string): Promise<OrgId[]> {
  const keys = tx.on<Tables>().selectFrom('data_keys').select('org_id').distinct();
  const rows = await keys.where('root_key_id', '=', rootId).orderBy('org_id').execute();
  return rows.map((row) => orgId(row.org_id));
}

/** The root keys that this database knows. @param tx one of the owner */
export async function rootMarks(tx: Tx): Promise<RootMark[]> {
  return tx.on<Tables>().selectFrom('root_key_marks').selectAll().orderBy('created_at').execute();
}

/** Under which root key new data keys are to be wrapped, as of this very transaction; in an organisation's too. */
export async function activeRootId(tx: Tx): Promise<string | null> {
  const found = await tx.asLogin((trx) =>
    sql<{ id: string }>`select id from coact.root_key_marks where state = 'active'`.execute(trx),
  );
  return found.rows[0]?.id ?? null;
}

/** False where there is one in that state already. */
export async function insertRootMark(tx: Tx, mark: RootMark): Promise<boolean> {
  const done = await tx
    .on<Tables>()
    .insertInto('root_key_marks')
    .values(mark)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows === 1n;
}

/** False if the mark is not in that state (any more). */
export async function changeRootMark(
  tx: Tx,
  id: string,
  from: RootMark['state'],
  to: RootMark['state'],
): Promise<boolean> {
  const marks = tx.on<Tables>().updateTable('root_key_marks').set({ state: to });
  const done = await marks.where('id', '=', id).where('state', '=', from).executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

/** @throws a violation of the foreign key while something is wrapped under it */
export async function deleteRootMark(tx: Tx, id: string): Promise<void> {
  await tx.on<Tables>().deleteFrom('root_key_marks').where('id', '=', id).execute();
}

export async function insertFormerRoot(tx: Tx, id: string, at: Date): Promise<void> {
  const row = { id, emptied_at: at, destroyed_at: null };
  const renewed = { emptied_at: at, destroyed_at: null };
  await tx
    .on<Tables>()
    .insertInto('former_root_keys')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doUpdateSet(renewed))
    .execute();
}

/** Former root keys whose file may still be there. */
export async function undestroyedRoots(tx: Tx): Promise<string[]> {
  const rows = await tx
    .on<Tables>()
    .selectFrom('former_root_keys')
    .select('id')
    .where('destroyed_at', 'is', null)
    .execute();
  return rows.map((row) => row.id);
}

export async function noteRootDestroyed(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.on<Tables>().updateTable('former_root_keys').set({ destroyed_at: at }).where('id', '=', id).execute();
}
