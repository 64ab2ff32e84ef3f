import { actedBy } from '../../../platform/audit/index.ts';
import { newId } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { askerId } from '../../../platform/policy/index.ts';
import { recordAct } from '../acts.ts';
import { problemsOf } from '../lifecycle/send.ts';
import type { ShareParts } from '../parts.ts';
import { type Draft, refusal, type ShareRequest } from '../request.ts';
import { findRequest, setProgress } from '../store.ts';
import { topicProblems } from '../topics/guard.ts';
import { type Asking, absent, done, refuse, type Stepped } from './asking.ts';
import { changesContent, editUnderReview, type ReviewEntry, type ReviewStep, submissionOf } from './review.ts';
import { composersOf, insertComposer, insertReview, readApprovals, reviewsOf } from './store.ts';
import { askedFor, decidersOf, nameOf, retellDeciders, tellDeciders } from './tell.ts';

const off = 'Requests need no approval here. Send it.';
const nobody =
  'Nobody else here may approve requests yet. An owner or admin can give somebody the role Approver under Members.';

/**
 * Sends a draft for review. It has to be complete, as whoever approves sees what will go out.
 * @param at when it is to go out once it is approved; null where its composers will send it
 * @param anyway whether quiet time and caps are set aside for it then
 */
export async function submit(
  parts: ShareParts,
  tx: Tx,
  asking: Asking,
  requestId: string,
  at: Date | null,
  anyway = false,
): Promise<Stepped> {
  const request = await findRequest(tx, requestId, true);
  if (request === null || !mayPublish(asking, request)) return absent;
  if ((await readApprovals(tx)) === 'off') return refuse('approvals_off', off);
  const refused = refusal('submit', request.state);
  if (refused !== null) return refuse('wrong_state', refused);
  const problems = [
    ...(await problemsOf(parts, tx, request.draft, at, requestId)),
    ...(await topicProblems(tx, asking, request.draft)),
  ];
  if (problems.length > 0) return { kind: 'incomplete', problems };
  await insertComposer(tx, requestId, askerId(asking.actor));
  const deciders = await decidersOf(parts, tx, requestId, await composersOf(tx, requestId));
  if (deciders.length === 0) return refuse('no_approver', nobody);
  const progress = { state: 'in_review' as const, send_at: at, approved_revision: null, send_anyway: anyway };
  await setProgress(tx, requestId, { ...progress, delivery: 'none', delivery_problem: null });
  const submission = await enter(parts, tx, asking, { ...request, sendAt: at }, 'submitted');
  await tellDeciders(parts, tx, request, submission, deciders);
  await recordAct(parts, tx, by(asking), 'share.review_asked', requestId, {
    planned: at !== null,
    ...(anyway ? { anyway } : {}),
  });
  return done;
}

/** Asks whoever was asked about a request in review once more, in the same messages, as it is to go out at another time. */
export async function askAnew(parts: ShareParts, tx: Tx, request: ShareRequest): Promise<void> {
  const submission = submissionOf(await reviewsOf(tx, request.id));
  if (submission === undefined) return;
  const asked = await askedFor(parts, tx, request, { ...submission, sendAt: request.sendAt });
  await retellDeciders(parts, tx, submission, asked);
}

/** Takes a request out of review, or gives its approval back: it is a draft again. */
export async function withdraw(parts: ShareParts, tx: Tx, asking: Asking, requestId: string): Promise<Stepped> {
  const request = await findRequest(tx, requestId, true);
  if (request === null || !mayPublish(asking, request)) return absent;
  const refused = refusal('withdraw', request.state);
  if (refused !== null) return refuse('wrong_state', refused);
  await backToDraft(parts, tx, asking, request, 'withdrawn');
  await recordAct(parts, tx, by(asking), 'share.review_withdrawn', requestId);
  return done;
}

/**
 * What an edit is to mean where approval is required; told before it is written.
 * @returns `refused` where nothing of it may be changed
 */
export async function judgeEdit(
  tx: Tx,
  current: ShareRequest,
  draft: Draft,
): Promise<{ readonly kind: 'refused' | 'back_to_draft' | 'kept'; readonly approved: boolean }> {
  const approved = !changesContent(current.draft, draft);
  if ((await readApprovals(tx)) === 'off') return { kind: 'kept', approved };
  return { kind: editUnderReview(current, draft) ?? 'kept', approved };
}

/** A request is a draft again, by a step that is kept and told to whoever was to decide about it. */
export async function backToDraft(
  parts: ShareParts,
  tx: Tx,
  asking: Pick<Asking, 'actor'>,
  request: ShareRequest,
  step: ReviewStep,
): Promise<void> {
  const submission = submissionOf(await reviewsOf(tx, request.id));
  const progress = { state: 'draft', send_at: null, approved_revision: null } as const;
  await setProgress(tx, request.id, { ...progress, delivery: 'none' });
  await enter(parts, tx, asking, request, step);
  if (request.state !== 'in_review' || submission === undefined) return;
  const who = await nameOf(parts, tx, askerId(asking.actor));
  await retellDeciders(parts, tx, submission, {
    lines: [backWords[step]?.(who) ?? 'Nothing waits for you any more.'],
  });
}

const backWords: Partial<Record<ReviewStep, (who: string) => string>> = {
  withdrawn: (who) => `${who} has withdrawn it. Nothing waits for you any more.`,
  edited: (who) => `${who} is changing it. You are asked again once it is done.`,
  switched_off: () => 'Requests need no approval any more.',
};

/** Writes down a step on the way to approval. */
export async function enter(
  { clock }: Pick<ShareParts, 'clock'>,
  tx: Tx,
  { actor }: Pick<Asking, 'actor'>,
  { id: requestId, sendAt, revision }: Pick<ShareRequest, 'id' | 'sendAt' | 'revision'>,
  what: ReviewStep,
  words: string | null = null,
): Promise<ReviewEntry> {
  const personId = askerId(actor);
  const entry: ReviewEntry = { id: newId(clock), what, personId, words, sendAt, revision, at: clock.now() };
  await insertReview(tx, requestId, entry);
  return entry;
}

export const by = ({ actor }: Pick<Asking, 'actor'>) => actedBy(actor);

const mayPublish = ({ allowed, orgId }: Asking, { id }: ShareRequest) =>
  allowed('share.publish', { type: 'ShareRequest', id, orgId });
