import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';

interface WageRow {
  org_id: string;
  id: string;
  person_id: string;
  role_id: string | null;
  from_day: string;
  sealed: Uint8Array;
  corrects: string | null;
  entered_by: string;
  entered_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
  approved: boolean | null;
  raise_id: string | null;
}

interface Tables {
  wages: WageRow;
}

export type StoredWage = Omit<WageRow, 'org_id'>;

const columns = sql<StoredWage>`id, person_id, role_id, from_day::text as from_day, sealed, corrects, entered_by, entered_at,
  decided_by, decided_at, approved, raise_id`;

/** Every word about the pay of these people, or of everybody, the first first. */
export async function listWages(tx: Tx, personIds?: readonly string[]): Promise<readonly StoredWage[]> {
  const whose = personIds === undefined ? sql`` : sql`where person_id = any (${[...personIds]}::uuid[])`;
  const { rows } = await sql<StoredWage>`select ${columns} from wages ${whose} order by entered_at, id`.execute(
    tx.on(),
  );
  return rows;
}

export async function findWage(tx: Tx, id: string): Promise<StoredWage | null> {
  const { rows } = await sql<StoredWage>`select ${columns} from wages where id = ${id}`.execute(tx.on());
  return rows[0] ?? null;
}

/** Entries that wait for a second person, without what they say. */
export async function waitingWages(tx: Tx): Promise<readonly Pick<WageRow, 'id' | 'person_id' | 'entered_by'>[]> {
  const query = tx.on<Tables>().selectFrom('wages').select(['id', 'person_id', 'entered_by']);
  return query.where('approved', 'is', null).orderBy('entered_at').execute();
}

/** Who has a wage that was not refused. */
export async function peopleWithWages(tx: Tx): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ person_id: string }>`select distinct person_id from wages
    where approved`.execute(tx.on());
  return new Set(rows.map(({ person_id }) => person_id));
}

/** Nobody else writes a word about this person's pay until the transaction ends. */
export async function lockPay(tx: Tx, personId: string): Promise<void> {
  const all = `wages ${orgOf(tx)}`;
  await sql`select pg_advisory_xact_lock_shared(hashtextextended(${all}, 0)),
    pg_advisory_xact_lock(hashtextextended(${`${all} ${personId}`}, 0))`.execute(tx.on());
}

/** Nobody else writes a word about anybody's pay here until the transaction ends: one lock, however many people. */
export async function lockEverybodysPay(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`wages ${orgOf(tx)}`}, 0))`.execute(tx.on());
}

/** PostgreSQL takes 65,535 values in a statement, and a row has thirteen. */
const rowsAtOnce = 1_000;

export async function insertWages(tx: Tx, wages: readonly StoredWage[]): Promise<void> {
  for (let from = 0; from < wages.length; from += rowsAtOnce) {
    const rows = wages.slice(from, from + rowsAtOnce).map((wage) => ({ ...wage, org_id: orgOf(tx) }));
    await tx.on<Tables>().insertInto('wages').values(rows).execute();
  }
}

/** Lets an entry that waits hold, or refuses it; false where somebody was first. */
export async function decideWage(
  tx: Tx,
  id: string,
  decision: { readonly approved: boolean; readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { approved, by: decided_by, at: decided_at } = decision;
  const change = tx.on<Tables>().updateTable('wages').set({ approved, decided_by, decided_at });
  const { numUpdatedRows } = await change.where('id', '=', id).where('approved', 'is', null).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Two records of one human become one: wages of either, and words by either, are of and by the kept one. */
export async function moveWages(tx: Tx, keptId: string, otherId: string): Promise<void> {
  const wages = tx.on<Tables>();
  await wages.updateTable('wages').set({ person_id: keptId }).where('person_id', '=', otherId).execute();
  await wages.updateTable('wages').set({ entered_by: keptId }).where('entered_by', '=', otherId).execute();
  await wages.updateTable('wages').set({ decided_by: keptId }).where('decided_by', '=', otherId).execute();
}
