import { sql, type Tx } from '../../../platform/db/index.ts';
import { announce } from '../../../platform/http/index.ts';
import type { RequestState, ShareRequest } from '../request.ts';
import { channelsOfRequests } from '../store.ts';

/** A request as the calendar shows it. */
export interface PlannedRequest {
  readonly id: string;
  readonly title: string;
  readonly state: RequestState;
  readonly channels: ShareRequest['channels'];
  /** When it went out, or is to. */
  readonly at: Date | null;
  readonly endsAt: Date | null;
  readonly revision: number;
  readonly delivery: ShareRequest['delivery'];
}

interface Row {
  readonly id: string;
  readonly title: string;
  readonly state: RequestState;
  readonly at: Date | null;
  readonly ends_at: Date | null;
  readonly revision: number;
  readonly delivery: ShareRequest['delivery'];
}

/** Requests that go out, went out or end from one moment up to another, by their time; recalled ones are nowhere. */
export async function requestsBetween(
  tx: Tx,
  { from, to, limit }: { readonly from: Date; readonly to: Date; readonly limit: number },
): Promise<readonly PlannedRequest[]> {
  const { rows } = await sql<Row>`
    select id, title, state, coalesce(sent_at, send_at) as at, ends_at, revision, delivery
    from share_requests
    where (state <> 'recalled' and coalesce(sent_at, send_at) >= ${from} and coalesce(sent_at, send_at) < ${to})
      or (state in ('open', 'ended') and ends_at >= ${from} and ends_at < ${to})
    order by coalesce(sent_at, send_at), id limit ${limit}`.execute(tx.on());
  const channels = await channelsOfRequests(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...{ id: row.id, title: row.title, state: row.state, at: row.at, endsAt: row.ends_at },
    ...{ channels: channels.get(row.id) ?? [], revision: row.revision, delivery: row.delivery },
  }));
}

/** When requests go out, or went out, from one moment up to another; in review, when they were wished for. */
export async function timesTaken(
  tx: Tx,
  { from, to, except }: { readonly from: Date; readonly to: Date; readonly except: string | null },
): Promise<readonly Date[]> {
  const { rows } = await sql<{ at: Date }>`
    select coalesce(sent_at, send_at) as at from share_requests
    where state <> 'recalled' and coalesce(sent_at, send_at) >= ${from} and coalesce(sent_at, send_at) < ${to}
      and id is distinct from ${except}::uuid
    order by 1 limit 1000`.execute(tx.on());
  return rows.map((row) => row.at);
}

/** The time at which a request in review is to go out, once it is approved. Whoever saw the one before has not seen this. */
export async function writeWish(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`update share_requests set send_at = ${at}, revision = revision + 1 where id = ${id}`.execute(tx.on());
  await announce(tx, 'requests');
}

/** Plans a request for another time. It says the same, so what was approved is approved; whoever saw it before has not seen this. */
export async function writeTime(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`
    update share_requests set send_at = ${at}, delivery = 'queued', delivery_problem = null,
      revision = revision + 1, approved_revision = approved_revision + 1
    where id = ${id}`.execute(tx.on());
  await announce(tx, 'requests');
}
