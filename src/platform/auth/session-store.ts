import type { Tx } from '../db/index.ts';
import type { ListedSession } from './session.ts';

interface Tables {
  sessions: {
    id: string;
    user_id: string;
    created_at: Date;
    updated_at: Date;
    expires_at: Date;
    second_factor: boolean;
    browser: string;
    system: string;
  };
}

/** The moments before which a session has ended. */
export type SessionEnds = { readonly idle: Date; readonly absolute: Date };

/** Removes sessions past one of their limits; returns how many. */
export async function deleteSessions(tx: Tx, past: SessionEnds): Promise<number> {
  const result = await tx
    .on<Tables>()
    .deleteFrom('sessions')
    .where((row) => row.or([row('expires_at', '<', past.idle), row('created_at', '<', past.absolute)]))
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** Removes a user's sessions: all, all but one, or one; returns how many. */
export async function deleteSessionsOf(
  tx: Tx,
  userId: string,
  which: { readonly except?: string; readonly only?: string },
): Promise<number> {
  let query = tx.on<Tables>().deleteFrom('sessions').where('user_id', '=', userId);
  if (which.except !== undefined) query = query.where('id', '!=', which.except);
  if (which.only !== undefined) query = query.where('id', '=', which.only);
  return Number((await query.executeTakeFirst()).numDeletedRows);
}

export async function listSessions(tx: Tx, userId: string, past: SessionEnds): Promise<ListedSession[]> {
  const rows = await tx
    .on<Tables>()
    .selectFrom('sessions')
    .select(['id', 'browser', 'system', 'created_at', 'updated_at', 'second_factor'])
    .where('user_id', '=', userId)
    .where('expires_at', '>', past.idle)
    .where('created_at', '>', past.absolute)
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, browser: row.browser, system: row.system, secondFactor: row.second_factor },
    ...{ signedInAt: row.created_at, lastSeenAt: row.updated_at },
  }));
}
