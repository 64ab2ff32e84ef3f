import type { OrgId } from '../../../platform/db/index.ts';
import type { SlackClient } from '../../../platform/slack/index.ts';
import type { ShareParts } from '../parts.ts';
import { requestsOfChannel, setProgress } from '../store.ts';

/** A channel was archived or deleted: every request that is meant for it says so, and can be given another. */
export async function channelGone(
  parts: ShareParts,
  orgId: OrgId,
  channelId: string | null,
  how: 'archived' | 'deleted',
): Promise<void> {
  if (channelId === null) return;
  const problem =
    how === 'archived'
      ? 'Its channel was archived in Slack. Unarchive it there, or choose another channel.'
      : 'Its channel was deleted in Slack. Choose another channel.';
  await parts.db.inOrg(orgId, async (tx) => {
    for (const id of await requestsOfChannel(tx, channelId)) await setProgress(tx, id, { delivery_problem: problem });
  });
}

/** A channel has another name: requests show the new one. */
export async function channelRenamed(
  parts: ShareParts,
  orgId: OrgId,
  channelId: string | null,
  client: SlackClient,
): Promise<void> {
  if (channelId === null) return;
  const found = await client.channel(channelId);
  if (!found.ok) return;
  await parts.db.inOrg(orgId, async (tx) => {
    for (const id of await requestsOfChannel(tx, channelId)) {
      await setProgress(tx, id, { channel_name: found.channel.name });
    }
  });
}
