import { type OrgId, orgId as parseOrgId } from '../../../platform/db/index.ts';
import { RetryLater } from '../../../platform/jobs/index.ts';
import type { SlackFailure } from '../../../platform/slack/index.ts';
import { requestKeyName } from '../blind.ts';
import type { ShareParts } from '../parts.ts';
import type { ShareRequest } from '../request.ts';
import { claimDelivery, findRequest, setProgress } from '../store.ts';
import { requestMessage } from '../surfaces/message.ts';
import { cardFor } from './card.ts';
import { end, planEnd } from './send.ts';

interface Ids {
  readonly orgId: string;
  readonly requestId: string;
}

/** A job that comes this much before its request's time belongs to a time that was changed since. */
const early = 60_000;
const uncertain =
  'Slack did not answer, so Coact can’t tell whether the message is in the channel. Look there: if it is missing, duplicate the request and send it again.';

/**
 * Puts a request's message into its channel. Slack has no key against sending twice, so `sending` is written before the
 * call, and a request found in that state after a crash is never sent again blindly: the publisher is asked to look.
 */
export async function announce(parts: ShareParts, ids: Ids): Promise<void> {
  const orgId = parseOrgId(ids.orgId);
  const request = await parts.db.inOrg(orgId, (tx) => findRequest(tx, ids.requestId));
  if (request === null || request.state !== 'scheduled') return;
  if ((request.sendAt?.getTime() ?? 0) > parts.clock.now().getTime() + early) return;
  if (request.delivery === 'sending') return stop(parts, orgId, request.id, 'uncertain', uncertain);
  if (request.delivery !== 'queued') return;
  await parts.ring.findOrCreate(requestKeyName(request.id));
  await deliver(parts, orgId, request);
}

async function deliver(parts: ShareParts, orgId: OrgId, request: ShareRequest): Promise<void> {
  const client = parts.slack(orgId);
  const channelId = request.draft.channelId ?? '';
  const joined = await client.joinChannel(channelId);
  if (!joined.ok) return failed(parts, orgId, request.id, joined);
  const card = await parts.db.inOrg(orgId, async (tx) => {
    if (!(await claimDelivery(tx, request.id))) return null;
    return cardFor(parts, tx, { ...request, state: 'open' });
  });
  if (card === null) return;
  const posted = await client.postMessage(channelId, requestMessage(card));
  if (!posted.ok) return failed(parts, orgId, request.id, posted);
  await parts.db.inOrg(orgId, async (tx) => {
    await setProgress(tx, request.id, {
      state: 'open',
      delivery: 'sent',
      delivery_problem: null,
      sent_at: parts.clock.now(),
      message_channel: posted.channelId,
      message_ts: posted.ts,
    });
    await planEnd(parts, tx, orgId, request);
  });
}

async function failed(parts: ShareParts, orgId: OrgId, requestId: string, failure: SlackFailure): Promise<void> {
  if (failure.error === 'unknown_outcome') return stop(parts, orgId, requestId, 'uncertain', uncertain);
  if (failure.error === 'ratelimited' || failure.error === 'unreachable') {
    await stop(parts, orgId, requestId, 'queued', failure.sentence);
    throw new RetryLater(failure.retryAfter ?? 20);
  }
  await stop(parts, orgId, requestId, 'failed', failure.sentence);
}

async function stop(
  parts: ShareParts,
  orgId: OrgId,
  requestId: string,
  delivery: 'queued' | 'uncertain' | 'failed',
  problem: string,
): Promise<void> {
  parts.log.warn({ event: 'share.not_announced', orgId, requestId, delivery });
  // A failed request is a draft again, so that the publisher can mend it and send it once more; nothing is lost.
  const state = delivery === 'failed' ? ({ state: 'draft', send_at: null } as const) : {};
  await parts.db.inOrg(orgId, (tx) => setProgress(tx, requestId, { delivery, delivery_problem: problem, ...state }));
}

/** Brings the message up to date: edited words, the count, the end. */
export async function refresh(parts: ShareParts, ids: Ids): Promise<void> {
  const orgId = parseOrgId(ids.orgId);
  const found = await parts.db.inOrg(orgId, async (tx) => {
    const request = await findRequest(tx, ids.requestId);
    if (request?.message == null || request.state === 'recalled') return null;
    return { at: request.message, card: await cardFor(parts, tx, request) };
  });
  if (found === null) return;
  const updated = await parts.slack(orgId).updateMessage(found.at, requestMessage(found.card));
  await settled(parts, orgId, ids.requestId, updated);
}

/** Takes a recalled request's message out of the channel. */
export async function remove(parts: ShareParts, ids: Ids): Promise<void> {
  const orgId = parseOrgId(ids.orgId);
  const request = await parts.db.inOrg(orgId, (tx) => findRequest(tx, ids.requestId));
  if (request?.message == null || request.state !== 'recalled') return;
  const removed = await parts.slack(orgId).deleteMessage(request.message);
  if (removed.ok || removed.error === 'message_not_found') {
    await parts.db.inOrg(orgId, (tx) => setProgress(tx, ids.requestId, { message_ts: null, message_channel: null }));
    return;
  }
  await settled(parts, orgId, ids.requestId, removed);
}

/** What goes wrong with a message that stands is told to the publisher; what may pass is tried again. */
async function settled(
  parts: ShareParts,
  orgId: OrgId,
  requestId: string,
  result: { readonly ok: true } | SlackFailure,
): Promise<void> {
  if (result.ok) return;
  if (result.error === 'ratelimited' || result.error === 'unreachable' || result.error === 'unknown_outcome') {
    throw new RetryLater(result.retryAfter ?? 20);
  }
  await parts.db.inOrg(orgId, (tx) => setProgress(tx, requestId, { delivery_problem: result.sentence }));
}

/** The end date has come, unless it was moved. */
export async function endWhenDue(parts: ShareParts, ids: Ids): Promise<void> {
  const orgId = parseOrgId(ids.orgId);
  await parts.db.inOrg(orgId, async (tx) => {
    const request = await findRequest(tx, ids.requestId, true);
    if (request?.state !== 'open' || !request.draft.endsAt) return;
    if (new Date(request.draft.endsAt).getTime() > parts.clock.now().getTime() + early) return;
    await end(parts, tx, orgId, request);
  });
}
