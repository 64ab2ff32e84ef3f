import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import type { MessageRef } from '../../../platform/slack/index.ts';
import type { PersonState } from '../person.ts';
import type { NoticeEvent, NoticeMethod } from './notice.ts';

export type NoticeState = 'waiting' | 'sent' | 'failed';
export type DeliveryState = 'waiting' | 'trying' | 'sent' | 'unclear' | 'failed';

interface NoticeRow {
  org_id: string;
  id: string;
  person_id: string;
  event: NoticeEvent;
  key: string;
  sealed: Uint8Array;
  state: NoticeState;
  read_at: Date | null;
  created_at: Date;
}

interface DeliveryRow {
  org_id: string;
  notice_id: string;
  method: NoticeMethod;
  state: DeliveryState;
  tried_at: Date | null;
  why: string | null;
  slack_channel: string | null;
  slack_ts: string | null;
  mail_id: string | null;
}

interface Tables {
  notices: NoticeRow;
  notice_deliveries: DeliveryRow;
}

export type StoredNotice = Pick<NoticeRow, 'id' | 'event' | 'sealed' | 'state'> & {
  readonly personId: string;
  readonly readAt: Date | null;
  readonly createdAt: Date;
};

const fromRow = ({ id, event, sealed, state, person_id, read_at, created_at }: NoticeRow): StoredNotice => ({
  ...{ id, event, sealed, state },
  ...{ personId: person_id, readAt: read_at, createdAt: created_at },
});

/** Adds a notice; false when its person has one under this key. */
export async function insertNotice(
  tx: Tx,
  row: Pick<NoticeRow, 'id' | 'event' | 'key' | 'sealed'> & { readonly personId: string; readonly createdAt: Date },
): Promise<boolean> {
  const { id, event, key, sealed, personId, createdAt } = row;
  const result = await tx
    .on<Tables>()
    .insertInto('notices')
    .values({
      ...{ org_id: orgOf(tx), id, event, key, sealed, person_id: personId },
      ...{ state: 'waiting', read_at: null, created_at: createdAt },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** A notice, locked until the transaction ends: what becomes of its deliveries is decided one after the other. */
export async function lockNotice(tx: Tx, id: string): Promise<StoredNotice | null> {
  const query = tx.on<Tables>().selectFrom('notices').selectAll().where('id', '=', id).forUpdate();
  const row = await query.executeTakeFirst();
  return row ? fromRow(row) : null;
}

/** The notices under a key, locked; of these people only, where they are named. */
export async function lockNoticesOfKey(
  tx: Tx,
  key: string,
  personIds?: readonly string[],
): Promise<readonly StoredNotice[]> {
  let query = tx.on<Tables>().selectFrom('notices').selectAll().where('key', '=', key);
  if (personIds) query = query.where('person_id', 'in', [...personIds]);
  return (await query.orderBy('id').forUpdate().execute()).map(fromRow);
}

export async function putSealed(tx: Tx, id: string, sealed: Uint8Array): Promise<void> {
  await tx.on<Tables>().updateTable('notices').set({ sealed }).where('id', '=', id).execute();
}

export async function setNoticeState(tx: Tx, id: string, state: NoticeState): Promise<void> {
  await tx.on<Tables>().updateTable('notices').set({ state }).where('id', '=', id).execute();
}

export async function insertDeliveries(tx: Tx, noticeId: string, methods: readonly NoticeMethod[]): Promise<void> {
  if (methods.length === 0) return;
  const rows = methods.map((method) => ({
    ...{ org_id: orgOf(tx), notice_id: noticeId, method, state: 'waiting' as const },
    ...{ tried_at: null, why: null, slack_channel: null, slack_ts: null, mail_id: null },
  }));
  await tx.on<Tables>().insertInto('notice_deliveries').values(rows).execute();
}

export interface Delivery {
  readonly method: NoticeMethod;
  readonly state: DeliveryState;
  readonly triedAt: Date | null;
  readonly at: MessageRef | null;
}

export async function deliveriesOf(tx: Tx, noticeId: string): Promise<readonly Delivery[]> {
  const rows = await tx
    .on<Tables>()
    .selectFrom('notice_deliveries')
    .selectAll()
    .where('notice_id', '=', noticeId)
    .execute();
  return rows.map(({ method, state, tried_at, slack_channel: channelId, slack_ts: ts }) => ({
    ...{ method, state, triedAt: tried_at },
    at: channelId === null || ts === null ? null : { channelId, ts },
  }));
}

export interface DeliveryChange {
  readonly state: DeliveryState;
  readonly triedAt?: Date;
  readonly why?: string | null;
  readonly at?: MessageRef;
  readonly mailId?: string;
}

export async function changeDelivery(
  tx: Tx,
  noticeId: string,
  method: NoticeMethod,
  { state, triedAt, why, at, mailId }: DeliveryChange,
): Promise<void> {
  const change = {
    state,
    ...(triedAt ? { tried_at: triedAt } : {}),
    ...(why === undefined ? {} : { why }),
    ...(at ? { slack_channel: at.channelId, slack_ts: at.ts } : {}),
    ...(mailId ? { mail_id: mailId } : {}),
  };
  const rows = tx.on<Tables>().updateTable('notice_deliveries').set(change);
  await rows.where('notice_id', '=', noticeId).where('method', '=', method).execute();
}

/** Gives a try back that came to nothing; one that was settled meanwhile stays so. */
export async function releaseDelivery(tx: Tx, noticeId: string, method: NoticeMethod): Promise<void> {
  const rows = tx.on<Tables>().updateTable('notice_deliveries').set({ state: 'waiting' });
  await rows.where('notice_id', '=', noticeId).where('method', '=', method).where('state', '=', 'trying').execute();
}

/** Somebody as far as reaching them goes. */
export interface Addressee {
  readonly id: string;
  readonly state: PersonState;
  readonly slackUserId: string | null;
  readonly emailSealed: Uint8Array | null;
}

export async function addresseesOf(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, Addressee>> {
  if (personIds.length === 0) return new Map();
  const { rows } = await sql<{
    id: string;
    state: PersonState;
    slack_user_id: string | null;
    email_sealed: Uint8Array | null;
  }>`
    select id, state, slack_user_id, email_sealed from people where id = any (${[...new Set(personIds)]}::uuid[])
  `.execute(tx.on());
  return new Map(
    rows.map(({ id, state, slack_user_id: slackUserId, email_sealed: emailSealed }) => [
      id,
      { id, state, slackUserId, emailSealed },
    ]),
  );
}
