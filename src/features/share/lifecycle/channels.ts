import type { OrgId } from '../../../platform/db/index.ts';
import type { SlackClient } from '../../../platform/slack/index.ts';
import type { ShareParts } from '../parts.ts';
import { findRequest, renameChannel, requestsOfChannel, setProgress } from '../store.ts';
import { putChannelNames } from '../topics/store.ts';
import { inChannel, settle } from './settle.ts';
import { setMessage } from './store.ts';

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
    for (const id of (await requestsOfChannel(tx, channelId)).toSorted()) {
      const request = await findRequest(tx, id, true);
      if (request === null) continue;
      if (request.messages.some((message) => message.channelId === channelId && message.state !== 'queued')) {
        await setMessage(tx, id, channelId, { problem });
        await settle(tx, id);
      } else if (request.channels.some((channel) => channel.id === channelId)) {
        await setProgress(tx, id, { delivery_problem: inChannel(request, channelId, problem) });
      }
    }
  });
}

/** A channel has another name: requests and topics show the new one. */
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
    await putChannelNames(tx, new Map([[channelId, found.channel.name]]));
    await renameChannel(tx, channelId, found.channel.name);
  });
}
