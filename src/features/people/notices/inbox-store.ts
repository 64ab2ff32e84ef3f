import { sql, type Tx } from '../../../platform/db/index.ts';
import type { NoticeEvent } from './notice.ts';
import type { NoticeState } from './store.ts';

interface Tables {
  notices: {
    id: string;
    person_id: string;
    event: NoticeEvent;
    sealed: Uint8Array;
    state: NoticeState;
    read_at: Date | null;
    created_at: Date;
  };
  notice_deliveries: { notice_id: string; method: string; mail_id: string | null };
}

/** A notice as its person finds it on the web. */
export interface KeptNotice {
  readonly id: string;
  readonly personId: string;
  readonly event: NoticeEvent;
  readonly sealed: Uint8Array;
  readonly state: NoticeState;
  readonly readAt: Date | null;
  readonly createdAt: Date;
}

const fromRow = (row: Tables['notices']): KeptNotice => ({
  ...{ id: row.id, personId: row.person_id, event: row.event, sealed: row.sealed, state: row.state },
  ...{ readAt: row.read_at, createdAt: row.created_at },
});

/** A page of somebody's notices, the newest first. */
export async function pageOfNotices(
  tx: Tx,
  personId: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly KeptNotice[]> {
  const all = tx.on<Tables>().selectFrom('notices').selectAll().where('person_id', '=', personId);
  const rows = await all.orderBy('id', 'desc').limit(page.limit).offset(page.offset).execute();
  return rows.map(fromRow);
}

/** How many notices somebody has, and how many of them they have not opened. */
export async function countNotices(
  tx: Tx,
  personId: string,
): Promise<{ readonly total: number; readonly unread: number }> {
  const { rows } = await sql<{ total: number; unread: number }>`
    select count(*)::int as total, (count(*) filter (where read_at is null))::int as unread
    from notices where person_id = ${personId}`.execute(tx.on());
  return rows[0] ?? { total: 0, unread: 0 };
}

export async function findNotice(tx: Tx, id: string): Promise<KeptNotice | null> {
  const row = await tx.on<Tables>().selectFrom('notices').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** Who was told under each of these keys, and when they opened it. */
export async function openingsOf(
  tx: Tx,
  keys: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, Date | null>>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ key: string; person_id: string; read_at: Date | null }>`
    select key, person_id, read_at from notices where key = any (${[...keys]}::text[])`.execute(tx.on());
  const byKey = Map.groupBy(rows, ({ key }) => key);
  return new Map([...byKey].map(([key, told]) => [key, new Map(told.map((row) => [row.person_id, row.read_at]))]));
}

/** Marks a notice as opened; the first time counts. */
export async function markRead(tx: Tx, id: string, at: Date): Promise<void> {
  const unread = tx.on<Tables>().updateTable('notices').set({ read_at: at }).where('read_at', 'is', null);
  await unread.where('id', '=', id).execute();
}

export async function markAllRead(tx: Tx, personId: string, at: Date): Promise<void> {
  const unread = tx.on<Tables>().updateTable('notices').set({ read_at: at }).where('read_at', 'is', null);
  await unread.where('person_id', '=', personId).execute();
}

/** The notice that a mail was sent for; null where it is about something else. */
export async function noticeOfMail(tx: Tx, mailId: string): Promise<string | null> {
  const found = tx.on<Tables>().selectFrom('notice_deliveries').select('notice_id').where('mail_id', '=', mailId);
  return (await found.executeTakeFirst())?.notice_id ?? null;
}

export async function deleteNoticesBefore(tx: Tx, before: Date): Promise<void> {
  await tx.on<Tables>().deleteFrom('notices').where('created_at', '<', before).execute();
}

/** Two records of one human become one: what one was told and chose is the other's, as far as that has no say of its own. */
export async function carryNotices(tx: Tx, kept: string, other: string): Promise<void> {
  await sql`update notices n set person_id = ${kept} where person_id = ${other}
    and not exists (select 1 from notices own where own.key = n.key and own.person_id = ${kept})`.execute(tx.on());
  await sql`insert into notice_preferences (org_id, person_id, event, methods)
    select org_id, ${kept}, event, methods from notice_preferences where person_id = ${other}
    on conflict do nothing`.execute(tx.on());
}
