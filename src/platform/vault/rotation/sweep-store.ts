import { type OrgId, sql, type Tx } from '../../db/index.ts';
import { bytesOf } from '../key-id.ts';
import { installation } from '../key-store.ts';
import type { SealedPlace } from '../places.ts';

/** A sealed value with what it is bound to and where it stands. */
export interface SealedRow {
  /** What the value is bound to. */
  readonly rowId: string;
  /** Where it stands; the same but for values within JSON. */
  readonly at: string;
  readonly sealed: Uint8Array;
}

export interface Renewed extends SealedRow {
  readonly renewed: Uint8Array;
}

const idsOf = (keyIds: readonly string[]) => sql.join(keyIds.map((id) => sql`${Buffer.from(bytesOf(id))}::bytea`));
const tableOf = (place: SealedPlace) => sql.id('coact', place.table);
const mine = (owner: OrgId) => (owner === installation ? sql`true` : sql`t.org_id = ${owner}::uuid`);

/**
 * Values under one of the given keys, in the order of their rows, locked. Rows that somebody else is changing are left
 * out: they are met again, and nobody who holds one is ever waited for.
 */
export async function valuesUnder(
  tx: Tx,
  place: SealedPlace,
  owner: OrgId,
  keyIds: readonly string[],
  page: { readonly after: string | null; readonly size: number },
): Promise<SealedRow[]> {
  if (place.within) return valuesWithin(tx, place, place.within, owner, keyIds, page.size);
  const column = sql.ref(`t.${place.column}`);
  const row = sql.ref(`t.${place.row ?? 'id'}`);
  const type = sql.raw(place.rowType ?? 'uuid');
  const found = await sql<{ row_id: string; sealed: Uint8Array }>`
    select ${row}::text as row_id, ${column} as sealed from ${tableOf(place)} t
    where ${mine(owner)} and substring(${column} from 2 for 16) in (${idsOf(keyIds)})
      and ${page.after === null ? sql`true` : sql`${row} > ${page.after}::${type}`}
    order by ${row} limit ${page.size} for update skip locked`.execute(tx.on());
  return found.rows.map(({ row_id, sealed }) => ({ rowId: row_id, at: row_id, sealed }));
}

/** Puts renewed values in the place of those that are still there. @returns how many were */
export async function replaceValues(
  tx: Tx,
  place: SealedPlace,
  owner: OrgId,
  rows: readonly Renewed[],
): Promise<number> {
  if (rows.length === 0) return 0;
  if (place.within) return replaceWithin(tx, place, place.within, rows);
  const column = sql.ref(place.column);
  const row = sql.ref(`t.${place.row ?? 'id'}`);
  const values = sql.join(
    rows.map(({ at, sealed, renewed }) => sql`(${at}::text, ${sealed}::bytea, ${renewed}::bytea)`),
  );
  const done = await sql`
    update ${tableOf(place)} t set ${column} = v.renewed from (values ${values}) as v (at, was, renewed)
    where ${mine(owner)} and ${row} = v.at::${sql.raw(place.rowType ?? 'uuid')}
      and ${sql.ref(`t.${place.column}`)} = v.was`.execute(tx.on());
  return Number(done.numAffectedRows ?? 0);
}

/** How many values are under one of the given keys. */
export async function countUnder(tx: Tx, place: SealedPlace, owner: OrgId, keyIds: readonly string[]): Promise<number> {
  if (place.within) return countWithin(tx, place, place.within, owner, keyIds);
  const column = sql.ref(`t.${place.column}`);
  const found = await sql<{ total: number }>`
    select count(*)::int as total from ${tableOf(place)} t
    where ${mine(owner)} and substring(${column} from 2 for 16) in (${idsOf(keyIds)})`.execute(tx.on());
  return found.rows[0]?.total ?? 0;
}

type Within = NonNullable<SealedPlace['within']>;

/** Tables without organisation are the login's: an organisation's unit of work has no right on them. */
async function valuesWithin(
  tx: Tx,
  place: SealedPlace,
  within: Within,
  owner: OrgId,
  keyIds: readonly string[],
  size: number,
): Promise<SealedRow[]> {
  const object = sql.ref(`t.${place.column}`);
  const found = await tx.asLogin((trx) =>
    sql<{ at: string; row_id: string; sealed: string }>`
      select encode(${sql.ref(`t.${place.row ?? 'id'}`)}, 'hex') as at, ${object} ->> ${within.row} as row_id,
        ${object} ->> ${within.sealed} as sealed
      from ${tableOf(place)} t where ${underWithin(object, within, owner, keyIds)}
      limit ${size} for update skip locked`.execute(trx),
  );
  return found.rows.map(({ at, row_id, sealed }) => ({ at, rowId: row_id, sealed: Buffer.from(sealed, 'base64') }));
}

async function countWithin(
  tx: Tx,
  place: SealedPlace,
  within: Within,
  owner: OrgId,
  keyIds: readonly string[],
): Promise<number> {
  const object = sql.ref(`t.${place.column}`);
  const found = await tx.asLogin((trx) =>
    sql<{ total: number }>`
      select count(*)::int as total from ${tableOf(place)} t
      where ${underWithin(object, within, owner, keyIds)}`.execute(trx),
  );
  return found.rows[0]?.total ?? 0;
}

function underWithin(object: ReturnType<typeof sql.ref>, within: Within, owner: OrgId, keyIds: readonly string[]) {
  return sql`${object} ->> ${within.organisation} = ${owner}
    and substring(decode(${object} ->> ${within.sealed}, 'base64') from 2 for 16) in (${idsOf(keyIds)})`;
}

async function replaceWithin(tx: Tx, place: SealedPlace, within: Within, rows: readonly Renewed[]): Promise<number> {
  const column = sql.ref(place.column);
  let replaced = 0;
  for (const { at, sealed, renewed } of rows) {
    const [was, now] = [sealed, renewed].map((bytes) => Buffer.from(bytes).toString('base64'));
    const done = await tx.asLogin((trx) =>
      sql`
        update ${tableOf(place)} set ${column} = ${column} || jsonb_build_object(${within.sealed}::text, ${now}::text)
        where ${sql.ref(place.row ?? 'id')} = decode(${at}, 'hex') and ${column} ->> ${within.sealed} = ${was}`.execute(
        trx,
      ),
    );
    replaced += Number(done.numAffectedRows ?? 0);
  }
  return replaced;
}
