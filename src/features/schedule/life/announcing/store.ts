import { orgOf, sql, type Tx } from '../../../../platform/db/index.ts';
import type { Opening } from './opening.ts';

interface OpeningRow {
  org_id: string;
  id: string;
  shift_id: string;
  missing: number;
}

interface ToldRow {
  org_id: string;
  opening_id: string;
  person_id: string;
}

interface Tables {
  shift_openings: OpeningRow;
  shift_openings_told: ToldRow;
}

/** Lets one look at what is open go after the other, so that nobody is told twice. Nothing else waits for it. */
export async function lockOpenings(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('announcing ' || ${orgOf(tx)}::text, 0))`.execute(tx.on());
}

export async function listOpenings(tx: Tx): Promise<readonly Opening[]> {
  const rows = await tx.on<Tables>().selectFrom('shift_openings').selectAll().orderBy('id').execute();
  const told = await tx.on<Tables>().selectFrom('shift_openings_told').selectAll().execute();
  const byOpening = Map.groupBy(told, ({ opening_id }) => opening_id);
  return rows.map(({ id, shift_id: shiftId, missing }) => ({
    ...{ id, shiftId, missing },
    told: (byOpening.get(id) ?? []).map(({ person_id }) => person_id),
  }));
}

const rowsAtOnce = 500;

export async function insertOpenings(tx: Tx, openings: readonly Opening[]): Promise<void> {
  for (let at = 0; at < openings.length; at += rowsAtOnce) {
    const rows = openings.slice(at, at + rowsAtOnce).map(({ id, shiftId, missing }) => ({
      ...{ org_id: orgOf(tx), id, shift_id: shiftId, missing },
    }));
    await tx.on<Tables>().insertInto('shift_openings').values(rows).execute();
  }
}

export async function updateOpenings(tx: Tx, openings: readonly Opening[]): Promise<void> {
  if (openings.length === 0) return;
  await sql`update shift_openings set missing = changed.missing
    from unnest(${openings.map(({ id }) => id)}::uuid[], ${openings.map(({ missing }) => missing)}::int[])
      as changed (id, missing) where shift_openings.id = changed.id`.execute(tx.on());
}

export async function deleteOpenings(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from shift_openings where id = any (${[...ids]}::uuid[])`.execute(tx.on());
}

/** Notes who was told of which openings. */
export async function noteTold(
  tx: Tx,
  told: readonly { readonly openingId: string; readonly personId: string }[],
): Promise<void> {
  for (let at = 0; at < told.length; at += rowsAtOnce) {
    const rows = told.slice(at, at + rowsAtOnce).map(({ openingId, personId }) => ({
      ...{ org_id: orgOf(tx), opening_id: openingId, person_id: personId },
    }));
    await tx.on<Tables>().insertInto('shift_openings_told').values(rows).execute();
  }
}
