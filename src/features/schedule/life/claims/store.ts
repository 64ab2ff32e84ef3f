import { orgOf, sql, type Tx } from '../../../../platform/db/index.ts';
import { announce } from '../../../../platform/http/index.ts';
import type { Claim } from './claim.ts';

interface ClaimRow {
  org_id: string;
  id: string;
  shift_id: string;
  person_id: string;
  state: Claim['state'];
  asked_at: Date;
  reason_sealed: Uint8Array | null;
  ended_by: string | null;
  ended_at: Date | null;
}

interface Tables {
  shift_claims: ClaimRow;
}

const select = (tx: Tx) => tx.on<Tables>().selectFrom('shift_claims').selectAll();

const fromRow = (row: ClaimRow): Claim => ({
  ...{ id: row.id, shiftId: row.shift_id, personId: row.person_id, state: row.state, askedAt: row.asked_at },
});

/** Writes a claim down; false where the person has asked for the shift already. */
export async function insertClaim(
  tx: Tx,
  { id, shiftId, personId, state, askedAt }: Claim,
  endedAt: Date | null,
): Promise<boolean> {
  const result = await tx
    .on<Tables>()
    .insertInto('shift_claims')
    .values({
      ...{ org_id: orgOf(tx), id, shift_id: shiftId, person_id: personId, state, asked_at: askedAt },
      ...{ reason_sealed: null, ended_by: endedAt === null ? null : personId, ended_at: endedAt },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  await announce(tx, 'schedule');
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function findClaim(tx: Tx, id: string): Promise<Claim | null> {
  const row = await select(tx).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : fromRow(row);
}

/** Claims that wait, in the order in which they came: all, or those of a person. */
export async function claimsWaiting(tx: Tx, personId?: string): Promise<Claim[]> {
  const waiting = select(tx).where('state', '=', 'asked');
  const found = personId === undefined ? waiting : waiting.where('person_id', '=', personId);
  return (await found.orderBy('asked_at').orderBy('id').execute()).map(fromRow);
}

/** All that somebody ever claimed, the latest first. */
export async function claimsOf(tx: Tx, personId: string): Promise<Claim[]> {
  const found = select(tx).where('person_id', '=', personId);
  return (await found.orderBy('asked_at', 'desc').orderBy('id').execute()).map(fromRow);
}

/**
 * Keeps all claims that wait from others until the transaction ends, in one order. Periods, people and offers are locked
 * before.
 */
export async function lockClaims(tx: Tx): Promise<void> {
  await sql`select 1 from shift_claims where state = 'asked' order by id for update`.execute(tx.on());
}

export async function endClaim(
  tx: Tx,
  id: string,
  ending: {
    readonly state: Exclude<Claim['state'], 'asked'>;
    readonly by: string | null;
    readonly at: Date;
    readonly reasonSealed?: Uint8Array | null;
  },
): Promise<void> {
  await tx
    .on<Tables>()
    .updateTable('shift_claims')
    .set({ state: ending.state, ended_by: ending.by, ended_at: ending.at, reason_sealed: ending.reasonSealed ?? null })
    .where('id', '=', id)
    .execute();
  await announce(tx, 'schedule');
}
