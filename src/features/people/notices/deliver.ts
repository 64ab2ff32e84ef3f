import { type OrgId, orgOf, orgId as parseOrgId, type Tx } from '../../../platform/db/index.ts';
import { type JobContext, RetryLater } from '../../../platform/jobs/index.ts';
import { openAddress } from '../address.ts';
import type { NoticeContext } from './context.ts';
import { noticeOfMail } from './inbox-store.ts';
import { deliverNotice } from './jobs.ts';
import { methodAfter, type NoticeContent, type NoticeMethod } from './notice.ts';
import { byPhone, bySlack, type Outcome } from './outside.ts';
import {
  type Addressee,
  addresseesOf,
  changeDelivery,
  deliveriesOf,
  insertDeliveries,
  lockNotice,
  releaseDelivery,
  type StoredNotice,
  setNoticeState,
} from './store.ts';
import { openContent, openMethods } from './tell.ts';
import { letterOf } from './words.ts';

interface Ids {
  readonly orgId: string;
  readonly noticeId: string;
  readonly method: NoticeMethod;
}

/** How long a try may take; one that is older was cut off by the end of its process. */
const tryMs = 60_000;

/** Says in the log that a delivery is tried again; holds nothing of it. */
class NotDelivered extends Error {
  override readonly name = 'NotDelivered';
}

type Begun =
  | { readonly kind: 'over' }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'go'; readonly content: NoticeContent; readonly to: string };

/**
 * Delivers a notice by one method, at most once: Slack and telephone networks have no key against sending twice, so that
 * `trying` is written before the call, and whatever is found in that state later, or was never answered, is not sent
 * again. It may have arrived or not, and so the next method tells the same.
 */
export async function deliver(context: NoticeContext, ids: Ids, run: Pick<JobContext, 'last'>): Promise<void> {
  const { db } = context;
  const orgId = parseOrgId(ids.orgId);
  const begun = await db.inOrg(orgId, (tx) => begin(context, tx, ids));
  if (begun.kind === 'over') return;
  if (begun.kind === 'elsewhere') throw new RetryLater(tryMs / 1_000);
  const outcome = await send(context, orgId, ids.method, begun);
  if (outcome.kind === 'later' || (outcome.kind === 'again' && !run.last)) {
    await db.inOrg(orgId, (tx) => releaseDelivery(tx, ids.noticeId, ids.method));
    throw outcome.kind === 'later' ? new RetryLater(outcome.seconds) : new NotDelivered(outcome.why);
  }
  await db.inOrg(orgId, async (tx) => {
    const notice = await lockNotice(tx, ids.noticeId);
    if (notice) await settle(context, tx, notice, ids.method, outcome);
  });
}

function send(
  context: NoticeContext,
  orgId: OrgId,
  method: NoticeMethod,
  { content, to }: Extract<Begun, { kind: 'go' }>,
): Promise<Outcome> {
  return method === 'slack' ? bySlack(context, orgId, to, content) : byPhone(context, method, to, content);
}

/** A mail could not be delivered for a day and is gone: the notice goes another way, if there is one. */
export async function mailGivenUp(context: NoticeContext, tx: Tx, mailId: string): Promise<void> {
  const noticeId = await noticeOfMail(tx, mailId);
  const notice = noticeId && (await lockNotice(tx, noticeId));
  if (notice) await settle(context, tx, notice, 'email', { kind: 'failed', why: 'mail_server' });
}

/** Takes the delivery on, unless it is settled or somebody else is at it. A mail is on its way with this transaction. */
async function begin(context: NoticeContext, tx: Tx, { noticeId, method }: Ids): Promise<Begun> {
  const now = context.clock.now();
  const notice = await lockNotice(tx, noticeId);
  const delivery = notice && (await deliveriesOf(tx, noticeId)).find((one) => one.method === method);
  if (!notice || !delivery || !['waiting', 'trying'].includes(delivery.state)) return { kind: 'over' };
  if (delivery.state === 'trying') {
    if (now.getTime() - (delivery.triedAt?.getTime() ?? 0) < tryMs) return { kind: 'elsewhere' };
    await settle(context, tx, notice, method, { kind: 'unclear' });
    return { kind: 'over' };
  }
  const person = (await addresseesOf(tx, [notice.personId])).get(notice.personId);
  const to = person && person.state !== 'deactivated' ? await addressFor(context, tx, person, method) : null;
  if (to === null) {
    await settle(context, tx, notice, method, { kind: 'failed', why: 'no_address' });
    return { kind: 'over' };
  }
  const content = await openContent(context, tx, noticeId, notice.sealed);
  if (method === 'email') {
    const mailId = await context.mail.send(tx, letterOf(to, content, context.publicUrl));
    await settle(context, tx, notice, method, { kind: 'sent', mailId });
    return { kind: 'over' };
  }
  await changeDelivery(tx, noticeId, method, { state: 'trying', triedAt: now });
  return { kind: 'go', content, to };
}

async function addressFor(
  { vault, phone, phoneOf }: NoticeContext,
  tx: Tx,
  person: Addressee,
  method: NoticeMethod,
): Promise<string | null> {
  if (method === 'slack') return person.slackUserId;
  if (method === 'email') return openAddress(vault, tx, person);
  return phone === null ? null : phoneOf(tx, person.id);
}

/** Writes down how a try ended. Where nothing else has told the person or still may, the notice goes another way. */
async function settle(
  context: NoticeContext,
  tx: Tx,
  notice: StoredNotice,
  method: NoticeMethod,
  outcome: Exclude<Outcome, { kind: 'later' }>,
): Promise<void> {
  const { id, personId } = notice;
  if (outcome.kind === 'sent') {
    await changeDelivery(tx, id, method, { state: 'sent', why: null, at: outcome.at, mailId: outcome.mailId });
    return setNoticeState(tx, id, 'sent');
  }
  const state = outcome.kind === 'unclear' ? 'unclear' : 'failed';
  await changeDelivery(tx, id, method, { state, why: 'why' in outcome ? outcome.why : null });
  const deliveries = await deliveriesOf(tx, id);
  if (deliveries.some((one) => ['waiting', 'trying', 'sent'].includes(one.state))) return;
  const person = (await addresseesOf(tx, [personId])).get(personId);
  const open = person && person.state !== 'deactivated' ? await openMethods(context, tx, person) : new Set<never>();
  const next = methodAfter(new Set(deliveries.map((one) => one.method)), open);
  context.log.info({ event: 'notice.not_delivered', method, state, next: next ?? null });
  if (next === undefined) return setNoticeState(tx, id, 'failed');
  await insertDeliveries(tx, id, [next]);
  await context.jobs().enqueue(tx, deliverNotice, { orgId: orgOf(tx), noticeId: id, method: next });
}
