import { type OrgId, orgId as parseOrgId, type Tx } from '../../../platform/db/index.ts';
import { RetryLater } from '../../../platform/jobs/index.ts';
import type { SlackFailure } from '../../../platform/slack/index.ts';
import { requestKeyName } from '../blind.ts';
import { tellOf } from '../events.ts';
import { refreshMessage, removeMessage } from '../jobs.ts';
import type { ShareParts } from '../parts.ts';
import type { ShareRequest } from '../request.ts';
import { claimDelivery, findRequest, setProgress } from '../store.ts';
import { requestMessage } from '../surfaces/message.ts';
import { cardFor } from './card.ts';
import { end, planEnd, stateOnceStopped } from './send.ts';

interface Ids {
  readonly orgId: string;
  readonly requestId: string;
}

/** A job that comes this much before its request's time belongs to a time that was changed since. */
const early = 60_000;
const tooLate = 'Its end date passed before Slack could be reached. Choose a later one, then send it again.';
const uncertain =
  'Slack did not answer, so Coact can’t tell whether the message is in the channel. Look there: if it is missing, duplicate the request and send it again.';

/**
 * Puts a request's message into its channel. Slack has no key against sending twice, so `sending` is written before the
 * call, and a request found in that state after a crash is never sent again blindly: the publisher is asked to look.
 */
export async function announce(parts: ShareParts, ids: Ids): Promise<void> {
  const orgId = parseOrgId(ids.orgId);
  const request = await parts.db.inOrg(orgId, (tx) => findRequest(tx, ids.requestId));
  if (request === null || !isDue(parts, request)) return;
  if (request.delivery === 'sending') return stop(parts, orgId, request.id, 'uncertain', uncertain);
  if (request.delivery !== 'queued') return;
  if (request.draft.endsAt && new Date(request.draft.endsAt) <= parts.clock.now()) {
    return stop(parts, orgId, request.id, 'failed', tooLate);
  }
  await parts.ring.findOrCreate(requestKeyName(request.id));
  await deliver(parts, orgId, request);
}

function isDue(parts: ShareParts, request: ShareRequest): boolean {
  return request.state === 'scheduled' && (request.sendAt?.getTime() ?? 0) <= parts.clock.now().getTime() + early;
}

async function deliver(parts: ShareParts, orgId: OrgId, request: ShareRequest): Promise<void> {
  const client = parts.slack(orgId);
  const channelId = request.draft.channelId ?? '';
  const joined = await client.joinChannel(channelId);
  if (!joined.ok) return failed(parts, orgId, request.id, joined);
  const claimed = await parts.db.inOrg(orgId, async (tx) => {
    // What was edited, moved or recalled while Slack was asked counts as it stands now.
    const current = await findRequest(tx, request.id, true);
    if (current === null || !isDue(parts, current)) return null;
    if (current.draft.channelId !== channelId) throw new RetryLater(1);
    if (!(await claimDelivery(tx, request.id))) return null;
    return { revision: current.revision, card: await cardFor(parts, tx, { ...current, state: 'open' }) };
  });
  if (claimed === null) return;
  const posted = await client.postMessage(channelId, requestMessage(claimed.card));
  if (!posted.ok) return failed(parts, orgId, request.id, posted);
  await parts.db.inOrg(orgId, (tx) => delivered(parts, tx, orgId, request.id, posted, claimed.revision));
}

/**
 * The message stands in the channel. Who recalled the request meanwhile wants it gone; who edited it, other words.
 * @param revision of what the message says
 */
async function delivered(
  parts: ShareParts,
  tx: Tx,
  orgId: OrgId,
  requestId: string,
  message: { readonly channelId: string; readonly ts: string },
  revision: number,
): Promise<void> {
  const request = await findRequest(tx, requestId, true);
  if (request === null) return;
  const place = { message_channel: message.channelId, message_ts: message.ts };
  if (request.state !== 'scheduled') {
    await setProgress(tx, requestId, place);
    await parts.jobs.enqueue(tx, removeMessage, { orgId, requestId });
    return;
  }
  const sent = { state: 'open', delivery: 'sent', delivery_problem: null, sent_at: parts.clock.now() } as const;
  await setProgress(tx, requestId, { ...sent, ...place });
  await tellOf(parts, tx, 'opened', requestId);
  await planEnd(parts, tx, orgId, request);
  if (request.revision !== revision) {
    await parts.jobs.enqueue(tx, refreshMessage, { orgId, requestId }, { key: requestId });
  }
}

/**
 * Somebody clicked the button of a message of which Slack never said that it was sent: it stands in the channel after
 * all, and the request is open.
 * @returns false when the request was not waiting to know
 */
export async function adoptMessage(
  parts: ShareParts,
  orgId: OrgId,
  requestId: string,
  message: { readonly channelId: string; readonly ts: string },
): Promise<boolean> {
  return parts.db.inOrg(orgId, async (tx) => {
    const request = await findRequest(tx, requestId, true);
    if (request?.state !== 'scheduled' || request.delivery !== 'uncertain') return false;
    if (request.draft.channelId !== message.channelId) return false;
    // Nobody knows which revision its words are of.
    await delivered(parts, tx, orgId, requestId, message, 0);
    return true;
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
  await parts.db.inOrg(orgId, async (tx) => {
    const request = await findRequest(tx, requestId, true);
    if (request?.state !== 'scheduled') return;
    // A failed request is as before it was sent, so that the publisher can mend it and send it once more; nothing is lost.
    const state = delivery === 'failed' ? { state: await stateOnceStopped(tx, request), send_at: null } : {};
    await setProgress(tx, requestId, { delivery, delivery_problem: problem, ...state });
  });
}

/** Brings the message up to date: edited words, the count, the end. */
export async function refresh(parts: ShareParts, ids: Ids): Promise<void> {
  const orgId = parseOrgId(ids.orgId);
  const found = await parts.db.inOrg(orgId, async (tx) => {
    const request = await findRequest(tx, ids.requestId);
    if (request?.message == null || request.state === 'recalled') return null;
    return { at: request.message, problem: request.deliveryProblem, card: await cardFor(parts, tx, request) };
  });
  if (found === null) return;
  const updated = await parts.slack(orgId).updateMessage(found.at, requestMessage(found.card));
  await settled(parts, orgId, ids.requestId, updated);
  if (updated.ok && found.problem !== null) {
    await parts.db.inOrg(orgId, (tx) => setProgress(tx, ids.requestId, { delivery_problem: null }));
  }
}

/** Takes the message of a request that was recalled, or stopped before it opened, out of the channel. */
export async function remove(parts: ShareParts, ids: Ids): Promise<void> {
  const orgId = parseOrgId(ids.orgId);
  const request = await parts.db.inOrg(orgId, (tx) => findRequest(tx, ids.requestId));
  if (request?.message == null || request.state === 'open' || request.state === 'ended') return;
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
