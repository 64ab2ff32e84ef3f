import { z } from 'zod';
import { accountLabel, type Connected } from '../../networks/index.ts';
import type { ShareParts } from '../parts.ts';
import { windowFor } from './compose.ts';
import { connectedModal } from './modal.ts';
import { publishHome } from './publish-home.ts';
import { standingOf } from './standing.ts';

const returnSchema = z.object({ viewId: z.string(), requestId: z.uuid().nullable(), slackUserId: z.string() });

/** An account was connected in the browser: the window in Slack that the person came from moves on by itself. */
export async function goOnAfterConnect(parts: ShareParts, connected: Connected): Promise<void> {
  const from = returnSchema.safeParse(JSON.parse(connected.returnTo === '' ? 'null' : connected.returnTo));
  if (!from.success) return;
  const { viewId, requestId, slackUserId } = from.data;
  const { orgId, account } = connected;
  const client = parts.slack(orgId);
  if (requestId === null) {
    const { title } = parts.networks.describe(account.network);
    await client.updateView({ viewId }, connectedModal(title, accountLabel(account.network, account.handle)));
  } else {
    const standing = await standingOf(parts, orgId, slackUserId, requestId, account.network);
    const who = { slackUserId, label: account.handle };
    await client.updateView({ viewId }, await windowFor(parts, orgId, who, standing, viewId, requestId));
  }
  await publishHome(parts, client, orgId, slackUserId);
}
