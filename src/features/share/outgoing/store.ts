import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';

interface Tables {
  share_tokens: { org_id: string; request_id: string; network: string; token: Uint8Array };
  awareness_tokens: { org_id: string; request_id: string; token: Uint8Array };
  outgoing_shares: {
    org_id: string;
    id: string;
    owner_tag: Uint8Array;
    state: 'queued' | 'sending';
    sealed: Uint8Array;
  };
}

export interface OutgoingRow {
  readonly id: string;
  readonly state: 'queued' | 'sending';
  readonly sealed: Uint8Array;
}

/**
 * Counts a share by its blind token. A conflict is left unsaid on purpose: a unique violation would write the token into
 * the database's log.
 * @returns false if this person has shared the request on this network already
 */
export async function insertShareToken(
  tx: Tx,
  requestId: string,
  network: string,
  token: Uint8Array,
): Promise<boolean> {
  const result = await tx
    .on<Tables>()
    .insertInto('share_tokens')
    .values({ org_id: orgOf(tx), request_id: requestId, network, token })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function hasShareToken(tx: Tx, requestId: string, token: Uint8Array): Promise<boolean> {
  const row = await tx
    .on<Tables>()
    .selectFrom('share_tokens')
    .select('network')
    .where('request_id', '=', requestId)
    .where('token', '=', token)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertAwarenessToken(tx: Tx, requestId: string, token: Uint8Array): Promise<void> {
  await tx
    .on<Tables>()
    .insertInto('awareness_tokens')
    .values({ org_id: orgOf(tx), request_id: requestId, token })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function deleteShareToken(tx: Tx, requestId: string, token: Uint8Array): Promise<void> {
  await tx
    .on<Tables>()
    .deleteFrom('share_tokens')
    .where('request_id', '=', requestId)
    .where('token', '=', token)
    .execute();
}

export async function deleteAwarenessToken(tx: Tx, requestId: string, token: Uint8Array): Promise<void> {
  await tx
    .on<Tables>()
    .deleteFrom('awareness_tokens')
    .where('request_id', '=', requestId)
    .where('token', '=', token)
    .execute();
}

/** Shares by network and acting employees of a request: the numbers of its tokens. */
export async function countTokens(
  tx: Tx,
  requestId: string,
): Promise<{ shares: Record<string, number>; awareness: number }> {
  const shares = await tx
    .on<Tables>()
    .selectFrom('share_tokens')
    .select((is) => ['network', is.fn.countAll<number>().as('count')])
    .where('request_id', '=', requestId)
    .groupBy('network')
    .execute();
  const awareness = await tx
    .on<Tables>()
    .selectFrom('awareness_tokens')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow();
  return { shares: Object.fromEntries(shares.map((row) => [row.network, row.count])), awareness: awareness.count };
}

/**
 * Writes a request's tokens anew in random order and in one transaction, so that neither their place in the file nor
 * their transaction's number tells when each came.
 */
export async function shuffleTokens(tx: Tx, requestId: string): Promise<void> {
  await sql`with taken as (delete from share_tokens where request_id = ${requestId} returning *)
    insert into share_tokens select * from taken order by random()`.execute(tx.on<Tables>());
  await sql`with taken as (delete from awareness_tokens where request_id = ${requestId} returning *)
    insert into awareness_tokens select * from taken order by random()`.execute(tx.on<Tables>());
}

/** Removes a request's tokens; their numbers have been released. */
export async function deleteTokens(tx: Tx, requestId: string): Promise<void> {
  await tx.on<Tables>().deleteFrom('share_tokens').where('request_id', '=', requestId).execute();
  await tx.on<Tables>().deleteFrom('awareness_tokens').where('request_id', '=', requestId).execute();
}

export async function insertOutgoing(
  tx: Tx,
  row: { id: string; ownerTag: Uint8Array; sealed: Uint8Array },
): Promise<void> {
  await tx
    .on<Tables>()
    .insertInto('outgoing_shares')
    .values({ org_id: orgOf(tx), id: row.id, owner_tag: row.ownerTag, state: 'queued', sealed: row.sealed })
    .execute();
}

/** One share on its way, or null. `lock` keeps others from changing or cancelling it until the transaction ends. */
export async function findOutgoing(tx: Tx, id: string, lock = false): Promise<OutgoingRow | null> {
  const query = tx.on<Tables>().selectFrom('outgoing_shares').select(['id', 'state', 'sealed']).where('id', '=', id);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return row ?? null;
}

/** Shares on their way that carry one of these owner's tags. */
export async function outgoingTagged(tx: Tx, ownerTags: readonly Uint8Array[]): Promise<OutgoingRow[]> {
  return tx
    .on<Tables>()
    .selectFrom('outgoing_shares')
    .select(['id', 'state', 'sealed'])
    .where('owner_tag', 'in', ownerTags)
    .execute();
}

export async function allOutgoing(tx: Tx): Promise<OutgoingRow[]> {
  return tx.on<Tables>().selectFrom('outgoing_shares').select(['id', 'state', 'sealed']).execute();
}

/** Says, durably, that a share is being sent, before the network is called. */
export async function claimOutgoing(tx: Tx, id: string): Promise<void> {
  await tx.on<Tables>().updateTable('outgoing_shares').set({ state: 'sending' }).where('id', '=', id).execute();
}

/** The network was not reached, or has surely not taken the post: it may be sent again without looking. */
export async function releaseOutgoing(tx: Tx, id: string): Promise<void> {
  await tx.on<Tables>().updateTable('outgoing_shares').set({ state: 'queued' }).where('id', '=', id).execute();
}

export async function replaceOutgoing(tx: Tx, id: string, sealed: Uint8Array): Promise<boolean> {
  const result = await tx
    .on<Tables>()
    .updateTable('outgoing_shares')
    .set({ sealed })
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Keeps what a connector has to know of a share that is being sent. */
export async function resealOutgoing(tx: Tx, id: string, sealed: Uint8Array): Promise<void> {
  await tx.on<Tables>().updateTable('outgoing_shares').set({ sealed }).where('id', '=', id).execute();
}

/** @returns false if it was not there, or (`onlyWaiting`) is being sent just now */
export async function deleteOutgoing(tx: Tx, id: string, onlyWaiting = false): Promise<boolean> {
  const query = tx.on<Tables>().deleteFrom('outgoing_shares').where('id', '=', id);
  const result = await (onlyWaiting ? query.where('state', '=', 'queued') : query).executeTakeFirst();
  return result.numDeletedRows > 0n;
}
