import type { OrgId } from '../../../platform/db/index.ts';
import { cancelEverything } from '../outgoing/cancel.ts';
import type { ShareParts } from '../parts.ts';
import { listRequests, setProgress } from '../store.ts';
import { end, stateOnceStopped } from './send.ts';

const problem = 'Coact was removed from Slack before this was sent. Connect Slack again, then send it.';

/**
 * Coact was removed from Slack: nothing more is sent. What is on its way is cancelled, open requests end, scheduled ones
 * are drafts or approved as before; figures stay.
 */
export async function afterUninstall(parts: ShareParts, orgId: OrgId): Promise<void> {
  const cancelled = await cancelEverything(parts, orgId);
  const ended = await parts.db.inOrg(orgId, async (tx) => {
    const open = await listRequests(tx, { states: ['open', 'scheduled'], search: '', limit: 1000, offset: 0 });
    for (const request of open.requests) {
      if (request.state === 'open') await end(parts, tx, orgId, { ...request, messages: [] });
      else
        await setProgress(tx, request.id, {
          state: await stateOnceStopped(tx, request),
          send_at: null,
          delivery: 'failed',
          delivery_problem: problem,
        });
    }
    return open.total;
  });
  parts.log.info({ event: 'share.stopped_by_uninstall', orgId, cancelled, ended });
}
