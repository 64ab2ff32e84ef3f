import { sql, type Tx } from '../db/index.ts';

export type LinkPurpose = 'sign_in' | 'owner' | 'invitation' | 'slack_confirmation';

/** A link as stored: the token's hash and ids. */
export type LinkRow = {
  readonly token_hash: Uint8Array;
  readonly purpose: LinkPurpose;
  readonly subject: Readonly<Record<string, string>>;
  readonly return_to: string;
  readonly created_at: Date;
  readonly expires_at: Date;
};

interface Tables {
  sign_in_links: Omit<LinkRow, 'subject'> & { subject: unknown };
  users: { id: string; email: string; email_verified: boolean };
}

export async function insertLink(tx: Tx, row: LinkRow): Promise<void> {
  const table = tx.on<Tables>();
  await table
    .insertInto('sign_in_links')
    .values({ ...row, subject: JSON.stringify(row.subject) })
    .execute();
}

export async function findLink(tx: Tx, hash: Uint8Array): Promise<LinkRow | null> {
  const row = await tx
    .on<Tables>()
    .selectFrom('sign_in_links')
    .selectAll()
    .where('token_hash', '=', hash)
    .executeTakeFirst();
  return row ? asLink(row) : null;
}

/** Removes and returns the link in one statement, so that of two who come at once only one gets it. */
export async function takeLink(tx: Tx, hash: Uint8Array): Promise<LinkRow | null> {
  const row = await tx
    .on<Tables>()
    .deleteFrom('sign_in_links')
    .where('token_hash', '=', hash)
    .returningAll()
    .executeTakeFirst();
  return row ? asLink(row) : null;
}

/** The column only ever holds what insertLink wrote. */
function asLink(row: Omit<LinkRow, 'subject'> & { subject: unknown }): LinkRow {
  return { ...row, subject: row.subject as LinkRow['subject'] };
}

export async function deleteLinks(
  tx: Tx,
  which: { purpose: LinkPurpose } | { endedBefore: Date } | { orgId: string },
): Promise<void> {
  const query = tx.on<Tables>().deleteFrom('sign_in_links');
  if ('purpose' in which) await query.where('purpose', '=', which.purpose).execute();
  else if ('orgId' in which) await query.where(sql<string>`subject ->> 'orgId'`, '=', which.orgId).execute();
  else await query.where('expires_at', '<', which.endedBefore).execute();
}

export async function findUserId(tx: Tx, email: string): Promise<string | null> {
  const row = await tx.on<Tables>().selectFrom('users').select('id').where('email', '=', email).executeTakeFirst();
  return row?.id ?? null;
}

/** Whether a user has shown an address to be theirs. */
export async function hasProvedAddress(tx: Tx, userId: string): Promise<boolean> {
  const table = tx.on<Tables>();
  const row = await table.selectFrom('users').select('email_verified').where('id', '=', userId).executeTakeFirst();
  return row?.email_verified ?? false;
}
