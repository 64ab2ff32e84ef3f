import { orgOf, sql, type Tx } from '../db/index.ts';
import type { Delivery } from './endpoint.ts';

interface DeliveryRow {
  org_id: string;
  id: string;
  endpoint_id: string;
  event_id: string;
  state: Delivery['state'];
  tries: number;
  tries_left: number;
  last_status: number | null;
  last_problem: string | null;
  last_tried_at: Date | null;
  next_try_at: Date | null;
  created_at: Date;
}

interface Tables {
  webhook_deliveries: DeliveryRow;
  webhook_events: { org_id: string; id: string; type: string; body: string; created_at: Date };
}

const toDelivery = (row: Omit<DeliveryRow, 'org_id'> & { readonly type: string }): Delivery => ({
  ...{ id: row.id, endpointId: row.endpoint_id, eventId: row.event_id, type: row.type, state: row.state },
  ...{ tries: row.tries, triesLeft: row.tries_left, lastStatus: row.last_status, lastProblem: row.last_problem },
  ...{ lastTriedAt: row.last_tried_at, nextTryAt: row.next_try_at, createdAt: row.created_at },
});

const withType = (tx: Tx) =>
  tx
    .on<Tables>()
    .selectFrom('webhook_deliveries as d')
    .innerJoin('webhook_events as e', (join) =>
      join.onRef('e.org_id', '=', 'd.org_id').onRef('e.id', '=', 'd.event_id'),
    )
    .selectAll('d')
    .select('e.type');

export async function insertEvent(
  tx: Tx,
  event: { readonly id: string; readonly type: string; readonly body: string; readonly at: Date },
): Promise<void> {
  const { id, type, body, at } = event;
  const row = { org_id: orgOf(tx), id, type, body, created_at: at };
  await tx.on<Tables>().insertInto('webhook_events').values(row).execute();
}

export async function insertDelivery(
  tx: Tx,
  {
    id,
    endpointId,
    eventId,
    triesLeft,
    at,
  }: Pick<Delivery, 'id' | 'endpointId' | 'eventId' | 'triesLeft'> & { at: Date },
): Promise<void> {
  const none = { last_status: null, last_problem: null, last_tried_at: null };
  const row = {
    id,
    endpoint_id: endpointId,
    event_id: eventId,
    state: 'waiting',
    tries: 0,
    tries_left: triesLeft,
  } as const;
  await tx
    .on<Tables>()
    .insertInto('webhook_deliveries')
    .values({ ...row, ...none, org_id: orgOf(tx), next_try_at: at, created_at: at })
    .execute();
}

/** A delivery with what is sent. `lock` keeps others from changing it until the transaction ends. */
export async function findDelivery(
  tx: Tx,
  id: string,
  lock = false,
): Promise<(Delivery & { readonly body: string }) | null> {
  const query = withType(tx).select('e.body').where('d.id', '=', id);
  const row = await (lock ? query.forUpdate('d') : query).executeTakeFirst();
  return row ? { ...toDelivery(row), body: row.body } : null;
}

export interface DeliveryQuery {
  readonly endpointId: string;
  readonly state?: Delivery['state'] | undefined;
  /** Those made before this one. */
  readonly before?: string | undefined;
  readonly since?: Date | undefined;
  readonly limit: number;
}

/** Deliveries to an end-point, the newest first. */
export async function listDeliveries(tx: Tx, asked: DeliveryQuery): Promise<Delivery[]> {
  let query = withType(tx).where('d.endpoint_id', '=', asked.endpointId);
  if (asked.state !== undefined) query = query.where('d.state', '=', asked.state);
  if (asked.before !== undefined) query = query.where('d.id', '<', asked.before);
  if (asked.since !== undefined) query = query.where('d.created_at', '>=', asked.since);
  const rows = await query.orderBy('d.id', 'desc').limit(asked.limit).execute();
  return rows.map(toDelivery);
}

export type DeliveryChange = Partial<
  Pick<DeliveryRow, 'state' | 'tries' | 'tries_left' | 'last_status' | 'last_problem' | 'last_tried_at' | 'next_try_at'>
>;

export async function updateDelivery(tx: Tx, id: string, change: DeliveryChange): Promise<void> {
  await tx.on<Tables>().updateTable('webhook_deliveries').set(change).where('id', '=', id).execute();
}

/** Removes deliveries that were made before a moment and are settled, and events that nothing is left of. */
export async function forgetDeliveriesBefore(tx: Tx, at: Date): Promise<void> {
  await tx
    .on<Tables>()
    .deleteFrom('webhook_deliveries')
    .where('created_at', '<', at)
    .where('state', '!=', 'waiting')
    .execute();
  await sql`delete from webhook_events e where created_at < ${at} and not exists (
    select 1 from webhook_deliveries d where d.org_id = e.org_id and d.event_id = e.id)`.execute(tx.on());
}
