import { actedBy } from '../../../platform/audit/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { askerId } from '../../../platform/policy/index.ts';
import { recordAct } from '../acts.ts';
import { send } from '../lifecycle/send.ts';
import { outlook } from '../pacing/waiting.ts';
import { waitingWords } from '../pacing/words.ts';
import type { ShareParts } from '../parts.ts';
import { refusal, type ShareRequest } from '../request.ts';
import { findRequest, setProgress } from '../store.ts';
import { type Asking, absent, done, refuse, type Stepped } from './asking.ts';
import { type ReviewEntry, submissionOf } from './review.ts';
import { composersOf, reviewsOf } from './store.ts';
import { by, enter } from './submit.ts';
import { inWords, nameOf, quoted, retellDeciders, tellComposers } from './tell.ts';

/** Which request is decided about, as whoever decides has seen it. */
export interface Seen {
  readonly requestId: string;
  readonly revision: number;
}

const own = 'You have written, changed or submitted this request, so somebody else has to decide about it.';
const notYours = 'You may not approve requests.';
const changed = 'This request was changed since you looked at it. Look at it again, then decide.';

/**
 * Approves a request: with a time it is scheduled at once, and goes out at once where that time has passed; without one it
 * waits to be sent. Of two who
 * decide at once the second finds that it was decided.
 * @param connected whether there is a Slack that it could go to
 */
export async function approve(
  parts: ShareParts,
  tx: Tx,
  asking: Asking,
  seen: Seen,
  connected: boolean,
): Promise<Stepped> {
  const found = await toDecide(tx, asking, seen);
  if ('kind' in found) return found;
  const { request, composers, submission } = found;
  const approved = { ...request, state: 'approved', approvedRevision: request.revision } as const;
  await setProgress(tx, request.id, { state: 'approved', approved_revision: request.revision });
  await enter(parts, tx, asking, request, 'approved');
  const planned = await planWished(parts, tx, asking, approved, connected);
  const scheduled = planned === null;
  await recordAct(parts, tx, by(asking), 'share.review_approved', request.id, { planned: scheduled });
  const who = await nameOf(parts, tx, askerId(asking.actor));
  const next = planned ?? (request.sendAt === null ? '' : await goesOut(parts, tx, request, request.sendAt));
  await retellDeciders(parts, tx, submission, { lines: [`Approved by ${who}. ${next}`.trim()] });
  await tellComposers(parts, tx, request, {
    ...{ submission, people: composers, subject: `${quoted(request)} is approved` },
    lines: [`Approved by ${who}.`, next],
  });
  return done;
}

/** Gives a request back to its composers, with words. */
export async function askForChanges(
  parts: ShareParts,
  tx: Tx,
  asking: Asking,
  seen: Seen,
  words: string,
): Promise<Stepped> {
  const found = await toDecide(tx, asking, seen);
  if ('kind' in found) return found;
  const { request, composers, submission } = found;
  await setProgress(tx, request.id, { state: 'draft', send_at: null, approved_revision: null });
  await enter(parts, tx, asking, request, 'changes_asked', words);
  await recordAct(parts, tx, by(asking), 'share.review_declined', request.id);
  const who = await nameOf(parts, tx, askerId(asking.actor));
  await retellDeciders(parts, tx, submission, { lines: [`${who} has asked for changes: ${words}`] });
  await tellComposers(parts, tx, request, {
    ...{ submission, people: composers, subject: `${who} asks for changes of ${quoted(request)}` },
    lines: [words, 'It is a draft again. Change it, then send it for review once more.'],
  });
  return done;
}

type ToDecide = {
  readonly request: ShareRequest;
  readonly composers: readonly string[];
  readonly submission: ReviewEntry;
};

/** The request on its locked row, for somebody who may decide about it as they have seen it; else why not. */
async function toDecide(tx: Tx, asking: Asking, { requestId, revision }: Seen): Promise<ToDecide | Stepped> {
  const { allowed, orgId, actor } = asking;
  const request = await findRequest(tx, requestId, true);
  const resource = { type: 'ShareRequest', id: requestId, orgId };
  if (request === null || !allowed('share.read', resource)) return absent;
  const composers = await composersOf(tx, requestId);
  if (!allowed('share.approve', { ...resource, composers })) {
    return refuse('own_request', composers.includes(askerId(actor)) ? own : notYours);
  }
  const refused = refusal('decide', request.state);
  const submission = submissionOf(await reviewsOf(tx, requestId));
  if (refused !== null) return refuse('wrong_state', refused);
  if (request.revision !== revision || submission === undefined) return refuse('changed_meanwhile', changed);
  return { request, composers, submission };
}

/** Sends an approved request at the time that was wished for, or now where that has passed; null when it is, else why it waits to be sent. */
async function planWished(
  parts: ShareParts,
  tx: Tx,
  { orgId, actor }: Asking,
  request: ShareRequest,
  connected: boolean,
): Promise<string | null> {
  const { id, sendAt } = request;
  const waits = async (why: string) => {
    await setProgress(tx, id, { send_at: null });
    return `${why} It waits to be sent.`.trim();
  };
  if (sendAt === null) return waits('');
  if (!connected) return waits('Slack is not connected.');
  // Where it goes was asked of whoever submitted it; whoever approves need not post there themselves.
  const submitted = { orgId, allowed: () => true };
  const isPast = sendAt <= parts.clock.now();
  const [problem] = await send(parts, tx, submitted, request, isPast ? null : sendAt);
  if (problem !== undefined) return waits(problem.sentence);
  await recordAct(parts, tx, actedBy(actor), 'share.request_sent', id, {
    planned: !isPast,
    ...(request.sendAnyway ? { anyway: true } : {}),
  });
  return null;
}

/** When a request goes out that was just scheduled, and what it will wait for. */
async function goesOut(parts: ShareParts, tx: Tx, { id }: ShareRequest, sendAt: Date): Promise<string> {
  const { timeZone } = await parts.organisation(tx);
  const ahead = await outlook(parts, tx);
  const waiting = ahead?.waitingOf(id) ?? null;
  if (ahead !== null && waiting !== null) return waitingWords(waiting, ahead.pace, timeZone);
  const isPast = sendAt <= parts.clock.now();
  return isPast ? 'Its time had passed, so it goes out now.' : `It goes out on ${inWords(sendAt, timeZone)}.`;
}
