import { orgOf, sql, type Tx } from '../../../../platform/db/index.ts';
import type { Audience } from './audience.ts';

interface MessageRow {
  id: string;
  sent_by: string;
  sent_at: Date;
  audience: Audience['kind'];
  audience_id: string;
  day: string | null;
  text_sealed: Uint8Array;
}

/** A message as it was sent. */
export interface StoredMessage {
  readonly id: string;
  readonly sentBy: string;
  readonly sentAt: Date;
  readonly to: Audience;
  readonly textSealed: Uint8Array;
}

const columns = sql`id, sent_by, sent_at, audience, audience_id, day::text as day, text_sealed`;

function fromRow(row: MessageRow): StoredMessage {
  const { audience: kind, audience_id: id, day } = row;
  const to: Audience = kind === 'shift' ? { kind, id, day: day ?? '' } : { kind, id, day: null };
  return { id: row.id, sentBy: row.sent_by, sentAt: row.sent_at, to, textSealed: row.text_sealed };
}

/** How many messages somebody has sent since a moment; they send no other until the transaction ends. */
export async function countSentSince(tx: Tx, sentBy: string, since: Date): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`messages ${sentBy}`}, 0))`.execute(tx.on());
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from messages
    where sent_by = ${sentBy} and sent_at > ${since}`.execute(tx.on());
  return rows[0]?.count ?? 0;
}

/** Writes a message down with everybody whom it went to. */
export async function insertMessage(tx: Tx, message: StoredMessage, personIds: readonly string[]): Promise<void> {
  const { id, sentBy, sentAt, to, textSealed } = message;
  await sql`insert into messages (org_id, id, sent_by, sent_at, audience, audience_id, day, text_sealed)
    values (${orgOf(tx)}, ${id}, ${sentBy}, ${sentAt}, ${to.kind}, ${to.id}, ${to.day}, ${textSealed})`.execute(
    tx.on(),
  );
  await sql`insert into message_recipients (org_id, message_id, person_id)
    select ${orgOf(tx)}, ${id}, person from unnest(${[...personIds]}::uuid[]) as person`.execute(tx.on());
}

/** What somebody has sent, the latest first. */
export async function messagesBy(tx: Tx, sentBy: string, limit: number): Promise<StoredMessage[]> {
  const { rows } = await sql<MessageRow>`select ${columns} from messages where sent_by = ${sentBy}
    order by id desc limit ${limit}`.execute(tx.on());
  return rows.map(fromRow);
}

/** One message, or null. */
export async function findMessage(tx: Tx, id: string): Promise<StoredMessage | null> {
  const { rows } = await sql<MessageRow>`select ${columns} from messages where id = ${id}`.execute(tx.on());
  return rows[0] === undefined ? null : fromRow(rows[0]);
}

/** Who got each of these messages. */
export async function recipientsOf(tx: Tx, messageIds: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  if (messageIds.length === 0) return new Map();
  const { rows } = await sql<{ message_id: string; person_id: string }>`select message_id, person_id
    from message_recipients where message_id = any (${[...messageIds]}::uuid[]) order by person_id`.execute(tx.on());
  const byMessage = Map.groupBy(rows, (row) => row.message_id);
  return new Map([...byMessage].map(([id, group]) => [id, group.map((row) => row.person_id)]));
}

/** Forgets what was sent before a moment. */
export async function deleteMessagesBefore(tx: Tx, before: Date): Promise<void> {
  await sql`delete from messages where sent_at < ${before}`.execute(tx.on());
}
