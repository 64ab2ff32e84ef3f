import { orgOf, type Tx } from '../../../platform/db/index.ts';
import { announce } from '../../../platform/http/index.ts';
import type { ChannelMessage, Reminder } from '../request.ts';

interface Tables {
  share_messages: {
    org_id: string;
    request_id: string;
    channel_id: string;
    place: number;
    state: ChannelMessage['state'];
    problem: string | null;
    ts: string | null;
    held_at: Date | null;
    reminder: Reminder['state'] | null;
    reminder_ts: string | null;
    reminder_problem: string | null;
    reminded_at: Date | null;
  };
}

const table = (tx: Tx) => tx.on<Tables>();
const noReminder = { reminder: null, reminder_ts: null, reminder_problem: null, reminded_at: null };

/** The messages of some requests, each request's in the order of its channels. */
export async function messagesOf(
  tx: Tx,
  requestIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ChannelMessage[]>> {
  const all = table(tx).selectFrom('share_messages').selectAll().where('request_id', 'in', requestIds);
  const rows = await all.orderBy('place').orderBy('channel_id').execute();
  const messages = Map.groupBy(rows, ({ request_id }) => request_id);
  return new Map(
    [...messages].map(([id, own]) => [
      id,
      own.map((row) => ({
        ...{ channelId: row.channel_id, state: row.state, problem: row.problem, ts: row.ts, heldAt: row.held_at },
        reminder: reminderOf(row),
      })),
    ]),
  );
}

function reminderOf(row: Tables['share_messages']): Reminder | null {
  if (row.reminder === null) return null;
  return { state: row.reminder, ts: row.reminder_ts, problem: row.reminder_problem, at: row.reminded_at };
}

/**
 * Queues a message for each channel that has none yet; those that still wait for a channel that is not wanted any more
 * are dropped. Whoever calls this has locked the request.
 */
export async function planMessages(tx: Tx, requestId: string, channelIds: readonly string[]): Promise<void> {
  const waiting = table(tx).deleteFrom('share_messages').where('request_id', '=', requestId);
  await waiting
    .where('state', '=', 'queued')
    .where('channel_id', 'not in', ['', ...channelIds])
    .execute();
  if (channelIds.length === 0) return;
  await table(tx)
    .insertInto('share_messages')
    .values(
      channelIds.map((channel_id, place) => ({
        ...{ org_id: orgOf(tx), request_id: requestId, channel_id, place },
        ...{ state: 'queued', problem: null, ts: null, held_at: null, ...noReminder },
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** A request is sent afresh: what came of trying before is past. What may stand in a channel is not forgotten. */
export async function forgetMessages(tx: Tx, requestId: string): Promise<void> {
  const past = table(tx).deleteFrom('share_messages').where('request_id', '=', requestId);
  await past.where('state', 'in', ['queued', 'failed', 'removed']).execute();
}

/**
 * Claims a message for this process, durably, before Slack is called: after a crash it is known that it may already
 * stand in its channel.
 * @returns false when it was not queued (any more)
 */
export async function claimMessage(tx: Tx, requestId: string, channelId: string): Promise<boolean> {
  const claimed = await table(tx)
    .updateTable('share_messages')
    .set({ state: 'sending', held_at: null })
    .where('request_id', '=', requestId)
    .where('channel_id', '=', channelId)
    .where('state', '=', 'queued')
    .executeTakeFirst();
  return claimed.numUpdatedRows > 0n;
}

/** Moves a message on; one that its request has lost meanwhile comes back, as it is known to stand there. */
export async function setMessage(
  tx: Tx,
  requestId: string,
  channelId: string,
  change: Partial<Pick<ChannelMessage, 'state' | 'problem' | 'ts'>>,
): Promise<void> {
  await table(tx)
    .insertInto('share_messages')
    .values({
      ...{ org_id: orgOf(tx), request_id: requestId, channel_id: channelId, place: 0 },
      ...{ state: 'sent', problem: null, ts: null, held_at: null, ...noReminder },
      ...change,
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'request_id', 'channel_id']).doUpdateSet(change))
    .execute();
  await announce(tx, 'requests');
}
