import type { OrgId } from '../../../platform/db/index.ts';
import type { ShareParts } from '../parts.ts';
import { cancel } from './cancel.ts';
import { openAll } from './own.ts';
import { allOutgoing } from './store.ts';
import { tellPerson } from './tell.ts';

const waited = 'The request ended before your post was due, so it was cancelled.';
const unsure =
  'The request has ended, and Coact could not find out whether your post is there. Please look at your profile.';

/**
 * Cancels what is still on its way when a request closes, as a post planned for after an end that was moved: a share
 * names its person, so none may outlive the tokens. Each person is told.
 */
export async function cancelLeftovers(parts: ShareParts, orgId: OrgId, requestId: string): Promise<void> {
  const rows = await parts.db.inOrg(orgId, (tx) => allOutgoing(tx));
  for (const share of await openAll(parts, rows)) {
    if (share.payload.requestId !== requestId) continue;
    if (!(await cancel(parts, orgId, share.id, share.payload, false))) continue;
    const sentence = share.state === 'queued' ? waited : unsure;
    await tellPerson(parts, orgId, share.payload, { kind: 'failed', sentence });
  }
}
