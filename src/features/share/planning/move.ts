import { actedBy } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { recordAct } from '../acts.ts';
import { announceRequest } from '../jobs.ts';
import { approvalNeeded, problemsOf, send } from '../lifecycle/send.ts';
import { hasWaited } from '../pacing/unsent.ts';
import { wake } from '../pacing/wake.ts';
import type { ShareParts } from '../parts.ts';
import { noTime, refusal, type SendingProblem, type ShareRequest } from '../request.ts';
import type { Asking } from '../review/asking.ts';
import { askAnew } from '../review/submit.ts';
import { findRequest, setProgress } from '../store.ts';
import { topicProblems } from '../topics/guard.ts';
import { writeTime, writeWish } from './store.ts';

export type Moved =
  | { readonly kind: 'done' | 'absent' | 'unapproved' }
  | { readonly kind: 'refused'; readonly code: 'wrong_state' | 'changed_meanwhile'; readonly sentence: string }
  | { readonly kind: 'incomplete'; readonly problems: readonly SendingProblem[] };

const changed = 'Somebody has changed or moved this request meanwhile. Look at it again.';
const hour = 3_600_000;
const forGood = 'This request was recalled for good. Duplicate it to use it again.';

interface Wanted {
  readonly at: Date;
  /** As it was seen by whoever moves it; whatever it is where left out. */
  readonly revision: number | undefined;
  /** Whether quiet time and caps are set aside; as before where left out. */
  readonly anyway: boolean | undefined;
}

/**
 * Plans a request for another time, by the rules of sending at that time. The work of the earlier time comes,
 * finds that it is not its time, and does nothing. One in review stays so: whoever decides about it is told the other time,
 * and decides about that.
 */
export async function move(
  parts: ShareParts,
  tx: Tx,
  asking: Asking,
  id: string,
  { at, revision, anyway }: Wanted,
): Promise<Moved> {
  const request = await findRequest(tx, id, true);
  if (request === null || !mayPublish(asking, request)) return { kind: 'absent' };
  const refused = refusal('move', request.state, request.delivery);
  if (refused !== null) return { kind: 'refused', code: 'wrong_state', sentence: refused };
  if (revision !== undefined && revision !== request.revision) {
    return { kind: 'refused', code: 'changed_meanwhile', sentence: changed };
  }
  const inReview = request.state === 'in_review';
  if (inReview && request.sendAt === null) return { kind: 'refused', code: 'wrong_state', sentence: noTime };
  const problems = [
    ...(await problemsOf(parts, tx, request.draft, at, id)),
    ...(await topicProblems(tx, asking, request.draft)),
  ];
  if (problems.length > 0) return { kind: 'incomplete', problems };
  if (anyway !== undefined) await setProgress(tx, id, { send_anyway: anyway });
  if (inReview) {
    await writeWish(tx, id, at);
    await askAnew(parts, tx, { ...request, sendAt: at, revision: request.revision + 1 });
  } else {
    await writeTime(tx, id, at);
    await parts.jobs.enqueue(tx, announceRequest, { orgId: asking.orgId, requestId: id }, { startAfter: at });
  }
  await recordAct(parts, tx, actedBy(asking.actor), 'share.request_moved', id, anyway ? { anyway } : {});
  // Its place at its channels is free.
  await wake(parts, tx, asking.orgId);
  return { kind: 'done' };
}

/**
 * Plans a request again that was scheduled when it was recalled, within the hour: longer, its closing could be near. One
 * that stood in a channel, or may have, stays recalled.
 */
export async function restore(parts: ShareParts, tx: Tx, asking: Asking, id: string): Promise<Moved> {
  const request = await findRequest(tx, id, true);
  if (request === null || !mayPublish(asking, request)) return { kind: 'absent' };
  if (!isRestorable(request, parts.clock.now())) {
    const sentence = request.state === 'recalled' ? forGood : 'This request was not recalled.';
    return { kind: 'refused', code: 'wrong_state', sentence };
  }
  // One that waited for its channel goes on waiting: its time had come, and it is none that was missed.
  const at = hasWaited(request) ? null : request.sendAt;
  const problems = await send(parts, tx, asking, { ...request, state: 'scheduled' }, at);
  if (problems.includes(approvalNeeded)) return { kind: 'unapproved' };
  if (problems.length > 0) return { kind: 'incomplete', problems };
  await setProgress(tx, id, { ended_at: null });
  await recordAct(parts, tx, actedBy(asking.actor), 'share.request_restored', id);
  return { kind: 'done' };
}

function isRestorable({ state, sentAt, messages, delivery, endedAt }: ShareRequest, now: Date): boolean {
  if (state !== 'recalled' || sentAt !== null) return false;
  if (messages.some((message) => message.state !== 'queued' && message.state !== 'failed')) return false;
  return delivery === 'queued' && endedAt !== null && now.getTime() - endedAt.getTime() < hour;
}

const mayPublish = ({ allowed, orgId }: Asking, { id }: ShareRequest) =>
  allowed('share.publish', { type: 'ShareRequest', id, orgId });
