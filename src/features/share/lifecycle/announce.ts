import { type OrgId, orgId as parseOrgId, type Tx } from '../../../platform/db/index.ts';
import { RetryLater } from '../../../platform/jobs/index.ts';
import type { SlackFailure } from '../../../platform/slack/index.ts';
import { requestKeyName } from '../blind.ts';
import { tellOf } from '../events.ts';
import { refreshMessage, removeMessage } from '../jobs.ts';
import { forgetSending, insertSending } from '../pacing/store.ts';
import { dropWaiting, endedWaiting, endUnsent, hasWaited, tellUnsent } from '../pacing/unsent.ts';
import { holdOf } from '../pacing/waiting.ts';
import { wake } from '../pacing/wake.ts';
import type { ShareParts } from '../parts.ts';
import { refreshReminder, removeReminder } from '../reminders/follow.ts';
import { planReminder } from '../reminders/plan.ts';
import type { ChannelMessage, ShareRequest } from '../request.ts';
import { findRequest, setProgress } from '../store.ts';
import { type RequestCard, requestMessage } from '../surfaces/message.ts';
import { putChannelNames } from '../topics/store.ts';
import { cardFor } from './card.ts';
import { end, keepLinks, planEnd } from './send.ts';
import { giveBack, settle } from './settle.ts';
import { whyNothingGoes } from './stopped.ts';
import { claimMessage, planMessages, setMessage } from './store.ts';

interface Ids {
  readonly orgId: string;
  readonly requestId: string;
}

/** A job that comes this much before its request's time belongs to a time that was changed since. */
const early = 60_000;
const tooLate = 'Its end date passed before Slack could be reached. Choose a later one, then send it again.';
const waited =
  'Its time came while the plan had ended, so it was not sent. Nothing of it is lost: send it once there is a plan again.';
const stoppedBefore = 'The plan had ended when this channel could take it. Duplicate the request to send it there.';
const uncertain =
  'Slack did not answer, so Coact can’t tell whether the message is in the channel. Look there: if it is missing, duplicate the request and send it again.';

/**
 * Puts a request's messages into its channels, one after the other. Slack has no key against sending twice, so `sending`
 * is written for each before the call, and one that is found in that state after a crash is never sent again blindly:
 * the publisher is asked to look. Whatever comes of one channel, the others go on; what has to wait is tried again alone,
 * and what its channel does not take yet (pacing/waiting.ts) when it does.
 */
export async function announce(parts: ShareParts, ids: Ids): Promise<void> {
  const orgId = parseOrgId(ids.orgId);
  const request = await parts.db.inOrg(orgId, (tx) => findRequest(tx, ids.requestId));
  if (request === null || !isGoing(parts, request)) return;
  await parts.ring.findOrCreate(requestKeyName(request.id));
  const channelIds = await parts.db.inOrg(orgId, (tx) => plan(parts, tx, orgId, request.id));
  const waits: Wait[] = [];
  for (const channelId of channelIds) {
    const wait = await deliver(parts, orgId, request.id, channelId);
    if (wait !== null) waits.push(wait);
  }
  const tried = waits.filter(({ held }) => !held).map(({ seconds }) => seconds);
  if (tried.length > 0) throw new RetryLater(Math.max(...tried));
  if (waits.length > 0) throw new RetryLater(Math.min(...waits.map(({ seconds }) => seconds)));
}

/** What a message says that is being posted. */
interface Claimed {
  readonly revision: number;
  readonly card: RequestCard;
}

/** After how long a channel is to be tried again, and whether it is Coact that holds the message back. */
interface Wait {
  readonly seconds: number;
  readonly held: boolean;
}

/** Whether there may be something to send: its time has come, or some of its messages still wait. */
function isGoing(parts: ShareParts, request: ShareRequest): boolean {
  if (request.state === 'open') return request.messages.some(({ state }) => state === 'queued' || state === 'sending');
  return request.state === 'scheduled' && (request.sendAt?.getTime() ?? 0) <= parts.clock.now().getTime() + early;
}

/** Settles which messages there are. @returns the channels of those that are to be sent now */
async function plan(parts: ShareParts, tx: Tx, orgId: OrgId, requestId: string): Promise<readonly string[]> {
  const request = await findRequest(tx, requestId, true);
  if (request === null || !isGoing(parts, request)) return [];
  const { draft, state } = request;
  const inDoubt = request.messages.filter((message) => message.state === 'sending');
  for (const { channelId } of inDoubt) {
    parts.log.warn({ event: 'share.not_announced', orgId, requestId, delivery: 'uncertain' });
    await setMessage(tx, requestId, channelId, { state: 'uncertain', problem: uncertain });
  }
  const isLate = draft.endsAt != null && new Date(draft.endsAt) <= parts.clock.now();
  if (isLate && state === 'scheduled' && !request.messages.some(isDoubtful)) {
    await planMessages(tx, requestId, []);
    await giveBack(tx, request, hasWaited(request) ? endedWaiting : tooLate);
    if (hasWaited(request)) await tellUnsent(parts, tx, request, [endedWaiting]);
    await wake(parts, tx, orgId);
    return [];
  }
  if ((await whyNothingGoes(parts, tx)) !== null) {
    await stop(tx, request);
    return [];
  }
  if (state === 'scheduled')
    await planMessages(
      tx,
      requestId,
      request.channels.map(({ id }) => id),
    );
  await settle(tx, requestId);
  const { messages = [] } = (await findRequest(tx, requestId)) ?? {};
  return messages.filter((message) => message.state === 'queued').map(({ channelId }) => channelId);
}

/** What is out stays out; channels that have not got it don't get it, and it says why. Nothing of it goes out by itself later. */
async function stop(tx: Tx, request: ShareRequest): Promise<void> {
  if (request.state === 'open') {
    await dropWaiting(tx, request, stoppedBefore);
    return;
  }
  // What may stand in a channel already is asked about as ever.
  if (request.messages.some(isDoubtful)) return settle(tx, request.id);
  await planMessages(tx, request.id, []);
  await giveBack(tx, request, waited);
}

const isDoubtful = ({ state }: ChannelMessage) => state === 'sending' || state === 'uncertain';

/** @returns after how long this channel is to be tried again; null for never */
async function deliver(parts: ShareParts, orgId: OrgId, requestId: string, channelId: string): Promise<Wait | null> {
  const looked = await parts.db.inOrg(orgId, (tx) => lookAhead(parts, tx, requestId, channelId));
  if (looked === null || 'held' in looked) return looked;
  // Whoever comes first to a channel brings along what has waited there before it.
  for (const before of looked.before) await deliver(parts, orgId, before, channelId);
  const client = parts.slack(orgId);
  const joined = await client.joinChannel(channelId);
  if (!joined.ok) return failed(parts, orgId, requestId, channelId, joined);
  const claimed = await parts.db.inOrg(orgId, async (tx): Promise<Wait | Claimed | null> => {
    // What was edited, moved or recalled while Slack was asked counts as it stands now.
    const current = await findRequest(tx, requestId, true);
    if (current === null || !isGoing(parts, current)) return null;
    if (!current.channels.some(({ id }) => id === channelId)) throw new RetryLater(1);
    const { seconds } = await holdOf(parts, tx, current, channelId);
    if (seconds !== null) return { seconds, held: true };
    if (!(await claimMessage(tx, requestId, channelId))) return null;
    await insertSending(tx, channelId, requestId, parts.clock.now());
    await putChannelNames(tx, new Map([[channelId, joined.channel.name]]));
    if (current.state === 'scheduled') {
      await keepLinks(parts, tx, current);
      await setProgress(tx, requestId, { delivery: 'sending' });
    }
    return { revision: current.revision, card: await cardFor(parts, tx, { ...current, state: 'open' }) };
  });
  if (claimed === null || 'held' in claimed) return claimed;
  const posted = await client.postMessage(channelId, requestMessage(claimed.card));
  if (!posted.ok) return failed(parts, orgId, requestId, channelId, posted);
  await parts.db.inOrg(orgId, (tx) =>
    delivered(parts, tx, orgId, requestId, { channelId, ts: posted.ts }, claimed.revision),
  );
  return null;
}

/** Looked at before Slack is bothered, and once more before the message is claimed. */
async function lookAhead(
  parts: ShareParts,
  tx: Tx,
  requestId: string,
  channelId: string,
): Promise<Wait | { readonly before: readonly string[] } | null> {
  const request = await findRequest(tx, requestId, true);
  if (request === null || !isGoing(parts, request)) return null;
  const { seconds, before } = await holdOf(parts, tx, request, channelId);
  return seconds === null ? { before } : { seconds, held: true };
}

/**
 * The message stands in the channel, and with the first of them the request is open. Who recalled the request meanwhile
 * wants it gone; who edited it, other words.
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
  await setMessage(tx, requestId, message.channelId, { state: 'sent', problem: null, ts: message.ts });
  if (request.state === 'scheduled') {
    await setProgress(tx, requestId, { state: 'open', delivery: 'sent', sent_at: parts.clock.now() });
    await tellOf(parts, tx, 'opened', requestId);
    await planEnd(parts, tx, orgId, request);
    await planReminder(parts, tx, orgId, request);
  } else if (request.state !== 'open' && request.state !== 'ended') {
    await parts.jobs.enqueue(tx, removeMessage, { orgId, requestId });
    return;
  }
  await settle(tx, requestId);
  if (request.revision !== revision || request.state === 'ended') {
    await parts.jobs.enqueue(tx, refreshMessage, { orgId, requestId }, { key: requestId });
  }
}

/**
 * Somebody clicked the button of a message of which Slack never said that it was sent: it stands in the channel after
 * all, and the request is open.
 * @returns false when nobody was waiting to know
 */
export async function adoptMessage(
  parts: ShareParts,
  orgId: OrgId,
  requestId: string,
  place: { readonly channelId: string; readonly ts: string },
): Promise<boolean> {
  return parts.db.inOrg(orgId, async (tx) => {
    const request = await findRequest(tx, requestId, true);
    if (request?.state !== 'scheduled' && request?.state !== 'open') return false;
    if (!isInDoubt(request, place.channelId)) return false;
    // Nobody knows which revision its words are of.
    await delivered(parts, tx, orgId, requestId, place, 0);
    return true;
  });
}

/** Whether Slack never said what became of a request's message in a channel. */
export const isInDoubt = ({ messages }: ShareRequest, channelId: string): boolean =>
  messages.some((message) => message.channelId === channelId && message.state === 'uncertain');

async function failed(
  parts: ShareParts,
  orgId: OrgId,
  requestId: string,
  channelId: string,
  failure: SlackFailure,
): Promise<Wait | null> {
  const waits = failure.error === 'ratelimited' || failure.error === 'unreachable';
  const state = failure.error === 'unknown_outcome' ? 'uncertain' : waits ? 'queued' : 'failed';
  parts.log.warn({ event: 'share.not_announced', orgId, requestId, delivery: state });
  await parts.db.inOrg(orgId, async (tx) => {
    const request = await findRequest(tx, requestId, true);
    // What was dropped meanwhile stays so, unless it may stand in its channel.
    const before = request?.messages.find((message) => message.channelId === channelId);
    if (before === undefined) return;
    if (before.state === 'sending' && state !== 'uncertain') await forgetSending(tx, channelId, requestId);
    const problem = state === 'uncertain' ? uncertain : failure.sentence;
    await setMessage(tx, requestId, channelId, { state, problem });
    await settle(tx, requestId);
    // It takes nobody's place any more.
    if (state === 'failed') await wake(parts, tx, orgId);
  });
  return waits ? { seconds: failure.retryAfter ?? 20, held: false } : null;
}

/** Brings the messages up to date: edited words, the count, the end. */
export async function refresh(parts: ShareParts, ids: Ids): Promise<void> {
  const orgId = parseOrgId(ids.orgId);
  const found = await parts.db.inOrg(orgId, async (tx) => {
    const request = await findRequest(tx, ids.requestId);
    if (request === null || request.state === 'recalled' || standing(request).length === 0) return null;
    return { at: standing(request), card: await cardFor(parts, tx, request) };
  });
  if (found === null) return;
  await eachMessage(parts, orgId, ids.requestId, found.at, async (message) => {
    const { channelId, ts, problem } = message;
    const updated = await parts.slack(orgId).updateMessage({ channelId, ts }, requestMessage(found.card));
    const kept = updated.ok ? await refreshReminder(parts, orgId, message, found.card) : null;
    if (kept !== null) return kept;
    return updated.ok ? (problem === null ? null : { problem: null }) : updated;
  });
}

/** Takes the messages of a request that was recalled, or stopped before it opened, out of their channels. */
export async function remove(parts: ShareParts, ids: Ids): Promise<void> {
  const orgId = parseOrgId(ids.orgId);
  const request = await parts.db.inOrg(orgId, (tx) => findRequest(tx, ids.requestId));
  if (request === null || request.state === 'open' || request.state === 'ended') return;
  await eachMessage(parts, orgId, ids.requestId, request.messages, async (message) => {
    const { channelId, ts } = message;
    const kept = await removeReminder(parts, orgId, ids.requestId, message);
    if (kept !== null || ts === null) return kept;
    const removed = await parts.slack(orgId).deleteMessage({ channelId, ts });
    const isGone = removed.ok || removed.error === 'message_not_found';
    return isGone ? { state: 'removed', problem: null, ts: null } : removed;
  });
}

type StandingMessage = ChannelMessage & { readonly ts: string };

const standing = ({ messages }: ShareRequest) =>
  messages.filter((message): message is StandingMessage => message.ts !== null);

/**
 * Does something to each message that stands. What goes wrong with one is told to the publisher and keeps no other; what
 * may pass is tried again, which does the others no harm.
 */
async function eachMessage<Message extends ChannelMessage>(
  parts: ShareParts,
  orgId: OrgId,
  requestId: string,
  messages: readonly Message[],
  act: (message: Message) => Promise<Parameters<typeof setMessage>[3] | SlackFailure | null>,
): Promise<void> {
  const waits: number[] = [];
  for (const message of messages) {
    const done = await act(message);
    if (done === null) continue;
    const isFailure = 'error' in done;
    if (isFailure && ['ratelimited', 'unreachable', 'unknown_outcome'].includes(done.error)) {
      waits.push(done.retryAfter ?? 20);
      continue;
    }
    const change = isFailure ? { problem: done.sentence } : done;
    await parts.db.inOrg(orgId, async (tx) => {
      await setMessage(tx, requestId, message.channelId, change);
      await settle(tx, requestId);
    });
  }
  if (waits.length > 0) throw new RetryLater(Math.max(...waits));
}

/** The end date has come, unless it was moved. */
export async function endWhenDue(parts: ShareParts, ids: Ids): Promise<void> {
  const orgId = parseOrgId(ids.orgId);
  await parts.db.inOrg(orgId, async (tx) => {
    const request = await findRequest(tx, ids.requestId, true);
    if (request?.state !== 'open' || !request.draft.endsAt) return;
    if (new Date(request.draft.endsAt).getTime() > parts.clock.now().getTime() + early) return;
    await endUnsent(parts, tx, orgId, request);
    await end(parts, tx, orgId, request);
  });
}
