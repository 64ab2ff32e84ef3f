import { actedBy } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { ShareParts } from '../parts.ts';
import { findRequest, requestIdsIn } from '../store.ts';
import type { Asking } from './asking.ts';
import type { Approvals } from './review.ts';
import { approveScheduled, readApprovals, writeApprovals } from './store.ts';
import { backToDraft, enter } from './submit.ts';

/** Sets whether requests need an approval. What stands in between is settled with it; see review.ts. */
export async function setApprovals(
  parts: ShareParts,
  tx: Tx,
  asking: Pick<Asking, 'actor' | 'orgId'>,
  approvals: Approvals,
): Promise<void> {
  if ((await readApprovals(tx)) === approvals) return;
  await writeApprovals(tx, approvals, parts.clock.now());
  const requests = approvals === 'required' ? await keepScheduled(parts, tx, asking) : await free(parts, tx, asking);
  await parts.audit.append(tx, {
    actor: actedBy(asking.actor),
    action: 'share.approvals_set',
    target: { type: 'organisation', id: asking.orgId },
    detail: { approvals, requests },
  });
}

async function keepScheduled(parts: ShareParts, tx: Tx, asking: Pick<Asking, 'actor'>): Promise<number> {
  const kept = await approveScheduled(tx);
  for (const request of kept) await enter(parts, tx, asking, request, 'switched_on');
  return kept.length;
}

async function free(parts: ShareParts, tx: Tx, asking: Pick<Asking, 'actor'>): Promise<number> {
  const ids = await requestIdsIn(tx, ['in_review', 'approved']);
  for (const id of ids.toSorted()) {
    const request = await findRequest(tx, id, true);
    if (request?.state === 'in_review' || request?.state === 'approved') {
      await backToDraft(parts, tx, asking, request, 'switched_off');
    }
  }
  return ids.length;
}
