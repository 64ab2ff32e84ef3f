import { type OrgId, orgId as parseOrgId, type Tx } from '../../../platform/db/index.ts';
import { RetryLater } from '../../../platform/jobs/index.ts';
import type { SlackFailure } from '../../../platform/slack/index.ts';
import { refreshMessage, removeMessage } from '../jobs.ts';
import { cardFor } from '../lifecycle/card.ts';
import { settle } from '../lifecycle/settle.ts';
import { whyNothingGoes } from '../lifecycle/stopped.ts';
import type { ShareParts } from '../parts.ts';
import type { ChannelMessage, ShareRequest } from '../request.ts';
import { findRequest } from '../store.ts';
import { reminderMessage } from '../surfaces/reminder-message.ts';
import { planReminderAt, reminderTime } from './plan.ts';
import { quietTimes } from './quiet.ts';
import { afterQuiet } from './reminder.ts';
import { claimReminder, setReminder } from './store.ts';

/** A job that comes this much before the reminder's time belongs to a time that was changed since. */
const early = 60_000;
/** Seconds, where Slack names none. */
const patience = 20;
const uncertain =
  'Slack did not answer when the reminder was posted, so it may or may not stand in the channel. It is not posted again.';
const notPosted = (sentence: string) => `The reminder was not posted. ${sentence}`;

const planEnded = notPosted('The plan had ended when its time came.');

const mayPass = ({ error }: SlackFailure) => error === 'ratelimited' || error === 'unreachable';

/**
 * Posts a request's reminder under its messages, one after the other. As with the messages themselves, `sending` is
 * written for each before Slack is called; what is found so after a crash is not posted again, as nobody can look it up
 * without reading the channel.
 */
export async function remind(
  parts: ShareParts,
  ids: { readonly orgId: string; readonly requestId: string },
): Promise<void> {
  const orgId = parseOrgId(ids.orgId);
  const messages = await parts.db.inOrg(orgId, (tx) => toRemind(parts, tx, orgId, ids.requestId));
  const waits: number[] = [];
  for (const message of messages) {
    const seconds = await deliver(parts, orgId, ids.requestId, message);
    if (seconds !== null) waits.push(seconds);
  }
  if (waits.length > 0) throw new RetryLater(Math.max(...waits));
}

type Standing = ChannelMessage & { readonly ts: string };

/** The messages whose reminder's time has come; none where it is another time's now, which is planned then. */
async function toRemind(parts: ShareParts, tx: Tx, orgId: OrgId, requestId: string): Promise<readonly Standing[]> {
  const request = await findRequest(tx, requestId, true);
  if (request === null) return [];
  for (const { channelId } of request.messages.filter(({ reminder }) => reminder?.state === 'sending')) {
    await doubt(parts, tx, orgId, requestId, channelId);
  }
  const due = await dueOf(parts, tx, request);
  if (due instanceof Date) await planReminderAt(parts, tx, orgId, requestId, due);
  if (due !== 'now') return [];
  const unreminded = request.messages.filter(
    (message): message is Standing => message.state === 'sent' && message.ts !== null && message.reminder === null,
  );
  if ((await whyNothingGoes(parts, tx)) === null) return unreminded;
  for (const { channelId } of unreminded) {
    await setReminder(tx, requestId, channelId, { state: 'failed', ts: null, problem: planEnded, at: null });
  }
  await settle(tx, requestId);
  return [];
}

/** Whether a reminder is to go out now, at another moment, or never. */
async function dueOf(parts: ShareParts, tx: Tx, request: ShareRequest): Promise<'now' | 'never' | Date> {
  const at = await reminderTime(parts, tx, request);
  if (request.state !== 'open' || at === null || !request.draft.endsAt) return 'never';
  const now = parts.clock.now();
  const ends = new Date(request.draft.endsAt);
  if (now >= ends) return 'never';
  if (at.getTime() > now.getTime() + early) return at;
  // Work that was held up may come to a quiet time.
  const quietAt = await quietTimes(parts, tx);
  const quiet = quietAt(now);
  return quiet === null ? 'now' : (afterQuiet(quiet, ends, quietAt) ?? 'never');
}

/** @returns the seconds after which this channel is to be tried again; null for never */
async function deliver(
  parts: ShareParts,
  orgId: OrgId,
  requestId: string,
  { channelId, ts }: Standing,
): Promise<number | null> {
  const client = parts.slack(orgId);
  // Slack takes a reply to a message that is gone for a message of its own, without a word.
  const parent = await client.permalink({ channelId, ts });
  if (!parent.ok && mayPass(parent)) return parent.retryAfter ?? patience;
  const claimed = await parts.db.inOrg(orgId, async (tx) => {
    // What was edited, ended or recalled while Slack was asked counts as it stands now.
    const current = await findRequest(tx, requestId, true);
    if (current === null || (await dueOf(parts, tx, current)) !== 'now') return null;
    if (!(await claimReminder(tx, requestId, channelId))) return null;
    return { revision: current.revision, card: await cardFor(parts, tx, current) };
  });
  if (claimed === null) return null;
  if (!parent.ok) return failed(parts, orgId, requestId, channelId, parent);
  const posted = await client.postMessage(channelId, reminderMessage(claimed.card), { under: ts });
  if (!posted.ok) return failed(parts, orgId, requestId, channelId, posted);
  await parts.db.inOrg(orgId, (tx) => reminded(parts, tx, orgId, requestId, posted, claimed.revision));
  return null;
}

/** The reminder stands in the channel. What was done to the request meanwhile is done to it too. */
async function reminded(
  parts: ShareParts,
  tx: Tx,
  orgId: OrgId,
  requestId: string,
  { channelId, ts }: { readonly channelId: string; readonly ts: string },
  revision: number,
): Promise<void> {
  const request = await findRequest(tx, requestId, true);
  if (request === null) return;
  await setReminder(tx, requestId, channelId, { state: 'sent', ts, problem: null, at: parts.clock.now() });
  await settle(tx, requestId);
  if (request.state === 'recalled') await parts.jobs.enqueue(tx, removeMessage, { orgId, requestId });
  else if (request.state !== 'open' || request.revision !== revision) {
    await parts.jobs.enqueue(tx, refreshMessage, { orgId, requestId }, { key: requestId });
  }
}

async function failed(
  parts: ShareParts,
  orgId: OrgId,
  requestId: string,
  channelId: string,
  failure: SlackFailure,
): Promise<number | null> {
  const waits = mayPass(failure);
  await parts.db.inOrg(orgId, async (tx) => {
    if ((await findRequest(tx, requestId, true)) === null) return;
    if (failure.error === 'unknown_outcome') return doubt(parts, tx, orgId, requestId, channelId);
    const reminder = { state: 'failed', ts: null, problem: notPosted(failure.sentence), at: null } as const;
    parts.log.warn({ event: 'share.not_reminded', orgId, requestId, delivery: waits ? 'queued' : 'failed' });
    await setReminder(tx, requestId, channelId, waits ? null : reminder);
    await settle(tx, requestId);
  });
  return waits ? (failure.retryAfter ?? patience) : null;
}

async function doubt(parts: ShareParts, tx: Tx, orgId: OrgId, requestId: string, channelId: string): Promise<void> {
  parts.log.warn({ event: 'share.not_reminded', orgId, requestId, delivery: 'uncertain' });
  await setReminder(tx, requestId, channelId, { state: 'uncertain', ts: null, problem: uncertain, at: null });
  await settle(tx, requestId);
}

/** Whether Slack never said what became of the reminder in a channel. */
export const isReminderInDoubt = ({ messages }: ShareRequest, channelId: string, ts: string): boolean =>
  messages.some(
    (message) => message.channelId === channelId && message.ts !== ts && message.reminder?.state === 'uncertain',
  );

/** Somebody clicked the button of a reminder of which Slack never said that it was posted: it stands there after all. */
export async function adoptReminder(
  parts: ShareParts,
  orgId: OrgId,
  requestId: string,
  place: { readonly channelId: string; readonly ts: string },
): Promise<void> {
  await parts.db.inOrg(orgId, async (tx) => {
    const request = await findRequest(tx, requestId, true);
    if (request === null || !isReminderInDoubt(request, place.channelId, place.ts)) return;
    // Nobody knows which revision its words are of.
    await reminded(parts, tx, orgId, requestId, place, 0);
  });
}
