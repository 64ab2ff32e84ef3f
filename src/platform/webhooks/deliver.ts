import { type OrgId, orgId as parseOrgId, type Tx } from '../db/index.ts';
import type { WebhookContext } from './context.ts';
import { type DeliveryChange, findDelivery, updateDelivery } from './delivery-store.ts';
import type { Delivery, Endpoint, StoppedWhy, TryOutcome } from './endpoint.ts';
import { deliver } from './jobs.ts';
import { type Lanes, openLanes } from './lanes.ts';
import { failingTooLongMs, mostTries, retryAfterMs, waitAfter } from './retrying.ts';
import { secretsOf } from './secrets.ts';
import { signedHeaders } from './signature.ts';
import { findEndpoint, updateEndpoint } from './store.ts';

interface Try {
  readonly orgId: string;
  readonly deliveryId: string;
  readonly number: number;
}

/** Enough for an honest answer's head; nobody reads what else there is. */
const mostBytes = 16_384;
const timeoutMs = 10_000;
const paused = 'The end-point was paused before this could be sent.';

/**
 * Makes one try of a delivery. A delivery waits, then is delivered (any 2xx), or has failed after eight tries over two
 * days, or at once where the end-point is gone (410) or paused. At least once: a process that ends between the call and
 * the note of it calls again, with the same id.
 */
export function deliverer(context: WebhookContext, lanes: Lanes = openLanes()): (asked: Try) => Promise<void> {
  const { db } = context;
  return async (asked) => {
    const orgId = parseOrgId(asked.orgId);
    const due = await db.inOrg(orgId, (tx) => read(context, tx, asked));
    if (due === null) return;
    if (!lanes.enter(due.endpoint.id)) {
      // Others are at it, slowly perhaps. Whoever waits here would keep what goes elsewhere waiting too.
      const startAfter = new Date(context.clock.now().getTime() + 2_000 + Math.random() * 8_000);
      await db.inOrg(orgId, (tx) => context.jobs.enqueue(tx, deliver, { ...asked }, { startAfter }));
      return;
    }
    try {
      const outcome = await call(context, due);
      await db.inOrg(orgId, (tx) => record(context, tx, orgId, asked, outcome));
    } finally {
      lanes.leave(due.endpoint.id);
    }
  };
}

/** What to send where; null where this try was made already, or there is nothing to send any more. */
async function read(context: WebhookContext, tx: Tx, { deliveryId, number }: Try) {
  const delivery = await findDelivery(tx, deliveryId);
  if (delivery?.state !== 'waiting' || delivery.tries !== number - 1) return null;
  const endpoint = await findEndpoint(tx, delivery.endpointId);
  if (endpoint === null) return null;
  if (endpoint.state === 'paused') {
    await updateDelivery(tx, deliveryId, { state: 'failed', last_problem: paused, next_try_at: null });
    return null;
  }
  return { delivery, endpoint, secrets: await secretsOf(context, tx, endpoint) };
}

async function call(
  { egress, clock }: WebhookContext,
  { delivery, endpoint, secrets }: NonNullable<Awaited<ReturnType<typeof read>>>,
): Promise<TryOutcome> {
  const { eventId, body } = delivery;
  const answer = await egress.fetch(endpoint.url, {
    method: 'POST',
    headers: {
      ...signedHeaders(eventId, clock.now(), body, secrets),
      'content-type': 'application/json',
      'user-agent': 'Coact (webhooks)',
    },
    body,
    ...{ maxBytes: mostBytes, cut: true, timeoutMs, redirects: 'manual' },
  });
  if (!answer.ok) return { ok: false, status: null, problem: answer.sentence, gone: false, wishMs: null };
  const { status, headers } = answer.response;
  if (status >= 200 && status < 300) return { ok: true, status };
  const problem =
    status >= 300 && status < 400 ? 'It answered with a redirect, which is not followed.' : `It answered ${status}.`;
  const wishMs = retryAfterMs(headers.get('retry-after'), clock.now());
  return { ok: false, status, problem, gone: status === 410, wishMs };
}

async function record(
  context: WebhookContext,
  tx: Tx,
  orgId: OrgId,
  { deliveryId, number }: Try,
  outcome: TryOutcome,
): Promise<void> {
  const { clock, jobs } = context;
  // The end-point first, always: two deliveries that are noted at once would wait for each other otherwise.
  const known = await findDelivery(tx, deliveryId);
  const endpoint = known && (await findEndpoint(tx, known.endpointId, true));
  const delivery = await findDelivery(tx, deliveryId, true);
  if (!endpoint || delivery?.state !== 'waiting' || delivery.tries !== number - 1) return;
  const change = afterTry(delivery, outcome, clock.now(), Math.random());
  await updateDelivery(tx, deliveryId, { ...change, tries: number });
  if (change.next_try_at) {
    const startAfter = change.next_try_at;
    await jobs.enqueue(tx, deliver, { orgId, deliveryId, number: number + 1 }, { startAfter });
  }
  if (outcome.ok) {
    if (endpoint.failingSince !== null) await updateEndpoint(tx, endpoint.id, { failing_since: null });
    return;
  }
  const since = endpoint.failingSince ?? clock.now();
  if (endpoint.failingSince === null) await updateEndpoint(tx, endpoint.id, { failing_since: since });
  const tooLong = clock.now().getTime() - since.getTime() >= failingTooLongMs;
  if (endpoint.state === 'enabled' && (outcome.gone || tooLong)) {
    await stop(context, tx, endpoint, outcome.gone ? 'gone' : 'failing');
  }
}

/** What a delivery is after a try. */
export function afterTry(
  { triesLeft }: Pick<Delivery, 'triesLeft'>,
  outcome: TryOutcome,
  now: Date,
  chance: number,
): DeliveryChange & Pick<Required<DeliveryChange>, 'next_try_at'> {
  const left = triesLeft - 1;
  const tried = { tries_left: left, last_status: outcome.status, last_tried_at: now };
  if (outcome.ok) return { ...tried, state: 'delivered', last_problem: null, next_try_at: null };
  const failed = { ...tried, last_problem: outcome.problem };
  if (outcome.gone || left <= 0) return { ...failed, state: 'failed', next_try_at: null };
  const next = now.getTime() + waitAfter(mostTries - left, chance, outcome.wishMs);
  return { ...failed, state: 'waiting', next_try_at: new Date(next) };
}

async function stop(
  { audit, log, onStopped }: WebhookContext,
  tx: Tx,
  endpoint: Endpoint,
  why: Exclude<StoppedWhy, 'by_hand'>,
): Promise<void> {
  await updateEndpoint(tx, endpoint.id, { state: 'paused', why });
  await audit.append(tx, {
    actor: { kind: 'system', id: 'webhooks' },
    action: 'webhooks.endpoint_stopped',
    target: { type: 'webhook', id: endpoint.id },
    detail: { why },
  });
  await onStopped(tx, endpoint, why);
  log.warn({ event: 'webhooks.endpoint_stopped', endpointId: endpoint.id, why });
}
