import type { Tx } from '../../../platform/db/index.ts';
import { announce } from '../../../platform/http/index.ts';
import type { Reminder } from '../request.ts';

interface Tables {
  share_messages: {
    request_id: string;
    channel_id: string;
    state: string;
    reminder: Reminder['state'] | null;
    reminder_ts: string | null;
    reminder_problem: string | null;
    reminded_at: Date | null;
  };
}

/**
 * Claims the reminder under a message, durably, before Slack is called.
 * @returns false where there was one, or may have been
 */
export async function claimReminder(tx: Tx, requestId: string, channelId: string): Promise<boolean> {
  const claimed = await tx
    .on<Tables>()
    .updateTable('share_messages')
    .set({ reminder: 'sending' })
    .where('request_id', '=', requestId)
    .where('channel_id', '=', channelId)
    .where('state', '=', 'sent')
    .where('reminder', 'is', null)
    .executeTakeFirst();
  return claimed.numUpdatedRows > 0n;
}

/** Writes what became of a reminder; null where Slack certainly has none, so that it can be posted still. */
export async function setReminder(
  tx: Tx,
  requestId: string,
  channelId: string,
  reminder: Reminder | null,
): Promise<void> {
  const { state = null, ts = null, problem = null, at = null } = reminder ?? {};
  await tx
    .on<Tables>()
    .updateTable('share_messages')
    .set({ reminder: state, reminder_ts: ts, reminder_problem: problem, reminded_at: at })
    .where('request_id', '=', requestId)
    .where('channel_id', '=', channelId)
    .execute();
  await announce(tx, 'requests');
}
