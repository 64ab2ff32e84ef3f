import { type OrgId, orgId, orgOf, type Tx } from '../../../platform/db/index.ts';

export type Purpose = 'link' | 'sign_in' | 'undo';

interface Tables {
  connect_attempts: {
    org_id: string;
    id: string;
    purpose: Purpose;
    token_hash: Uint8Array;
    browser_hash: Uint8Array | null;
    sealed: Uint8Array;
    expires_at: Date;
  };
}

export type AttemptRow = Omit<Tables['connect_attempts'], 'org_id'>;

export interface AttemptRef {
  readonly orgId: OrgId;
  readonly id: string;
}

export async function insertAttempt(tx: Tx, row: AttemptRow): Promise<void> {
  await tx
    .on<Tables>()
    .insertInto('connect_attempts')
    .values({ org_id: orgOf(tx), ...row })
    .execute();
}

/** Which organisation's attempt a token stands for; for look-ups before the organisation is known. */
export async function locateAttempt(tx: Tx, tokenHash: Uint8Array): Promise<AttemptRef | null> {
  const attempts = tx.on<Tables>().selectFrom('connect_attempts').select(['org_id', 'id']);
  const row = await attempts.where('token_hash', '=', tokenHash).executeTakeFirst();
  return row ? { orgId: orgId(row.org_id), id: row.id } : null;
}

export function findAttempt(tx: Tx, id: string): Promise<AttemptRow | undefined> {
  return tx.on<Tables>().selectFrom('connect_attempts').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Ties an attempt to a browser, if it is tied to none or to this one already. */
export async function bindAttempt(tx: Tx, id: string, browserHash: Uint8Array): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .on<Tables>()
    .updateTable('connect_attempts')
    .set({ browser_hash: browserHash })
    .where('id', '=', id)
    .where((row) => row.or([row('browser_hash', 'is', null), row('browser_hash', '=', browserHash)]))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Removes an attempt; true for the one caller that did it. */
export async function takeAttempt(tx: Tx, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .on<Tables>()
    .deleteFrom('connect_attempts')
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

export async function listExpired(tx: Tx, now: Date): Promise<AttemptRef[]> {
  const attempts = tx.on<Tables>().selectFrom('connect_attempts').select(['org_id', 'id']);
  const rows = await attempts.where('expires_at', '<=', now).execute();
  return rows.map((row) => ({ orgId: orgId(row.org_id), id: row.id }));
}

export async function listAttemptIds(tx: Tx): Promise<string[]> {
  const rows = await tx.on<Tables>().selectFrom('connect_attempts').select('id').execute();
  return rows.map((row) => row.id);
}
