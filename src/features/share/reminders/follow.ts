import type { OrgId } from '../../../platform/db/index.ts';
import type { SlackFailure } from '../../../platform/slack/index.ts';
import type { ShareParts } from '../parts.ts';
import type { ChannelMessage } from '../request.ts';
import type { RequestCard } from '../surfaces/message.ts';
import { reminderMessage } from '../surfaces/reminder-message.ts';
import { setReminder } from './store.ts';

/** Brings the reminder under a message up to date with its request. @returns what may pass, to be tried again; else null */
export async function refreshReminder(
  parts: ShareParts,
  orgId: OrgId,
  { channelId, reminder }: ChannelMessage,
  card: RequestCard,
): Promise<SlackFailure | null> {
  if (reminder === null || reminder.ts === null) return null;
  const updated = await parts.slack(orgId).updateMessage({ channelId, ts: reminder.ts }, reminderMessage(card));
  // Somebody may have deleted it in Slack; what else is wrong is wrong with the message too, and told of that.
  return updated.ok || !(updated.error === 'ratelimited' || updated.error === 'unreachable') ? null : updated;
}

/**
 * Takes the reminder under a message away. Before the message itself: one with a reply leaves a mark behind in Slack that
 * it was deleted.
 * @returns why it still stands there; null when it does not
 */
export async function removeReminder(
  parts: ShareParts,
  orgId: OrgId,
  requestId: string,
  { channelId, reminder }: ChannelMessage,
): Promise<SlackFailure | null> {
  if (reminder === null || reminder.ts === null) return null;
  const removed = await parts.slack(orgId).deleteMessage({ channelId, ts: reminder.ts });
  if (!removed.ok && removed.error !== 'message_not_found') return removed;
  const gone = { ...reminder, state: 'removed', ts: null } as const;
  await parts.db.inOrg(orgId, (tx) => setReminder(tx, requestId, channelId, gone));
  return null;
}
