import type { Tx } from '../../db/index.ts';

export type TicketSubject = Readonly<Record<string, string>>;

export type TicketRow = {
  readonly secret_hash: Uint8Array;
  readonly purpose: string;
  readonly user_id: string | null;
  readonly subject: TicketSubject;
  readonly tries_left: number;
  readonly expires_at: Date;
};

interface Tables {
  tickets: Omit<TicketRow, 'subject'> & { subject: unknown };
}

/** Which ticket; one that has ended is not found. */
export type TicketKey = { readonly hash: Uint8Array; readonly purpose: string; readonly now: Date };

const asRow = (row: Omit<TicketRow, 'subject'> & { subject: unknown }): TicketRow => ({
  ...row,
  // The column only ever holds what is written here.
  subject: row.subject as TicketSubject,
});

/** Adds a ticket; one with the same secret (a new code for the same session) takes its place. */
export async function putTicket(tx: Tx, row: TicketRow): Promise<void> {
  const values = { ...row, subject: JSON.stringify(row.subject) };
  await tx
    .on<Tables>()
    .insertInto('tickets')
    .values(values)
    .onConflict((conflict) => conflict.column('secret_hash').doUpdateSet(values))
    .execute();
}

export async function findTicket(tx: Tx, { hash, purpose, now }: TicketKey): Promise<TicketRow | null> {
  const query = tx.on<Tables>().selectFrom('tickets').selectAll();
  const found = query.where('secret_hash', '=', hash).where('purpose', '=', purpose).where('expires_at', '>', now);
  const row = await found.executeTakeFirst();
  return row ? asRow(row) : null;
}

/** Uses up one try, in one statement: of many who come at once only as many get through as there are tries. */
export async function spendTry(tx: Tx, { hash, purpose, now }: TicketKey): Promise<TicketRow | null> {
  const row = await tx
    .on<Tables>()
    .updateTable('tickets')
    .set((column) => ({ tries_left: column('tries_left', '-', 1) }))
    .where('secret_hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .where('tries_left', '>', 0)
    .returningAll()
    .executeTakeFirst();
  return row ? asRow(row) : null;
}

export async function setSubject(tx: Tx, { hash, purpose }: TicketKey, subject: TicketSubject): Promise<void> {
  const query = tx
    .on<Tables>()
    .updateTable('tickets')
    .set({ subject: JSON.stringify(subject) });
  await query.where('secret_hash', '=', hash).where('purpose', '=', purpose).execute();
}

/** Removes and returns a ticket: only one of several who come at once gets it. */
export async function takeTicket(tx: Tx, { hash, purpose, now }: TicketKey): Promise<TicketRow | null> {
  const query = tx.on<Tables>().deleteFrom('tickets').where('secret_hash', '=', hash).where('purpose', '=', purpose);
  const row = await query.returningAll().executeTakeFirst();
  return row && row.expires_at > now ? asRow(row) : null;
}

export async function deleteTickets(tx: Tx, which: { userId: string } | { endedBefore: Date }): Promise<void> {
  const query = tx.on<Tables>().deleteFrom('tickets');
  await ('userId' in which
    ? query.where('user_id', '=', which.userId)
    : query.where('expires_at', '<', which.endedBefore)
  ).execute();
}
