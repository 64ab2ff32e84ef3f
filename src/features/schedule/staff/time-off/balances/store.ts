import { orgOf, sql, type Tx } from '../../../../../platform/db/index.ts';
import type { Grant, TimeOffKind } from '../balance.ts';

interface KindRow {
  org_id: string;
  id: string;
  name: string;
  colour: string;
  accrual: TimeOffKind['accrual'];
  minutes_a_year: number;
  day_minutes: number;
  archived_at: Date | null;
  created_at: Date;
}

interface Tables {
  time_off_kinds: KindRow;
  time_off_entries: {
    org_id: string;
    id: string;
    person_id: string;
    kind_id: string;
    entry: 'granted' | 'used' | 'corrected';
    minutes: number;
    granted_for: string | null;
    request_id: string | null;
    day: string;
    made_at: Date;
  };
}

/** A kind with the moment from which it has been there. */
export type StoredKind = TimeOffKind & { readonly since: Date };

/** All kinds of time off by name, archived ones last. */
export async function listKinds(tx: Tx): Promise<StoredKind[]> {
  const { rows } = await sql<KindRow>`select * from time_off_kinds
    order by archived_at is not null, name_key, id`.execute(tx.on());
  return rows.map(fromRow);
}

export async function findKind(tx: Tx, id: string): Promise<StoredKind | null> {
  const { rows } = await sql<KindRow>`select * from time_off_kinds where id = ${id}`.execute(tx.on());
  return rows[0] ? fromRow(rows[0]) : null;
}

function fromRow({ id, name, colour, accrual, ...row }: KindRow): StoredKind {
  return {
    ...{ id, name, colour, accrual, minutesAYear: row.minutes_a_year, dayMinutes: row.day_minutes },
    ...{ archived: row.archived_at !== null, since: row.created_at },
  };
}

/** One change of names at a time in an organisation: of two that want one name, the second is told so. */
async function lockNames(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`time_off_kinds ${orgOf(tx)}`}, 0))`.execute(tx.on());
}

/** Adds a kind; false when its name is taken. */
export async function insertKind(tx: Tx, kind: TimeOffKind, now: Date): Promise<boolean> {
  await lockNames(tx);
  const row = { ...columnsOf(kind), org_id: orgOf(tx), id: kind.id, archived_at: null, created_at: now };
  const query = tx.on<Tables>().insertInto('time_off_kinds').values(row);
  const result = await query.onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Writes a kind as it shall be; false when its name is another's. */
export async function updateKind(tx: Tx, kind: TimeOffKind, now: Date): Promise<boolean> {
  await lockNames(tx);
  const taken = await sql`select 1 from time_off_kinds
    where name_key = folded(${kind.name}) and id <> ${kind.id}`.execute(tx.on());
  if (taken.rows.length > 0) return false;
  const change = { ...columnsOf(kind), archived_at: kind.archived ? now : null };
  await tx.on<Tables>().updateTable('time_off_kinds').set(change).where('id', '=', kind.id).execute();
  return true;
}

function columnsOf({ name, colour, accrual, minutesAYear, dayMinutes }: TimeOffKind) {
  return { name, colour, accrual, minutes_a_year: minutesAYear, day_minutes: dayMinutes };
}

export interface NewEntry {
  readonly id: string;
  readonly personId: string;
  readonly kindId: string;
  readonly minutes: number;
  readonly day: string;
}

/** Writes down what was granted. What was before for the same year or month stays as it was. */
export async function insertGrants(
  tx: Tx,
  grants: readonly (NewEntry & Pick<Grant, 'period'>)[],
  now: Date,
): Promise<void> {
  if (grants.length === 0) return;
  const rows = grants.map(({ period, ...grant }) => ({
    ...{ ...columnsOfEntry(tx, grant, now), entry: 'granted' as const },
    ...{ granted_for: period, request_id: null },
  }));
  const query = tx.on<Tables>().insertInto('time_off_entries').values(rows);
  await query.onConflict((conflict) => conflict.doNothing()).execute();
}

/** Writes down what a request took (`requestId`), or what was corrected by hand. */
export async function insertEntry(tx: Tx, entry: NewEntry, requestId: string | null, now: Date): Promise<void> {
  const row = { ...columnsOfEntry(tx, entry, now), granted_for: null, request_id: requestId };
  await tx
    .on<Tables>()
    .insertInto('time_off_entries')
    .values({ ...row, entry: requestId === null ? 'corrected' : 'used' })
    .execute();
}

function columnsOfEntry(tx: Tx, { id, personId, kindId, minutes, day }: NewEntry, now: Date) {
  return { ...{ org_id: orgOf(tx), id, person_id: personId, kind_id: kindId }, ...{ minutes, day, made_at: now } };
}

/** Gives back what a request had taken. */
export async function deleteUse(tx: Tx, requestId: string): Promise<void> {
  await tx.on<Tables>().deleteFrom('time_off_entries').where('request_id', '=', requestId).execute();
}

/** Sums of the ledger of a person. */
export interface Sums {
  readonly granted: number;
  /** Zero or less. */
  readonly used: number;
  readonly corrected: number;
}

/** The sums of a person by kind. */
export async function sumsOf(tx: Tx, personId: string): Promise<ReadonlyMap<string, Sums>> {
  const { rows } = await sql<{ kind_id: string } & Sums>`select kind_id,
      coalesce(sum(minutes) filter (where entry = 'granted'), 0)::int as granted,
      coalesce(sum(minutes) filter (where entry = 'used'), 0)::int as used,
      coalesce(sum(minutes) filter (where entry = 'corrected'), 0)::int as corrected
    from time_off_entries where person_id = ${personId} group by kind_id`.execute(tx.on());
  return new Map(rows.map(({ kind_id, granted, used, corrected }) => [kind_id, { granted, used, corrected }]));
}
